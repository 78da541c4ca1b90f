"""From a pattern's match to the parts of a date: (start, end, EDTF value or None) each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from claims.nlp.dating.calendar_words import day_number, number_of
from claims.nlp.dating.feasts import feast_day, feast_value
from claims.nlp.dating.relative_dates import (
    nearest_month,
    nearest_weekday,
    resolve_relative,
    shift_of,
)
from claims.nlp.dating.sentence_side import lean_of, side_of
from claims.nlp.dating.years import century_of, year_of

Part = tuple[int, int, str | None]
Reader = Callable[[re.Match[str], str, dt.date | None], Iterator[Part]]

LEAP_YEAR = 2000
AGED = 20  # characters before "70s" that tell whose age it is
FAR = dt.timedelta(days=45)
"""A day without a year is the nearest one, unless that lies so far on the wrong side."""


def full(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A day of a month, with its year or without."""
    day = day_number(language, match["day"])
    month = number_of(language, "months", match["month"])
    start = min(match.start("month"), match.start("day"))
    if calendar_day(LEAP_YEAR, month, day) is None:
        return
    year = year_of(match["year"], base) if match["year"] else None
    if year:
        value = day_value(year, month, day)
        if value:
            yield start, match.end(), value
        return
    relative = match.groupdict().get("relative")
    side = shift_of(relative) if relative else 0
    yield start, match.end(), yearless(base, month, day, side, told=side or side_of(match))


def yearless(
    base: dt.date | None, month: int, day: int, side: int = 0, told: int = 0
) -> str | None:
    """ "12 marzo": the one nearest to the article; without its date the year is left open (XXXX).

    side: -1 or 1 where its own words ("scorso") say on which side it lies; told: where only the
    verb beside it does, which counts when the nearest is far on the other side.
    """
    if base is None:
        return f"XXXX-{month:02}-{day:02}"
    days = [d for y in (-4, -1, 0, 1, 4) if (d := calendar_day(base.year + y, month, day))]
    wrong = [d for d in days if told and side == 0 and (d - base) * told < -FAR]
    days = [d for d in days if d not in wrong]
    days = [d for d in days if side == 0 or (d <= base if side < 0 else d >= base)]
    best = min(days, key=lambda d: abs((d - base).days), default=None)
    return best.isoformat() if best else None


def month_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A month with its year."""
    month = number_of(language, "months", match["month"])
    year = year_of(match["year"], base)
    if year:
        yield match.start("month"), match.end(), f"{year:04}-{month:02}"


def year_month(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "2017 april", "2015-12", "12-2015": the year and the month in any order."""
    shown = match["month"]
    month = int(shown) if shown.isdigit() else number_of(language, "months", shown)
    if 1 <= month <= 12:
        yield match.start(), match.end(), f"{int(match['year']):04}-{month:02}"


def numeric(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "2021-05-06", "3/4/2020": English leaves day and month open where both fit."""
    groups = match.groupdict()
    if groups["iso_year"]:
        value = day_value(int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"]))
    else:
        first, second, year = int(groups["first"]), int(groups["second"]), int(groups["year"])
        day, month = (second, first) if second > 12 and language == "en" else (first, second)
        ambiguous = language == "en" and first != second and max(first, second) <= 12
        value = f"{year:04}" if ambiguous else day_value(year, month, day)
    if value:
        yield match.start(), match.end(), value


def numeric_short(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "12/10/19": only where day and month can't be taken for each other."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if language == "en" and second > 12 else (first, second)
    year = year_of(match["short"], base)
    sure = language == "it" or first == second or max(first, second) > 12
    value = day_value(year, month, day) if year and sure else None
    if value:
        yield match.start(), match.end(), value


def day_and_month(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "il 22/04", "on 5/12": English puts the month first where it can."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if language == "en" and first <= 12 else (first, second)
    if calendar_day(LEAP_YEAR, month, day):
        yield match.start("first"), match.end(), yearless(base, month, day)


def named_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A year with what stands before it ("fine 2020", "Q1 2019")."""
    yield match.start(), match.end(), match["year"]


def season_span(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "2026/27", "stagione 2011-2012": one stretch of two years."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if int(last) == int(first) + 1:
        yield match.start("year"), match.end("last"), f"{first}/{last}"


def two_years(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "1919-2006", "il 1992 e il 95": both ends."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if int(first) < int(last):
        yield match.start("year"), match.end("year"), first
        yield match.start("last"), match.end("last"), last


def decade(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "1990s" is 199X; "2000s" may be a century, "anni venti" two decades: no value.

    What is coarser than a year dates nothing by itself: it has a value only beside the article's.
    """
    year = match.groupdict().get("year")
    known = base and year and year[2] != "0"
    yield match.start(), match.end(), f"{year[:3]}X" if known and year else None


_AGED = re.compile(
    r"\b(?:her|his|their|my|our|your)\s+(?:(?:early|late|mid)[\s-]+)?$", re.IGNORECASE
)
_TENS = ("trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")


def decade_of_tens(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "anni '90", "anni sessanta e settanta": the last such decades before the article's date.

    Those of another century say so: "anni settanta del XIX secolo". "In her 70s" tells an age.
    """
    if _AGED.search(match.string, max(0, match.start() - AGED), match.start()):
        return
    groups = match.groupdict()
    more, named = groups.get("more"), groups.get("century")
    century = century_of(named) if named else None
    first_end = match.end("tens") if more else match.end()
    yield match.start(), first_end, _decade(match["tens"], century, base)
    if more:
        yield match.start("more"), match.end("more"), _decade(more, century, base)


def _decade(shown: str, century: int | None, base: dt.date | None) -> str | None:
    if base is None:
        return None
    tens = int(shown) if shown.isdigit() else _TENS.index(shown.lower()) + 3
    if century is not None:
        return f"{century - 1:02}{tens}X"
    start = base.year // 100 * 100 + tens * 10
    return f"{(start if start <= base.year else start - 100) // 10}X"


def century(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "XIX secolo", "15th century": 18XX, 14XX, as `decade`; none before Christ."""
    found = century_of(match["century"])
    if found:
        value = None if match["before"] or not base else f"{found - 1:02}XX"
        yield match.start(), match.end(), value


def relative(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """What is said from the article's day."""
    yield match.start(), match.end(), resolve_relative(match.group(), language, base)


def weekday(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A weekday by itself."""
    value = None
    if base:
        number = number_of(language, "weekdays", match["weekday"])
        value = nearest_weekday(number, base, side_of(match))
    yield match.start("weekday"), match.end("weekday"), value


def month_alone(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A month without a year."""
    value = None
    if base:
        month = number_of(language, "months", match["month"])
        value = nearest_month(month, base, side_of(match))
    yield match.start("month"), match.end("month"), value


def holiday(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A feast with its year, or the one nearest to the article."""
    name, year = match["holiday"], match["year"]
    if year:
        yield match.start(), match.end(), feast_value(name, int(year))
        return
    value = None
    if base:
        days = [feast_day(name, base.year + shift) for shift in (-1, 0, 1)]
        side = shift_of(match["side"].lower()) if match["side"] else lean_of(match)
        kept = [d for d in days if side == 0 or (d < base if side < 0 else d > base)]
        value = min(kept, key=lambda d: abs((d - base).days)).isoformat()
    yield match.start(), match.end(), value


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_value(year: int, month: int, day: int) -> str | None:
    """The day in EDTF, or None."""
    found = calendar_day(year, month, day)
    return found.isoformat() if found else None
