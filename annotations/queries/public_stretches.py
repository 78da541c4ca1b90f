"""Searching one end of the public order first, and the rest only where that gives too little.

An index of words knows no order: of a word that two thousand claims hold it gives all of them, and
each is looked at before the newest fifty are known. So the words are looked up in a first, short
stretch of the order: the index that knows the words, names and sites knows the blocks of the order
too. How many claims fit there tells how far the next stretch must reach to hold the rest. Whether a
word is common or rare, a hundred claims or two are looked at. The best plan then no longer hangs on
the words, and the connection keeps it: to plan anew cost more than to search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.queries.public_marks import HUGE, LARGE, MARKS, SMALL, TINY, Widths, placed

TABLE = "annotations_publishedclaim"
FIRST = 128
"""Places that the first stretch has at least."""
AMPLE = 1.5
"""A stretch reaches further than what was seen says it must, the more so the less was seen: by
this many standard deviations of how many rows such a stretch gives. Where nothing was seen it has
no margin: it is wide already, and a common word that chance kept away fills it with rows."""
SHORT, NARROW, BROAD = 1 << SMALL, 1 << LARGE, 1 << HUGE - 2
"""Places of the widest stretches that are found by tiny blocks, by small and by large ones; wider
ones are by huge blocks."""
STRETCHES = 6
"""After so many, each goes at least as far as all before it: words that came to an end on the way
would be looked for in small steps."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps along the public order, all in one direction, until enough rows are found.

    marks: by what a row is found, of each step. fitting: what else it must fit. starts, ends:
    arrays of the place from which each step goes, this one left out, and of that where it ends;
    the lower may be 0, the other beyond any row. All are said as a statement does that has its
    values in `given`. most: how many rows are wanted.
    """

    marks: Sequence[str]
    fitting: str
    starts: str
    ends: str
    is_rising: bool
    most: int

    @property
    def order(self) -> str:
        """Say in which order rows come along it."""
        return f"ORDER BY seq {'ASC' if self.is_rising else 'DESC'}"

    def beyond(self, place: str) -> str:
        """Ask for rows further on than a place. `+ 0`: no index but that of blocks finds them."""
        return f"seq + 0 {'>' if self.is_rising else '<'} {place}"

    def within(self, place: str) -> str:
        """Ask for rows up to a place, which is one of them."""
        return f"seq + 0 {'<=' if self.is_rising else '>='} {place}"


def walked(walk: Walk) -> str:
    """Find the first rows that fit: the part `walk` of a statement (WITH RECURSIVE).

    A row of it is a stretch: `seqs`, and in `ats` where these rows lie in the table, come from step
    number `of_step` (from 1). What else it holds says where to go on.
    """
    first = f"{walk.starts}[1]"
    begin = (
        f"SELECT 1 AS step, 1 AS stage, {first} AS near, {_first_far(walk, first)} AS far,"  # noqa: S608
        " 0::bigint AS seen, 0::bigint AS found,"
        " NULL::integer AS of_step, NULL::bigint[] AS seqs, NULL::tid[] AS ats FROM given"
    )
    return (
        f"{begin} UNION ALL SELECT onward.*, walk.step, came.seqs, came.ats FROM walk, given"  # noqa: S608
        f" CROSS JOIN LATERAL (SELECT ({_marks(walk)})::tsquery AS marks OFFSET 0) AS here"
        " CROSS JOIN LATERAL (SELECT count(*) AS count, array_agg(seq) AS seqs,"
        f" array_agg(at) AS ats FROM ({_looked_up(walk)}) AS found) AS came"
        f" CROSS JOIN LATERAL ({_onward(walk)}) AS onward"
        f" WHERE walk.found < {int(walk.most)} AND walk.step <= {len(walk.marks)}"
    )


def _looked_up(walk: Walk) -> str:
    """Look rows up in a stretch."""
    return (
        f"SELECT seq, ctid AS at FROM {TABLE} WHERE {MARKS} @@ here.marks AND {walk.fitting}"  # noqa: S608
        f" AND {walk.beyond('walk.near')} AND {walk.within('walk.far')}"
        f" {walk.order} LIMIT {int(walk.most)}"
    )


def _onward(walk: Walk) -> str:
    """Say where to go on: how far the next stretch must reach to hold what is still wanted.

    A step that is at its end is followed by the next one.
    """
    start, following = f"{walk.starts}[walk.step]", f"{walk.starts}[walk.step + 1]"
    here = (
        f"SELECT walk.step, walk.stage, walk.far AS place, {walk.ends}[walk.step] AS last,"
        f" {following} AS following, abs(walk.far - {start}) AS gone,"
        " walk.seen + came.count AS seen, walk.found + came.count AS found,"
        f" ({int(walk.most)} - walk.found - came.count)::float8 AS wanted OFFSET 0"
    )
    wide = (
        "greatest((gone * wanted / (seen + 1)"
        f" * (1 + {float(AMPLE)} * sqrt(seen) / (seen + 1)))::bigint,"
        f" CASE WHEN stage >= {STRETCHES} THEN gone END)"
    )
    bits = (
        f"CASE WHEN wide < {SHORT} THEN {TINY} WHEN wide <= {NARROW} THEN {SMALL}"
        f" WHEN wide <= {BROAD} THEN {LARGE} ELSE {HUGE} END"
    )
    begin = _first_far(walk, "following", f"{walk.ends}[step + 1]")
    return (
        "SELECT CASE WHEN is_over THEN step + 1 ELSE step END,"  # noqa: S608 - constants only
        " CASE WHEN is_over THEN 1 ELSE stage + 1 END,"
        " CASE WHEN is_over THEN following ELSE place END,"
        f" CASE WHEN is_over THEN {begin}"
        f" ELSE {_nearer(walk, _far(walk, 'bits', 'place', 'wide'), 'last')} END,"
        " CASE WHEN is_over THEN 0 ELSE seen END, found"
        f" FROM (SELECT *, place = last AS is_over, {bits} AS bits"
        f" FROM (SELECT *, {wide} AS wide FROM ({here}) AS here OFFSET 0) AS reckoned"
        " OFFSET 0) AS judged"
    )


def _first_far(walk: Walk, start: str, end: str = "") -> str:
    """Say how far the first stretch reaches."""
    places = f"{int(FIRST) + (1 << TINY) // 2}"
    return _nearer(walk, _far(walk, str(TINY), start, places), end or f"{walk.ends}[1]")


def _nearer(walk: Walk, place: str, end: str) -> str:
    return f"{'least' if walk.is_rising else 'greatest'}({place}, {end})"


def _far(walk: Walk, bits: str, place: str, wide: str) -> str:
    """Say which last place of a block is nearest: what a block holds is looked at anyway."""
    half = f"(1 << {bits} - 1)"
    if walk.is_rising:
        nearest = f"(({place} + {wide} + {half}) >> {bits} << {bits}) - 1"
        return f"greatest({nearest}, ((({place} + 1) >> {bits}) + 1 << {bits}) - 1)"
    nearest = f"({place} - {wide} + {half}) >> {bits} << {bits}"
    return f"least({nearest}, ({place} - 1) >> {bits} << {bits})"


def _marks(walk: Walk) -> str:
    """Ask for the step's marks in the blocks that hold a stretch."""
    each = ", ".join(walk.marks)
    told = f"(ARRAY[{each}])[walk.step]" if len(walk.marks) > 1 else each
    low, high = ("near + 1", "far") if walk.is_rising else ("far", "near - 1")
    return placed(told, f"(walk.{low})", f"(walk.{high})", Widths(SHORT, NARROW, BROAD))
