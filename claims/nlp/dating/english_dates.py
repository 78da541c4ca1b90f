"""How English writes dates."""

from __future__ import annotations

from claims.nlp.dating import date_readers as read
from claims.nlp.dating import years
from claims.nlp.dating.calendar_words import day_pattern, pattern
from claims.nlp.dating.date_ranges import (
    end_pattern,
    range_after_month,
    range_of_days,
    range_of_months,
)
from claims.nlp.dating.date_rule import Spec, year_rules
from claims.nlp.dating.feasts import feast_pattern
from claims.nlp.dating.years import FIGURES, SPELLED

_NAMED = r"(?-i:[A-Z])"
_YEAR = rf"(?P<year>{FIGURES}|(?:['’]|(?<=\bof ))\d\d\b|{SPELLED})"
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|an?|one)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|till|until)\s(?:the\s)?)"
_SIDE = r"(?:last|this|next|past|previous|coming|following|current)"
_STAGE = r"(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+|(?:early|late|mid)[\s-])"


def english() -> list[Spec]:
    """All rules, in order."""
    return [*_ranges(), *_days(), *_months(), *_relative(), *_named(), *_alone(), *_years()]


def _ranges() -> list[Spec]:
    first, last, day = end_pattern("en", "a"), end_pattern("en", "b"), day_pattern("en")
    stage = rf"(?:{_STAGE})?"
    return [
        (rf"\b{first}(?:{_TO}{stage}|(?<=/\d{{4}})-)(?=\d|[a-z]){last}\b", range_of_months, None),
        (
            rf"(?<![\d.,/:$£€])\b(?P<a_only>{day}){_TO}(?={day}\s){last}(?!\w)",
            range_of_days,
            None,
        ),
        (
            rf"\b{first}{_TO}(?P<b_only>{day})(?![\w:/%]|[.,]\d)(?:,?\s+(?P<year>{FIGURES})\b)?",
            range_after_month,
            None,
        ),
    ]


def _days() -> list[Spec]:
    month, weekday, day = pattern("en", "months"), pattern("en", "weekdays"), day_pattern("en")
    named = rf"(?:(?={_NAMED}){month}|(?!ma[yr]){month})"
    return [
        (
            rf"\b(?:{weekday},?\s+)?(?P<day>{day})\s+(?:day\s+)?(?:of\s+)?(?P<month>{month}),?\s+(?:of\s+|in\s+)?"
            rf"{_YEAR}\b",
            read.full,
            None,
        ),
        (
            rf"\b(?:{weekday},?\s+)?(?P<month>{month})\s+(?P<day>{day}),?\s+(?:of\s+|in\s+)?{_YEAR}\b",
            read.full,
            None,
        ),
        (
            rf"\b(?:(?P<relative>next|last)\s+)?(?P<month>{named})[\s,-]+(?P<day>{day})\b(?![:.,]?\d|%|\s+(?:percent|million|people))(?P<year>)",
            read.full,
            None,
        ),
        (
            rf"\b(?:(?P<relative>next|last)\s+)?(?P<day>{day})\s+(?:day\s+)?(?:of\s+)?(?P<month>{named})(?!\w)(?P<year>)",
            read.full,
            None,
        ),
        (
            rf"\b(?:on|by|from|since|until|before|after|between|{weekday})\s+(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?![\d/])",
            read.day_and_month,
            None,
        ),
    ]


def _months() -> list[Spec]:
    month = pattern("en", "months")
    seasons = r"(?:spring|summer|autumn|fall|winter)"
    return [
        (
            rf"\b(?:{_STAGE})?(?P<month>{month}),?(?:\s+(?:of\s+|in\s+)?|/){_YEAR}\b",
            read.month_year,
            None,
        ),
        (rf"\b(?P<year>{FIGURES})\s+(?P<month>{month})(?!\w)", read.year_month, None),
        (
            rf"\b(?:(?:the\s+)?(?:early|late|mid-|end\s+of|start\s+of|beginning\s+of)?\s*(?:the\s+)?{seasons}"
            rf"\s+(?:of\s+)?|(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:quarter|half)\s+of\s+"
            rf"|(?:Q[1-4]|H[12])[\s-]|{_STAGE}|\bcy\s?)(?P<year>{FIGURES})\b",
            read.named_year,
            None,
        ),
        (rf"\b(?P<year>{FIGURES})[\s-](?:Q[1-4]|H[12])\b", read.named_year, None),
    ]


