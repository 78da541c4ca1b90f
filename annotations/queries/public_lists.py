"""The list that newsrooms page through: any filter, several orders, places that hold still.

A place is between two rows by their own keys, so rows published meanwhile move nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from annotations.models import PublishedClaim
from annotations.queries.public_words import holding, likened_words, relevance, resembling
from annotations.queries.publications import PublicFilter, conditions, public_claims

FEW = 3
"""A search whose words find fewer is asked again with words like them."""
RANKED = 2000
"""How many claims a search by relevance ranks: the newest that hold the words."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LAST_DAY = 10_000_000_000_000_000
"""Microseconds since the epoch beyond which there is no moment to compare with."""
_NUMBER = r"\d{1,18}"
_KEY = r"-?0x[01](?:\.[0-9a-f]{1,13})?p[+-]\d{1,3}"
PLACE = rf"(before|after)\.({_NUMBER})(?:~({_NUMBER})~(words|like)(?:~({_KEY}))?)?"
"""How a place is written, as a regular expression."""
_PLACE = re.compile(PLACE, re.A)


class Order(StrEnum):
    """In which order the list comes."""

    NEWEST = "-updated_at"
    OLDEST = "updated_at"
    LATEST_FIRST = "-published_at"
    EARLIEST_FIRST = "published_at"
    RELEVANCE = "relevance"


RISING = (Order.OLDEST, Order.EARLIEST_FIRST)
KEYS = {
    Order.LATEST_FIRST: "first_published_at",
    Order.EARLIEST_FIRST: "first_published_at",
    Order.RELEVANCE: "rank",
}
"""The column that orders before `seq` does."""


@dataclass(frozen=True, slots=True)
class Place:
    """Between two rows of the list.

    is_back: the page before it is wanted. key: the row's, in orders that have one beside `seq`: a
    rank, or microseconds since 1970. top: the newest row there was when the search began.
    is_similar: words like those typed count too.
    """

    seq: int
    is_back: bool = False
    key: float | None = None
    top: int = 0
    is_similar: bool = False

    def __str__(self) -> str:
        written = f"{'after' if self.is_back else 'before'}.{self.seq}"
        if self.key is not None or self.is_similar:
            written += f"~{self.top}~{'like' if self.is_similar else 'words'}"
        return written if self.key is None else f"{written}~{self.key.hex()}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of the list; top: the newest row there is; offset: rows to skip."""

    wanted: PublicFilter
    order: Order
    size: int
    top: int
    place: Place | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Rows (seq, body, whether it left the filter) in their order, and the places around them."""

    rows: Sequence[tuple[int, bytes, bool]]
    further: Place | None
    back: Place | None


def read_place(written: str) -> Place | None:
    """Read a place that we wrote; None for anything else."""
    if (parts := _PLACE.fullmatch(written)) is None:
        return None
    direction, seq, top, manner, key = parts.groups()
    return Place(
        int(seq),
        direction == "after",
        float.fromhex(key) if key else None,
        int(top or 0),
        manner == "like",
    )


def listed_page(asked: Asked) -> ListedPage:
    """Read one page, with a second statement only where the words of a search find little."""
    page = _page(asked)
    words = asked.wanted.words
    is_first = asked.place is None and asked.wanted.updated_since is None
    if not (is_first and len(page.rows) < min(FEW, asked.size) and likened_words(words)):
        return page
    like = Place(0, top=asked.top, is_similar=True)
    wider = _page(asked, like=like)
    return wider if len(wider.rows) > len(page.rows) else page


def _page(asked: Asked, like: Place | None = None) -> ListedPage:
    place, key = asked.place, KEYS.get(asked.order)
    manner = place or like or Place(0, top=asked.top)
    is_back = manner.is_back
    is_rising = (asked.order in RISING) != is_back
    rows = _rows(asked, manner)
    if place is not None:
        rows = rows.filter(_beyond(place, key, is_rising=is_rising))
    sign = "" if is_rising else "-"
    by = [f"{sign}{column}" for column in (key, "seq") if column]
    listed = rows.order_by(*by).values_list("seq", "body", "left", key or "seq")
    found = list(listed[asked.offset : asked.offset + asked.size + 1])
    has_more, found = len(found) > asked.size, found[: asked.size]
    if is_back:
        found.reverse()
    return _between(
        found,
        Place(0, top=manner.top, is_similar=manner.is_similar),
        is_keyed=key is not None,
        has_further=is_back or has_more,
        has_back=has_more if is_back else place is not None,
    )


def _rows(asked: Asked, manner: Place) -> QuerySet[Any]:
    """Read what fits, with `left` (and, by relevance, `rank`)."""
    wanted, words = asked.wanted, asked.wanted.words
    if wanted.updated_since is not None:
        return _changed(wanted)
    rows = public_claims(replace(wanted, words=""))
    if words.strip():
        rows = rows.filter(resembling(words) if manner.is_similar else holding(words))
    if asked.order is Order.RELEVANCE:
        newest = rows.filter(seq__lte=manner.top).order_by("-seq").values("seq")[:RANKED]
        rows = PublishedClaim.objects.filter(seq__in=newest)
        rows = rows.annotate(rank=relevance(words, is_similar=manner.is_similar))
    return rows.annotate(left=Value(False))


def _changed(wanted: PublicFilter) -> QuerySet[Any]:
    """Read what changed and fits, and what changed so that it no longer fits (`left`).

    A version that once fitted may have been seen by who asks; saying that it left does no harm to
    who never had it.
    """
    changed = public_claims(PublicFilter(updated_since=wanted.updated_since))
    fits = conditions(wanted)
    if wanted.words.strip():
        fits &= holding(wanted.words)
    if not fits:
        return changed.annotate(left=Value(False))
    before = PublishedClaim.objects.filter(fits, claim=OuterRef("claim"))
    left = Case(When(fits, then=False), default=True, output_field=BooleanField())
    return changed.filter(Exists(before)).annotate(left=left)


def _beyond(place: Place, key: str | None, *, is_rising: bool) -> Q:
    way = "gt" if is_rising else "lt"
    if key is None or place.key is None:
        return Q(**{f"seq__{way}": place.seq})
    value = _moment(place.key) if key == "first_published_at" else place.key
    after = Q(**{f"{key}__{way}": value}) | Q(**{f"seq__{way}": place.seq})
    return Q(**{f"{key}__{way}e": value}) & after


def _between(
    rows: Sequence[tuple[Any, ...]],
    manner: Place,
    *,
    is_keyed: bool,
    has_further: bool,
    has_back: bool,
) -> ListedPage:
    def place(row: tuple[Any, ...], *, is_back: bool) -> Place:
        key = _key(row[3]) if is_keyed else None
        return replace(manner, seq=row[0], key=key, is_back=is_back)

    return ListedPage(
        [(seq, bytes(body), left) for seq, body, left, _ in rows],
        place(rows[-1], is_back=False) if rows and has_further else None,
        place(rows[0], is_back=True) if rows and has_back else None,
    )


def _key(value: Any) -> float:
    return (
        float((value - EPOCH) // timedelta(microseconds=1))
        if isinstance(value, datetime)
        else float(value)
    )


def _moment(microseconds: float) -> datetime:
    return EPOCH + timedelta(microseconds=max(-LAST_DAY, min(microseconds, LAST_DAY)))
