"""Days with a name: fixed feasts, and those that move with Easter."""

from __future__ import annotations

import datetime as dt
import re

_FIXED = {
    "natale": "12-25", "capodanno": "01-01", "ferragosto": "08-15", "santo stefano": "12-26",
    "san silvestro": "12-31", "epifania": "01-06", "ognissanti": "11-01", "immacolata": "12-08",
    "san valentino": "02-14", "christmas day": "12-25", "christmas eve": "12-24",
    "christmas": "12-25", "boxing day": "12-26", "new year's day": "01-01",
    "new year's eve": "12-31", "new year": "01-01", "independence day": "07-04",
    "halloween": "10-31", "valentine's day": "02-14", "saint patrick's day": "03-17",
    "st patrick's day": "03-17", "saint patrick": "03-17", "juneteenth": "06-19",
    "bastille day": "07-14",
}  # fmt: skip
_FROM_EASTER = {
    "pasqua": 0, "pasquetta": 1, "lunedì dell'angelo": 1, "venerdì santo": -2, "pentecoste": 49,
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "pentecost": 49,
    "ash wednesday": -46,
}  # fmt: skip
# in the year's turn these may be a season, so that only the month is sure
_SEASONS = frozenset({"natale", "christmas"})
_LANGUAGES = {
    "it": "natale|capodanno|ferragosto|santo stefano|san silvestro|epifania|ognissanti|immacolata"
    "|san valentino|pasqua|pasquetta|lunedì dell'angelo|venerdì santo|pentecoste",
    "en": "christmas day|christmas eve|christmas|boxing day|new year's day|new year's eve"
    "|independence day|halloween|valentine's day|saint patrick's day|st patrick's day"
    "|saint patrick|juneteenth|bastille day|easter sunday|easter monday|easter|good friday"
    "|pentecost|ash wednesday",
}


def feast_pattern(language: str) -> str:
    """An alternation of all names, longer ones first, any white space and apostrophe."""
    names = sorted(_LANGUAGES[language].split("|"), key=len, reverse=True)
    return "|".join(name.replace(" ", r"\s+").replace("'", "['’]") for name in names)


def feast_day(name: str, year: int) -> dt.date:
    """The day of a feast in a year; KeyError for a name that isn't in the lists."""
    plain = _plain(name)
    if plain in _FROM_EASTER:
        return easter(year) + dt.timedelta(days=_FROM_EASTER[plain])
    return dt.date.fromisoformat(f"{year:04}-{_FIXED[plain]}")


def feast_value(name: str, year: int) -> str:
    """EDTF value of a feast whose year is named."""
    day = feast_day(name, year).isoformat()
    return day[:7] if _plain(name) in _SEASONS else day


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.lower().replace("’", "'"))


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar.

    Source: J. Meeus, "Astronomical Algorithms", 1991, chapter 8 (the method of 1876).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
