"""An example for every operation of the OpenAPI document, made from its own schemas.

Made, not written: an example can't fall behind the shape it shows, and an operation added later
has one at once. What they say comes from config.example_shapes and config.example_values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from config.example_shapes import BY_TYPE, PARAMETERS, SHAPES
from config.example_values import VALUES

REFERENCE = "#/components/schemas/"
JSON = "application/json"
VERBS = ("get", "post", "put", "patch", "delete")
DEEPEST = 8
Json = dict[str, Any]


def add_examples(result: Json, **kwargs: Any) -> Json:
    """Give every parameter of a path, every JSON body and answer, every message an example."""
    maker = ExampleMaker(result.get("components", {}).get("schemas", {}))
    for operations in [*result["paths"].values(), *result.get("webhooks", {}).values()]:
        for verb in VERBS:
            if verb in operations:
                _fill(operations[verb], maker)
    return result


def add_summaries(result: Json, **kwargs: Any) -> Json:
    """Take a description's first sentence as the summary where an operation has none."""
    for operations in result["paths"].values():
        for verb in VERBS:
            operation = operations.get(verb)
            if operation and not operation.get("summary"):
                line = operation.get("description", "").partition("\n")[0]
                operation["summary"] = line.partition(". ")[0].partition(":")[0].rstrip(".")
    return result


class ExampleMaker:
    """Makes a value that a schema allows."""

    def __init__(self, schemas: Mapping[str, Json]) -> None:
        self.schemas = schemas

    def example(self, schema: Json, *, shape: str = "", key: str = "", depth: int = 0) -> Any:
        """Give a value for `schema`, which is the property `key` of `shape`."""
        named = _named(schema)
        if not named:
            told, value = _told(shape, key)
            if told and _fits(value, schema):
                return value
            return self._made(schema, shape, key, depth)
        if named in SHAPES:
            return SHAPES[named]
        told, value = _told(shape, key)
        target = self.schemas[named]
        if told and "enum" in target and value in target["enum"]:
            return value
        if "enum" in target and VALUES.get(key) in target["enum"]:
            return VALUES[key]
        return self._made(target, named.removeprefix("Patched"), "", depth + 1)

    def _made(self, schema: Json, shape: str, key: str, depth: int) -> Any:
        for choice in ("oneOf", "anyOf", "allOf"):
            if choice in schema:
                return self._chosen(schema[choice], shape, key, depth)
        if "enum" in schema:
            return schema["enum"][0]
        kind = _kind(schema)
        if kind == "object" or "properties" in schema:
            return self._object(schema, shape, depth)
        if kind == "array":
            if depth > DEEPEST:
                return []
            part = self.example(schema.get("items", {}), shape=shape, key=key, depth=depth)
            return [part] * max(1, schema.get("minItems", 1))
        return _plain(schema, kind, key)

    def _chosen(self, choices: list[Json], shape: str, key: str, depth: int) -> Any:
        first = next((part for part in choices if part.get("type") != "null"), choices[0])
        return self.example(first, shape=shape, key=key, depth=depth)

    def _object(self, schema: Json, shape: str, depth: int) -> Json:
        properties: dict[str, Json] = schema.get("properties", {})
        return {
            key: self.example(part, shape=shape, key=key, depth=depth)
            for key, part in properties.items()
            if depth <= DEEPEST or key in schema.get("required", ())
        }


def _fill(operation: Json, maker: ExampleMaker) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path" or parameter["name"] in PARAMETERS:
            value = PARAMETERS.get(parameter["name"])
            schema = parameter.get("schema", {})
            if value is None or ("enum" in schema and value not in schema["enum"]):
                value = maker.example(schema, key=parameter["name"])
            parameter.setdefault("example", value)
    contents = [operation.get("requestBody", {}).get("content", {})]
    contents += [answer.get("content", {}) for answer in operation["responses"].values()]
    for content in contents:
        for media, part in content.items():
            is_named = media.endswith("json") and ("$ref" in part["schema"] or media == JSON)
            if is_named and not {"example", "examples"} & set(part):
                part["example"] = maker.example(part["schema"])


def _told(shape: str, key: str) -> tuple[bool, Any]:
    """Look a field up: its shape's own value before that of its name."""
    for place in (f"{shape}.{key}", key):
        if place in SHAPES:
            return True, SHAPES[place]
        if place in VALUES:
            return True, VALUES[place]
    return False, None


def _fits(value: Any, schema: Json) -> bool:
    """Say whether a value may stand where `schema` does, by its kind and its choices."""
    for choice in ("oneOf", "anyOf", "allOf"):
        if choice in schema:
            return any(_fits(value, part) for part in schema[choice])
    if "$ref" in schema:
        return False
    if "enum" in schema:
        return value in schema["enum"]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if schema.get("format") == "uuid" and isinstance(value, str):
        return value.count("-") == 4 and "string" in kinds
    if schema.get("format") == "uri" and isinstance(value, str):
        return "://" in value
    if isinstance(value, list) and "array" in kinds:
        return all(_fits(part, schema.get("items", {})) for part in value)
    return any(_is_of(value, kind) for kind in kinds)


def _is_of(value: Any, kind: str) -> bool:
    if kind == "boolean" or isinstance(value, bool):
        return kind == "boolean" and isinstance(value, bool)
    types: dict[str, Any] = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "null": type(None),
        "object": dict,
    }
    return kind in types and isinstance(value, types[kind])


def _plain(schema: Json, kind: str, key: str) -> Any:
    written = schema.get("format", "")
    if written in BY_TYPE:
        return BY_TYPE[written]
    if kind in BY_TYPE:
        return schema.get("minimum", BY_TYPE[kind]) if kind == "integer" else BY_TYPE[kind]
    return key.replace("_", " ") or "…"


def _kind(schema: Json) -> str:
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kinds = kind if isinstance(kind, list) else [kind]
    return str(next((name for name in kinds if name != "null"), "string"))


def _named(schema: Json) -> str:
    """Give the name of the shape a schema points to, also through a single allOf."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REFERENCE)
    parts: list[Json] = schema.get("allOf", [])
    return _named(parts[0]) if len(parts) == 1 else ""
