"""What is public, read straight from the frozen rows: no joins, one order, keyset pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from annotations.filter_keys import name_key
from annotations.models import PublishedClaim
from annotations.queries.public_words import holding

WITHDRAWN = PublishedClaim.Act.WITHDRAWN
MARK = "SELECT seq, created_at FROM annotations_publishedclaim ORDER BY seq DESC LIMIT 1"
CURRENT = """
SELECT act, etag, created_at, body FROM annotations_publishedclaim
WHERE claim_id = %s AND is_current
"""
LONGEST_SEQ = 19
"""Digits at which a number may no longer fit into a bigint."""


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


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows of the public order: what lies before (older) or after it."""

    direction: str
    seq: int

    BEFORE = "before"
    AFTER = "after"

    def __str__(self) -> str:
        return f"{self.direction}.{self.seq}"


@dataclass(frozen=True, slots=True)
class KeysetPage:
    """Rows (tuples, `seq` first) from newest to oldest, and the cursors around them."""

    rows: Sequence[tuple[Any, ...]]
    older: Cursor | None
    newer: Cursor | None


def read_cursor(written: str) -> Cursor | None:
    """Read a cursor that we wrote; None for anything else."""
    direction, _, digits = written.partition(".")
    known = direction in (Cursor.BEFORE, Cursor.AFTER) and digits.isdecimal()
    return Cursor(direction, int(digits)) if known and len(digits) < LONGEST_SEQ else None


def public_claims(
    wanted: PublicFilter, *, with_withdrawn: bool = False
) -> QuerySet[PublishedClaim]:
    """Read the newest version of every published claim that fits.

    with_withdrawn: tombstones too, as a delta always has them.
    """
    rows = PublishedClaim.objects.filter(is_current=True)
    if wanted.updated_since is not None:
        rows = rows.filter(created_at__gte=wanted.updated_since)
    elif not with_withdrawn:
        rows = rows.exclude(act=WITHDRAWN)
    rows = rows.filter(conditions(wanted))
    return rows.filter(holding(wanted.words)) if wanted.words.strip() else rows


def conditions(wanted: PublicFilter) -> Q:
    """Every filter on one version, but for its time and the search; empty where none is asked."""
    return Q(**{look_up: value for look_up, value in _look_ups(wanted) if value})


def _look_ups(wanted: PublicFilter) -> Iterator[tuple[str, Any]]:
    """Every filter but the search as a look-up; one that asks for nothing has no value."""
    yield "language", wanted.language
    yield "rating_key__in", wanted.ratings
    yield "kind", wanted.kind
    yield "speaker_key", name_key(wanted.speaker)
    yield "publisher_key", name_key(wanted.publisher)
    yield "entity_keys__contains", [key] if (key := name_key(wanted.entity)) else []
    yield "source_domains__contains", [wanted.source_domain] if wanted.source_domain else []
    yield "first_published_at__gte", wanted.published_after
    yield "first_published_at__lt", wanted.published_before
    yield "created_at__gte", wanted.changed_after


def keyset_page(
    rows: QuerySet[PublishedClaim], *columns: str, cursor: Cursor | None, size: int
) -> KeysetPage:
    """Read one page of `rows` with one statement."""
    if cursor is not None and cursor.direction == Cursor.AFTER:
        newer_rows = rows.filter(seq__gt=cursor.seq).order_by("seq")
        found = list(newer_rows.values_list("seq", *columns)[: size + 1])
        page = found[:size][::-1]
        return _page(page, has_older=True, has_newer=len(found) > size)
    if cursor is not None:
        rows = rows.filter(seq__lt=cursor.seq)
    found = list(rows.order_by("-seq").values_list("seq", *columns)[: size + 1])
    return _page(found[:size], has_older=len(found) > size, has_newer=cursor is not None)


def public_mark() -> tuple[int, datetime] | None:
    """Give the newest version's seq and moment: whatever is derived from all changes with it."""
    with connection.cursor() as cursor:  # asked with every request: half the cost without the ORM
        cursor.execute(MARK)
        mark: tuple[int, datetime] | None = cursor.fetchone()
    return mark


def current_of(claim_id: UUID) -> QuerySet[PublishedClaim]:
    """Read the newest version of one claim, tombstones included."""
    return PublishedClaim.objects.filter(claim=claim_id, is_current=True)


def current_bytes(claim_id: UUID) -> tuple[str, str, datetime, bytes] | None:
    """Read act, etag, moment and stored bytes of a claim's newest version.

    Asked with every request for one claim: half the cost without the ORM.
    """
    with connection.cursor() as cursor:
        cursor.execute(CURRENT, [claim_id])
        row = cursor.fetchone()
    return None if row is None else (row[0], row[1], row[2], bytes(row[3]))


def versions_of(claim_id: UUID) -> QuerySet[PublishedClaim]:
    """Read every version of one claim, newest first."""
    return PublishedClaim.objects.filter(claim=claim_id).order_by("-version")


def changes() -> QuerySet[PublishedClaim]:
    """Read every correction and withdrawal, newest first."""
    return PublishedClaim.objects.exclude(act=PublishedClaim.Act.PUBLISHED).order_by("-seq")


def published_claims_of_article(article_id: UUID) -> QuerySet[PublishedClaim]:
    """Read an article's published claims in reading order."""
    rows = PublishedClaim.objects.filter(is_current=True, claim__article=article_id)
    return rows.exclude(act=WITHDRAWN).order_by("claim__start", "claim__end", "seq")


def _page(rows: Sequence[tuple[Any, ...]], *, has_older: bool, has_newer: bool) -> KeysetPage:
    if not rows:
        return KeysetPage(rows, None, None)
    return KeysetPage(
        rows,
        Cursor(Cursor.BEFORE, rows[-1][0]) if has_older else None,
        Cursor(Cursor.AFTER, rows[0][0]) if has_newer else None,
    )
