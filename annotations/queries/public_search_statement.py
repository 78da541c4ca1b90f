"""The statement of a search, put together once for all searches of one shape.

What is looked for differs from search to search, how they are told to the database does not: the
text hangs on which filters, steps and sizes there are, and holds names for the values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from annotations.queries.public_filters import NEWEST, STANDING
from annotations.queries.public_marks import marks_sought, told_whole
from annotations.queries.public_relevance import Level, held_at
from annotations.queries.public_stretches import TABLE, Walk, walked
from annotations.queries.public_words import LIKEST, Manner
from annotations.queries.statements import Given

FILTER, STARTS, ENDS, TYPED = "filter_{}", "starts", "ends", "typed"
"""What the values are called, beside those of words: those of filters are numbered."""
MOST_SHAPES = 512


@dataclass(frozen=True, slots=True)
class Shape:
    """What the statement of a search hangs on.

    filters: conditions, each with one value. manner: how words are searched for, None where none
    are; is_named: whether a name or a site is. levels: of each step. few: where fewer rows are
    found, words like those typed come in a last row (NULL, the words, NULL); 0 for never.
    """

    filters: tuple[str, ...]
    manner: Manner | None
    is_named: bool
    with_withdrawn: bool
    levels: tuple[Level | None, ...]
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
            f" FROM given WHERE (SELECT count(*) FROM page) < {int(shape.few)}"
        )
    return f"WITH RECURSIVE {given.part}, {parts} {rows}", given.names


def _page_parts(given: Given, shape: Shape) -> str:
    """Give the parts of the statement; the last, `page`, holds seq, `at` and key of its rows."""
    starts, ends = (given.once("%s::bigint[]", name) for name in (STARTS, ENDS))
    marks = marks_sought(given, shape.manner, shape.levels, is_named=shape.is_named)
    most = shape.offset + shape.size + 1
    walk = walked(Walk(marks, _fitting(given, shape), starts, ends, shape.is_rising, most))
    keys = ["NULL" if level is None else str(int(level)) for level in shape.levels]
    limit = f"LIMIT {int(shape.size) + 1} OFFSET {int(shape.offset)}"
    page = (
        f"SELECT seq, at, (ARRAY[{', '.join(keys)}]::float8[])[of_step] AS key"  # noqa: S608
        f" FROM walk, unnest(seqs, ats) AS found (seq, at) {_order(shape)} {limit}"
    )
    return f"walk AS ({walk}), page AS MATERIALIZED ({page})"


def _fitting(given: Given, shape: Shape) -> str:
    """Say what a row must fit that its marks don't tell."""
    standing = NEWEST if shape.with_withdrawn else STANDING
    filters = [
        given.once_each(sql, FILTER.format(number)) for number, sql in enumerate(shape.filters)
    ]
    parts = [standing.sql, *filters]
    if shape.manner is not None:
        held = held_at(given, shape.manner, shape.levels, "walk.step")
        parts.append(f"({told_whole(given, shape.manner)} OR {held})")
    return " AND ".join(parts)


def _order(shape: Shape, seq: str = "seq") -> str:
    way = "ASC" if shape.is_rising else "DESC"
    is_keyed = shape.levels[0] is not None
    return f"ORDER BY {f'key {way}, ' if is_keyed else ''}{seq} {way}"


def _rows(shape: Shape) -> str:
    """Read the page's rows whole, where they lie: to find them by their seq again costs as much."""
    return (
        f"SELECT page.seq, body, key FROM page JOIN {TABLE} AS claim ON claim.ctid = at"  # noqa: S608
        f" {_order(shape, 'page.seq')}"
    )
