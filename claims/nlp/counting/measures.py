"""One sign for each measure and currency, and how exactly a number is meant ("circa", "over")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from claims.nlp.lexicon import words
from claims.nlp.types import Quantity

_BOUNDS = ("at_least", "at_most", "over", "under", "about")
_NEARBY = 30  # code points before a number in which its bound stands
_ARTICLES = r"(?:(?:i|gli|le|il|la|l['’]|the|una?|un['’])\s*)?"
_ITALIAN_TO = {"a": r"a(?:i|gli|lle|l|ll['’])?", "di": r"d(?:i|ei|egli|elle|el|ell['’])"}
_TIMES = frozenset(
    {"years", "year", "months", "weeks", "days", "hours", "decades", "minutes", "seasons"}
)
# "over" after a noun or a number; after these words it says "more than"
_SPAN = re.compile(
    r"(?<!\bfor)(?<!\bafter)(?<!\btook)(?<!\btakes)(?<!\blasted)(?<!\bof)(?<!\bis)(?<!\bwas)"
    r"(?<!\bare)(?<!\bwere)(?<!\bto)(?<!\bthan)(?<!\bwith)(?<!\band)(?<!\bby)(?<!\bjust)(?<!\bin)"
    r"\s+over\s+(?:the\s+(?:next|last|past)\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:circa|or so|or more|in su|o più)\b", re.IGNORECASE)
_BEHIND_BOUND = {"circa": "about", "or so": "about"}


def with_measures(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """The quantities with `measure` and `bound` where the text tells them."""
    return [
        replace(q, measure=measure_of(q.unit), bound=None if spans_time(text, q) else bound)
        for q in quantities
        for bound in (bound_of(text, q.start, q.end),)
    ]


def spans_time(text: str, quantity: Quantity) -> bool:
    """ "€64m over three years" tells how long, "lasted over three years" how long at least."""
    if quantity.unit is None or quantity.unit.lower() not in _TIMES:
        return False
    return _SPAN.search(text[max(0, quantity.start - _NEARBY) : quantity.start]) is not None


def measure_of(unit: str | None) -> str | None:
    """ISO 4217 code or SI sign of a unit as it is written; None for what people count."""
    if unit is None:
        return None
    plain = re.sub(r"\s+", " ", unit.lower().replace("’", "'"))
    return _signs().get(plain)


def bound_of(text: str, start: int, end: int) -> str | None:
    """One of `about`, `over`, `under`, `at_least`, `at_most`, where the text says so."""
    before = text[max(0, start - _NEARBY) : start]
    for name in _BOUNDS:
        if _bound(name).search(before):
            return name
    behind = _BEHIND.match(text, end)
    if behind is None:
        return None
    return _BEHIND_BOUND.get(behind.group().strip().lower(), "at_least")


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in words("units", "normal.money") | words("units", "normal.measures"):
        sign, _, forms = entry.partition(" ")
        found.update((form, sign) for form in forms.split("|"))
    return found


@lru_cache(maxsize=8)
def _bound(name: str) -> re.Pattern[str]:
    """The words of a bound at the end of a text, a preposition joined with its article or not."""
    forms = sorted(words("units", f"bound.{name}"), key=len, reverse=True)
    shown = "|".join(_flexible(form) for form in forms)
    return re.compile(rf"\b(?:{shown})\s*{_ARTICLES}$", re.IGNORECASE)


def _flexible(form: str) -> str:
    *head, last = form.split()
    return r"\s+".join([*map(re.escape, head), _ITALIAN_TO.get(last, re.escape(last))])
