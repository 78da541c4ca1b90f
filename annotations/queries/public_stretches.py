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

TABLE = "annotations_publishedclaim"
FIRST = 128
"""Places that the first stretch has at least."""
AMPLE = 2
"""A stretch reaches further than what was seen says it must, the more so the less was seen: by
this many standard deviations of how many rows such a stretch gives. Where nothing was seen it has
no margin: it is wide already, and a common word that chance kept away fills it with rows."""
TINY, SMALL, LARGE = 7, 10, 14
"""Bits of a place within its block: of 128 places, of 1,024 or of 16,384."""
TINIEST = 1 << 30
"""Where the numbers of tiny blocks begin, above those of small ones."""
BLOCKS = (
    f"ARRAY[(seq >> {SMALL})::integer, -1 - (seq >> {LARGE})::integer,"
    f" {TINIEST} + (seq >> {TINY})::integer]"
)
"""As the index has them: a row's small block, below 0 its large one, and its tiny one."""
SHORT, NARROW = 1 << TINY + 1, 1 << LARGE
"""Places of the widest stretches that are found by tiny blocks and by small ones; wider ones are
by large blocks."""
DEAR = 400
"""Looking up a stretch of blocks costs as their places do, without them as all rows that hold the
words do: of n rows wanted and r places left, blocks are dearer beyond a width whose square is this
many times n r. Then what is left is looked up whole."""


STRETCHES = 4
"""How many stretches of blocks one step is searched in before what is left is looked up whole."""
_REST = 0
"""The stage at which what is left of a step is looked up whole; others are numbered from 1."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps along the public order, all in one direction, until enough rows are found.

    sought: what a row must fit, of each step. starts, ends: arrays of the place from which each
    step goes, this one left out, and of that where it ends; the lower may be 0, the other beyond
    any row. All are said as a statement does that has its values in `given`. most: how many rows
    are wanted.
    """

    sought: Sequence[str]
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
    either = " UNION ALL ".join(
        f"({part})" for step in range(len(walk.sought)) for part in _looked_up(walk, step)
    )
    return (
        f"{begin} UNION ALL SELECT onward.*, walk.step, came.seqs, came.ats FROM walk, given"  # noqa: S608
        f" CROSS JOIN LATERAL (SELECT {_blocks(walk)} AS blocks OFFSET 0) AS here"
        " CROSS JOIN LATERAL (SELECT count(*) AS count, array_agg(seq) AS seqs,"
        f" array_agg(at) AS ats FROM ({either}) AS either) AS came"
        f" CROSS JOIN LATERAL ({_onward(walk)}) AS onward"
        f" WHERE walk.found < {int(walk.most)} AND walk.step <= {len(walk.sought)}"
    )


def _looked_up(walk: Walk, step: int) -> tuple[str, str]:
    """Look words up in a stretch, by its blocks, or in what is left, nearly all rows or few."""
    is_mine = f"walk.step = {step + 1} AND " if len(walk.sought) > 1 else ""
    rows = (
        f"SELECT seq, ctid AS at FROM {TABLE} WHERE {walk.sought[step]}"  # noqa: S608
        f" AND {walk.beyond('walk.near')}"
    )
    by = f"{walk.order} LIMIT {int(walk.most)}"
    in_blocks = f"{BLOCKS} && here.blocks AND {walk.within('walk.far')}"
    return (
        f"{rows} AND {in_blocks} AND {is_mine}walk.stage > {_REST} {by}",
        f"{rows} AND {is_mine}walk.stage = {_REST} {by}",
    )


def _onward(walk: Walk) -> str:
    """Say where to go on: how far the next stretch must reach to hold what is still wanted.

    A step that is at its end is followed by the next one; where a stretch would be too wide, or
    was tried often enough, all that is left of a step is one.
    """
    start, following = f"{walk.starts}[walk.step]", f"{walk.starts}[walk.step + 1]"
    here = (
        f"SELECT walk.step, walk.stage, walk.far AS place, {start} AS start,"
        f" {walk.ends}[walk.step] AS last, {following} AS following,"
        " walk.seen + came.count AS seen, walk.found + came.count AS found,"
        f" ({int(walk.most)} - walk.found + walk.seen)::float8 AS still OFFSET 0"
    )
    wide = (
        "(abs(place - start) * (still - seen) / (seen + 1)"
        f" * (1 + {float(AMPLE)} * sqrt(seen) / (seen + 1)))::bigint"
    )
    is_left = f"stage >= {STRETCHES} OR wide::float8 * wide > {DEAR} * still * abs(place - last)"
    small, large = (_far(walk, bits, "place", "wide") for bits in (SMALL, LARGE))
    far = _nearer(walk, f"CASE WHEN wide <= {NARROW} THEN {small} ELSE {large} END", "last")
    return (
        "SELECT CASE WHEN is_over THEN step + 1 ELSE step END,"  # noqa: S608 - constants only
        f" CASE WHEN is_over THEN 1 WHEN is_left THEN {_REST} ELSE stage + 1 END,"
        " CASE WHEN is_over THEN following ELSE place END,"
        f" CASE WHEN is_over THEN {_first_far(walk, 'following', f'{walk.ends}[step + 1]')}"
        f" WHEN is_left THEN last ELSE {far} END,"
        " CASE WHEN is_over THEN 0 ELSE seen END, found"
        f" FROM (SELECT *, place = last AS is_over, {is_left} AS is_left"
        f" FROM (SELECT *, {wide} AS wide FROM ({here}) AS here OFFSET 0) AS reckoned"
        " OFFSET 0) AS judged"
    )


def _first_far(walk: Walk, start: str, end: str = "") -> str:
    """Say how far the first stretch reaches."""
    places = f"{int(FIRST) + (1 << TINY) // 2}"
    return _nearer(walk, _far(walk, TINY, start, places), end or f"{walk.ends}[1]")


def _nearer(walk: Walk, place: str, end: str) -> str:
    return f"{'least' if walk.is_rising else 'greatest'}({place}, {end})"


def _far(walk: Walk, bits: int, place: str, wide: str) -> str:
    """Say which last place of a block is nearest: what a block holds is looked at anyway."""
    half = 1 << bits - 1
    if walk.is_rising:
        nearest = f"(({place} + {wide} + {half}) >> {bits} << {bits}) - 1"
        return f"greatest({nearest}, ((({place} + 1) >> {bits}) + 1 << {bits}) - 1)"
    nearest = f"({place} - {wide} + {half}) >> {bits} << {bits}"
    return f"least({nearest}, ({place} - 1) >> {bits} << {bits})"


def _blocks(walk: Walk) -> str:
    """Name the blocks that hold a stretch; none of what is left whole."""
    low, high = ("near + 1", "far") if walk.is_rising else ("far", "near - 1")
    block = (
        f"CASE WHEN high - low < {SHORT} THEN {TINIEST} + ({{}} >> {TINY})"
        f" WHEN high - low <= {NARROW} THEN {{}} >> {SMALL} ELSE -1 - ({{}} >> {LARGE}) END"
    )
    first, last = block.format("low", "low", "high"), block.format("high", "high", "low")
    named = (
        f"SELECT generate_series({first}, {last})::integer"  # noqa: S608 - constants only
        f" FROM (SELECT walk.{low} AS low, walk.{high} AS high OFFSET 0) AS ends"
    )
    return f"CASE WHEN walk.stage > {_REST} THEN ARRAY({named}) END"
