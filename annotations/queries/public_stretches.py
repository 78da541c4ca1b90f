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

TABLE = "annotations_publishedclaim"
READ = 128
"""Places of the first stretch."""
AMPLE = 2
"""A stretch reaches further than what was seen says it must, the more so the less was seen: by
this many standard deviations of how many rows such a stretch gives. Where nothing was seen it has
no margin: it is wide already, and a common word that chance kept away fills it with rows."""
SMALL, LARGE = 10, 14
"""Bits of a place within its block: of 1,024 places or of 16,384."""
BLOCKS = f"ARRAY[(seq >> {SMALL})::integer, -1 - (seq >> {LARGE})::integer]"
"""As the index has them: a row's small block, and, below 0, its large one."""
NARROW = 1 << LARGE
"""Places of the widest stretch that is found by small blocks; wider ones are by large blocks."""
DEAR = 400
"""Looking up a stretch of blocks costs as their places do, without them as all rows that hold the
words do: of n rows wanted and r places left, blocks are dearer beyond a width whose square is this
many times n r. Then what is left is looked up whole."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one place of the public order on, this one left out, as far as `end`.

    Both as a statement says them. The lower may be 0, the other beyond any row: neither need be a
    row's place.
    """

    start: str
    end: str
    is_rising: bool

    @property
    def order(self) -> str:
        """Say in which order rows come along it."""
        return f"ORDER BY seq {'ASC' if self.is_rising else 'DESC'}"

    def from_start(self, places: int) -> str:
        """Say the place that lies so many places along it."""
        return f"{self.start} {'+' if self.is_rising else '-'} {int(places)}"

    def beyond(self, place: str, seq: str = "seq") -> str:
        """Ask for rows further on than a place."""
        return f"{seq} {'>' if self.is_rising else '<'} {place}"

    def within(self, place: str, seq: str = "seq") -> str:
        """Ask for rows up to a place, which is one of them."""
        return f"{seq} {'<=' if self.is_rising else '>='} {place}"


