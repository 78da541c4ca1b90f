"""Searching the public list by words, names and sites, in the public order or by relevance.

One statement whose plan the connection keeps: stretches of the order are searched one after the
other (annotations.queries.public_stretches), and only the page's rows are read whole, from where
they were found to lie.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

from psycopg.pq.abc import PGresult

from annotations.queries.kept_statements import read_kept, whole
from annotations.queries.public_filters import NEWEST, STANDING, PublicFilter, filters_given
from annotations.queries.public_relevance import Step, sought_at
from annotations.queries.public_stretches import TABLE, Names, Need, Sought, Way, first_rows
from annotations.queries.public_words import LIKEST, Typed, likened_words
from annotations.queries.statements import Given


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and along which steps, one after the other.

    near: words like those typed that count too. with_withdrawn: tombstones as well.
    """

    wanted: PublicFilter
    steps: Sequence[Step]
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
    given = Given()
    sent = _read(given, _page_parts(given, search, cut), _rows(search))
    return found_in(sent, sent.ntuples, cut.size)


def searched_or_near(search: Search, cut: Cut, few: int) -> tuple[Found, str]:
    """Find the rows of a page, and words like those typed where that gives fewer than `few`."""
    given = Given()
    parts = _page_parts(given, search, cut)
    typed = given.once("%s::text[]", likened_words(search.wanted.words))
    rows = (
        f"SELECT * FROM ({_rows(search)}) AS rows UNION ALL"  # noqa: S608 - constants only
        f" SELECT NULL, convert_to(annotations_near_words({typed}, {LIKEST}), 'UTF8'), NULL"
        f" WHERE (SELECT count(*) FROM page) < {int(few)}"
    )
    sent = _read(given, parts, rows)
    last = sent.ntuples - 1
    if last < 0 or sent.get_value(last, 0) is not None:
        return found_in(sent, sent.ntuples, cut.size), ""
    return found_in(sent, last, cut.size), (sent.get_value(last, 1) or b"").decode()


def found_in(sent: PGresult, count: int, size: int) -> Found:
    """Read the first `count` rows (seq, body, key) as the server sent them, to show `size`."""
    shown, value = min(count, size), sent.get_value
    return Found(
        [(value(row, 1) or b"", False) for row in range(shown)],
        [
            (whole(value(row, 0)), _float(value(row, 2)))
            for row in ((0, shown - 1) if shown else ())
        ],
        count > shown,
    )


def _page_parts(given: Given, search: Search, cut: Cut) -> dict[str, str]:
    """Give the parts of the statement; the last, `page`, holds seq, `at` and key of its rows."""
    most = cut.offset + cut.size + 1
    parts: dict[str, str] = {}
    found: list[str] = []
    read: dict[Way, str] = {}
    for number, step in enumerate(search.steps):
        name, still = f"step_{number}", str(most)
        names = Names(name, read.setdefault(step.way, f"{name}_read"))
        if found:
            parts[f"still_{number}"] = _still(most, found)
            still = f"(SELECT still FROM still_{number})"  # noqa: S608 - names of our own
        sought = _sought(given, search, step)
        parts |= first_rows(given, sought, step.way, Need(most, still), names)
        key = "NULL" if step.level is None else str(int(step.level))
        found.append(f"SELECT seq, at, {key}::float8 AS key FROM {name}")  # noqa: S608
    limit = f"LIMIT {int(cut.size) + 1} OFFSET {int(cut.offset)}"
    rows = f"SELECT * FROM ({' UNION ALL '.join(found)}) AS found"  # noqa: S608 - constants only
    return parts | {"page": f"{rows} {_order(search)} {limit}"}


def _still(most: int, found: Sequence[str]) -> str:
    """Say how many rows are wanted after those found."""
    counted = " + ".join(f"(SELECT count(*) FROM step_{number})" for number in range(len(found)))  # noqa: S608
    return f"SELECT {int(most)} - ({counted}) AS still"


def _sought(given: Given, search: Search, step: Step) -> Sought:
    standing = NEWEST if search.with_withdrawn else STANDING
    wanted = search.wanted
    fits = " AND ".join((standing.sql, *filters_given(given, wanted)))
    if not wanted.words.strip():
        return Sought(fits, fits)
    typed = Typed(wanted.words, search.near, wanted.language)
    words = sought_at(given, typed, step.level)
    return replace(
        words, looked_up=f"{fits} AND {words.looked_up}", read=f"{fits} AND {words.read}"
    )


def _order(search: Search, seq: str = "seq") -> str:
    first = search.steps[0]
    way = "ASC" if first.way.is_rising else "DESC"
    return f"ORDER BY {'' if first.level is None else f'key {way}, '}{seq} {way}"


def _rows(search: Search) -> str:
    """Read the page's rows whole, where they lie: to find them by their seq again costs as much."""
    return (
        f"SELECT page.seq, body, key FROM page JOIN {TABLE} AS claim ON claim.ctid = at"  # noqa: S608
        f" {_order(search, 'page.seq')}"
    )


def _read(given: Given, parts: dict[str, str], rows: str) -> PGresult:
    told = "".join(f", {name} AS MATERIALIZED ({part})" for name, part in parts.items())
    values = given.part
    return read_kept(f"WITH {values.sql}{told} {rows}", values.values)


def _float(value: bytes | None) -> float | None:
    """Read a double as it comes."""
    return None if value is None else float(struct.unpack("!d", value)[0])
