"""An OpenAPI document as something a template can walk through."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
VERBS = ("get", "post", "put", "patch", "delete")
NEWSROOM_TAGS = ("Public", "Webhooks")
"""What newsrooms call; the other tags are the desk's."""
MESSAGES = "Messages"
"""What webhooks send: by the name of the event, not under an address."""


@dataclass(frozen=True, slots=True)
class Member:
    """A parameter or a property: its name, type in words, and what it means."""

    name: str
    type: str
    shape: str
    place: str
    required: bool
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of an operation; `shape` names its schema where it has one."""

    code: str
    words: str
    type: str
    shape: str


@dataclass(frozen=True, slots=True)
class Example:
    """What is sent or answered, written out; `label` says which."""

    label: str
    written: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address."""

    verb: str
    path: str
    summary: str
    words: str
    parameters: Sequence[Member]
    body: Answer | None
    answers: Sequence[Answer]
    examples: Sequence[Example]


@dataclass(frozen=True, slots=True)
class Shape:
    """A named schema with its properties."""

    name: str
    words: str
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class ApiReference:
    """A part of the API: operations by tag, and the shapes they speak of."""

    groups: Mapping[str, Sequence[Operation]]
    shapes: Sequence[Shape]


def api_reference(schema: Json, *, for_newsrooms: bool) -> ApiReference:
    """Arrange a part of an OpenAPI 3.1 document for reading: what newsrooms call, or all else."""
    groups: dict[str, list[Operation]] = {tag: [] for tag in NEWSROOM_TAGS if for_newsrooms}
    described: list[Json] = []
    shared: Json = schema["components"].get("parameters", {})
    for path, operations in schema["paths"].items():
        for verb in VERBS:
            tag = _tag(operations.get(verb))
            if tag and (tag in NEWSROOM_TAGS) == for_newsrooms:
                groups.setdefault(tag.capitalize(), []).append(
                    _operation(verb, path, operations[verb], shared)
                )
                described.append(operations[verb])
    if for_newsrooms:
        for event, operations in schema.get("webhooks", {}).items():
            groups.setdefault(MESSAGES, []).append(
                _operation("post", event, operations["post"], shared)
            )
            described.append(operations["post"])
    schemas: Json = schema["components"]["schemas"]
    shapes = [_shape(name, schemas[name]) for name in sorted(_named_in(described, schemas))]
    return ApiReference(groups, shapes)


def _tag(described: Json | None) -> str:
    return str((described.get("tags") or ["Other"])[0]) if described else ""


def _named_in(parts: Sequence[Json], schemas: Json) -> set[str]:
    """Give the names of all schemas that these parts speak of, at whatever depth."""
    found: set[str] = set()
    left: list[Any] = list(parts)
    while left:
        part = left.pop()
        if isinstance(part, Mapping):
            name = str(part.get("$ref", "")).rpartition("/")[2]
            if name in schemas and name not in found:
                found.add(name)
                left.append(schemas[name])
            left.extend(part.values())
        elif isinstance(part, list):
            left.extend(part)
    return found


def _operation(verb: str, path: str, described: Json, shared: Json) -> Operation:
    """Describe an operation; `shared` holds the parameters that several of them refer to."""
    body = described.get("requestBody")
    words = described.get("description", "")
    summary = described.get("summary") or words.partition("\n")[0]
    return Operation(
        verb=verb.upper(),
        path=path,
        summary=summary,
        words="" if words == summary else words,
        parameters=[
            _parameter(shared[_named(part)] if "$ref" in part else part)
            for part in described.get("parameters", ())
        ],
        body=next(_answers("", body), None) if body else None,
        answers=[
            row for code, part in described["responses"].items() for row in _answers(code, part)
        ],
        examples=list(_examples(described)),
    )


def _examples(described: Json) -> Iterator[Example]:
    """Give the example of the body, then one for each answer that has one."""
    parts = [("Send", described.get("requestBody", {}))]
    parts += [(f"Answer {code}", part) for code, part in described["responses"].items()]
    for label, part in parts:
        for media, content in part.get("content", {}).items():
            if "example" in content and label != "Answer default":
                written = json.dumps(content["example"], indent=2, ensure_ascii=False)
                yield Example(f"{label}, {media}", written)


def _parameter(described: Json) -> Member:
    schema = described.get("schema", {})
    return Member(
        name=described["name"],
        type=_type(schema),
        shape="",
        place=described["in"],
        required=described.get("required", False),
        words=described.get("description", "") or schema.get("description", ""),
    )


def _answers(code: str, described: Json) -> Iterator[Answer]:
    """Give one row for each media type, or one for an answer without a body."""
    words = described.get("description", "")
    for media, content in described.get("content", {}).items():
        schema = content.get("schema", {})
        yield Answer(code, words, f"{media}: {_type(schema)}", _named(schema))
    if not described.get("content"):
        yield Answer(code, words, "", "")


def _shape(name: str, schema: Json) -> Shape:
    required = schema.get("required", ())
    members = [
        Member(
            key,
            _type(part),
            _named(part),
            "",
            key in required,
            part.get("description", ""),
        )
        for key, part in schema.get("properties", {}).items()
    ]
    return Shape(name, schema.get("description", "") or _choices(schema), members)


def _type(schema: Json) -> str:
    """Say a schema's type in a few words."""
    if name := _named(schema):
        return name
    for key in ("oneOf", "anyOf", "allOf"):
        if key in schema:
            return " | ".join(_type(part) for part in schema[key])
    if "enum" in schema:
        return _choices(schema)
    kind = schema.get("type", "any")
    if kind == "array":
        return f"[{_type(schema.get('items', {}))}]"
    words = " | ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words} ({schema['format']})" if "format" in schema else words


def _choices(schema: Json) -> str:
    return " | ".join(str(value) for value in schema.get("enum", ()))


def _named(schema: Json) -> str:
    """Give the name of the schema that is meant, looking into a single choice."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array":
        return ""
    parts: Sequence[Json] = schema.get("allOf", [])
    return _named(parts[0]) if len(parts) == 1 else ""
