"""What an outside client's Web Annotation says, as far as the desk can use it.

Pure. Rating, reasons and evidence are read from the bodies by their purpose, the passage from the
targets; everything else stays in the document, which is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from annotations.selectors import TextPosition, TextQuote
from annotations.web_annotation.checks import Finding, findings
from annotations.web_annotation.document import PREFIX, Cited, JsonObject, many, rating_iri

STANCES = ("supports", "refutes", "context")
URN = "urn:uuid:"
"""What names a document without a web address: followed by the id its source has here."""
_UUID_URN = re.compile(rf"{URN}[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}")
_RATES = {"classifying", "assessing", "tagging"}
_SAYS = {"commenting", "describing", "assessing", "reviewing", "replying", "questioning"}


class Malformed(ValueError):
    """The document is no annotation of the W3C's model; `findings` says why."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(found[0][1])
        self.findings = found


@dataclass(frozen=True, slots=True)
class Target:
    """A passage as the client names it; both selectors may be missing."""

    source: str
    quote: TextQuote | None
    position: TextPosition | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the desk understood. rating: a key of the scale, empty for none."""

    targets: tuple[Target, ...]
    rating: str
    rationale: str
    cites: tuple[Cited, ...]


def read_annotation(document: Any, *, vocabulary: str, names: Mapping[str, str]) -> Reading:
    """Read an annotation; names: the scale's keys by their lower-case keys and names.

    Raises Malformed, also when the bodies hold two different ratings.
    """
    found = list(findings(document))
    if found:
        raise Malformed(found)
    bodies = many(document.get("body"))
    known = {rating_iri(key, vocabulary): key for key in names.values()} | dict(names)
    ratings = {key for body in bodies for key in [rating_in(body, vocabulary, known)] if key}
    if len(ratings) > 1:
        raise Malformed([("/body", "The bodies name two different ratings.")])
    words = [document.get("bodyValue", ""), *(_words(body, known) for body in bodies)]
    return Reading(
        targets=tuple(_target(part) for part in many(document["target"])),
        rating=next(iter(ratings), ""),
        rationale="\n\n".join(part.strip() for part in words if part.strip()),
        cites=tuple(cited for body in bodies for cited in _cited(body, vocabulary)),
    )


def bodies_left(document: JsonObject, *, vocabulary: str, names: Mapping[str, str]) -> list[Any]:
    """Give the bodies that the desk made nothing of, for when its own take the others' place."""
    known = {rating_iri(key, vocabulary): key for key in names.values()} | dict(names)
    return [
        body
        for body in many(document.get("body"))
        if not rating_in(body, vocabulary, known)
        and not _words(body, known)
        and not any(_cited(body, vocabulary))
    ]


def rating_in(body: Any, vocabulary: str, known: Mapping[str, str]) -> str:
    """Give the rating that a body names, by its IRI or in words; empty for none."""
    if not isinstance(body, dict):
        return ""
    source = _source_of(body)
    if source.startswith(f"{vocabulary}rating-"):
        return known.get(source, source.removeprefix(f"{vocabulary}rating-"))
    purposes = set(many(body.get("purpose")))
    value = body.get("value")
    if purposes & _RATES and isinstance(value, str):
        return known.get(value.strip().lower(), "")
    return ""


def _words(body: Any, known: Mapping[str, str]) -> str:
    """Give the reasons that a body holds in words; HTML loses its tags."""
    if not isinstance(body, dict) or not isinstance(body.get("value"), str):
        return ""
    purposes, value = set(many(body.get("purpose"))), str(body["value"])
    is_rating = bool(purposes & _RATES) and value.strip().lower() in known
    if is_rating or (purposes and not purposes & _SAYS):
        return ""
    return _without_tags(value) if body.get("format") == "text/html" else value


def _cited(body: Any, vocabulary: str) -> Iterator[Cited]:
    """Give the document that a body links to, if it does."""
    told: JsonObject = body if isinstance(body, dict) else {"source": body}
    url = _source_of(told)
    purposes = set(many(told.get("purpose")))
    links = not purposes or "linking" in purposes
    if "value" in told or not links or url.startswith(vocabulary):
        return
    if urlsplit(url).scheme not in ("http", "https") and not _UUID_URN.fullmatch(url):
        return
    source = told.get("source")
    stance, note = told.get(f"{PREFIX}:stance"), told.get(f"{PREFIX}:note")
    yield Cited(
        url=url,
        title=_string(source.get("label")) if isinstance(source, dict) else "",
        excerpt=next((quote.exact for quote in _quotes(told)), ""),
        stance=stance if stance in STANCES else "",
        note=_string(note),
        is_primary=told.get(f"{PREFIX}:primary") is True,
    )


def _target(target: Any) -> Target:
    if isinstance(target, str):
        return Target(target, None, None)
    positions = (
        TextPosition(int(part["start"]), int(part["end"]))
        for part in _selectors(target, "TextPositionSelector")
    )
    return Target(_source_of(target), next(_quotes(target), None), next(positions, None))


def _quotes(resource: JsonObject) -> Iterator[TextQuote]:
    for part in _selectors(resource, "TextQuoteSelector"):
        yield TextQuote(part["exact"], part.get("prefix", ""), part.get("suffix", ""))


def _selectors(resource: JsonObject, kind: str) -> Iterator[JsonObject]:
    for part in many(resource.get("selector")):
        if isinstance(part, dict) and kind in many(part.get("type")):
            yield part


def _source_of(resource: JsonObject) -> str:
    source = resource.get("source", resource.get("id"))
    return _string(source.get("id")) if isinstance(source, dict) else _string(source)


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


class _Text(HTMLParser):
    """Collects the text of a piece of HTML, a line for each paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "div", "li", "blockquote"):
            self.parts.append("\n")


def _without_tags(html: str) -> str:
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)
