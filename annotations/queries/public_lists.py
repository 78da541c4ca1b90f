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

from annotations.queries.kept_statements import read_kept, whole
from annotations.queries.public_filters import NEWEST, STANDING, PublicFilter, fitting
from annotations.queries.public_words import likened_words, relevance
from annotations.queries.statements import Fragment, all_of, read_rows
from claims.models import Article

FEW = 3
"""A search whose words find fewer is asked again with words like them."""
RANKED = 500
"""How many claims a search by relevance ranks: the newest that hold the words."""
TABLE = "annotations_publishedclaim"
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
    """A page of the list; top: the newest row there is, for a search by relevance; offset: to skip.

    with_withdrawn: tombstones too, as a delta always has them.
    """

    wanted: PublicFilter
    order: Order
    size: int
    top: int
    place: Place | None = None
    offset: int = 0
    with_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Rows (body, whether it left the filter) in their order, and the places around them."""

    rows: Sequence[tuple[bytes, bool]]
    further: Place | None
    back: Place | None


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows as they came, and (seq, key) of the first and the last; has_more: there was one more."""

    rows: Sequence[tuple[bytes, bool]]
    ends: Sequence[tuple[int, float | None]]
    has_more: bool


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
    beyond = _beyond(place, key, is_rising=is_rising)
    if asked.wanted == PublicFilter() and asked.order is Order.NEWEST:
        found = _plain_rows(asked, beyond, is_rising=is_rising)
    else:
        found = _sought_rows(asked, _in_order(asked, manner, beyond, is_rising=is_rising))
    here = Place(0, top=manner.top, is_similar=manner.is_similar)
    return _between(found, here, is_back=is_back, is_first=place is None)


def _plain_rows(asked: Asked, beyond: Fragment, *, is_rising: bool) -> _Found:
    """Read the page that everybody asks for: no row of it is looked at but the first and last."""
    standing = NEWEST if asked.with_withdrawn else STANDING
    sent = read_kept(
        f"SELECT seq, body FROM {TABLE} WHERE {standing.sql}"  # noqa: S608 - constants only
        f"{' AND ' if beyond else ''}{beyond.sql} ORDER BY seq {'ASC' if is_rising else 'DESC'}"
        f" LIMIT {int(asked.size) + 1} OFFSET {int(asked.offset)}",
        [str(value) for value in beyond.values],
    )
    shown, value = min(sent.ntuples, asked.size), sent.get_value
    return _Found(
        [(value(row, 1) or b"", False) for row in range(shown)],
        [(whole(value(row, 0)), None) for row in ((0, shown - 1) if shown else ())],
        sent.ntuples > shown,
    )


def _sought_rows(asked: Asked, rows: Fragment) -> _Found:
    """Read the page of a question."""
    sent = read_rows(rows.sql, rows.values)
    found, is_keyed = sent[: asked.size], asked.order in KEYS
    return _Found(
        [(body, left) for _, body, left, _ in found],
        [(row[0], _key(row[3]) if is_keyed else None) for row in (found[:1] + found[-1:])],
        len(sent) > asked.size,
    )


def _in_order(asked: Asked, manner: Place, beyond: Fragment, *, is_rising: bool) -> Fragment:
    """Select the rows of the page and one more.

    A search asks each language by itself and takes the first of all: within one language the index
    alone says what holds the words; with several in one condition each row would be looked at.
    """
    way = "ASC" if is_rising else "DESC"
    by = f"ORDER BY key {way}, seq {way}" if asked.order in KEYS else f"ORDER BY seq {way}"
    size, offset = int(asked.size) + 1, int(asked.offset)
    wanted = asked.wanted
    if not wanted.words.strip() or wanted.language or wanted.updated_since is not None:
        rows = _rows(asked, manner, beyond)
        return Fragment(f"{rows.sql} {by} LIMIT {size} OFFSET {offset}", rows.values)
    parts = [
        _rows(replace(asked, wanted=replace(wanted, language=language)), manner, beyond)
        for language in Article.Language.values
    ]
    together = " UNION ALL ".join(f"({part.sql} {by} LIMIT {size + offset})" for part in parts)
    values = tuple(value for part in parts for value in part.values)
    return Fragment(f"{together} {by} LIMIT {size} OFFSET {offset}", values)


