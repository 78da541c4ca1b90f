"""What the Web Annotation Data Model says an annotation MUST be, checked one rule at a time.

Pure. Each finding is (pointer, words): the JSON Pointer (RFC 6901) of what is wrong, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from annotations.web_annotation.document import CONTEXT, many

MAX_DEPTH = 40
MAX_IRI = 2_000
MAX_WORDS = 20_000
"""Of one text; what a review may hold in all."""
_BIGGEST = 2**53 - 1
"""I-JSON (RFC 7493): beyond it programs lose digits."""
_UTC = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>\"{}|\\^`]+")

Finding = tuple[str, str]


def findings(document: Any) -> Iterator[Finding]:
    """Give everything that keeps `document` from being an annotation in this form."""
    if not isinstance(document, dict):
        yield "", "An annotation is a JSON object."
        return
    unkeepable = list(_unkeepable(document, "", 0))
    if unkeepable:
        yield from unkeepable[:20]
        return
    yield from _head(document)
    yield from _bodies(document)
    yield from _targets(document)


def is_iri(value: Any) -> bool:
    """Say whether a value is an absolute IRI, and no longer than one may be."""
    is_short = isinstance(value, str) and len(value) <= MAX_IRI
    return is_short and _IRI.fullmatch(value) is not None


def _unkeepable(value: Any, pointer: str, depth: int) -> Iterator[Finding]:
    """Find what no database and no other program can hold."""
    if depth > MAX_DEPTH:
        yield pointer, "This is nested too deeply."
    elif isinstance(value, str):
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            yield pointer, "These characters can't be kept."
    elif isinstance(value, float) or (isinstance(value, int) and abs(value) > _BIGGEST):
        if not abs(value) <= _BIGGEST:
            yield pointer, "This number is too large."
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _unkeepable(key, pointer, depth)
            yield from _unkeepable(part, f"{pointer}/{_escaped(key)}", depth + 1)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _unkeepable(part, f"{pointer}/{index}", depth + 1)


def _head(document: dict[str, Any]) -> Iterator[Finding]:
    contexts = many(document.get("@context"))
    if CONTEXT not in contexts and CONTEXT.replace("http:", "https:") not in contexts:
        yield "/@context", f"The context must be or include {CONTEXT}."
    if "Annotation" not in many(document.get("type")):
        yield "/type", "The type must be or include Annotation."
    for name in ("id", "canonical"):
        if name in document and not is_iri(document[name]):
            yield f"/{name}", "This must be one IRI."
    for name in ("via", "rights"):
        if not all(is_iri(value) for value in many(document.get(name))):
            yield f"/{name}", "These must be IRIs."
    yield from _moments(document, "")
    for agent in ("creator", "generator"):
        if not all(_is_resource(value) for value in many(document.get(agent))):
            yield f"/{agent}", "This must be an IRI or an object."
    if not all(isinstance(value, str) for value in many(document.get("motivation"))):
        yield "/motivation", "A motivation is a name or an IRI."


def _bodies(document: dict[str, Any]) -> Iterator[Finding]:
    if "bodyValue" in document:
        if "body" in document:
            yield "/bodyValue", "Body and bodyValue can't stand together."
        yield from _text(document, "bodyValue", "")
    for pointer, body in _numbered(document.get("body"), "/body"):
        yield from _resource(body, pointer)


def _targets(document: dict[str, Any]) -> Iterator[Finding]:
    targets = list(_numbered(document.get("target"), "/target"))
    if not targets:
        yield "/target", "An annotation has at least one target."
    for pointer, target in targets:
        yield from _resource(target, pointer)


def _resource(resource: Any, pointer: str) -> Iterator[Finding]:
    """Check a body or target: an IRI, embedded text, or a resource with its selectors."""
    if isinstance(resource, str):
        if not is_iri(resource):
            yield pointer, "A string here must be an IRI."
        return
    if not isinstance(resource, dict):
        yield pointer, "This must be an IRI or an object."
        return
    yield from _moments(resource, pointer)
    types = many(resource.get("type"))
    if "id" in resource and not is_iri(resource["id"]):
        yield f"{pointer}/id", "A resource's name is one IRI."
    if "value" in resource or "TextualBody" in types:
        yield from _text(resource, "value", pointer)
        if "source" in resource:
            yield from _specific(resource, pointer)
    elif "source" in resource or "SpecificResource" in types:
        yield from _specific(resource, pointer)
    elif "id" not in resource and not many(resource.get("items")):
        yield f"{pointer}/id", "A resource of its own has an IRI."


def _text(resource: dict[str, Any], name: str, pointer: str) -> Iterator[Finding]:
    if not isinstance(resource.get(name), str):
        yield f"{pointer}/{name}", "Embedded text is one string."
    elif len(resource[name]) > MAX_WORDS:
        yield f"{pointer}/{name}", f"Embedded text has {MAX_WORDS} characters at most."


def _specific(resource: dict[str, Any], pointer: str) -> Iterator[Finding]:
    source = resource.get("source")
    named = source.get("id") if isinstance(source, dict) else source
    if not is_iri(named):
        yield f"{pointer}/source", "There must be exactly one source with an IRI."
    for place, selector in _numbered(resource.get("selector"), f"{pointer}/selector"):
        yield from _selector(selector, place)


def _selector(selector: Any, pointer: str) -> Iterator[Finding]:
    if not _is_resource(selector):
        yield pointer, "A selector is an object or an IRI."
    elif isinstance(selector, dict):
        types = many(selector.get("type"))
        if "TextQuoteSelector" in types:
            yield from _quote(selector, pointer)
        if "TextPositionSelector" in types:
            yield from _position(selector, pointer)


def _quote(selector: dict[str, Any], pointer: str) -> Iterator[Finding]:
    if not isinstance(selector.get("exact"), str):
        yield f"{pointer}/exact", "A quote has exactly one string of exact words."
    for name in ("prefix", "suffix"):
        if name in selector and not isinstance(selector[name], str):
            yield f"{pointer}/{name}", "This must be one string."


def _position(selector: dict[str, Any], pointer: str) -> Iterator[Finding]:
    for name in ("start", "end"):
        if not _is_whole(selector.get(name)):
            yield f"{pointer}/{name}", "This must be exactly one whole number from 0."


def _is_whole(value: Any) -> bool:
    """Say whether a value is a whole number from 0; 3.0 is one in JSON Schema."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value >= 0 and value == int(value)


def _moments(resource: dict[str, Any], pointer: str) -> Iterator[Finding]:
    for name in ("created", "modified", "generated"):
        if name in resource and not _is_moment(resource[name]):
            yield f"{pointer}/{name}", "This must be one date with time in UTC, ending in Z."


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str) or not _UTC.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value[:19])
    except ValueError:
        return False
    return True


def _is_resource(value: Any) -> bool:
    return isinstance(value, dict) or is_iri(value)


def _numbered(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Give each of one or many with its own pointer."""
    if isinstance(value, list):
        yield from ((f"{pointer}/{index}", part) for index, part in enumerate(value))
    elif value is not None:
        yield pointer, value


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
