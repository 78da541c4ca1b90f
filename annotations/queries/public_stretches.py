"""Searching one end of the public order first, and the rest only where that gives too little.

An index of words knows no order: of a word that two thousand claims hold it gives all of them, and
each is looked at before the newest fifty are known. So the first stretch of the order is read claim
by claim; how many of these fit tells how far the next one must reach to hold the rest, and only
there are the words looked up. Whether a word is common or rare, a few hundred claims are looked at.
The best plan then no longer hangs on the words, and the connection keeps it: to plan anew cost more
than to search.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotations.queries.statements import Fragment, all_of, unforeseen

TABLE = "annotations_publishedclaim"
READ = 256
"""Places of the first stretch."""
AMPLE = 3
"""A stretch reaches this many times as far as what was seen says it must."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one place of the public order on, this one left out, as far as `end`.

    The lower of both may be 0, the other beyond any row: neither need be a row's place.
    """

    start: int
    end: int
    is_rising: bool = False

    @property
    def order(self) -> str:
        """Say in which order rows come along it."""
        return f"ORDER BY seq {'ASC' if self.is_rising else 'DESC'}"

    @property
    def first_bound(self) -> int:
        """Give the last place of the first stretch."""
        return self.start + READ if self.is_rising else self.start - READ

    def beyond(self, place: str) -> str:
        """Ask for rows further on than a place."""
        return f"seq {'>' if self.is_rising else '<'} {place}"

    def within(self, place: str) -> str:
        """Ask for rows up to a place, which is one of them."""
        return f"seq {'<=' if self.is_rising else '>='} {place}"


def first_rows(columns: Fragment, fits: Fragment, way: Way, count: int) -> Fragment:
    """Select `columns` of the first `count` rows that fit, along the way and in its order.

    columns: `seq` among them. fits: made for a statement whose plan is kept.
    """
    by = f"{way.order} LIMIT {int(count)}"
    parts = {
        "stretch_0": _read(columns, fits, way, by),
        "reach_0": Fragment("SELECT %s::bigint AS place, 0 AS found", (way.first_bound,)),
        "reach_1": _reach(way, count, 1),
        "stretch_1": _looked_up(columns, fits, way, by, 1, count),
        "reach_2": _reach(way, count, 2),
        "stretch_2": _looked_up(columns, fits, way, by, 2, count),
        "reach_3": _reach(way, count, 3),
        "stretch_3": _left(columns, fits, way, by, count),
    }
    told = ", ".join(f"{name} AS MATERIALIZED ({part.sql})" for name, part in parts.items())
    either = " UNION ALL ".join(f"SELECT * FROM {name}" for name in parts if "stretch" in name)  # noqa: S608
    rows = f"WITH {told} SELECT * FROM ({either}) AS stretches {by}"  # noqa: S608 - constants only
    values = tuple(value for part in parts.values() for value in part.values)
    return unforeseen(Fragment(rows, values))


def _read(columns: Fragment, fits: Fragment, way: Way, by: str) -> Fragment:
    """Look at row after row of the first stretch: OFFSET 0 leaves the planner no other way."""
    rows = f"SELECT * FROM {TABLE} WHERE is_current"  # noqa: S608
    rows += f" AND {way.beyond('%s::bigint')} AND {way.within('%s::bigint')} {way.order} OFFSET 0"
    return Fragment(
        f"SELECT {columns.sql} FROM ({rows}) AS {TABLE} WHERE {fits.sql} {by}",  # noqa: S608
        (*columns.values, way.start, way.first_bound, *fits.values),
    )


def _reach(way: Way, count: int, number: int) -> Fragment:
    """Say how far the stretch of this number reaches, and how many rows those before it gave."""
    sign = "+" if way.is_rising else "-"
    before = f"SELECT found + (SELECT count(*) FROM stretch_{number - 1})"  # noqa: S608
    further = f"abs(place - %s::bigint) * {AMPLE * int(count)} / (found + 1)"
    return Fragment(
        f"SELECT place {sign} {further} AS place, found"  # noqa: S608
        f" FROM (SELECT place, ({before}) AS found FROM reach_{number - 1}) AS before",
        (way.start,),
    )


def _looked_up(
    columns: Fragment, fits: Fragment, way: Way, by: str, number: int, count: int
) -> Fragment:
    """Look words up in the stretch of this number, where those before it gave too few."""
    near, far = (f"(SELECT place FROM reach_{end})" for end in (number - 1, number))  # noqa: S608
    wanted = all_of(
        [fits, Fragment(way.beyond(near)), Fragment(way.within(far)), _too_few(number, count)]
    )
    return Fragment(
        f"SELECT {columns.sql} FROM {TABLE} WHERE {wanted.sql} {by}",  # noqa: S608
        columns.values + wanted.values,
    )


def _left(columns: Fragment, fits: Fragment, way: Way, by: str, count: int) -> Fragment:
    """Look words up in what is left.

    Nearly all rows lie there, so that no index of places helps: `seq + 0` is known to none.
    """
    near = "(SELECT place FROM reach_2)"
    is_there = f"{near} {'<' if way.is_rising else '>'} %s::bigint"
    beyond = way.beyond(near).replace("seq", "seq + 0", 1)
    wanted = all_of([fits, Fragment(beyond), Fragment(is_there, (way.end,)), _too_few(3, count)])
    return Fragment(
        f"SELECT {columns.sql} FROM {TABLE} WHERE {wanted.sql} {by}",  # noqa: S608
        columns.values + wanted.values,
    )


def _too_few(number: int, count: int) -> Fragment:
    """Ask that the stretches before the one of this number gave fewer rows than wanted."""
    return Fragment(f"(SELECT found FROM reach_{number}) < {int(count)}")  # noqa: S608
