"""The API as promised: valid, generated without doubt, kept until changed on purpose."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from rest_framework.test import APIClient

from annotations.api.desk.web_annotations import EXAMPLE
from annotations.web_annotation.checks import findings
from config.schema import EnglishSchemaGenerator

PROMISED = Path(__file__).parent / "openapi.json"


def test_the_api_is_what_was_promised(anonymous: APIClient) -> None:
    served = anonymous.get("/api/v1/schema/").json()
    assert served == json.loads(PROMISED.read_text()), (
        "the API changed: if on purpose, run "
        "`python manage.py spectacular --format openapi-json --file tests/openapi.json`"
    )


def test_the_schema_passes_the_validator() -> None:
    schema = json.loads(PROMISED.read_text())
    assert schema["openapi"].startswith("3.1")
    validate(schema)


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_schema_speaks_english_and_leaves_no_doubt(language: str) -> None:
    reset_generator_stats()
    with translation.override(language), redirect_stderr(io.StringIO()):
        schema = EnglishSchemaGenerator().get_schema(request=None, public=True)
    assert not GENERATOR_STATS, "drf-spectacular had to guess: run manage.py spectacular"
    assert schema == json.loads(PROMISED.read_text())


def test_every_operation_says_what_its_failures_look_like() -> None:
    schema = json.loads(PROMISED.read_text())
    for path, operations in schema["paths"].items():
        for verb, operation in operations.items():
            media = [
                media
                for code, answer in operation["responses"].items()
                if code == "default" or int(code) >= 400
                for media in answer.get("content", {})
            ]
            assert "application/problem+json" in media, (verb, path)


def test_the_description_is_served_with_conditions_to_everyone(anonymous: APIClient) -> None:
    response = anonymous.get("/api/v1/schema/")
    assert response["Access-Control-Allow-Origin"] == "*"
    again = anonymous.get("/api/v1/schema/", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def operations() -> list[tuple[str, dict[str, Any]]]:
    schema = json.loads(PROMISED.read_text())
    return [
        (operation["operationId"], operation)
        for verbs in schema["paths"].values()
        for operation in verbs.values()
    ]


def json_parts(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for holder in [operation.get("requestBody", {}), *operation["responses"].values()]:
        for media, part in holder.get("content", {}).items():
            if media.endswith("json"):
                yield part


def test_every_operation_is_explained_and_shown_by_an_example() -> None:
    for name, operation in operations():
        assert operation.get("summary"), name
        assert operation.get("description"), name
        parameters = operation.get("parameters", ())
        assert any("example" in part for part in [*json_parts(operation), *parameters]), name
        for parameter in parameters:
            assert parameter.get("in") != "path" or "example" in parameter, (name, parameter)


def test_every_example_is_what_its_schema_allows() -> None:
    home = "https://vaglio.example.org/schema"
    schema = json.loads(PROMISED.read_text().replace("#/components", f"{home}#/components"))
    kept = DRAFT202012.create_resource({"components": schema["components"]})
    registry = Registry().with_resource(home, kept)
    shown = 0
    for verbs in [*schema["paths"].values(), *schema["webhooks"].values()]:
        for operation in verbs.values():
            for part in json_parts(operation):
                if "example" in part:
                    validator = Draft202012Validator(part["schema"], registry=registry)
                    faults = [error.message for error in validator.iter_errors(part["example"])]
                    assert not faults, (operation["operationId"], faults[:3])
                    shown += 1
    assert shown > 100


def test_every_post_names_its_idempotency_key() -> None:
    schema = json.loads(PROMISED.read_text())
    posts = [verbs["post"] for verbs in schema["paths"].values() if "post" in verbs]
    reference = {"$ref": "#/components/parameters/IdempotencyKey"}
    assert posts
    assert all(reference in operation["parameters"] for operation in posts)
    assert str(schema).count("'IdempotencyKey'") == 1, "said once"
    said = Draft202012Validator(schema["components"]["parameters"]["IdempotencyKey"]["schema"])
    assert [said.is_valid(key) for key in ("k", "x" * 255, "", " ", "x" * 256)] == [
        True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("body", [None, [], "https://fonte.example.org/a"])
def test_an_annotation_may_be_described_without_a_body(body: object) -> None:
    schemas = json.loads(PROMISED.read_text())["components"]["schemas"]
    annotation = EXAMPLE.value | {"body": body}
    described = {"$ref": "#/components/schemas/WebAnnotation", "components": {"schemas": schemas}}
    Draft202012Validator(described).validate(annotation)
    assert not list(findings(annotation))
