"""The list that newsrooms page through: any filter, several orders, places that hold still.

A place is between two rows by their own keys, so rows published meanwhile move nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from psycopg.pq.abc import PGresult

from annotations.queries.kept_statements import moment, read_kept, read_once, whole
from annotations.queries.public_filters import NEWEST, STANDING, PublicFilter, fitting
from annotations.queries.public_places import (
    KEYS,
    RISING,
    Order,
    Place,
    beyond_place,
    key_number,
)
from annotations.queries.public_relevance import Level
from annotations.queries.public_search import (
    Cut,
    Found,
    Search,
    Step,
    found_in,
    searched_or_near,
    searched_rows,
)
from annotations.queries.public_stretches import TABLE
from annotations.queries.public_words import likened_words, near_words
from annotations.queries.statements import Fragment, all_of, written

FEW = 3
"""A search whose words find fewer is asked again with words like them."""
_ALL = PublicFilter()
_NEAR = -1
"""In place of a seq: the row holds words like those typed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of the list; top: the newest row there is, for a search by relevance; offset: to skip.

    with_withdrawn: tombstones too, as a delta always has them.
    """

    wanted: PublicFilter
    order: Order
    size: int
    top: int
    place: Place | None = None
    offset: int = 0
    with_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Rows (body, whether it left the filter) in their order, and the places around them."""

    rows: Sequence[tuple[bytes, bool]]
    further: Place | None
    back: Place | None


def listed_page(asked: Asked) -> ListedPage:
    """Read one page: with one statement, or two where words like those typed are looked for."""
    words, place = asked.wanted.words, asked.place
    if place is not None and place.is_similar:
        return _page(asked, place, near=(_read(near_words(words)).get_value(0, 0) or b"").decode())
    if place is not None or asked.wanted.updated_since is not None or not likened_words(words):
        return _page(asked, place or Place(0, top=asked.top))
    return _page_or_wider(asked)


def _page_or_wider(asked: Asked) -> ListedPage:
    """Read the first page of a search, or that of words like those typed where it finds more."""
    here, few = Place(0, top=asked.top), min(FEW, asked.size)
    if _is_stretched(asked):
        found, near = searched_or_near(_search(asked, here), _cut(asked), few)
    else:
        found, near = _rows_or_near(asked, here, few)
    page = _between(found, here, is_first=True)
    if not near:
        return page
    wider = _page(asked, replace(here, is_similar=True), near=near)
    return wider if len(wider.rows) > len(page.rows) else page


def _rows_or_near(asked: Asked, here: Place, few: int) -> tuple[Found, str]:
    rows = _with_near_words(_in_order(asked, here, Fragment("")), asked.wanted.words, few)
    sent = _read(rows)
    last = sent.ntuples - 1
    if last < 0 or whole(sent.get_value(last, 0)) != _NEAR:
        return _found(asked, sent, sent.ntuples), ""
    return _found(asked, sent, last), (sent.get_value(last, 1) or b"").decode()


def _with_near_words(rows: Fragment, words: str, few: int) -> Fragment:
    """Add a last row with the words like those typed, where fewer rows than `few` are found."""
    near = near_words(words)
    return Fragment(
        f"WITH page AS MATERIALIZED ({rows.sql}) SELECT * FROM page UNION ALL"  # noqa: S608
        f" SELECT {_NEAR}, convert_to(words, 'UTF8'), NULL FROM ({near.sql}) AS near"
        f" WHERE (SELECT count(*) FROM page) < {few}",
        rows.values + near.values,
    )


def _page(asked: Asked, here: Place, near: str = "") -> ListedPage:
    """Read the page at `asked.place` in the manner of `here`."""
    is_first = asked.place is None
    is_rising = _is_rising(asked, here)
    beyond = beyond_place(asked.place, KEYS.get(asked.order), is_rising=is_rising)
    if asked.wanted == _ALL and asked.order is Order.NEWEST:
        return _between(_plain_rows(asked, beyond, is_rising=is_rising), here, is_first=is_first)
    if _is_stretched(asked):
        found = searched_rows(_search(asked, here, near), _cut(asked))
        return _between(found, here, is_first=is_first)
    rows = _in_order(asked, here, beyond, near)
    sent = _read(rows)
    return _between(_found(asked, sent, sent.ntuples), here, is_first=is_first)


def _is_rising(asked: Asked, here: Place) -> bool:
    return (asked.order in RISING) != here.is_back


def _plain_rows(asked: Asked, beyond: Fragment, *, is_rising: bool) -> Found:
    """Read the page that everybody asks for: no row of it is looked at but the first and last."""
    standing = NEWEST if asked.with_withdrawn else STANDING
    sent = read_kept(
        f"SELECT seq, body, NULL::float8 FROM {TABLE} WHERE {standing.sql}"  # noqa: S608
        f"{' AND ' if beyond else ''}{beyond.sql} ORDER BY seq {'ASC' if is_rising else 'DESC'}"
        f" LIMIT {int(asked.size) + 1} OFFSET {int(asked.offset)}",
        [str(value) for value in beyond.values],
    )
    return found_in(sent, sent.ntuples, asked.size)


def _read(rows: Fragment) -> PGresult:
    return read_once(rows.sql, [written(value) for value in rows.values])


def _found(asked: Asked, sent: PGresult, count: int) -> Found:
    """Read the rows of a question: (seq, body, key), and of a delta whether it left the filter."""
    found = found_in(sent, count, asked.size)
    if asked.order not in KEYS or not found.rows:
        return found
    keys = (moment(sent.get_value(row, 2)) for row in (0, len(found.rows) - 1))
    ends = [(seq, key_number(key)) for (seq, _), key in zip(found.ends, keys, strict=True)]
    return replace(found, ends=ends)


