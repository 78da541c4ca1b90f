"""A review as a W3C Web Annotation, and an outside client's annotation given back as it came.

Pure: frozen dataclasses in, JSON-LD out. Sources: W3C Web Annotation Data Model and Vocabulary
(Recommendations of 23 February 2017). `annotations.web_annotation.reading` is the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
PREFIX = "vaglio"
"""Ours in the JSON-LD context, for what the vocabulary has no word for: stance, note, primary."""

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of an article that are spoken of.

    source: the article's own address; cached: where the text lies that `start` and `end` (code
    points) count in; read_at: when it was read, ISO 8601 in UTC, or empty.
    """

    source: str
    cached: str
    read_at: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """One evidence: a document, what it says, and which way it points."""

    url: str
    title: str = ""
    excerpt: str = ""
    stance: str = ""
    note: str = ""
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A person's review of a claim; rating is a key of the scale, label its name in words.

    language: of the words, as in BCP 47; created, modified: ISO 8601 in UTC with a final Z.
    """

    iri: str
    canonical: str
    creator: str
    created: str
    modified: str
    language: str
    rating: str
    label: str
    rationale: str
    cites: Sequence[Cited]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Marks:
    """What the server adds to an annotation that it gives back."""

    iri: str
    creator: str
    created: str
    modified: str


def web_annotation(review: Review, *, vocabulary: str) -> JsonObject:
    """Give a review as JSON-LD; vocabulary: the IRI that our own terms begin with."""
    return {
        "@context": [CONTEXT, {PREFIX: vocabulary}],
        "id": review.iri,
        "type": "Annotation",
        "motivation": "assessing",
        "canonical": review.canonical,
        "creator": _person(review.creator),
        "created": review.created,
        "modified": review.modified,
        "body": bodies_of(review, vocabulary=vocabulary),
        "target": _target(review.passage),
    }


def bodies_of(review: Review, *, vocabulary: str) -> list[JsonObject]:
    """Give rating, reasons and evidence as bodies, each with its purpose."""
    return [
        {
            "type": "SpecificResource",
            "purpose": "classifying",
            "source": {"id": rating_iri(review.rating, vocabulary), "label": review.label},
        },
        {
            "type": "TextualBody",
            "purpose": "commenting",
            "value": review.rationale,
            "format": "text/plain",
            "language": review.language,
        },
        *(_linked(part) for part in review.cites),
    ]


def given_back(document: JsonObject, marks: Marks) -> JsonObject:
    """Give an outside client's annotation as it was sent, at the address it has here.

    The context comes first, as readers that stream want it. Where it came from goes to `via`; who
    sent it stands among its creators; a `canonical` address it has stays, and none is made up for
    an annotation that lives elsewhere.
    """
    head = {"@context": document.get("@context", CONTEXT), "id": marks.iri}
    given = {**head, **document, "id": marks.iri, "modified": marks.modified}
    given.setdefault("created", marks.created)
    creators = many(document.get("creator"))
    ours = _person(marks.creator)
    given["creator"] = one_or_many(creators if ours in creators else [*creators, ours])
    return given


def with_bodies(document: JsonObject, bodies: list[Any], *, vocabulary: str) -> JsonObject:
    """Put other bodies into a client's annotation, and into its context what names our terms."""
    given = {name: value for name, value in document.items() if name != "bodyValue"}
    contexts, ours = many(document.get("@context")), {PREFIX: vocabulary}
    given["@context"] = contexts if ours in contexts else [*contexts, ours]
    return {**given, "body": bodies}


def with_origin(document: JsonObject, *, iri: str) -> JsonObject:
    """Move the address that a client's annotation came with to `via`, unless it is ours."""
    sent, via = document.get("id"), many(document.get("via"))
    kept = {name: value for name, value in document.items() if name not in ("id", "via")}
    if isinstance(sent, str) and sent not in (*via, iri):
        via = [*via, sent]
    elif "canonical" not in document and not via:
        kept["canonical"] = f"urn:uuid:{iri.rstrip('/').rpartition('/')[2]}"
    return {**kept, "via": one_or_many(via)} if via else kept


def rating_iri(key: str, vocabulary: str) -> str:
    """Name a step of the rating scale."""
    return f"{vocabulary}rating-{key}"


def many(value: Any) -> list[Any]:
    """Read what JSON-LD writes as nothing, one value or an array."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def one_or_many(values: list[Any]) -> Any:
    """Write several values as an array, one as itself."""
    return values[0] if len(values) == 1 else values


def _person(name: str) -> JsonObject:
    return {"type": "Person", "name": name}


def _linked(cited: Cited) -> JsonObject:
    source: JsonObject = {"id": cited.url}
    if cited.title:
        source["label"] = cited.title
    body: JsonObject = {"type": "SpecificResource", "purpose": "linking", "source": source}
    if cited.excerpt:
        body["selector"] = {"type": "TextQuoteSelector", "exact": cited.excerpt}
    told = {"stance": cited.stance, "note": cited.note, "primary": cited.is_primary}
    return body | {f"{PREFIX}:{name}": value for name, value in told.items() if value}


def _target(passage: Passage) -> JsonObject:
    state: JsonObject = {"type": "TimeState", "cached": passage.cached}
    if passage.read_at:
        state["sourceDate"] = passage.read_at
    quote = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    return {
        "type": "SpecificResource",
        "source": passage.source,
        "state": state,
        "selector": [
            {
                "type": "TextQuoteSelector",
                **{name: words for name, words in quote.items() if words},
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
