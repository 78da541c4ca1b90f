"""Which cases of the recognizers' sets speak as news do, and why the others are left out.

The sets (recognizers-text, MIT) test the parser of an assistant: next to "420 million euros" they
ask for alarms, arithmetic and commands. Only what an article's reader would look for is counted;
every reason for leaving a case out stands in LEFT_OUT, and the score says how many each one took.
"""

from __future__ import annotations

import re
from typing import Any

Case = dict[str, Any]

LEFT_OUT = {
    "option": "asks for an option of that library (calendar, tasks, split, suppressed types)",
    "command": "a command or an appointment told to an assistant",
    "clock": "a time of day, a duration or a recurrence: the contract has dates only",
    "ordinal": "a place in a row; ordinals are kept apart from quantities",
    "written_date": "the figures of a date (5/17/2018) as three numbers",
    "article": "the article un, una, a, an read as the number one",
    "arithmetic": "powers, scientific notation, comparison signs, addresses of computers",
    "compound": "measures added up (5 ft 2 in as 5.1667 ft): each is given as it stands",
    "no_value": "a unit without a number",
    "no_date": "a week of a month, a day without its month, a fiscal year, a weekend: no EDTF date",
    "rolling": "so many days, weeks, months from some moment: in news often a duration",
    "context": "the day, the year before, my day: which one, only the sentence before says",
    "jargon": "file names, addresses, EOY, comparison signs, days that no calendar has",
}

_OPTIONS = re.compile(r"Mode$|Suppress|ExtendedTypes|Split|Ordinal")
_COMMAND = re.compile(
    r"cortana|schedul|\bset\b.*\bup\b|\barrang|appointment|meet(?:ing)?\b|calendar|remind|\bbook\b|skype|\bcall\b"
    r"|organizz|appuntament|convert|incontr",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(r"\^|\d[eE][+-]?\d|[<>=~]|\d+\.\d+\.\d+\.\d+|\bover\b|[a-z]\d|\d/\d+/")
_ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+")
_WRITTEN_DATE = re.compile(r"\d/\d+/\d")
_ARTICLES = frozenset({"un", "una", "uno", "un'", "a", "an", "one"})
_NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|five|ten|fifty|due|tre|cinque)\b", re.IGNORECASE
)
_NO_DATE = re.compile(
    r"FY|SY|PRESENT|-W\d\d-WE|WXX-WE|XXXX-XX|-W\d\d$(?<=\d\d-W\d\d)(?<!^\d{4}-W\d\d)|#|^(?:SU|SP|FA|WI)$|PXD"
)
_CONTEXT = re.compile(r"(?:the|my)\s+(?:day|month|year|week)(?:\s+before|\s+after)?", re.IGNORECASE)
_JARGON = re.compile(r"www\.|\.xlsx|\bEOY\b|\bcy\d\d|[<>]\s?=", re.IGNORECASE)
_NUMBERED_WEEK = re.compile(
    r"\bweek\s+(?:of\s+)?\d|\b(?:first|second|third|\d\w\w|last)\s+week\s+of\b"
)
_FROM_SOME_DAY = re.compile(
    r"^(?:more\s+than\s+|in\s+|for\s+)?(?:\d+|an?|two|three|four|five)\s+(?:days?|weeks?|months?|years?|fortnight)"
    r"(?!.*\bago\b)|\b(?:days?|weeks?|months?|years?)\s+(?:from|before|after|starting)\b|\bin\s+\d\s+days\b",
    re.IGNORECASE,
)
_ROLLING = re.compile(
    r"\b(?:next|past|last|previous|upcoming|within|prossim[ei]|scors[ei]|ultim[ei]|starting)\b"
    r".*\b(?:days?|weeks?|months?|years?|quarters?|fortnight|giorni|settimane|mesi|anni)\b"
    r"|\d+ .*\b(?:upcoming|previous|past|next)\b|couple",
    re.IGNORECASE,
)


def why_left_out(case: Case, entity: Case, kind: str) -> str | None:
    """A key of LEFT_OUT, or None for a part that counts; kind: number, unit or datetime."""
    if _OPTIONS.search(case["model"]):
        return "ordinal" if case["model"].startswith("Ordinal") else "option"
    if kind == "datetime":
        return _date_left_out(case, entity)
    return _number_left_out(case, entity, kind)


def _number_left_out(case: Case, entity: Case, kind: str) -> str | None:
    shown = entity["text"].lower().strip()
    if kind == "number" and _WRITTEN_DATE.search(case["text"]):
        return "written_date"
    if entity["value"] in (None, "null", []):
        return "no_value"
    if shown in _ARTICLES:
        return "article"
    if "ordinal" in entity["type"] or re.search(r"\w(?:esimo|imo|th)\b", shown):
        return "ordinal" if kind == "number" and "range" in entity["type"] else None
    if _ARITHMETIC.search(shown) or _ADDRESS.search(case["text"]):
        return "arithmetic"
    if kind == "unit" and len(_NUMBER.findall(shown)) > 1:
        return "compound"
    return None


def _date_left_out(case: Case, entity: Case) -> str | None:
    kind = entity["type"].removeprefix("datetimeV2.")
    if kind not in ("date", "daterange"):
        return "clock"
    if _COMMAND.search(case["text"]):
        return "command"
    if _CONTEXT.fullmatch(entity["text"]):
        return "context"
    if _JARGON.search(case["text"]) or "not resolved" in str(entity["values"]):
        return "jargon"
    timex = str((entity["values"] or [{}])[0].get("timex"))
    if _NO_DATE.search(timex) or "BD)" in timex:
        return "no_date"
    if _NUMBERED_WEEK.search(entity["text"]):
        return "no_date"
    is_span = kind == "daterange" and timex.startswith("(")
    if _FROM_SOME_DAY.search(entity["text"]) or (is_span and _ROLLING.search(entity["text"])):
        return "rolling"
    return None