@dataclass(frozen=True, slots=True)
class Sought:
    """What a row must fit: said for an index that finds it, and for rows that are read anyway.

    mark: what tells rows of two searches apart that read the same ones; is_marked: which of both
    this is.
    """

    looked_up: str
    read: str
    mark: str = ""
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class Need:
    """How many rows are wanted at most; how many still, as the statement finds out."""

    most: int
    still: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a search are called, and the one that it shares where rows are marked."""

    own: str
    shared: str


def first_rows(sought: Sought, way: Way, need: Need, names: Names) -> dict[str, str]:
    """Find the first rows that fit, along the way: parts of a statement, by their names.

    The last part, of the name given, holds each row's seq and, as `at`, where it lies in the table.
    """
    name = names.own
    chain = _Chain(name, sought, way, need)
    either = " UNION ALL ".join(f"SELECT * FROM {name}_stretch_{number}" for number in range(4))  # noqa: S608
    start = way.from_start(READ)
    return chain.first_stretch(names.shared) | {
        f"{name}_reach_0": f"SELECT {start} AS place, 0::bigint AS found",
        f"{name}_reach_1": chain.reach(1),
        f"{name}_stretch_1": chain.looked_up(1),
        f"{name}_reach_2": chain.reach(2),
        f"{name}_stretch_2": chain.looked_up(2),
        f"{name}_stretch_3": chain.left(),
        name: f"SELECT * FROM ({either}) AS stretches {chain.by}",  # noqa: S608 - constants only
    }


@dataclass(frozen=True, slots=True)
class _Chain:
    """The parts of a search along one way; a stretch is asked where those before gave too few."""

    name: str
    sought: Sought
    way: Way
    need: Need

    @property
    def by(self) -> str:
        """Say in which order, and how many at most."""
        return f"{self.way.order} LIMIT {int(self.need.most)}"

    def first_stretch(self, shared: str) -> dict[str, str]:
        """Look at row after row: OFFSET 0 leaves the planner no other way."""
        way, start, sought = self.way, self.way.start, self.sought
        last, name = way.from_start(READ), f"{self.name}_stretch_0"
        rows = f"SELECT ctid, * FROM {TABLE} WHERE is_current AND {way.beyond(start)}"  # noqa: S608
        rows += f" AND {way.within(f'({last})')} {way.order} OFFSET 0"
        fitting = f"FROM ({rows}) AS {TABLE} WHERE {sought.read}"
        if not sought.mark:
            return {name: f"SELECT seq, ctid AS at {fitting} {self.by}"}
        mine = f"{'' if sought.is_marked else 'NOT '}mark AND {self.need.still} > 0"
        return {
            shared: f"SELECT seq, ctid AS at, {sought.mark} AS mark {fitting}",
            name: f"SELECT seq, at FROM {shared} WHERE {mine} {self.by}",  # noqa: S608
        }

    def reach(self, number: int) -> str:
        """Say how far the stretch of this number reaches, and how many rows those before it gave.

        One that would be too wide is left out: it ends where it begins.
        """
        before, came = f"{self.name}_reach_{number - 1}", f"{self.name}_stretch_{number - 1}"
        seen = (
            "SELECT place, before.found + came.found AS found"  # noqa: S608
            f" FROM {before} AS before, (SELECT count(*) AS found FROM {came}) AS came OFFSET 0"
        )
        still, end = f"{self.need.still}::float8", self.way.end
        wide = (
            f"(abs(place - {self.way.start}) * {still} / (found + 1)"
            f" * (1 + {float(AMPLE)} * sqrt(found) / (found + 1)))::bigint"
        )
        is_dear = f"wide::float8 * wide > {DEAR} * {still} * abs(place - {end})"
        far = f"CASE WHEN wide <= {NARROW} THEN {self._far(SMALL)} ELSE {self._far(LARGE)} END"
        nearer = "least" if self.way.is_rising else "greatest"
        return (
            f"SELECT CASE WHEN {is_dear} THEN place ELSE {nearer}({far}, {end}) END AS place, found"  # noqa: S608
            f" FROM (SELECT *, {wide} AS wide FROM ({seen}) AS seen OFFSET 0) AS reckoned"
        )

    def _far(self, bits: int) -> str:
        """Say which last place of a block is nearest: what a block holds is looked at anyway."""
        half = 1 << bits - 1
        if self.way.is_rising:
            nearest = f"((place + wide + {half}) >> {bits} << {bits}) - 1"
            return f"greatest({nearest}, (((place + 1) >> {bits}) + 1 << {bits}) - 1)"
        nearest = f"(place - wide + {half}) >> {bits} << {bits}"
        return f"least({nearest}, (place - 1) >> {bits} << {bits})"

    def looked_up(self, number: int) -> str:
        """Look words up in the stretch of this number, where those before it gave too few.

        Its blocks find it; `seq + 0` keeps the planner from any other index of places.
        """
        way, reach = self.way, f"{self.name}_reach"
        near, far = (f"(SELECT place FROM {reach}_{end})" for end in (number - 1, number))  # noqa: S608
        low, high = (f"{near} + 1", far) if way.is_rising else (far, f"{near} - 1")
        is_there = f"{BLOCKS} && ARRAY({_blocks(low, high)})"
        return (
            f"SELECT seq, ctid AS at FROM {TABLE} WHERE {self.sought.looked_up} AND {is_there}"  # noqa: S608
            f" AND {way.beyond(near, 'seq + 0')} AND {way.within(far, 'seq + 0')}"
            f" AND (SELECT found < {self.need.still} FROM {reach}_{number}) {self.by}"
        )

    def left(self) -> str:
        """Look words up in what is left, nearly all rows or few, where stretches gave too few."""
        way, reach = self.way, f"{self.name}_reach_2"
        near = f"(SELECT place FROM {reach})"  # noqa: S608
        is_there = f"{near} {'<' if way.is_rising else '>'} {self.way.end}"
        few = f"SELECT before.found + came.found FROM {reach} AS before,"  # noqa: S608
        few += f" (SELECT count(*) AS found FROM {self.name}_stretch_2) AS came"  # noqa: S608
        return (
            f"SELECT seq, ctid AS at FROM {TABLE} WHERE {self.sought.looked_up}"  # noqa: S608
            f" AND {way.beyond(near, 'seq + 0')} AND {is_there}"
            f" AND ({few}) < {self.need.still} {self.by}"
        )


def _blocks(low: str, high: str) -> str:
    """Name the blocks that hold the places from one to the other."""
    is_narrow = f"high - low <= {NARROW}"
    return (
        f"SELECT generate_series(CASE WHEN {is_narrow} THEN low >> {SMALL}"  # noqa: S608
        f" ELSE -1 - (high >> {LARGE}) END, CASE WHEN {is_narrow} THEN high >> {SMALL}"
        f" ELSE -1 - (low >> {LARGE}) END)::integer"
        f" FROM (SELECT {low} AS low, {high} AS high OFFSET 0) AS ends"
    )
