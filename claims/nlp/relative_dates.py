"""Relative time expressions ("ieri", "last October") against the article's date."""

from __future__ import annotations

import datetime as dt
import re

from claims.nlp.calendar_words import number_of, pattern

_DAYS = {
    "oggi": 0, "ieri": -1, "domani": 1, "dopodomani": 2,
    "today": 0, "yesterday": -1, "tomorrow": 1, "last night": -1,
}  # fmt: skip
_COUNTS = {
    "due": 2,
    "tre": 3,
    "quattro": 4,
    "cinque": 5,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "a": 1,
}
_PAST = re.compile(r"scors|passat|last|\bfa\b|ago|precedente", re.IGNORECASE)
_NEXT = re.compile(r"prossim|ventur|next|successiv|dopo", re.IGNORECASE)
_AGO = re.compile(
    r"(\w+)\s+(anni|mesi|giorni|settimane|years?|months?|weeks?|days?)\s+(?:fa|ago)", re.IGNORECASE
)
_YEAR_WORD = re.compile(r"\b(?:anno|year)\b", re.IGNORECASE)
_MONTH_WORD = re.compile(r"\b(?:mese|month)\b", re.IGNORECASE)
_SEASON = re.compile(r"estate|inverno|autunno|primavera|spring|summer|autumn|winter", re.IGNORECASE)


def resolve_relative(phrase: str, language: str, base: dt.date | None) -> str | None:
    """EDTF value of `phrase` as precise as it speaks; None without a base or when unsure."""
    if base is None:
        return None
    words = phrase.lower().strip()
    if words in _DAYS:
        return (base + dt.timedelta(days=_DAYS[words])).isoformat()
    if "altro" in words and "ieri" in words:
        return (base - dt.timedelta(days=2)).isoformat()
    ago = _AGO.search(words)
    if ago:
        return _ago(ago, base)
    shift = -1 if _PAST.search(words) else 1 if _NEXT.search(words) else 0
    return _shifted(words, language, base, shift)


def _ago(match: re.Match[str], base: dt.date) -> str | None:
    count = _COUNTS.get(match[1]) or (int(match[1]) if match[1].isdigit() else 0)
    unit = match[2]
    if not 0 < count < 1000:
        return None
    if unit.startswith(("ann", "year")):
        return f"{base.year - count:04}"
    if unit.startswith(("mes", "month")):
        months = base.year * 12 + base.month - 1 - count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit.startswith(("settiman", "week")):
        return None
    return (base - dt.timedelta(days=count)).isoformat()


def _shifted(words: str, language: str, base: dt.date, shift: int) -> str | None:
    month = re.search(rf"\b{pattern(language, 'months')}(?!\w)", words)
    if month:
        return _month(number_of(language, "months", month.group()), words, base, shift)
    weekday = re.search(rf"\b{pattern(language, 'weekdays')}(?!\w)", words)
    if weekday:
        return _weekday(number_of(language, "weekdays", weekday.group()), base, shift)
    if _YEAR_WORD.search(words):
        return f"{base.year + shift:04}"
    if _MONTH_WORD.search(words):
        months = base.year * 12 + base.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return None


def _month(month: int, words: str, base: dt.date, shift: int) -> str | None:
    if _YEAR_WORD.search(words):
        return f"{base.year + shift:04}-{month:02}"
    if "successiv" in words or "precedente" in words:
        return None
    year = base.year
    if shift < 0 and month >= base.month:
        year -= 1
    if shift > 0 and month <= base.month:
        year += 1
    return f"{year:04}-{month:02}"


def _weekday(weekday: int, base: dt.date, shift: int) -> str | None:
    distance = (base.isoweekday() - weekday) % 7 or 7
    if shift == 0:
        return None
    days = -distance if shift < 0 else 7 - distance or 7
    return (base + dt.timedelta(days=days)).isoformat()
