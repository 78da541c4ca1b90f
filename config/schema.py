"""The OpenAPI description: always in English, with the problem documents every address may give."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.utils import translation
from drf_spectacular.authentication import SessionScheme
from drf_spectacular.extensions import (
    OpenApiAuthenticationExtension,
    OpenApiSerializerFieldExtension,
)
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.plumbing import process_webhooks
from drf_spectacular.settings import spectacular_settings

from annotations.api.desk.web_annotation_shapes import SHAPES
from annotations.models import ApiKey
from claims.exchange.strict import ANY_TEXT, MOMENT, SOME_TEXT
from config.idempotency import HEADER, MAX_KEY

REFERENCE = "#/components/schemas/"
IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": HEADER,
    "in": "header",
    "description": "Names this request: sent again with the same key within 24 hours, it is "
    "carried out no second time and gets the first answer, with `Idempotency-Replayed: true`. "
    "For who comes with a key or a log-in; nobody else's answers are kept.",
    "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY, "pattern": r"\S"},
    "example": "a3f1c0de-5b7e-4c2e-9a57-0d6f5b1f2c11",
}
VERBS = ("get", "post", "put", "patch", "delete")
WORDS = "x-words"
"""Where the pattern waits until drf-spectacular is done: it takes patterns for unfit for ""."""
BLANK = {"type": "string", "maxLength": 0}
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


NEEDED_BODIES = {"annotation_container_add", "annotation_replace", "articles_add"}
"""Operations whose body none of its fields makes required."""


def _either(one: str, other: str) -> dict[str, Any]:
    """Ask for exactly one of two fields; programs that make clients pass over if, then and else."""
    return {
        "if": {"required": [one]},
        "then": {"not": {"required": [other]}},
        "else": {"required": [other]},
    }


TOGETHER: dict[str, dict[str, Any]] = {
    "ArticleInput": _either("url", "text"),
    "AssigningInput": _either("claims", "articles"),
    "BulkDecisionInput": {
        "if": {"properties": {"act": {"const": "dismiss"}}},
        "then": {"required": ["reason"]},
        "else": {"not": {"required": ["reason"]}},
    },
    "ReplyOutcomeInput": {
        "if": {"properties": {"outcome": {"enum": ["answered", "struck"]}}},
        "then": {"required": ["words"], "properties": {"words": {"pattern": SOME_TEXT}}},
    },
    "SourceInput": {"if": {"not": {"required": ["id"]}}, "then": {"required": ["url"]}},
}
"""Which fields of a body go together."""


class SessionCookie(SessionScheme):
    """The desk's cookie; writes also need the CSRF header."""

    target_class = "config.http.SessionAuthentication"
    name = "session"


class ApiKeyScheme(OpenApiAuthenticationExtension):
    """A newsroom's key."""

    target_class = "annotations.api.access.key_access.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Describe the header and the scopes."""
        scopes = ", ".join(f"`{scope.value}` ({scope.label})" for scope in ApiKey.Scope)
        words = (
            "A newsroom’s key, `Authorization: Bearer vg_…`, made on the page /newsroom/ and shown "
            f"once. Its scopes say what it covers: {scopes}. Public addresses answer without a "
            "key too, less often a minute; every answer says in `RateLimit` what is left."
        )
        return {"type": "http", "scheme": "bearer", "description": words}


class PlainText(OpenApiSerializerFieldExtension):
    """Says of words that people send which of them can be taken."""

    target_class = "rest_framework.serializers.CharField"
    match_subclasses = True
    priority = -1

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """Describe the field; where nothing else is said of its form, by a pattern."""
        field = self.target
        schema: dict[str, Any] = auto_schema._map_serializer_field(
            field, direction, bypass_extensions=True
        )
        if isinstance(schema.get("type"), list):
            schema["type"] = schema["type"][0]  # "null" is said again by who called
        if direction == "request" and hasattr(field, "longest"):
            schema["maxLength"] = field.longest
        if direction == "request" and schema.get("type") == "string":
            told = {"enum", "format", "pattern"} & set(schema)
            usual = ANY_TEXT if field.allow_blank else SOME_TEXT
            if words := getattr(field, "words", None if told else usual):
                schema[WORDS] = words
        return schema


