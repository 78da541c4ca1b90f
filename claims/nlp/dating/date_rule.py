"""A pattern and its reader, and the patterns of years, alike in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.nlp.dating import date_readers as read
from claims.nlp.dating import years
from claims.nlp.dating.years import FIGURES

Spec = tuple[str, read.Reader, re.RegexFlag | int | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what turns its match into parts."""

    regex: re.Pattern[str]
    read: read.Reader


def year_rules(*, before: str, joined: str) -> list[Spec]:
    """Single years and pairs of them; what a number needs around it to be a year."""
    alone = rf"(?P<year>{FIGURES})"
    end = r"(?![\w%€$£]|[.,/:-]\d|\s*(?:%|€|per\s?cento|percent))"
    counted = (
        r"(?!\s+(?:euro|dollari|persone|metri|chilometri|km|kg|mila|milioni|miliardi|morti|feriti|anni"
        r"|abitanti|voti|posti|people|dollars|pounds|euros|metres|meters|miles|feet|tonnes|tons|votes"
        r"|years|million|billion|homes|jobs|seats|acres|hectares|words|pages|(?-i:[A-Z]{3}))\b)"
    )
    return [
        (
            rf"(?<![\d./-])(?P<year>{FIGURES})\s?[–~-]\s?(?P<last>{FIGURES})(?![\d/-])",
            read.two_years,
            None,
        ),
        (
            r"(?:(?<=tra il )|(?<=fra il )|(?<=between )|(?<=nel )|(?<=dal )|(?<=from ))"
            rf"{alone}{joined}(?P<last>\d\d|{FIGURES})(?![\d.,%]\d|\d|%|\s+[a-zà-ÿ]+i\b)",
            read.two_years,
            None,
        ),
        (rf"(?:(?<=\()|(?<=\[)|(?<=\d, )){alone}(?=[)\],;])", read.named_year, None),
        (
            rf"(?<![\d.,/€$£#-])(?<!\d )\b(?<=[^\W\d_]\s){alone}{end}{counted}",
            years.bare_year,
            0,
        ),
        (rf"\b(?:{before})\s+{alone}{end}{counted}", years.year_after_word, None),
        (rf"(?:(?<=, )|(?<=^)){alone}(?=\s+(?:e|and|ed)\s+{FIGURES}|,)", read.named_year, None),
    ]
