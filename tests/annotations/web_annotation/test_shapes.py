"""What the OpenAPI file says of annotations that are sent is what the desk refuses and takes."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotations.api.desk.web_annotation_shapes import SHAPES
from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import CONTEXT
from tests.annotations.web_annotation.sample import written
from tests.annotations.web_annotation.test_reading import BROKEN, FOREIGN, about, placed

SENT = Draft202012Validator(
    {"$ref": "#/components/schemas/WebAnnotationInput", "components": {"schemas": SHAPES}}
)
UNKEEPABLE = [
    {"x": "a\0b"},
    {"x\0": 1},
    {"x": [{"y": 2**53}]},
    {"type": ["Annotation", "a\0"]},
    {"target": {"source": {"id": "https://foglio.example.org/a", "x": "\0"}}},
    {"target": {"id": "https://foglio.example.org/a", "selector": {"x": -(2.0**70)}}},
    {"creator": {"name": "\0"}},
    {"motivation": ["assessing", "\0"]},
    {"canonical": "urn:a\0"},
    {"canonical": "urn:\x01"},
    {"via": f"urn:{'a' * 2000}"},
    {"target": {"id": "urn:a", "value": "x" * 20_001}},
    {"body": {"type": "TextualBody", "value": "x" * 20_001}},
]


IN_JSON = [row for row in BROKEN if row[0] not in ("/x", "/a~1b")]
"""Half a character, NaN and the like aren't JSON, of which alone a schema speaks."""


@pytest.mark.parametrize(("pointer", "change"), IN_JSON, ids=[row[0] for row in IN_JSON])
def test_the_schema_rules_out_what_breaks_a_rule(pointer: str, change: tuple[str, Any]) -> None:
    assert not SENT.is_valid({**FOREIGN, change[0]: change[1]}), pointer


@pytest.mark.parametrize("change", UNKEEPABLE, ids=lambda change: str(change)[:40])
def test_the_schema_rules_out_what_nobody_can_keep(change: dict[str, Any]) -> None:
    assert list(findings({**FOREIGN, **change}))
    assert not SENT.is_valid({**FOREIGN, **change})


def test_the_schema_allows_what_is_taken() -> None:
    secure = {**FOREIGN, "@context": CONTEXT.replace("http:", "https:")}
    key, target = about(placed(0.0, 3.0))
    for document in (FOREIGN, written(), secure, {**FOREIGN, key: target}):
        assert not list(findings(document))
        assert [error.message for error in SENT.iter_errors(document)] == []
