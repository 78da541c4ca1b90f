"""How the OpenAPI file describes Web Annotations: what may be sent, rule by rule, what is shown.

What is sent is checked by `annotations.web_annotation.checks`. No schema says that two bodies may
not name two ratings, nor how deep an object may be nested; every other rule stands here too.
"""

from __future__ import annotations

from typing import Any

from annotations.web_annotation.checks import MAX_IRI, MAX_WORDS
from annotations.web_annotation.document import CONTEXT
from claims.exchange.strict import ANY_TEXT

Json = dict[str, Any]

_IRI: Json = {
    "type": "string",
    "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s\u0000-\u0020\u0085<>\"{}|\\^`]+$",
}
"""Not `format: uri`, which has ASCII alone."""
_NAMED: Json = {"type": "object", "properties": {"id": _IRI}, "required": ["id"]}
_SENT_IRI: Json = {**_IRI, "maxLength": MAX_IRI}
_MOMENT: Json = {
    "type": "string",
    "format": "date-time",
    "pattern": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?Z$",
}
"""Moments that are taken for sure; the last days of a month are tried too."""
_MOMENTS: Json = dict.fromkeys(("created", "modified", "generated"), _MOMENT)
_LARGEST = 2**53 - 1
"""I-JSON (RFC 7493): beyond it programs lose digits."""


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


_OPEN: Json = {
    "propertyNames": {"pattern": ANY_TEXT},
    "additionalProperties": _ref("WebAnnotationValue"),
}
"""Objects with members beside those that are named."""
_SENT_NAMED: Json = {"type": "object", "properties": {"id": _SENT_IRI}, "required": ["id"], **_OPEN}


def _among(part: Json, others: Json | None = None) -> Json:
    """Describe a value that may stand alone or in an array with others."""
    return {"anyOf": [part, {"type": "array", "items": others or {}, "contains": part}]}


def _each(part: Json) -> Json:
    """Describe a value that may stand alone, in an array with others like it, or be missing."""
    return {"anyOf": [part, {"type": "array", "items": part}, {"type": "null"}]}


def _some(part: Json) -> Json:
    """Describe a value that stands alone or in an array with others like it."""
    return {"anyOf": [part, {"type": "array", "items": part, "minItems": 1}]}


def _is(kind: str) -> Json:
    """Ask for an object that says it is one of `kind`."""
    return {"properties": {"type": _among({"const": kind})}, "required": ["type"]}


_SHOWN: Json = {"anyOf": [_IRI, _ref("WebAnnotationResource")]}
_NAME: Json = {"type": "string", "pattern": ANY_TEXT}
_NAMES: Json = {
    "type": "object",
    "propertyNames": {"pattern": ANY_TEXT},
    "additionalProperties": _NAME,
}
_OURS: Json = {"enum": [CONTEXT, CONTEXT.replace("http:", "https:")]}
_TERM: Json = {"anyOf": [_NAME, {"type": "null"}, _NAMES]}
_TERMS: Json = {"anyOf": [_NAME, {**_NAMES, "additionalProperties": _TERM}]}
"""A context beside ours: an address, or terms of a client's own."""
_SENT: Json = {"anyOf": [_SENT_IRI, _ref("WebAnnotationPart")]}
_QUOTE: Json = {name: {"type": "string"} for name in ("exact", "prefix", "suffix")}
_ENDS: Json = {name: {"type": "integer", "minimum": 0} for name in ("start", "end")}
SHAPES: Json = {
    "WebAnnotation": {
        "type": "object",
        "description": "An annotation of the W3C Web Annotation Data Model, as JSON-LD.",
        "properties": {
            "@context": _among(_OURS),
            "id": _IRI,
            "type": _among({"const": "Annotation"}),
            "body": {"description": "IRIs and resources, such as TextualBody.", **_each(_SHOWN)},
            "target": {"description": "The passage spoken of.", **_some(_SHOWN)},
        },
        "required": ["@context", "type", "target"],
        "additionalProperties": True,
    },
    "WebAnnotationResource": {
        "type": "object",
        "description": "A body or target: embedded text, a resource, or a part of its source.",
        "anyOf": [{"required": ["id"]}, {"required": ["source"]}, {"required": ["value"]}],
        "properties": {
            "id": _IRI,
            "source": {"anyOf": [_IRI, _NAMED]},
            "value": {"type": "string"},
        },
        "additionalProperties": True,
    },
    "WebAnnotationInput": {
        "type": "object",
        "description": "An annotation of the W3C Web Annotation Data Model, as JSON-LD.",
        "properties": {
            "@context": _among(_OURS, _TERMS),
            "id": _SENT_IRI,
            "canonical": _SENT_IRI,
            "via": _each(_SENT_IRI),
            "rights": _each(_SENT_IRI),
            **_MOMENTS,
            "creator": _each({"anyOf": [_SENT_IRI, _ref("WebAnnotationThing")]}),
            "generator": _each({"anyOf": [_SENT_IRI, _ref("WebAnnotationThing")]}),
            "motivation": _each({"type": "string", "pattern": ANY_TEXT}),
            "type": _among({"const": "Annotation"}, _NAME),
            "bodyValue": {"type": "string", "pattern": ANY_TEXT, "maxLength": MAX_WORDS},
            "body": {"description": "IRIs and resources, such as TextualBody.", **_each(_SENT)},
            "target": {"description": "The passage spoken of.", **_some(_SENT)},
        },
        "required": ["@context", "type", "target"],
        "not": {"required": ["body", "bodyValue"]},
        **_OPEN,
    },
    "WebAnnotationPart": {
        "type": "object",
        "description": "A body or target: embedded text, a resource, or a part of its source.",
        "anyOf": [{"required": ["id"]}, {"required": ["source"]}, {"required": ["value"]}],
        "properties": {
            "id": _SENT_IRI,
            "source": {"anyOf": [_SENT_IRI, _SENT_NAMED]},
            "value": {"type": "string", "pattern": ANY_TEXT, "maxLength": MAX_WORDS},
            "selector": _each({"anyOf": [_SENT_IRI, _ref("WebAnnotationSelector")]}),
            **_MOMENTS,
        },
        "allOf": [
            {"if": _is("TextualBody"), "then": {"required": ["value"]}},
            {
                "if": {"allOf": [_is("SpecificResource"), {"not": {"required": ["value"]}}]},
                "then": {"required": ["source"]},
            },
        ],
        **_OPEN,
    },
    "WebAnnotationSelector": {
        "type": "object",
        "description": "Where the words are found: TextQuoteSelector, TextPositionSelector.",
        "allOf": [
            {
                "if": _is("TextQuoteSelector"),
                "then": {
                    "properties": _QUOTE,
                    "required": ["exact"],
                },
            },
            {
                "if": _is("TextPositionSelector"),
                "then": {
                    "properties": _ENDS,
                    "required": ["start", "end"],
                },
            },
        ],
        **_OPEN,
    },
    "WebAnnotationThing": {
        "type": "object",
        "description": "Whatever else a client keeps with an annotation.",
        **_OPEN,
    },
    "WebAnnotationValue": {
        "description": "Any value without NUL or numbers that not every program can keep.",
        "anyOf": [
            {"type": "string", "pattern": ANY_TEXT},
            {"type": "number", "minimum": -_LARGEST, "maximum": _LARGEST},
            {"type": "boolean"},
            {"type": "null"},
            {"type": "array", "items": _ref("WebAnnotationValue")},
            _ref("WebAnnotationThing"),
        ],
    },
}
"""Components of the OpenAPI file that no serializer describes."""