def _rows(asked: Asked, manner: Place, beyond: Fragment) -> Fragment:
    """Select (seq, body, whether it left the filter, key) of what fits and lies beyond."""
    wanted, key = asked.wanted, KEYS.get(asked.order, "seq")
    fits = fitting(wanted, is_similar=manner.is_similar)
    if wanted.updated_since is not None:
        return _changed(wanted.updated_since, fits, beyond, key)
    standing = NEWEST if asked.with_withdrawn else STANDING
    if asked.order is Order.RELEVANCE:
        return _ranked(all_of([standing, fits]), beyond, wanted, manner)
    return _select(f"seq, body, false, {key} AS key", all_of([standing, fits, beyond]))


def _ranked(fits: Fragment, beyond: Fragment, wanted: PublicFilter, manner: Place) -> Fragment:
    """Select the newest that fit, with their rank by the words of the search."""
    rank = relevance(wanted.words, is_similar=manner.is_similar)
    newest = all_of([fits, Fragment("seq <= %s::bigint", (manner.top,))])
    return Fragment(
        f"SELECT seq, body, false, rank AS key FROM (SELECT seq, body, {rank.sql} AS rank"  # noqa: S608
        f" FROM {TABLE} WHERE {newest.sql} ORDER BY seq DESC LIMIT {RANKED}) AS ranked"
        f" WHERE {beyond.sql or 'true'}",
        rank.values + newest.values + beyond.values,
    )


def _changed(since: datetime, fits: Fragment, beyond: Fragment, key: str) -> Fragment:
    """Select what changed and fits, and what changed so that it no longer fits.

    A version that once fitted may have been seen by who asks; saying that it left does no harm to
    who never had it.
    """
    changed = all_of([NEWEST, Fragment("created_at >= %s", (since,)), beyond])
    if not fits:
        return _select(f"seq, body, false, {key} AS key", changed)
    once = Fragment(
        f"EXISTS (SELECT 1 FROM {TABLE} AS before"  # noqa: S608
        f" WHERE before.claim_id = {TABLE}.claim_id AND {fits.sql})",
        fits.values,
    )
    rows = _select(f"seq, body, NOT ({fits.sql}), {key} AS key", all_of([changed, once]))
    return Fragment(rows.sql, fits.values + rows.values)


def _select(columns: str, conditions: Fragment) -> Fragment:
    return Fragment(
        f"SELECT {columns} FROM {TABLE} WHERE {conditions.sql}",  # noqa: S608 - constants only
        conditions.values,
    )


def _beyond(place: Place | None, key: str | None, *, is_rising: bool) -> Fragment:
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


def _between(found: _Found, here: Place, *, is_back: bool, is_first: bool) -> ListedPage:
    """Turn what was read backwards, and name the places around it."""
    step = -1 if is_back else 1
    has_further = is_back or found.has_more
    has_back = found.has_more if is_back else not is_first
    first, last = found.ends[::step] or (None, None)
    return ListedPage(
        found.rows[::step],
        replace(here, seq=last[0], key=last[1]) if last and has_further else None,
        replace(here, seq=first[0], key=first[1], is_back=True) if first and has_back else None,
    )


def _key(value: Any) -> float:
    return (
        float((value - EPOCH) // timedelta(microseconds=1))
        if isinstance(value, datetime)
        else float(value)
    )


def _moment(microseconds: float) -> datetime:
    return EPOCH + timedelta(microseconds=max(-LAST_DAY, min(microseconds, LAST_DAY)))
