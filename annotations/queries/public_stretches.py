"""Searching one end of the public order first, and the rest only where that gives too little.

An index of words knows no order: of a word that two thousand claims hold it gives all of them, and
each is looked at before the newest fifty are known. So the first stretch of the order is read claim
by claim; how many of these fit tells how far the next one must reach to hold the rest, and only
there are the words looked up: the index that knows the words, names and sites knows the blocks of
the order too. Whether a word is common or rare, a hundred claims or two are looked at. The best
plan then no longer hangs on the words, and the connection keeps it: to plan anew cost more than to
search.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotations.queries.statements import Given

TABLE = "annotations_publishedclaim"
READ = 128
"""Places of the first stretch."""
AMPLE = 2
"""A stretch reaches further than what was seen says it must, the more so the less was seen: by
this many standard deviations of how many rows such a stretch gives. Where nothing was seen it has
no margin: it is wide already, and a common word that chance kept away fills it with rows."""
BLOCKS = "ARRAY[(seq >> 10)::integer, -1 - (seq >> 14)::integer]"
"""As the index has them: a row's block of 1,024 places, and, below 0, its block of 16,384."""
NARROW = 16 << 10
"""Places of the widest stretch that is found by small blocks; wider ones are by large blocks."""
WIDEST = 256 << 10
"""A stretch of more places isn't found by its blocks: few claims are left to find."""


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

    def from_start(self, start: str, places: int) -> str:
        """Say the place that lies so many places along it."""
        return f"{start} {'+' if self.is_rising else '-'} {int(places)}"

    def beyond(self, place: str, seq: str = "seq") -> str:
        """Ask for rows further on than a place."""
        return f"{seq} {'>' if self.is_rising else '<'} {place}"

    def within(self, place: str, seq: str = "seq") -> str:
        """Ask for rows up to a place, which is one of them."""
        return f"{seq} {'<=' if self.is_rising else '>='} {place}"


def first_rows(
    given: Given, fits: str, way: Way, count: int, key: str = "NULL::float8"
) -> dict[str, str]:
    """Find the first `count` rows that fit, along the way: parts of a statement, by their names.

    fits, key: made for a statement whose values are `given`. The last part, `first`, holds each
    row's seq, as `at` where it lies in the table, and its key, reckoned while the row is at hand.
    """
    bounds = _Bounds(given.once("%s::bigint", way.start), given.once("%s::bigint", way.end))
    by = f"{way.order} LIMIT {int(count)}"
    either = " UNION ALL ".join(f"SELECT * FROM stretch_{number}" for number in range(4))  # noqa: S608
    return {
        "stretch_0": _read(fits, way, bounds, by, key),
        "reach_0": f"SELECT {way.from_start(bounds.start, READ)} AS place, 0::bigint AS found",
        "reach_1": _reach(way, bounds, count, 1),
        "stretch_1": _looked_up(fits, way, by, 1, count, key),
        "reach_2": _reach(way, bounds, count, 2),
        "stretch_2": _looked_up(fits, way, by, 2, count, key),
        "stretch_3": _left(fits, way, bounds, by, count, key),
        "first": f"SELECT * FROM ({either}) AS stretches {by}",  # noqa: S608 - constants only
    }


@dataclass(frozen=True, slots=True)
class _Bounds:
    """A way's start and end, as the statement says them."""

    start: str
    end: str


def _read(fits: str, way: Way, bounds: _Bounds, by: str, key: str) -> str:
    """Look at row after row of the first stretch: OFFSET 0 leaves the planner no other way."""
    last = way.from_start(bounds.start, READ)
    rows = f"SELECT ctid, * FROM {TABLE} WHERE is_current AND {way.beyond(bounds.start)}"  # noqa: S608
    rows += f" AND {way.within(f'({last})')} {way.order} OFFSET 0"
    return f"SELECT seq, ctid AS at, {key} AS key FROM ({rows}) AS {TABLE} WHERE {fits} {by}"  # noqa: S608


def _reach(way: Way, bounds: _Bounds, count: int, number: int) -> str:
    """Say how far the stretch of this number reaches, and how many rows those before it gave.

    One that would be too wide is left out: it ends where it begins.
    """
    sign, nearer = ("+", "least") if way.is_rising else ("-", "greatest")
    seen = (
        "SELECT place, before.found + came.found AS found"  # noqa: S608
        f" FROM reach_{number - 1} AS before,"
        f" (SELECT count(*) AS found FROM stretch_{number - 1}) AS came OFFSET 0"
    )
    wide = (
        f"(abs(place - {bounds.start}) * {float(count)} / (found + 1)"
        f" * (1 + {float(AMPLE)} * sqrt(found) / (found + 1)))::bigint"
    )
    return (
        f"SELECT CASE WHEN wide <= {WIDEST} THEN {nearer}(place {sign} wide, {bounds.end})"  # noqa: S608
        f" ELSE place END AS place, found FROM (SELECT *, {wide} AS wide FROM ({seen}) AS seen"
        " OFFSET 0) AS reckoned"
    )


def _looked_up(fits: str, way: Way, by: str, number: int, count: int, key: str) -> str:
    """Look words up in the stretch of this number, where those before it gave too few.

    Its blocks find it; `seq + 0` keeps the planner from any other index of places.
    """
    near, far = (f"(SELECT place FROM reach_{end})" for end in (number - 1, number))  # noqa: S608
    low, high = (number - 1, number) if way.is_rising else (number, number - 1)
    is_there = f"{BLOCKS} && ARRAY({_blocks(low, high)})"
    return (
        f"SELECT seq, ctid AS at, {key} AS key FROM {TABLE} WHERE {fits} AND {is_there}"  # noqa: S608
        f" AND {way.beyond(near, 'seq + 0')} AND {way.within(far, 'seq + 0')}"
        f" AND (SELECT found < {int(count)} FROM reach_{number}) {by}"
    )


def _blocks(low: int, high: int) -> str:
    """Name the blocks between the places of two reaches."""
    is_narrow = f"high.place - low.place <= {NARROW}"
    return (
        f"SELECT generate_series(CASE WHEN {is_narrow} THEN low.place >> 10"  # noqa: S608
        f" ELSE -1 - (high.place >> 14) END, CASE WHEN {is_narrow} THEN high.place >> 10"
        f" ELSE -1 - (low.place >> 14) END)::integer FROM reach_{low} AS low, reach_{high} AS high"
    )


def _left(fits: str, way: Way, bounds: _Bounds, by: str, count: int, key: str) -> str:
    """Look words up in what is left, nearly all rows or few, where all stretches gave too few."""
    near = "(SELECT place FROM reach_2)"
    is_there = f"{near} {'<' if way.is_rising else '>'} {bounds.end}"
    few = "SELECT before.found + came.found FROM reach_2 AS before,"
    few += " (SELECT count(*) AS found FROM stretch_2) AS came"
    return (
        f"SELECT seq, ctid AS at, {key} AS key FROM {TABLE} WHERE {fits}"  # noqa: S608
        f" AND {way.beyond(near, 'seq + 0')} AND {is_there} AND ({few}) < {int(count)} {by}"
    )
