"""Which published claims are wanted, and the conditions that say so to the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from annotations.filter_keys import name_key
from annotations.queries.public_words import holding, resembling
from annotations.queries.statements import Fragment, all_of

STANDING = Fragment("is_current AND act <> 'withdrawn'")
NEWEST = Fragment("is_current")


@dataclass(frozen=True, slots=True)
class PublicFilter:
    """Which published claims are wanted; empty parts ask for nothing.

    words: a search as people type it, with "phrases" and -exclusions, stemmed for its language.
    changed_after: published or corrected at this moment or later.
    updated_since: asks for the delta, which includes tombstones.
    """

    words: str = ""
    language: str = ""
    ratings: Sequence[str] = ()
    kind: str = ""
    speaker: str = ""
    entity: str = ""
    publisher: str = ""
    source_domain: str = ""
    published_after: datetime | None = None
    published_before: datetime | None = None
    changed_after: datetime | None = None
    updated_since: datetime | None = None


def fitting(wanted: PublicFilter, near: str = "") -> Fragment:
    """Give every condition on one version but `updated_since`; empty where none is asked.

    near: words like those typed that count too (annotations.queries.public_words.near_words).
    """
    parts = list(filters_of(wanted))
    words, language = wanted.words, wanted.language
    if words.strip():
        parts.append(resembling(words, near, language) if near else holding(words, language))
    return all_of(parts)


def filters_of(wanted: PublicFilter) -> Iterator[Fragment]:
    """Give each filter but the search as a condition."""
    if wanted.language:
        yield Fragment("language = %s::text", (wanted.language,))
    if wanted.ratings:
        # the second type keeps ANY from taking what stands for the value as a query of its own
        yield Fragment("rating_key = ANY(%s::varchar[]::varchar[])", (list(wanted.ratings),))
    if wanted.kind:
        yield Fragment("kind = %s::text", (wanted.kind,))
    if speaker := name_key(wanted.speaker):
        yield Fragment("speaker_key = %s::text", (speaker,))
    if publisher := name_key(wanted.publisher):
        yield Fragment("publisher_key = %s::text", (publisher,))
    name, site = name_and_site(wanted)
    if name:
        yield Fragment("entity_keys @> %s::text[]", ([name],))
    if site:
        yield Fragment("source_domains @> %s::varchar[]", ([site],))
    if wanted.published_after is not None:
        yield Fragment("first_published_at >= %s::timestamptz", (wanted.published_after,))
    if wanted.published_before is not None:
        yield Fragment("first_published_at < %s::timestamptz", (wanted.published_before,))
    if wanted.changed_after is not None:
        yield Fragment("created_at >= %s::timestamptz", (wanted.changed_after,))


def name_and_site(wanted: PublicFilter) -> tuple[str, str]:
    """Give whom claims are about and on which site their sources are, as rows hold them."""
    return name_key(wanted.entity), wanted.source_domain