def _relative() -> list[Spec]:
    month, weekday = pattern("en", "months"), pattern("en", "weekdays")
    units = r"(?:year|month|week|spring|summer|autumn|winter|night|quarter)"
    return [
        (
            rf"\b(?={_NAMED}){month}\s+(?:of\s+)?(?:last|this|next)\s+year\b"
            rf"|\b(?:on\s+)?{weekday}\s+(?:of\s+)?(?:last|this|next|the\s+following|the\s+previous)\s+week\b"
            rf"|\b(?:last|this|next|previous)\s+week(?:\s+-|,|\s+on)?\s+{weekday}\b"
            r"|\bthe\s+week\s+(?:after\s+next|before\s+last)\b"
            rf"|\b{_SIDE}\s+(?:(?={_NAMED}){month}|{weekday}|{units})\b(?!\s+of\b)",
            read.relative,
            None,
        ),
        (
            r"\b(?:today|tonight|yesterday(?:\s+(?:morning|afternoon|evening))?|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"
            r"|tomorrow(?:\s+(?:morning|afternoon|evening|night))?|this\s+(?:morning|afternoon|evening)"
            rf"|{_COUNT}\s+(?:years?|months?|weeks?|days?)\s+ago)\b",
            read.relative,
            None,
        ),
    ]


def _named() -> list[Spec]:
    feast = feast_pattern("en")
    century = (
        r"\d{1,2}(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first"
    )
    return [
        (rf"\b(?:the\s+)?(?:early\s+|late\s+|mid-)?(?P<year>{FIGURES})s\b", read.decade, None),
        (r"\b(?:the\s+)?['’]?(?P<tens>[3-9])0\s?s\b", read.decade_of_tens, None),
        (rf"\b(?P<century>{century})[\s-]+century(?P<before>\s+BC)?", read.century, None),
        (
            rf"\b(?P<holiday>{feast}),?\s+(?:of\s+)?(?P<year>{FIGURES})\b(?P<side>)",
            read.holiday,
            None,
        ),
        (
            rf"\b(?:(?P<side>last|next|previous)\s+)?(?P<holiday>{feast})\b"
            r"(?!\s+(?-i:[A-Z])|['’]s\b)(?P<year>)",
            read.holiday,
            None,
        ),
    ]


def _alone() -> list[Spec]:
    """Weekdays and months without more; "on Mondays" is every Monday."""
    month, weekday = pattern("en", "months"), pattern("en", "weekdays")
    return [
        (
            rf"(?<!every )(?<!each )(?<!Black )(?<!Good )\b(?P<weekday>(?={_NAMED}){weekday})\b",
            read.weekday,
            None,
        ),
        (
            rf"\b(?:in|by|since|from|until|before|after|during|this|{_STAGE.rstrip()})\s*(?:{_STAGE})?"
            rf"(?P<month>(?={_NAMED}){month})\b(?!\s+(?:\d|(?-i:[A-Z])))",
            read.month_alone,
            None,
        ),
    ]


def _years() -> list[Spec]:
    return [
        (
            rf"\b(?:in|since|by|from|until|in\s+the\s+year)\s+(?P<spelled>{SPELLED})\b(?!\s+(?:people|dollars))",
            years.spelled_year,
            None,
        ),
        (r"\b(?:in|of|since|class\s+of)\s['’](?P<short>\d\d)(?![\w%])", years.short_year, None),
        *year_rules(
            before=r"(?:in|since|by|until|till|from|of|for|before|after|during|to|and|between|around|about"
            r"|than|year|dated|early|late|mid|through|throughout|born|the|a)",
            joined=r"\s+(?:and|to|till|until|through)\s+",
        ),
    ]
