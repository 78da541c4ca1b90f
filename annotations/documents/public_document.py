"""The public JSON document of a verified claim, as frozen dataclasses.

Pure: no database, no web. What stands here is what newsrooms read; the field names are the
contract. Days are ISO 8601 dates, moments ISO 8601 with an offset, both as strings, so that the
stored document and the answer are the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import orjson

PUBLISHED, WITHDRAWN = "published", "withdrawn"


@dataclass(frozen=True, slots=True)
class PublicArticle:
    """Where the claim was read."""

    id: str
    title: str
    publisher: str
    url: str
    published_at: str | None


@dataclass(frozen=True, slots=True)
class PublicEntity:
    """A name in the claim, whole; label: PER, ORG, LOC, PRODUCT or MISC."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class PublicClaim:
    """The claim and its own words in the article.

    exact: the article's words from start to end; prefix and suffix: what stands around them.
    start, end, segments: half-open spans in code points of the article's text.
    speaker_kind: person or organization where a speaker is named; made_on: a day.
    kind, entities: empty in documents that were published before they were kept.
    """

    text: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    segments: tuple[tuple[int, int], ...]
    speaker: str | None
    speaker_kind: str | None
    made_on: str | None
    article: PublicArticle
    kind: str = ""
    entities: tuple[PublicEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicRating:
    """One step of the scale; value is None where truth can't be placed."""

    key: str
    names: Mapping[str, str]
    value: int | None
    export: str


@dataclass(frozen=True, slots=True)
class PublicSource:
    """The document cited; url is empty for one without a web address, told by its copy's hash."""

    url: str
    title: str
    publisher: str
    published_on: str | None


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """The copy we keep of a source: lower-case hexadecimal SHA-256 of its bytes, and when."""

    sha256: str
    kept_at: str


@dataclass(frozen=True, slots=True)
class PublicEvidence:
    """What a source says about the claim; stance is supports, refutes or context."""

    source: PublicSource
    excerpt: str
    stance: str
    is_primary: bool
    archived: KeptCopy | None


@dataclass(frozen=True, slots=True)
class PublicReply:
    """A request for a reply: whom we asked, when and how, and what came of it.

    channel: email, phone, letter, in_person, social, other; asked, channel: empty and asked_at
    None where an earlier text alone tells of it. outcome: waiting, answered, declined, silent,
    told (answer holds that text).
    """

    asked: str
    channel: str
    asked_at: str | None
    due_at: str | None
    outcome: str
    answer: str
    received_at: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change after publishing; act is corrected or withdrawn, severity empty for the latter."""

    version: int
    act: str
    severity: str
    notice: str
    at: str
    from_rating: str | None
    to_rating: str | None


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """One version of a verified claim.

    right_of_reply: the replies told in one text. replies: the same row by row, empty in documents
    that were published before they were kept so.
    """

    id: str
    url: str
    publication_state: str
    version: int
    language: str
    headline: str
    claim: PublicClaim
    rating: PublicRating
    rationale: str
    evidence: tuple[PublicEvidence, ...]
    one_source_reason: str
    no_primary_reason: str
    reviews: int
    as_of: str | None
    recheck_on: str | None
    right_of_reply: str
    published_at: str
    updated_at: str
    corrections: tuple[Correction, ...]
    replies: tuple[PublicReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a withdrawn claim: that it was, and why it was taken back."""

    id: str
    url: str
    publication_state: str
    version: int
    language: str
    claim_text: str
    notice: str
    published_at: str
    updated_at: str
    corrections: tuple[Correction, ...]


def rendered(document: PublicDocument | Tombstone) -> bytes:
    """Give the document's JSON, UTF-8, in the order of its fields."""
    return orjson.dumps(document)


def read_document(stored: Mapping[str, Any]) -> PublicDocument | Tombstone:
    """Rebuild the document from its stored JSON."""
    corrections = tuple(_built(Correction, part) for part in stored["corrections"])
    if stored["publication_state"] == WITHDRAWN:
        return _built(Tombstone, stored, corrections=corrections)
    claim = stored["claim"]
    return _built(
        PublicDocument,
        stored,
        claim=_built(
            PublicClaim,
            claim,
            segments=tuple((start, end) for start, end in claim["segments"]),
            article=_built(PublicArticle, claim["article"]),
            entities=tuple(_built(PublicEntity, part) for part in claim.get("entities", ())),
        ),
        rating=_built(PublicRating, stored["rating"]),
        evidence=tuple(_evidence(part) for part in stored["evidence"]),
        corrections=corrections,
        replies=tuple(_built(PublicReply, part) for part in stored.get("replies", ())),
    )


def _evidence(stored: Mapping[str, Any]) -> PublicEvidence:
    kept = stored["archived"]
    return _built(
        PublicEvidence,
        stored,
        source=_built(PublicSource, stored["source"]),
        archived=_built(KeptCopy, kept) if kept else None,
    )


def _built(kind: type[Any], stored: Mapping[str, Any], **made: Any) -> Any:
    """Build a dataclass of `kind`; parts given as `made` replace the stored ones."""
    known = {part.name: stored[part.name] for part in fields(kind) if part.name in stored}
    return kind(**{**known, **made})
