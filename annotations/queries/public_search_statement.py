"""The statement of a search, put together once for all searches of one shape.

What is looked for differs from search to search, how they are told to the database does not: the
text hangs on which filters, steps and sizes there are, and holds names for the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from annotations.queries.public_filters import NEWEST, STANDING
from annotations.queries.public_relevance import Level, sought_at
from annotations.queries.public_stretches import TABLE, Names, Need, Sought, Way, first_rows
from annotations.queries.public_words import LIKEST, Manner
from annotations.queries.statements import Given

FILTER, START, END, TYPED = "filter_{}", "start_{}", "end_{}", "typed"
"""What the values are called, beside those of words: those of filters and ways are numbered."""
MOST_SHAPES = 512


@dataclass(frozen=True, slots=True)
class Shape:
    """What the statement of a search hangs on.

    filters: conditions, each with one value. manner: how words are searched for, None where none
    are. steps: of each its way's number and its level. few: where fewer rows are found, words like
    those typed come in a last row (NULL, the words, NULL); 0 for never.
    """

    filters: tuple[str, ...]
    manner: Manner | None
    with_withdrawn: bool
    steps: tuple[tuple[int, Level | None], ...]
    is_rising: bool
    size: int
    offset: int
    few: int


@lru_cache(maxsize=MOST_SHAPES)
def statement(shape: Shape) -> tuple[str, tuple[str, ...]]:
    """Give the statement, and the names of the values for its placeholders in order.

    Its rows: seq, body, key (the level of a search by relevance).
    """
    given = Given()
    parts = _page_parts(given, shape)
    rows = _rows(shape)
    if shape.few:
        typed = given.once("%s::text[]", TYPED)
        rows = (
            f"SELECT * FROM ({rows}) AS rows UNION ALL"  # noqa: S608 - constants only
            f" SELECT NULL, convert_to(annotations_near_words({typed}, {LIKEST}), 'UTF8'), NULL"
            f" WHERE (SELECT count(*) FROM page) < {int(shape.few)}"
        )
    told = "".join(f", {name} AS MATERIALIZED ({part})" for name, part in parts.items())
    return f"WITH {given.part}{told} {rows}", given.names


def _page_parts(given: Given, shape: Shape) -> dict[str, str]:
    """Give the parts of the statement; the last, `page`, holds seq, `at` and key of its rows."""
    most = shape.offset + shape.size + 1
    parts: dict[str, str] = {}
    found: list[str] = []
    for number, (way, level) in enumerate(shape.steps):
        name, still = f"step_{number}", str(most)
        if found:
            parts[f"still_{number}"] = _still(most, found)
            still = f"(SELECT still FROM still_{number})"  # noqa: S608 - names of our own
        parts |= first_rows(
            _sought(given, shape, level),
            _way(given, shape, way),
            Need(most, still),
            Names(name, f"read_{way}"),
        )
        key = "NULL" if level is None else str(int(level))
        found.append(f"SELECT seq, at, {key}::float8 AS key FROM {name}")  # noqa: S608
    limit = f"LIMIT {int(shape.size) + 1} OFFSET {int(shape.offset)}"
    rows = f"SELECT * FROM ({' UNION ALL '.join(found)}) AS found"  # noqa: S608 - constants only
    return parts | {"page": f"{rows} {_order(shape)} {limit}"}


def _still(most: int, found: Sequence[str]) -> str:
    """Say how many rows are wanted after those found."""
    counted = " + ".join(f"(SELECT count(*) FROM step_{number})" for number in range(len(found)))  # noqa: S608
    return f"SELECT {int(most)} - ({counted}) AS still"


def _way(given: Given, shape: Shape, number: int) -> Way:
    start, end = (given.once("%s::bigint", name.format(number)) for name in (START, END))
    return Way(start, end, shape.is_rising)


def _sought(given: Given, shape: Shape, level: Level | None) -> Sought:
    standing = NEWEST if shape.with_withdrawn else STANDING
    filters = (
        given.once_each(sql, FILTER.format(number)) for number, sql in enumerate(shape.filters)
    )
    fits = " AND ".join((standing.sql, *filters))
    if shape.manner is None:
        return Sought(fits, fits)
    words = sought_at(given, shape.manner, level)
    return replace(
        words, looked_up=f"{fits} AND {words.looked_up}", read=f"{fits} AND {words.read}"
    )


def _order(shape: Shape, seq: str = "seq") -> str:
    way = "ASC" if shape.is_rising else "DESC"
    is_keyed = shape.steps[0][1] is not None
    return f"ORDER BY {f'key {way}, ' if is_keyed else ''}{seq} {way}"


def _rows(shape: Shape) -> str:
    """Read the page's rows whole, where they lie: to find them by their seq again costs as much."""
    return (
        f"SELECT page.seq, body, key FROM page JOIN {TABLE} AS claim ON claim.ctid = at"  # noqa: S608
        f" {_order(shape, 'page.seq')}"
    )
