"""What other clients write is understood, refused where it breaks a rule, and kept whole."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from annotations.selectors import TextPosition
from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import (
    CONTEXT,
    Marks,
    given_back,
    with_bodies,
    with_origin,
)
from annotations.web_annotation.reading import Malformed, bodies_left, read_annotation
from tests.annotations.web_annotation.sample import NAMES, OURS, REVIEW, written


def body(value: str, purpose: str, **more: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, **more}


def about(selector: Any) -> tuple[str, Any]:
    """Give a target of one page, with `selector`."""
    return "target", {"source": "https://foglio.example.org/scuole", "selector": selector}


def quoted(**given: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", **given}


def placed(start: Any, end: Any) -> list[dict[str, Any]]:
    return [{"type": "TextPositionSelector", "start": start, "end": end}]


HTML = "<p>Non &egrave; vero.</p><p>Sono 9.</p>"
FOREIGN: dict[str, Any] = {
    "@context": CONTEXT,
    "type": "Annotation",
    "body": [
        body(HTML, "commenting", format="text/html"),
        body(" FALSO ", "tagging"),
        body("scuole", "tagging"),
        "https://fonte.example.org/a",
    ],
    "target": about(quoted(exact="12"))[1],
}


def test_other_clients_words_are_understood() -> None:
    read = read_annotation(FOREIGN, vocabulary=OURS, names=NAMES)
    assert read.rating == "false"
    assert read.rationale == "Non è vero.\nSono 9."
    assert [cited.url for cited in read.cites] == ["https://fonte.example.org/a"]
    left = bodies_left(FOREIGN, vocabulary=OURS, names=NAMES)
    assert [part["value"] for part in left] == ["scuole"]


BROKEN: list[tuple[str, Any]] = [
    ("/@context", ("@context", "https://schema.org")),
    ("/type", ("type", "Note")),
    ("/id", ("id", "no iri")),
    ("/id", ("id", ["https://a.example/", "https://b.example/"])),
    ("/canonical", ("canonical", 3)),
    ("/via", ("via", ["x y"])),
    ("/created", ("created", "2024-09-04")),
    ("/created", ("created", "2024-13-04T10:00:00Z")),
    ("/modified", ("modified", "2024-09-04T10:00:00+02:00")),
    ("/motivation", ("motivation", 7)),
    ("/creator", ("creator", "Ada")),
    ("/bodyValue", ("bodyValue", "beside a body")),
    ("/body", ("body", "no iri")),
    ("/body/id", ("body", {"id": "", "value": "vero"})),
    ("/target/0/id", ("target", [{"id": "", "source": "https://a.example/", "value": ""}])),
    ("/body", ("body", 7)),
    ("/body/value", ("body", {"type": "TextualBody"})),
    ("/body/value", ("body", {"type": "TextualBody", "value": ["a", "b"]})),
    ("/body/source", ("body", {"type": "SpecificResource"})),
    ("/body/1/id", ("body", ["https://a.example/", {}])),
    ("/target", ("target", [])),
    ("/target", ("target", None)),
    ("/target/source", ("target", {"source": ["https://a.example/", "https://b.example/"]})),
    ("/target/selector/exact", about(quoted())),
    ("/target/selector/prefix", about(quoted(exact="a", prefix=1))),
    ("/target/selector/0/start", about(placed(-1, 2))),
    ("/target/selector/0/end", about(placed(1, True))),
    ("/x", ("x", "nul \x00")),
    ("/x", ("x", "half \ud800")),
    ("/x", ("x", 10**30)),
    ("/x", ("x", float("inf"))),
    ("/a~1b", ("a/b", float("nan"))),
]


@pytest.mark.parametrize(("pointer", "change"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_breaks_a_rule_is_pointed_to(pointer: str, change: tuple[str, Any]) -> None:
    document = {**copy.deepcopy(FOREIGN), change[0]: change[1]}
    with pytest.raises(Malformed) as caught:
        read_annotation(document, vocabulary=OURS, names=NAMES)
    assert pointer in [found[0] for found in caught.value.findings]


def test_a_whole_number_may_be_written_with_a_point() -> None:
    key, target = about(placed(0.0, 3.0))
    read = read_annotation({**FOREIGN, key: target}, vocabulary=OURS, names=NAMES)
    assert repr(read.targets[0].position) == repr(TextPosition(0, 3))


@pytest.mark.parametrize("document", [None, [], "x", 3])
def test_what_is_no_object_is_malformed(document: Any) -> None:
    with pytest.raises(Malformed):
        read_annotation(document, vocabulary=OURS, names=NAMES)


def test_two_ratings_are_refused_and_depth_has_an_end() -> None:
    bodies = [
        {"type": "TextualBody", "value": key, "purpose": "tagging"} for key in ("vero", "falso")
    ]
    with pytest.raises(Malformed):
        read_annotation({**FOREIGN, "body": bodies}, vocabulary=OURS, names=NAMES)
    deep: Any = "x"
    for _level in range(60):
        deep = [deep]
    with pytest.raises(Malformed):
        read_annotation({**FOREIGN, "x": deep}, vocabulary=OURS, names=NAMES)


MARKS = Marks(REVIEW.iri, "Ada Neri", REVIEW.created, REVIEW.modified)
ORIGINS = [
    ({"id": "https://other.example/9"}, "https://other.example/9", None),
    ({"id": REVIEW.iri}, None, "urn:uuid:1"),
    ({}, None, "urn:uuid:1"),
    ({"canonical": "urn:x:1"}, None, "urn:x:1"),
    (
        {"id": "https://b.example/", "via": "https://a.example/"},
        ["https://a.example/", "https://b.example/"],
        None,
    ),
]


@pytest.mark.parametrize(("sent", "via", "canonical"), ORIGINS)
def test_where_it_came_from_is_kept(sent: dict[str, Any], via: Any, canonical: str | None) -> None:
    shown = given_back(with_origin({**FOREIGN, **sent}, iri=REVIEW.iri), MARKS)
    assert (shown["id"], shown.get("via")) == (REVIEW.iri, via)
    assert shown.get("canonical") == canonical


def test_nothing_that_was_sent_is_lost_and_the_author_is_named_once() -> None:
    sent = {**FOREIGN, "ex:mood": {"deep": [1, None]}, "creator": "https://orcid.example/1"}
    shown = given_back(with_origin(sent, iri=REVIEW.iri), MARKS)
    for name, value in sent.items():
        if name != "creator":
            assert shown[name] == value
    assert shown["creator"] == ["https://orcid.example/1", {"type": "Person", "name": "Ada Neri"}]
    again = given_back(with_origin(shown, iri=REVIEW.iri), MARKS)
    assert again == shown


def test_the_desks_bodies_take_the_place_of_older_ones() -> None:
    bodies = written()["body"]
    shown = with_bodies({**FOREIGN, "bodyValue": "alt"}, bodies, vocabulary=OURS)
    assert "bodyValue" not in shown
    assert read_annotation(shown, vocabulary=OURS, names=NAMES).rationale == REVIEW.rationale
    assert with_bodies(shown, bodies, vocabulary=OURS) == shown
    assert list(findings(shown)) == []
