"""Measures in two steps: "3 hours 12 minutes", "un'ora e cinquanta", "un metro e ottanta"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.counting.measures import measure_of
from claims.nlp.types import Quantity

# how many of the smaller measure make one of the greater
_STEPS = {("h", "min"): 60, ("min", "s"): 60, ("ft", "in"): 12, ("lb", "oz"): 16}
# what a bare number behind a measure counts, and how many make one of it
_CHANGE = {"m": 100, "EUR": 100}
_MINUTES = {"ora": "minuti", "ore": "minuti", "hour": "minutes", "hours": "minutes"}
_AND = re.compile(r"\s(?:e|and)\s")
_OPENS_RANGE = re.compile(r"\b(?:tra|fra|between|from|da)\s+$", re.IGNORECASE)


def joined_measures(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with both steps of one measure as one, in the smaller or the same unit."""
    kept: list[Quantity] = []
    for quantity in quantities:
        whole = _whole(text, kept[-1], quantity) if kept else None
        if whole is not None:
            kept[-1] = whole
        else:
            kept.append(quantity)
    return kept


def _whole(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    measure = measure_of(one.unit)
    if measure is None or one.value != int(one.value) or two.value != int(two.value):
        return None
    step = _STEPS.get((measure, measure_of(two.unit) or ""))
    if step is not None and text[one.end : two.start] == " ":
        value = one.value * step + two.value if two.value < step else None
        return Quantity(one.start, two.end, value, two.unit) if value is not None else None
    if two.unit is not None or _AND.fullmatch(text, one.end, two.start) is None:
        return None
    if _OPENS_RANGE.search(text, max(0, one.start - 12), one.start):
        return None
    if one.unit in _MINUTES and 0 < two.value < 60:
        return Quantity(one.start, two.end, one.value * 60 + two.value, _MINUTES[one.unit])
    if measure in _CHANGE and 10 <= two.value < _CHANGE[measure]:
        return Quantity(one.start, two.end, one.value + two.value / _CHANGE[measure], one.unit)
    return None
