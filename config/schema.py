"""The OpenAPI description: always in English, with the problem documents every address may give."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

PROBLEM_TYPE = "application/problem+json"
PROBLEM = {
    "type": "object",
    "description": "RFC 9457; `type` leads to a page that explains the problem.",
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "detail": {"type": "string"},
                    "pointer": {"type": "string", "description": "JSON Pointer, RFC 6901"},
                },
                "required": ["detail", "pointer"],
            },
        },
    },
    "required": ["type", "title", "status", "code"],
}


class EnglishSchemaGenerator(SchemaGenerator):
    """drf-spectacular's, with labels of one language: the schema is a promise, not a page."""

    def get_schema(self, request: Any = None, public: bool = False) -> dict[str, Any]:
        """Generate the whole document."""
        with translation.override("en"):
            schema: dict[str, Any] = super().get_schema(request, public)
        return schema


def add_problems(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Promise a problem document wherever an operation doesn't say what its failures look like."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas.setdefault("Problem", PROBLEM)
    reference = {"schema": {"$ref": "#/components/schemas/Problem"}}
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"].setdefault(
                "default",
                {"description": "A problem document.", "content": {PROBLEM_TYPE: reference}},
            )
    return result
