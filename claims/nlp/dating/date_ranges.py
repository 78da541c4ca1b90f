"""Stretches of time: "dal 3 al 5 maggio", "from May to Oct 2020", "Nov-Feb 2017".

Each end is a date of its own; what one end leaves out it takes from the other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.nlp.dating.calendar_words import day_number, day_pattern, number_of, pattern
from claims.nlp.dating.date_readers import LEAP_YEAR, Part, calendar_day, day_value, yearless
from claims.nlp.dating.relative_dates import nearest_month
from claims.nlp.dating.years import FIGURES, year_of


@dataclass(frozen=True, slots=True)
class End:
    """One end as far as it is written; `day`, `month` and `year` are 0 where they aren't."""

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0


def end_pattern(language: str, name: str) -> str:
    """A day, a month and a year, each but the month optional; groups are called name_day, ..."""
    day, month = day_pattern(language), pattern(language, "months")
    if language == "it":
        return (
            rf"(?:(?P<{name}_day>{day})\s+(?:di\s+)?)?(?P<{name}_month>{month})(?!\w)"
            rf"(?:\s+(?:de(?:l|ll['’])\s*|di\s+)?(?P<{name}_year>{FIGURES})(?!\d))?"
        )
    return (
        rf"(?:(?P<{name}_day>{day})\s+(?:of\s+)?)?(?P<{name}_month>{month})(?!\w)"
        rf"(?:\s+(?P<{name}_late>{day})(?![\w:]|[.,]\d))?(?:(?:,?\s+(?:of\s+|in\s+)?|/)"
        rf"(?P<{name}_year>{FIGURES})(?!\d))?"
    )


def range_of_months(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """Both ends have a month."""
    first, last = _end_of(match, "a", language), _end_of(match, "b", language)
    yield from _both(first, last, base)


def range_of_days(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "dal 3 al 5 maggio": the first day has the month of the last."""
    last = _end_of(match, "b", language)
    span = match.span("a_only")
    first = replace(last, start=span[0], end=span[1], day=day_number(language, match["a_only"]))
    yield from _both(first, last, base)


def range_after_month(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "April 9th through 17th": the last day has the month of the first."""
    first = _end_of(match, "a", language)
    span = match.span("b_only")
    last = replace(first, start=span[0], end=span[1], day=day_number(language, match["b_only"]))
    if match["year"]:
        first, last = (
            replace(first, year=int(match["year"])),
            replace(last, year=int(match["year"])),
        )
    yield from _both(first, last, base)


def range_in_figures(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "10/1-11/2/2017": days and months in the language's order."""
    year = int(match["year"] or 0)
    ends = []
    for one, two in (("d1", "m1"), ("d2", "m2")):
        day, month = int(match[one]), int(match[two])
        if language == "en" and day <= 12:
            day, month = month, day
        ends.append(End(match.start(one), match.end(two), day, month, year))
    yield from _both(ends[0], ends[1], base)


def _end_of(match: re.Match[str], name: str, language: str) -> End:
    day = match[f"{name}_day"] or match.groupdict().get(f"{name}_late")
    month = number_of(language, "months", match[f"{name}_month"])
    year = year_of(match[f"{name}_year"]) if match[f"{name}_year"] else 0
    groups = [g for g in match.re.groupindex if g.startswith(f"{name}_") and match[g]]
    start, end = min(map(match.start, groups)), max(map(match.end, groups))
    return End(start, end, day_number(language, day) if day else 0, month, year or 0)


def _both(first: End, last: End, base: dt.date | None) -> Iterator[Part]:
    """The values of two ends; none where the calendar has no such day."""
    turned = (first.month, first.day) > (last.month, last.day or 31)
    if last.year and not first.year:
        first = replace(first, year=last.year - turned)
    if first.year and not last.year:
        last = replace(last, year=first.year + turned)
    if not (_exists(first) and _exists(last)):
        return
    one, two = _value(first, base), _value(last, base)
    if base and one and two and not first.year and one > two:
        two = _a_year_later(last, two)
    yield first.start, first.end, one
    yield last.start, last.end, two


def _exists(end: End) -> bool:
    return 1 <= end.month <= 12 and calendar_day(LEAP_YEAR, end.month, end.day or 1) is not None


def _value(end: End, base: dt.date | None) -> str | None:
    if end.year:
        month = f"{end.year:04}-{end.month:02}"
        return day_value(end.year, end.month, end.day) if end.day else month
    if end.day:
        return yearless(base, end.month, end.day)
    return nearest_month(end.month, base, 0) if base else None


def _a_year_later(end: End, value: str) -> str | None:
    year = int(value[:4]) + 1
    return _value(replace(end, year=year), None)
