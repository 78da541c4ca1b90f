"""From a pattern's match to the parts of a date: (start, end, EDTF value or None) each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from claims.nlp.calendar_words import number_of
from claims.nlp.relative_dates import resolve_relative

Part = tuple[int, int, str | None]
Reader = Callable[[re.Match[str], str, dt.date | None], Iterator[Part]]

FIRST_YEAR, LAST_YEAR = 1800, 2100
LEAP_YEAR = 2000
_HOLIDAYS = {
    "natale": "12",
    "christmas": "12",
    "capodanno": "01-01",
    "ferragosto": "08-15",
    "santo stefano": "12-26",
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "boxing day": "12-26",
    "new year's day": "01-01",
    "new year's eve": "12-31",
}


def full(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    day = int(re.sub(r"\D", "", match["day"]) or 1)
    month = number_of(language, "months", match["month"])
    span = match.start("day"), match.end()
    if match.start("month") < match.start("day"):
        span = match.start("month"), match.end()
    if _date(LEAP_YEAR, month, day) is None:
        return
    year = match["year"]
    if year:
        value = _day(int(year), month, day)
        if value:
            yield (*span, value)
        return
    if base is None:
        yield (*span, f"XXXX-{month:02}-{day:02}")
        return
    yield (*span, _nearest(base, month, day, match.groupdict().get("relative")))


def _nearest(base: dt.date, month: int, day: int, relative: str | None) -> str | None:
    """The day of that name closest to the article's; "scorso" and "prossimo" say which side."""
    days = [d for y in (-1, 0, 1) if (d := _date(base.year + y, month, day))]
    if relative and relative.lower() in ("scorso", "scorsa", "last"):
        days = [d for d in days if d <= base]
    if relative and relative.lower() in ("prossimo", "prossima", "next"):
        days = [d for d in days if d >= base]
    best = min(days, key=lambda d: abs((d - base).days), default=None)
    return best.isoformat() if best else None


def month_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    month = number_of(language, "months", match["month"])
    yield match.start("month"), match.end(), f"{int(match['year']):04}-{month:02}"


def numeric(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    groups = match.groupdict()
    if groups["iso_year"]:
        value = _day(int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"]))
    else:
        first, second, year = int(groups["first"]), int(groups["second"]), int(groups["year"])
        day, month = (second, first) if second > 12 and language == "en" else (first, second)
        ambiguous = language == "en" and first != second and max(first, second) <= 12
        value = f"{year:04}" if ambiguous else _day(year, month, day)
    if value:
        yield match.start(), match.end(), value


def named_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
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
    year = match.groupdict().get("year")
    yield match.start(), match.end(), f"{year[:3]}X" if year and year[2] != "0" else None


def relative(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    yield match.start(), match.end(), resolve_relative(match.group(), language, base)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    found = _date(year, month, day)
    return found.isoformat() if found else None


# After these a number may count things or name a year; after any other word it is a year.
_WEAK = re.compile(
    r"(?:a|e|ed|of|for|from|to|and|about|around|between|by|the|after)\s", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s+(?!(?:e|i|gli|le|ai|agli|dei|degli|nei|fu|was|has|is)\b)[a-zà-ÿ]{3,}[isel]\b"
)
# What introduces a count, seldom a year ("con 2000 volontari").
_COUNTING = re.compile(
    r"\b(?:di|con|su|da|circa|oltre|quasi|sono|altri|altre|i|gli|le|ai|dei|nei|with|some|nearly|over|than|least"
    r"|about|are|were|other|only|solo|almeno)\s+$",
    re.IGNORECASE,
)


def year_after_word(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A year that the word before it announces ("nel 2022 l'azienda", "in 2021 by two")."""
    after = match.string[match.end() : match.end() + 25]
    weak = _WEAK.match(match.group()) is not None
    plausible = FIRST_YEAR <= int(match["year"]) <= LAST_YEAR or not weak
    if plausible and not (weak and _COUNTED.match(after)):
        yield match.start("year"), match.end("year"), match["year"]


def bare_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A four-figure number beside a name or noun ("la stagione 2020", "Expo 2015")."""
    before = match.string[max(0, match.start("year") - 12) : match.start("year")]
    after = match.string[match.end() : match.end() + 25]
    if 1900 <= int(match["year"]) <= 2035 and not (
        _COUNTING.search(before) or _COUNTED.match(after)
    ):
        yield match.start("year"), match.end("year"), match["year"]


def holiday(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A feast with its year ("Boxing Day 2022"); Christmas alone may be a season, so its month."""
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    yield match.start(), match.end(), f"{match['year']}-{_HOLIDAYS[name]}"
