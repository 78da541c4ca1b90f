"""What the visits to a source's address together say: one bad day is no death.

Pure: no database, no web. A source is dead when it failed at several visits in a row that lie days
apart, changed when two visits in a row found another text; until then it is watched more closely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile

FAILURES_OF_THE_DEAD = 3
DEAD_FOR = timedelta(days=2)
CHANGES_OF_THE_CHANGED = 2
LOOKED_AT = 8
"""How many of the newest visits are looked at."""
CALM, WATCHED = timedelta(days=7), timedelta(days=1)
"""How long after a visit the next is due: as a rule, and while something may be wrong."""

SAME, CHANGED, FAILED, REFUSED = "same", "changed", "failed", "refused"
"""Outcomes of a visit. REFUSED says nothing either way: a server that turns programs away."""


class LinkState(StrEnum):
    """How a source's address is doing."""

    UNCHECKED = "unchecked"
    ALIVE = "alive"
    WATCHED = "watched"
    DEAD = "dead"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit and its outcome."""

    outcome: str
    at: datetime


def link_state(visits: Sequence[Visit], *, copied_at: datetime | None = None) -> LinkState:
    """Tell the state from the visits, newest first.

    copied_at: when a copy was last fetched from the address. Earlier visits were compared with
    another copy, and that the page could be fetched says that it answers.
    """
    told = [visit for visit in visits if visit.outcome != REFUSED]
    if copied_at is not None:
        told = [visit for visit in told if visit.at > copied_at]
    if not told:
        return LinkState.UNCHECKED if copied_at is None else LinkState.ALIVE
    newest = told[0].outcome
    run = list(takewhile(lambda visit: visit.outcome == newest, told))
    if newest == SAME:
        return LinkState.ALIVE
    if newest == CHANGED:
        is_sure = len(run) >= CHANGES_OF_THE_CHANGED
        return LinkState.CHANGED if is_sure else LinkState.WATCHED
    is_sure = len(run) >= FAILURES_OF_THE_DEAD and run[0].at - run[-1].at >= DEAD_FOR
    return LinkState.DEAD if is_sure else LinkState.WATCHED


def next_visit(
    visits: Sequence[Visit], *, known_since: datetime, copied_at: datetime | None = None
) -> datetime:
    """Say when the next visit is due; known_since: when the source was first cited."""
    if not visits:
        return (copied_at or known_since) + CALM
    is_watched = link_state(visits, copied_at=copied_at) is LinkState.WATCHED
    return visits[0].at + (WATCHED if is_watched else CALM)
