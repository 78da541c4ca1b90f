"""What an agency or a live report prints before a sentence: place, day, hour."""

from __future__ import annotations

import re

from claims.nlp.dating.calendar_words import pattern
from claims.nlp.types import Sentence

_AGENCY = r"(?:\([A-Z][\w. ]{1,24}\)\s*[-–—]?\s*)"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’./ ]{2,40}"
_DAY = r"(?:,?\s*(?:\d{1,2}°?\s+)?[A-Za-zÀ-ÿ]{3,9}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)"
_HOUR = r"(?:(?:[Oo]re|ORE|[Hh])\s+)?\d{1,2}[.:]\d{2}"
_DASH = r"\s*(?:\s[-–—]{1,2}|[–—])\s+"
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ'’]+"
_TOWN = rf"{_NAME}(?:[ -](?:(?:di|del|della|in|sul|on|upon|sur|la|de) )?{_NAME}){{0,2}}"
_MONTH = f"(?i:{pattern('it', 'months')}|{pattern('en', 'months')})"
_DATE = rf",?\s+(?:\d{{1,2}}°?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
_OPENERS = (
    r"(?:Il|Lo|La|I|Gli|Le|Un[oa]?|Si|Sono|È|Con|Dopo|Per|Tra|Fra|Oltre|Quasi|Due|Tre"
    r"|(?:D|N|S)[aeu]l(?:l[aeo])?|Al(?:l[aeo])?|In|The|An?|At|On|After|More|Two|Three)\s|(?:L|Un|All|Dall|Nell)['’]"
)
_DATELINES = (
    re.compile(rf"{_AGENCY}?{_TOWN}(?:\s*\([\w .]{{2,24}}\))?{_DATE}\.?{_DASH}{_AGENCY}?"),
    re.compile(rf"{_TOWN}(?:\s*\([\w .]{{2,24}}\))?{_DASH}{_AGENCY}?(?={_OPENERS})"),
    re.compile(rf"{_AGENCY}?{_PLACE}(?:\s*\([\w .]{{2,24}}\))?{_DAY}?{_DASH}{_AGENCY}?"),
    re.compile(rf"{_PLACE},\s*{_TOWN}\.?(?:{_DATE}|\s*\([^()]{{4,24}}\))?{_DASH}{_AGENCY}?"),
    re.compile(rf"{_AGENCY}{_DASH}"),
    re.compile(rf"(?:{_HOUR}|(?:[Oo]re|ORE)\s+\d{{1,2}}){_DASH}"),
    re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\s+(?=[A-ZÀ-Þ][a-zß-ÿ]+ )"),  # "10.41 The mill"
    re.compile(rf"[A-ZÀ-Þ][\w'’ ]{{2,30}},{_DAY}\s*{_AGENCY}"),
    re.compile(rf"{_PLACE}(?:,{_DAY})?\s*\([A-Z][\w. ]{{1,24}}\)\s*(?:[-–—]{{1,2}}\s+)?"),
)
# "Caro direttore, abito qui": who is spoken to does nothing
_GREETING = re.compile(
    r"(?:Car[oaie]|Carissim[oaie]|Gentil[ei]|Gentilissim[oaie]|Egregi[oae]?|Spettabile)"
    r"\s[\w'’. ]{3,40},\s+(?=\w)"
)
LONGEST = 90


def after_dateline(text: str, sentence: Sentence) -> int:
    """Where the sentence's own words begin; its start where it has no dateline.

    text: the article; the place is in its code points.
    """
    end = min(sentence.end, sentence.start + LONGEST)
    for dateline in _DATELINES:
        found = dateline.match(text, sentence.start, end)
        if found and opens(text[found.end() : sentence.end]):
            return found.end()
    greeting = _GREETING.match(text, sentence.start, end)
    return greeting.end() if greeting else sentence.start


def opens(rest: str) -> bool:
    """Whether a sentence begins here: "IBM - the firm - said" has no dateline."""
    first = rest.lstrip("«“\"'‘ ")[:1]
    return first.isupper() or first.isdigit()
