"""Relative time expressions ("ieri", "last October") against the article's date."""

from __future__ import annotations

import datetime as dt
import re

from claims.nlp.dating.calendar_words import number_of, pattern

_DAYS = {
    "oggi": 0, "ieri": -1, "domani": 1, "dopodomani": 2, "stamattina": 0, "stamani": 0,
    "stamane": 0, "stasera": 0, "stanotte": 0, "today": 0, "yesterday": -1, "tomorrow": 1,
    "tonight": 0, "last night": -1, "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip
_COUNTS = {
    "un": 1, "una": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
    "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_PAST = re.compile(r"scors|passat|last|past|previous|\bfa\b|ago|precedente|ultim", re.IGNORECASE)
_NEXT = re.compile(r"prossim|ventur|next|coming|following|successiv|dopo", re.IGNORECASE)
_AGO = re.compile(
    r"([\wé]+)\s+(ann[oi]|mes[ei]|giorn[oi]|settiman[ae]|years?|months?|weeks?|days?)\s+(?:or\s+sono|fa|ago)",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(r"\b(?:anno|year)\b", re.IGNORECASE)
_QUARTER_WORD = re.compile(r"\b(?:trimestre|semestre|quarter)\b", re.IGNORECASE)
_MONTH_WORD = re.compile(r"\b(?:mese|month)\b", re.IGNORECASE)
_WEEK_WORD = re.compile(r"\b(?:settimana|week)\b", re.IGNORECASE)
_SEASON = re.compile(
    r"estate|inverno|autunno|primavera|spring|summer|autumn|winter|weekend", re.IGNORECASE
)


def resolve_relative(phrase: str, language: str, base: dt.date | None) -> str | None:
    """EDTF value of `phrase` as precise as it speaks; None without a base or when unsure."""
    if base is None:
        return None
    words = re.sub(r"\s+", " ", phrase.lower().strip())
    if words in _DAYS:
        return (base + dt.timedelta(days=_DAYS[words])).isoformat()
    if words.startswith(("ieri ", "yesterday ")):
        return (base - dt.timedelta(days=1)).isoformat()
    if words.startswith(("domani ", "tomorrow ")):
        return (base + dt.timedelta(days=1)).isoformat()
    if ("altro" in words and "ieri" in words) or "before yesterday" in words:
        return (base - dt.timedelta(days=2)).isoformat()
    if "after tomorrow" in words:
        return (base + dt.timedelta(days=2)).isoformat()
    ago = _AGO.search(words)
    if ago:
        return _ago(ago, base)
    return _shifted(words, language, base, shift_of(words))


def shift_of(words: str) -> int:
    """-1 for what is past, 1 for what is to come, 0 for what says neither."""
    return -1 if _PAST.search(words) else 1 if _NEXT.search(words) else 0


def week_of(day: dt.date) -> str:
    """The week round a day as an EDTF interval from Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"


def _ago(match: re.Match[str], base: dt.date) -> str | None:
    count = _COUNTS.get(match[1]) or (int(match[1]) if match[1].isdigit() else 0)
    unit = match[2]
    if not 0 < count < 1000:
        return None
    if unit.startswith(("ann", "year")):
        return f"{base.year - count:04}"
    if unit.startswith(("mes", "month")):
        return month_shifted(base, -count)
    if unit.startswith(("settiman", "week")):
        return week_of(base - dt.timedelta(weeks=count))
    return (base - dt.timedelta(days=count)).isoformat()


def month_shifted(base: dt.date, months: int) -> str:
    """The month so many months from the base's."""
    count = base.year * 12 + base.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _shifted(words: str, language: str, base: dt.date, shift: int) -> str | None:
    month = re.search(rf"\b{pattern(language, 'months')}(?!\w)", words)
    if month:
        return _month(number_of(language, "months", month.group()), words, base, shift)
    weekday = re.search(rf"\b{pattern(language, 'weekdays')}(?!\w)", words)
    if weekday:
        return _weekday(number_of(language, "weekdays", weekday.group()), words, base, shift)
    if _SEASON.search(words):
        return None
    if _WEEK_WORD.search(words):
        twice = 2 if re.search(r"after next|before last", words) else 1
        return week_of(base + dt.timedelta(weeks=shift * twice))
    if _QUARTER_WORD.search(words):
        return _quarter_year(words, base, shift)
    if _YEAR_WORD.search(words):
        return f"{base.year + shift:04}"
    return month_shifted(base, shift) if _MONTH_WORD.search(words) else None


def _quarter_year(words: str, base: dt.date, shift: int) -> str:
    """The year in which the quarter or half before, now or next lies."""
    months = 6 if "semestre" in words else 3
    return month_shifted(base, shift * months)[:4]


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


def _weekday(weekday: int, words: str, base: dt.date, shift: int) -> str | None:
    """ "last Friday", "lunedì prossimo", "Monday of next week".

    With "next" English means the week that comes, Italian the first such day.
    """
    if _WEEK_WORD.search(words) or (re.match(r"next|last", words) and "week" not in words):
        monday = base - dt.timedelta(days=base.weekday())
        return (monday + dt.timedelta(days=7 * shift + weekday - 1)).isoformat()
    distance = (base.isoweekday() - weekday) % 7 or 7
    if shift == 0:
        return _this_weekday(weekday, words, base)
    days = -distance if shift < 0 else 7 - distance or 7
    return (base + dt.timedelta(days=days)).isoformat()


def _this_weekday(weekday: int, words: str, base: dt.date) -> str | None:
    """ "this Friday", "questo venerdì": the one of the week that runs."""
    if not re.search(r"\b(?:this|quest[oa])\b", words):
        return None
    return (base + dt.timedelta(days=weekday - base.isoweekday())).isoformat()


def nearest_weekday(weekday: int, base: dt.date, lean: int) -> str:
    """A weekday named alone: the last one (today included), or the next where `lean` is 1."""
    days = (weekday - base.isoweekday()) % 7
    return (base + dt.timedelta(days=days if lean > 0 else days - 7 if days else 0)).isoformat()


def nearest_month(month: int, base: dt.date, lean: int) -> str:
    """A month named alone: the nearest one, on the side to which `lean` points if it does."""
    ahead = (month - base.month) % 12
    behind = ahead - 12 if ahead else 0
    shift = {1: ahead, -1: behind}.get(lean, ahead if ahead <= 6 else behind)
    return month_shifted(base, shift)
