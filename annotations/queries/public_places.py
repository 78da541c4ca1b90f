"""Places in the public list: between two rows by their own keys, in one of several orders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from annotations.queries.statements import Fragment

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


def beyond_place(place: Place | None, key: str | None, *, is_rising: bool) -> Fragment:
    """Give the condition that a row lies on the far side of a place; empty for none."""
    if place is None:
        return Fragment("")
    way = ">" if is_rising else "<"
    if key is None or place.key is None:
        return Fragment(f"seq {way} %s::bigint", (place.seq,))
    kind = "timestamptz" if key == "first_published_at" else "float8"
    value = _moment(place.key) if kind == "timestamptz" else place.key
    return Fragment(
        f"({key}, seq) {way} (%s::{kind}, %s::bigint)",
        (value, place.seq),
    )


def key_number(moment: datetime) -> float:
    """Give the moment that orders a row before `seq` does, as a place holds it."""
    return float((moment - EPOCH) // timedelta(microseconds=1))


def _moment(microseconds: float) -> datetime:
    return EPOCH + timedelta(microseconds=max(-LAST_DAY, min(microseconds, LAST_DAY)))
