"""Searching the public list by words, names and sites, in the public order or by relevance.

One statement whose plan the connection keeps (annotations.queries.public_search_statement):
stretches of the order are searched one after the other, and only the page's rows are read whole.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from psycopg.pq.abc import PGresult

from annotations.queries.kept_statements import read_kept, whole
from annotations.queries.public_filters import PublicFilter, filters_of
from annotations.queries.public_marks import NAMED, named_marks
from annotations.queries.public_relevance import Level
from annotations.queries.public_search_statement import (
    ENDS,
    FILTER,
    STARTS,
    TYPED,
    Shape,
    statement,
)
from annotations.queries.public_words import NEAR, WORDS, likened_words, manner_of
from annotations.queries.statements import Fragment, written

_LEFT = 3
"""The column of a delta that says of a row that it left the filter."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the list: from one place of the public order on, this one left out, as far as
    `end`; all that lies there, or one level of it."""

    start: int
    end: int
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and along which steps, one after the other, all in one direction.

    near: words like those typed that count too. with_withdrawn: tombstones as well.
    """

    wanted: PublicFilter
    steps: Sequence[Step]
    is_rising: bool = False
    near: str = ""
    with_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """Which rows of those found the page shows: `size` after `offset`."""

    size: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Rows (body, whether it left the filter) as they came, and (seq, key) of the first and last.

    has_more: there was one more.
    """

    rows: Sequence[tuple[bytes, bool]]
    ends: Sequence[tuple[int, float | None]]
    has_more: bool


def searched_rows(search: Search, cut: Cut) -> Found:
    """Find the rows of a page, in its order."""
    if not search.steps:
        return Found([], [], has_more=False)
    sent = _read(search, cut)
    return found_in(sent, sent.ntuples, cut.size)


def searched_or_near(search: Search, cut: Cut, few: int) -> tuple[Found, str]:
    """Find the rows of a page, and words like those typed where that gives fewer than `few`."""
    sent = _read(search, cut, few)
    last = sent.ntuples - 1
    if last < 0 or sent.get_value(last, 0) is not None:
        return found_in(sent, sent.ntuples, cut.size), ""
    return found_in(sent, last, cut.size), (sent.get_value(last, 1) or b"").decode()


def found_in(sent: PGresult, count: int, size: int) -> Found:
    """Read the first `count` rows (seq, body, key) as the server sent them, to show `size`.

    Of a delta they tell in a fourth column whether the row left the filter.
    """
    shown, value = min(count, size), sent.get_value
    ends, is_delta = (0, shown - 1) if shown else (), sent.nfields > _LEFT
    return Found(
        [(value(row, 1) or b"", is_delta and value(row, _LEFT) == b"\1") for row in range(shown)],
        [(whole(value(row, 0)), _float(value(row, 2))) for row in ends],
        count > shown,
    )


def _read(search: Search, cut: Cut, few: int = 0) -> PGresult:
    wanted, filters = search.wanted, list(filters_of(search.wanted))
    named, words = named_marks(wanted), wanted.words
    text, names = statement(
        Shape(
            tuple(part.sql for part in filters),
            manner_of(words, search.near, wanted.language) if words.strip() else None,
            named is not None,
            search.with_withdrawn,
            tuple(step.level for step in search.steps),
            search.is_rising,
            cut.size,
            cut.offset,
            few,
        )
    )
    values = _values(search, filters, is_near_sought=bool(few)) | {NAMED: named}
    return read_kept(text, [written(values[name]) for name in names])


def _values(
    search: Search, filters: Sequence[Fragment], *, is_near_sought: bool
) -> dict[str, object]:
    """Give the values by the names that the statement has for them."""
    words = search.wanted.words
    values: dict[str, object] = {WORDS: words, NEAR: search.near}
    if is_near_sought:
        values[TYPED] = likened_words(words)
    for number, part in enumerate(filters):
        values[FILTER.format(number)] = part.values[0]
    values[STARTS] = [step.start for step in search.steps]
    values[ENDS] = [step.end for step in search.steps]
    return values


def _float(value: bytes | None) -> float | None:
    """Read a double as it comes."""
    return None if value is None else float(struct.unpack("!d", value)[0])
