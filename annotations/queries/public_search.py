"""Searching the public list by words, names and sites, in the public order or by relevance.

One statement whose plan the connection keeps: stretches of the order are searched one after the
other (annotations.queries.public_stretches), and only the page's rows are read whole, from where
they were found to lie.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from psycopg.pq.abc import PGresult

from annotations.queries.kept_statements import read_kept, whole
from annotations.queries.public_filters import NEWEST, STANDING, PublicFilter, fitting_given
from annotations.queries.public_stretches import TABLE, Way, first_rows
from annotations.queries.public_words import LIKEST, likened_words, relevance
from annotations.queries.statements import Fragment, Given

RANKED = 500
"""How many claims a search by relevance ranks: the newest that hold the words."""

Row = tuple[int, bytes, bool, float | None]
"""A row of the list: (seq, body, whether it left the filter, key)."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and along which way.

    near: words like those typed that count too. with_withdrawn: tombstones as well.
    """

    wanted: PublicFilter
    way: Way
    near: str = ""
    with_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """Which rows of those found the page shows: `count` after `offset`, beyond a place by `key`."""

    count: int
    offset: int
    is_ranked: bool
    is_rising: bool
    beyond: Fragment


def searched_rows(search: Search, cut: Cut) -> list[Row]:
    """Find the rows of a page, in its order."""
    given = Given()
    return list(_read(given, _page_parts(given, search, cut), _rows(cut)))


def searched_or_near(search: Search, cut: Cut, few: int) -> tuple[list[Row], str]:
    """Find the rows of a page, and words like those typed where that gives fewer than `few`."""
    given = Given()
    parts = _page_parts(given, search, cut)
    typed = given.once("%s::text[]", likened_words(search.wanted.words))
    rows = (
        f"SELECT * FROM ({_rows(cut)}) AS rows UNION ALL"  # noqa: S608 - constants only
        f" SELECT NULL, convert_to(annotations_near_words({typed}, {LIKEST}), 'UTF8'), NULL"
        f" WHERE (SELECT count(*) FROM page) < {int(few)}"
    )
    found = list(_read(given, parts, rows))
    if found and found[-1][0] < 0:
        return found[:-1], found[-1][1].decode()
    return found, ""


def _page_parts(given: Given, search: Search, cut: Cut) -> dict[str, str]:
    """Give the parts of the statement; the last, `page`, holds seq, `at` and key of its rows."""
    standing = NEWEST if search.with_withdrawn else STANDING
    fits = f"{standing.sql} AND {fitting_given(given, search.wanted, search.near)}"
    found = RANKED if cut.is_ranked else cut.count + cut.offset
    key = relevance(given, search.wanted.words, search.near) if cut.is_ranked else "NULL::float8"
    parts = first_rows(given, fits, search.way, found, key)
    beyond = given.once_each(cut.beyond) if cut.is_ranked and cut.beyond else "true"
    keys = f"SELECT seq, at, key FROM first WHERE {beyond}"  # noqa: S608 - constants only
    limit = f"LIMIT {int(cut.count)} OFFSET {int(cut.offset)}"
    return parts | {"page": f"{keys} {_order(cut)} {limit}"}


def _order(cut: Cut) -> str:
    way = "ASC" if cut.is_rising else "DESC"
    return f"ORDER BY {f'key {way}, ' if cut.is_ranked else ''}seq {way}"


def _rows(cut: Cut) -> str:
    """Read the page's rows whole, where they lie: to find them by their seq again costs as much."""
    return (
        f"SELECT page.seq, body, key FROM page JOIN {TABLE} AS claim ON claim.ctid = at"  # noqa: S608
        f" {_order(cut).replace('seq', 'page.seq')}"
    )


def _read(given: Given, parts: dict[str, str], rows: str) -> Iterator[Row]:
    told = "".join(f", {name} AS MATERIALIZED ({part})" for name, part in parts.items())
    values = given.part
    sent: PGresult = read_kept(f"WITH {values.sql}{told} {rows}", values.values)
    for number in range(sent.ntuples):
        seq, body, key = (sent.get_value(number, column) for column in range(3))
        if body is not None:
            yield -1 if seq is None else whole(seq), body, False, _float(key)


def _float(value: bytes | None) -> float | None:
    """Read a double as it comes."""
    return None if value is None else float(struct.unpack("!d", value)[0])