def _in_order(asked: Asked, here: Place, beyond: Fragment, near: str = "") -> Fragment:
    """Select the rows of the page and one more: (seq, body, key).

    Of a delta also whether it left the filter.
    """
    way = "ASC" if _is_rising(asked, here) else "DESC"
    by = f"ORDER BY key {way}, seq {way}" if asked.order in KEYS else f"ORDER BY seq {way}"
    by += f" LIMIT {int(asked.size) + 1} OFFSET {int(asked.offset)}"
    wanted, key = asked.wanted, KEYS.get(asked.order, "NULL::float8")
    fits = fitting(wanted, near)
    if wanted.updated_since is not None:
        rows = _changed(wanted.updated_since, fits, beyond, key)
        return Fragment(f"{rows.sql} {by}", rows.values)
    fits = all_of([NEWEST if asked.with_withdrawn else STANDING, fits, beyond])
    if not _is_sought(wanted):
        rows = _select(f"seq, body, {key} AS key", fits)
        return Fragment(f"{rows.sql} {by}", rows.values)
    return _read_whole(_select(f"seq, ctid AS at, {key} AS key", fits), by)


def _is_sought(wanted: PublicFilter) -> bool:
    """Say whether an index without order finds what is wanted."""
    return bool(wanted.words.strip() or wanted.entity or wanted.source_domain)


def _is_stretched(asked: Asked) -> bool:
    """Say whether the public order is searched stretch by stretch."""
    is_along = asked.order in (Order.NEWEST, Order.OLDEST, Order.RELEVANCE)
    return is_along and asked.wanted.updated_since is None and _is_sought(asked.wanted)


def _search(asked: Asked, here: Place, near: str = "") -> Search:
    is_rising = _is_rising(asked, here)
    if asked.order is Order.RELEVANCE:
        steps = _levels(asked, here)
    else:
        steps = [_step(asked.place, asked.top, is_rising=is_rising)]
    return Search(asked.wanted, steps, is_rising, near, asked.with_withdrawn)


def _levels(asked: Asked, here: Place) -> list[Step]:
    """Go through the level of the place from there on, and through those beyond it whole.

    No newer claims than there were when the search began.
    """
    is_rising, key = _is_rising(asked, here), asked.place.key if asked.place else None
    top = min(here.top, asked.top)
    whole = _step(None, top, is_rising=is_rising)
    onward = _step(asked.place, top, is_rising=is_rising)
    levels = sorted(Level, reverse=not is_rising)
    if key is not None:
        levels = [level for level in levels if (level >= key if is_rising else level <= key)]
    steps = [(onward if level == key else whole, level) for level in levels]
    return [Step(step.start, step.end, level) for step, level in steps]


def _cut(asked: Asked) -> Cut:
    return Cut(asked.size, asked.offset)


def _read_whole(keys: Fragment, by: str) -> Fragment:
    """Read the rows of a page whole, where they lie, once their keys have put them in order.

    To sort the bodies of a thousand claims for the sake of fifty takes longer than finding them.
    """
    order = by.partition(" LIMIT ")[0].replace("seq", "found.seq")
    return Fragment(
        f"SELECT found.seq, body, key FROM ({keys.sql} {by}) AS found"  # noqa: S608
        f" JOIN {TABLE} AS claim ON claim.ctid = at {order}",
        keys.values,
    )


def _step(place: Place | None, top: int, *, is_rising: bool) -> Step:
    """Go through the list from a place on (or all of it), to its end as it was just now."""
    beyond_newest = top + 1
    start, end = (0, beyond_newest) if is_rising else (beyond_newest, 0)
    if place is not None:
        start = min(place.seq, beyond_newest)
    return Step(start, end)


def _changed(since: datetime, fits: Fragment, beyond: Fragment, key: str) -> Fragment:
    """Select what changed and fits, and what changed so that it no longer fits.

    A version that once fitted may have been seen by who asks; saying that it left does no harm to
    who never had it.
    """
    changed = all_of([NEWEST, Fragment("created_at >= %s::timestamptz", (since,)), beyond])
    if not fits:
        return _select(f"seq, body, {key} AS key, false", changed)
    once = Fragment(
        f"EXISTS (SELECT 1 FROM {TABLE} AS before"  # noqa: S608
        f" WHERE before.claim_id = {TABLE}.claim_id AND {fits.sql})",
        fits.values,
    )
    rows = _select(f"seq, body, {key} AS key, NOT ({fits.sql})", all_of([changed, once]))
    return Fragment(rows.sql, fits.values + rows.values)


def _select(columns: str, conditions: Fragment) -> Fragment:
    return Fragment(
        f"SELECT {columns} FROM {TABLE} WHERE {conditions.sql}",  # noqa: S608 - constants only
        conditions.values,
    )


def _between(found: Found, here: Place, *, is_first: bool) -> ListedPage:
    """Turn what was read backwards, and name the places around it."""
    step = -1 if here.is_back else 1
    has_further = here.is_back or found.has_more
    has_back = found.has_more if here.is_back else not is_first
    first, last = found.ends[::step] or (None, None)

    def place(end: tuple[int, float | None], *, is_back: bool) -> Place:
        return replace(here, seq=end[0], key=end[1], is_back=is_back)

    return ListedPage(
        found.rows[::step],
        place(last, is_back=False) if last and has_further else None,
        place(first, is_back=True) if first and has_back else None,
    )
