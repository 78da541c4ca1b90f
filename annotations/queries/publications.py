"""What is public, read straight from the frozen rows: no joins, one order, keyset pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from annotations.models import PublishedClaim
from annotations.queries.kept_statements import moment, read_kept, whole

WITHDRAWN = PublishedClaim.Act.WITHDRAWN
MARK = "SELECT seq, created_at FROM annotations_publishedclaim ORDER BY seq DESC LIMIT 1"
CURRENT = """
SELECT act, etag, created_at, body FROM annotations_publishedclaim
WHERE claim_id = %s AND is_current
"""
LONGEST_SEQ = 19
"""Digits at which a number may no longer fit into a bigint."""


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
    rows = read_kept(MARK)
    return (whole(rows.get_value(0, 0)), moment(rows.get_value(0, 1))) if rows.ntuples else None


def current_of(claim_id: UUID) -> QuerySet[PublishedClaim]:
    """Read the newest version of one claim, tombstones included."""
    return PublishedClaim.objects.filter(claim=claim_id, is_current=True)


def current_bytes(claim_id: UUID | str) -> tuple[str, str, datetime, bytes] | None:
    """Read act, etag, moment and stored bytes of a claim's newest version.

    claim_id: a string must be written as UUIDs are; PostgreSQL reads it.
    """
    rows = read_kept(CURRENT, [str(claim_id)])
    if not rows.ntuples:
        return None
    act, etag, made_at, body = (rows.get_value(0, column) or b"" for column in range(4))
    return act.decode(), etag.decode(), moment(made_at), body


def newest_standing() -> PublishedClaim | None:
    """Give the claim that was published or corrected last, of those that stand."""
    rows = PublishedClaim.objects.filter(is_current=True).exclude(act=WITHDRAWN)
    return rows.order_by("-seq").first()


def versions_of(claim_id: UUID) -> QuerySet[PublishedClaim]:
    """Read every version of one claim, newest first."""
    return PublishedClaim.objects.filter(claim=claim_id).order_by("-version")


def changes() -> QuerySet[PublishedClaim]:
    """Read every correction, withdrawal and publication anew, newest first."""
    is_first = Q(act=PublishedClaim.Act.PUBLISHED, version=1)
    return PublishedClaim.objects.exclude(is_first).order_by("-seq")


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
