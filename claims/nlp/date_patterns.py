"""What dates look like in Italian and in English: patterns in the order they are tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp import date_readers as read
from claims.nlp.calendar_words import pattern

_YEAR = r"(?:1[0-9]\d\d|20\d\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what turns its match into parts."""

    regex: re.Pattern[str]
    read: read.Reader


@lru_cache(maxsize=4)
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of one language: the more a pattern says, the earlier it stands."""
    return tuple(
        Rule(re.compile(regex, re.IGNORECASE if flags is None else flags), reader)
        for regex, reader, flags in (_italian() if language == "it" else _english())
    )


_Spec = tuple[str, read.Reader, re.RegexFlag | int | None]

_NUMERIC = (
    r"(?<![\d.,/-])(?:(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d))(?![\d/-])"
)
_SEASON_YEARS = (
    rf"(?:\b(?:stagion[ei]|biennio|anno|season|for|years?)\s+)?(?<![\d/])(?P<year>{_YEAR})"
    r"(?P<sep>[/–-])(?P<last>\d\d|\d{4})(?![\d/])"
)


def _italian() -> list[_Spec]:
    month, weekday = pattern("it", "months"), pattern("it", "weekdays")
    seasons = r"(?:primavera|estate|autunno|inverno)"
    of = r"(?:de(?:l|ll['’])\s*|di\s+|dell['’]anno\s+)?"
    last = r"(?:scors[oa]|passat[oa]|prossim[oa]|ventur[oa])"
    return [
        (
            rf"\b(?:{weekday}\s+)?(?P<day>\d{{1,2}}(?:[°º]|\s?°)?|primo)\s+(?:di\s+)?(?P<month>{month})\b"
            rf"\s+{of}(?P<year>{_YEAR})\b",
            read.full,
            None,
        ),
        (_NUMERIC, read.numeric, None),
        (
            rf"\b(?P<day>\d{{1,2}}[°º]?|primo)\s+(?:di\s+)?(?P<month>{month})\b"
            rf"(?:\s+(?P<relative>{last}))?(?P<year>)(?!\s+di\s+quest)",
            read.full,
            None,
        ),
        (
            rf"\b(?P<month>{month})\s*,?\s+{of}(?P<year>{_YEAR})\b",
            read.month_year,
            None,
        ),
        (
            rf"\b(?:(?:inizio|fine|metà|{seasons})\s+{of}|(?:primo|secondo|terzo|quarto|ultimo)\s+"
            rf"(?:trimestre|semestre|quadrimestre)\s+{of})(?P<year>{_YEAR})\b",
            read.named_year,
            None,
        ),
        (
            rf"\b(?:lo\s+scorso|il\s+prossimo|l['’]\s*|nello\s+scorso|nel\s+prossimo)?\s*\b(?:{month})"
            rf"\s+(?:{last}|successivo|precedente|dello\s+scorso\s+anno|dell['’]anno\s+(?:scorso|dopo)"
            rf"|di\s+quest['’]anno)\b"
            rf"|\b(?:lo\s+scorso|(?:il|nel|del|al)\s+prossimo)\s+(?:{month}|{weekday}|anno|mese)\b",
            read.relative,
            None,
        ),
        (
            r"\b(?:oggi|ieri|domani|l['’]altro\s+ieri|dopodomani|l['’]anno\s+(?:scorso|prossimo)"
            r"|quest['’]anno|il\s+mese\s+(?:scorso|prossimo)|(?:la\s+)?(?:settimana|estate|primavera)\s+"
            r"(?:scorsa|prossima)|l['’](?:estate|inverno|autunno)\s+scors[oa]"
            r"|(?:due|tre|quattro|cinque|\d+)\s+(?:anni|mesi|giorni|settimane)\s+fa)\b",
            read.relative,
            None,
        ),
        (rf"\b{weekday}\s+(?:{last})\b", read.relative, None),
        (
            r"\banni(?:\s*['’]\s?\d0|\s+\d0|\s+(?P<year>19\d0)|\s+(?:venti|trenta|quaranta|cinquanta|sessanta|settanta"
            r"|ottanta|novanta))(?:\s+e\s+(?:[a-z]+anta|\d0))?\b",
            read.decade,
            None,
        ),
        (
            rf"\b(?P<holiday>natale|capodanno|ferragosto|santo\s+stefano)\s+{of}(?P<year>{_YEAR})\b",
            read.holiday,
            None,
        ),
        *_years(
            before=r"(?:nel(?:l['’]anno)?|dal|del|al|il|entro|fino\s+al|sin\s+dal|tra\s+il|fra\s+il|per\s+il"
            r"|col|sul|dall['’]anno|l['’]anno|anno|anni|a|e|ed|e\s+il|e\s+nel|con\s+il)",
            joined=r"\s+(?:e|al|e\s+il|e\s+nel|ed\s+il|a)\s+",
        ),
    ]


def _english() -> list[_Spec]:
    month, weekday = pattern("en", "months"), pattern("en", "weekdays")
    named = r"(?-i:[A-Z])"
    ordinal = r"(?:st|nd|rd|th)?"
    seasons = r"(?:spring|summer|autumn|fall|winter)"
    return [
        (
            rf"\b(?:{weekday},?\s+)?(?P<day>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<month>(?={named}){month})"
            rf",?\s+(?P<year>{_YEAR})\b",
            read.full,
            None,
        ),
        (_NUMERIC, read.numeric, None),
        (
            rf"\b(?:{weekday},?\s+)?(?P<month>(?={named}){month})\s+(?P<day>\d{{1,2}}){ordinal},?\s+"
            rf"(?P<year>{_YEAR})\b",
            read.full,
            None,
        ),
        (
            rf"\b(?P<month>(?={named}){month})\s+(?P<day>\d{{1,2}}){ordinal}\b(?![:.,]?\d)(?P<year>)",
            read.full,
            None,
        ),
        (
            rf"\b(?P<day>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<month>(?={named}){month})(?!\w)(?P<year>)",
            read.full,
            None,
        ),
        (
            rf"\b(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)?(?P<month>(?={named}){month}),?\s+"
            rf"(?:of\s+)?(?P<year>{_YEAR})\b",
            read.month_year,
            None,
        ),
        (
            rf"\b(?:(?:the\s+)?(?:early|late|mid-|end\s+of|start\s+of|beginning\s+of)?\s*(?:the\s+)?{seasons}"
            rf"\s+(?:of\s+)?|(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:quarter|half)\s+of\s+"
            rf"|Q[1-4]\s+|(?:early|late|mid)[\s-]|(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)"
            rf"(?P<year>{_YEAR})\b",
            read.named_year,
            None,
        ),
        (
            rf"\b(?={named}){month}\s+(?:last|this|next)\s+year\b"
            rf"|\b(?:last|next|this)\s+(?:(?={named})(?:{month}|{weekday})|year|month|week|spring|summer|autumn"
            r"|winter|night)\b(?!\s+of\b)",
            read.relative,
            None,
        ),
        (
            r"\b(?:today|yesterday|tomorrow|(?:two|three|four|five|\d+|a)\s+(?:years?|months?|weeks?|days?)"
            r"\s+ago)\b",
            read.relative,
            None,
        ),
        (rf"\b(?:the\s+)?(?:early\s+|late\s+|mid-)?(?P<year>{_YEAR})s\b", read.decade, None),
        (
            r"\b(?P<holiday>christmas(?:\s+(?:day|eve))?|boxing\s+day|new\s+year['’]s\s+(?:day|eve)),?\s+"
            rf"(?P<year>{_YEAR})\b",
            read.holiday,
            None,
        ),
        *_years(
            before=r"(?:in|since|by|until|till|from|of|for|before|after|during|to|and|between|around|about"
            r"|year|dated|early|late|mid|through|throughout|born|the|a)",
            joined=r"\s+(?:and|to)\s+",
        ),
    ]


def _years(*, before: str, joined: str) -> list[_Spec]:
    """Single years and pairs of them; what a number needs around it to be a year."""
    alone = rf"(?P<year>{_YEAR})"
    end = r"(?![\w%€$£]|[.,/:-]\d|\s*(?:%|€|per\s?cento|percent))"
    counted = (
        r"(?!\s+(?:euro|dollari|persone|metri|chilometri|km|kg|mila|milioni|miliardi|morti|feriti|anni"
        r"|abitanti|voti|posti|people|dollars|pounds|euros|metres|meters|miles|feet|tonnes|tons|votes"
        r"|years|million|billion|homes|jobs|seats|acres|hectares|words|pages|(?-i:[A-Z]{3}))\b)"
    )
    return [
        (_SEASON_YEARS, read.season_span, None),
        (
            rf"(?<![\d./-])(?P<year>{_YEAR})\s?[–-]\s?(?P<last>{_YEAR})(?![\d/-])",
            read.two_years,
            None,
        ),
        (
            rf"(?:(?<=tra il )|(?<=fra il )|(?<=between )|(?<=nel )|(?<=dal )){alone}{joined}"
            rf"(?P<last>\d\d)(?![\d.,%]\d|\d|%|\s+[a-zà-ÿ]+i\b)",
            read.two_years,
            None,
        ),
        (rf"(?:(?<=\()|(?<=\[)|(?<=\d, )){alone}(?=[)\],;])", read.named_year, None),
        (
            rf"(?<![\d.,/€$£#-])(?<!\d )\b(?<=[^\W\d_]\s){alone}{end}{counted}",
            read.bare_year,
            0,
        ),
        (
            rf"\b(?:{before})\s+{alone}{end}{counted}",
            read.year_after_word,
            None,
        ),
        (rf"(?:(?<=, )|(?<=^)){alone}(?=\s+(?:e|and|ed)\s+{_YEAR}|,)", read.named_year, None),
    ]
