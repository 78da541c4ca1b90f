"""By relevance: claims that hold all words in headline or claim come before all others.

In each of these two levels the newest come first. A row's level hangs on its own words alone, so
that a page is found as in the public order, one level after the other: nothing is ranked, and no
claim is too old to be among the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from annotations.queries.public_words import FOREMOST, Manner, held
from annotations.queries.statements import Given


class Level(IntEnum):
    """Where all that is searched for stands: in headline or claim, or some of it elsewhere."""

    ELSEWHERE = 0
    FOREMOST = 1


def held_at(given: Given, manner: Manner, levels: Sequence[Level | None], step: str) -> str:
    """Say of a row that it holds what is searched for, at the level of a step or at any.

    What is left out (-word) may stand nowhere: a foremost row is held to all its words too.
    """
    anywhere = held(given, manner)
    if None in levels:
        return anywhere
    foremost = ", ".join(str(level is Level.FOREMOST) for level in levels)
    return f"{anywhere} AND (ARRAY[{foremost}])[{step}] = {held(given, manner, FOREMOST)}"