class PlainMoment(OpenApiSerializerFieldExtension):
    """Says of moments that people send which of them can be taken."""

    target_class = "rest_framework.serializers.DateTimeField"

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """Describe the field; where it is sent, by a pattern too."""
        schema: dict[str, Any] = auto_schema._map_serializer_field(
            self.target, direction, bypass_extensions=True
        )
        schema["type"] = "string"  # "null" is said again by who called
        return schema | ({"pattern": MOMENT} if direction == "request" else {})


class EnglishSchemaGenerator(SchemaGenerator):
    """drf-spectacular's, with labels of one language: the schema is a promise, not a page."""

    def get_schema(self, request: Any = None, public: bool = False) -> dict[str, Any]:
        """Generate the whole document."""
        with translation.override("en"):
            schema: dict[str, Any] = super().get_schema(request, public)
        return schema

    def parse(self, input_request: Any, public: bool) -> dict[str, Any]:
        """Read the views; and webhooks' shapes, since shapes are gathered before webhooks are."""
        process_webhooks(spectacular_settings.WEBHOOKS, self.registry)
        paths: dict[str, Any] = super().parse(input_request, public)
        return paths


def plain_names(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Call a shape by what it is the shape of: ClaimShape becomes Claim."""
    schemas = result.get("components", {}).get("schemas", {})
    plain = {name: name.replace("Shape", "") for name in schemas}
    taken = Counter(plain.values())
    renamed = {old: new for old, new in plain.items() if old != new and taken[new] == 1}
    result["components"]["schemas"] = {
        renamed.get(name, name): schema for name, schema in schemas.items()
    }
    renamed_schema: dict[str, Any] = _with_references(result, renamed)
    return renamed_schema


def take_keys(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say of every public operation that it takes a key, and does without."""
    for operations in result["paths"].values():
        for operation in operations.values():
            if "Public" in operation.get("tags", ()):
                operation["security"] = [{}, {"apiKey": []}]
    return result


def add_shapes(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Add what no serializer describes, so that programs that make clients have a name for it."""
    result["components"]["schemas"] |= SHAPES
    return result


def _name_patterns(part: Any) -> None:
    """Turn every WORDS into a pattern where there is none of its own.

    What may be blank fits two of its choices where formats aren't looked at: one must do.
    """
    if isinstance(part, dict):
        if BLANK in part.get("oneOf", ()):
            part["anyOf"] = part.pop("oneOf")
        if WORDS in part:
            words = part.pop(WORDS)
            part.setdefault("pattern", words)
        for value in part.values():
            _name_patterns(value)
    elif isinstance(part, list):
        for value in part:
            _name_patterns(value)


def _with_references(part: Any, renamed: dict[str, str]) -> Any:
    """Point every reference and discriminator to the new names."""
    if isinstance(part, dict):
        return {key: _with_references(value, renamed) for key, value in part.items()}
    if isinstance(part, list):
        return [_with_references(value, renamed) for value in part]
    if isinstance(part, str) and part.startswith(REFERENCE):
        name = part.removeprefix(REFERENCE)
        return REFERENCE + renamed.get(name, name)
    return part


def say_what_is_read(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say of every parameter in words that it holds no NUL, and which fields exclude each other."""
    _name_patterns(result)
    for operations in result["paths"].values():
        for verb in VERBS:
            if operations.get(verb, {}).get("operationId") in NEEDED_BODIES:
                operations[verb]["requestBody"]["required"] = True
            for parameter in operations.get(verb, {}).get("parameters", ()):
                schema = parameter["schema"]
                told = {"enum", "format", "pattern"} & set(schema)
                if parameter["in"] == "query" and schema.get("type") == "string" and not told:
                    schema["pattern"] = ANY_TEXT
    for name, rule in TOGETHER.items():
        result["components"]["schemas"][name] |= rule
    return result


def name_repeated_posts(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say of every POST that it takes an idempotency key, which a middleware reads."""
    result["components"].setdefault("parameters", {})["IdempotencyKey"] = IDEMPOTENCY_KEY
    reference = {"$ref": "#/components/parameters/IdempotencyKey"}
    for operations in result["paths"].values():
        if "post" in operations:
            operations["post"].setdefault("parameters", []).append(reference)
    return result


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
