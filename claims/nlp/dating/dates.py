"""Time expressions and their EDTF values (Extended Date/Time Format, ISO 8601-2).

A named year gives a value by itself ("ad aprile 2024" is 2024-04). A season or a quarter keeps the
year alone: which months it means depends on the hemisphere or on a firm's accounts. Each end of a
stretch ("dal 3 al 5 maggio") is a date of its own; a week is an interval from Monday to Sunday.
What is relative ("ieri", "last October", "12 March" without a year) is resolved against the
article's date, and has no value where there is none; so is what is coarser than a year ("anni '90"
is 199X), which dates nothing by itself. A weekday alone is the last one before the article, or the
next where the sentence speaks of what is to come.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from claims.nlp.dating.date_patterns import rules
from claims.nlp.types import DateExpression


def find_dates(
    text: str, language: str, article_date: dt.date | None = None
) -> list[DateExpression]:
    """All time expressions of `text` in order, none overlapping another.

    article_date: what relative expressions are resolved against; without it they have no value.
    """
    taken = bytearray(len(text))
    found: list[DateExpression] = []
    for rule in rules(language):
        for match in rule.regex.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            parts = list(rule.read(match, language, article_date))
            for start, end, edtf in parts:
                found.append(DateExpression(start, end, edtf))
            if parts:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return _with_years(text, sorted(found, key=lambda d: d.start))


def _with_years(text: str, dates: list[DateExpression]) -> list[DateExpression]:
    """A day of a month without a year, beside a full date in its sentence, shares the year."""
    completed: list[DateExpression] = []
    for i, found in enumerate(dates):
        if found.edtf is not None and found.edtf.startswith("XXXX"):
            year = _year_nearby(text, dates, i)
            found = replace(found, edtf=year + found.edtf[4:] if year else None)
        completed.append(found)
    return completed


def _year_nearby(text: str, dates: list[DateExpression], i: int) -> str | None:
    for other in (dates[i + 1 : i + 2], dates[i - 1 : i] if i else []):
        for near in other:
            between = text[min(near.end, dates[i].end) : max(near.start, dates[i].start)]
            known = near.edtf is not None and len(near.edtf) == 10 and near.edtf[0] != "X"
            if near.edtf and known and len(between) < 90 and not _SENTENCE_END.search(between):
                return near.edtf[:4]
    return None


_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÀ-Þ]|\n")
