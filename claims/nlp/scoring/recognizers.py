"""Numbers, numbers with unit and dates against the sets of recognizers-text, as news uses them.

A number is right when a quantity that touches it has its value; with a unit, a unit must have been
read too. A range of numbers is right when each of its ends was read. A date is right when an
expression that touches it has the same value in EDTF; of several readings ("4 May" may lie behind
or ahead) any will do. What counts is said in `recognizer_scope`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from claims.nlp.counting.quantities import find_quantities
from claims.nlp.dating.dates import find_dates
from claims.nlp.normalise import Normalised, normalise
from claims.nlp.scoring.recognizer_scope import Case, why_left_out
from claims.nlp.types import DateExpression, Quantity, Span

_Fact = TypeVar("_Fact", Quantity, DateExpression)
_TOLERANCE = 1e-6
_RANGE_END = re.compile(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?")
_YEAR_RULE = re.compile(r"\b[qh][1-4]\b|quarter|trimestre|semestre|half", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """Parts that count and were read right; `left_out` by reason; `wrong` to look at."""

    right: int = 0
    asked: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Share) -> Share:
        return Share(
            self.right + other.right,
            self.asked + other.asked,
            self.left_out + other.left_out,
            self.wrong + other.wrong,
        )

    @property
    def share(self) -> float:
        return self.right / max(1, self.asked)


def score_cases(cases: Iterable[Case], language: str, kind: str) -> Share:
    """All cases of one file; kind: number, unit or datetime."""
    return sum((score_case(case, language, kind) for case in cases), Share())


def score_case(case: Case, language: str, kind: str) -> Share:
    """One text with its labelled parts."""
    normal = normalise(case["text"])
    base = _reference(case)
    dates = [_moved(d, normal) for d in find_dates(normal.text, language, base)]
    quantities = [_moved(q, normal) for q in find_quantities(normal.text, language)]
    left_out: Counter[str] = Counter()
    right, wrong = 0, []
    asked = 0
    for entity in case["entities"]:
        if reason := why_left_out(case, entity, kind):
            left_out[reason] += 1
            continue
        asked += 1
        if kind == "datetime":
            is_right = is_right_date(entity, dates)
        else:
            is_right = is_right_number(entity, quantities, language, needs_unit=kind == "unit")
        right += is_right
        if not is_right:
            wrong.append(f"{case['text'][:120]!r}: {entity['text']!r} {_wanted(entity)}")
    return Share(right, asked, left_out, tuple(wrong))


def _moved(found: _Fact, normal: Normalised) -> _Fact:
    span = normal.to_raw(Span(found.start, found.end))
    return replace(found, start=span.start, end=span.end)


def is_right_number(
    entity: Case, found: Sequence[Quantity], language: str, *, needs_unit: bool
) -> bool:
    """Whether each value of the entity was read where it stands."""
    touching = [q for q in found if q.start < entity["end"] and entity["start"] < q.end]
    values = [q.value for q in touching if q.unit is not None or not needs_unit]
    wanted = _values(entity, language)
    return bool(wanted) and all(any(_close(value, want) for value in values) for want in wanted)


def is_right_date(entity: Case, found: Sequence[DateExpression]) -> bool:
    """Whether an accepted EDTF value, or both ends of an accepted range, were read."""
    given = {
        d.edtf for d in found if d.start < entity["end"] and entity["start"] < d.end and d.edtf
    }
    return any(ends <= given or "/".join(sorted(ends)) in given for ends in accepted(entity))


def accepted(entity: Case) -> list[set[str]]:
    """Sets of EDTF values, each of which is a right answer by itself."""
    answers: list[set[str]] = []
    for value in entity["values"] or ():
        start, end = value.get("start"), value.get("end")
        timex = str(value["timex"])
        if value.get("value"):
            answers += _said(value["value"], entity["text"])
        elif timex.startswith("("):
            answers += _range_ends(start, end, entity["text"])
        elif "W" in timex and start and end:
            answers.append({start[:10], _day_before(end)})
        elif timex.startswith("XX"):
            years = {shown[:4] for shown in (start, end) if shown}
            answers += [{year + timex[4:]} for year in years]
        else:
            answers.append({timex})
    return answers


def _said(day: str, shown: str) -> list[set[str]]:
    """A day; "two months ago" speaks of the month, "two years ago" of the year."""
    if re.search(r"months?\s+ago|mes[ei]\s+fa", shown):
        return [{day[:7]}]
    return [{day[:4]}] if re.search(r"years?\s+ago|ann[oi]\s+fa", shown) else [{day}]


def _range_ends(start: str | None, end: str | None, shown: str) -> list[set[str]]:
    """Both ends as days, and as months, years, a decade or a century where they start one."""
    if not start or not end:
        return []
    lasts = {end, _day_before(end)}
    answers = [{one, two} for one in _coarser(start) for last in lasts for two in _coarser(last)]
    if start.endswith("-01-01") and end.endswith("-01-01"):
        span = int(end[:4]) - int(start[:4])
        answers += (
            [{f"{start[:3]}X"}] if span == 10 else [{f"{start[:2]}XX"}] if span == 100 else []
        )
    if _YEAR_RULE.search(shown):  # a quarter or half keeps its year alone (see `dates`)
        answers.append({start[:4], end[:4]} if "to" in shown else {start[:4]})
    return answers


def _coarser(day: str) -> list[str]:
    """The day, its month where it is the first or last of it, its year likewise."""
    if day.endswith(("-01-01", "-12-31")):
        return [day, day[:7], day[:4]]
    after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
    return [day, day[:7]] if day.endswith("-01") or after.day == 1 else [day]


def _day_before(day: str) -> str:
    return (dt.date.fromisoformat(day[:10]) - dt.timedelta(days=1)).isoformat()


def _reference(case: Case) -> dt.date | None:
    shown = case["reference_datetime"]
    return dt.date.fromisoformat(shown[:10]) if shown else None


def _values(entity: Case, language: str) -> list[float]:
    shown = str(entity["value"])
    if "range" in entity["type"]:
        return [float(end) for end in _RANGE_END.findall(shown)]
    if language == "it":
        shown = shown.replace(".", "").replace(",", ".")
    return [float(shown.rstrip("%"))]


def _close(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= _TOLERANCE * max(abs(wanted), 1e-3)


def _wanted(entity: Case) -> str:
    return str(entity["value"] if entity["value"] is not None else accepted(entity))
