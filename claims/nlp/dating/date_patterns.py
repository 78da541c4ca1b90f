"""What dates look like in each language: patterns in the order in which they are tried."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.nlp.dating import date_readers as read
from claims.nlp.dating.calendar_words import pattern
from claims.nlp.dating.date_ranges import range_in_figures
from claims.nlp.dating.date_rule import Rule, Spec
from claims.nlp.dating.english_dates import english
from claims.nlp.dating.italian_dates import italian
from claims.nlp.dating.years import FIGURES

_NUMERIC = (
    r"(?<![\d.,/-])(?:(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d))(?![\d/]|-\d\d\b)"
)
_SHORT_YEAR = (
    r"(?<![\d.,/-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<short>\d\d)"
    r"(?![\d/.,-]\d|\d|/)"
)
_FIGURE_RANGE = (
    r"(?<![\d.,/-])(?P<d1>\d{1,2})/(?P<m1>\d{1,2})(?:\s?[-–]\s?|\s(?:to|al)\s)(?P<d2>\d{1,2})/(?P<m2>\d{1,2})"
    r"(?:(?:/|,\s)(?P<year>(?:19|20)\d\d))?(?![\d/-])"
)
_ISO_MONTH = r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2]|[1-9])(?![\d/-])"
_MONTH_FIRST = r"(?<![\d/.,-])(?P<month>0[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d)(?![\d/-])"
_SEASON_YEARS = (
    rf"(?:\b(?:stagion[ei]|biennio|anno|season|for|years?)\s+)?(?<![\d/])(?P<year>{FIGURES})"
    r"(?P<sep>[/–-])(?P<last>\d\d|\d{4})(?![\d/])"
)


@lru_cache(maxsize=4)
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of one language: the more a pattern says, the earlier it stands."""
    month = pattern(language, "months")
    own = italian() if language == "it" else english()
    return tuple(
        Rule(re.compile(regex, re.IGNORECASE if flags is None else flags), reader)
        for regex, reader, flags in (*_figures(month), *own)
    )


def _figures(month: str) -> list[Spec]:
    """Dates in figures, alike in both languages."""
    return [
        (_FIGURE_RANGE, range_in_figures, None),
        (_NUMERIC, read.numeric, None),
        (rf"\b(?P<year>\d{{4}})[/-](?P<month>{month})[/-](?P<day>\d{{1,2}})\b", read.full, None),
        (rf"\b(?P<day>\d{{1,2}})[/-](?P<month>{month})[/-](?P<year>\d{{4}})\b", read.full, None),
        (rf"\b(?P<month>{month})[/-](?P<day>\d{{1,2}})[/-](?P<year>\d{{4}})\b", read.full, None),
        (_SHORT_YEAR, read.numeric_short, None),
        (_SEASON_YEARS, read.season_span, None),
        (_ISO_MONTH, read.year_month, None),
        (_MONTH_FIRST, read.year_month, None),
    ]
