"""Quantities: numbers with what they count ("64mila TIR", "1,5 miliardi di euro", "€340m")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.countables import IRREGULAR_PLURALS, counts_something, is_measure
from claims.nlp.lexicon import words
from claims.nlp.number_words import collective
from claims.nlp.number_scales import Numeral
from claims.nlp.numerals import find_numerals
from claims.nlp.types import DateExpression, Quantity

_PERCENT = re.compile(
    r"\s?(?:%|‰)|\s+(?:per\s*cento|per\s+cent|percent)\b"
    r"|\s+(?:punti\s+(?:percentuali|base)|percentage\s+points?|basis\s+points?)\b",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"(?:(?:US|A|C|NZ|HK|S|R)?\$|[€£¥₹])\s?$|\b([A-Z]{3}|euro|Euro)\s+$")
_SPEED = re.compile(
    r"\s+(?:all['’]ora|al\s+secondo|al\s+minuto|al\s+giorno|al\s+mese|l['’]anno|all['’]anno)\b"
)
_HYPHENED = re.compile(r"-([a-z]+)(?:-(?:old|long|high))?\b")
_WORD = re.compile(
    r"(?:\s+(?:di|of)\s+|\s+d['’]|\s+)?([^\W\d_]+(?:['’][^\W\d_]+)?[²³]?(?:/[a-z]+)?|°[CF]?)"
)
_RANGE = re.compile(
    r"\s*(?:[–—-]|\s(?:e|ed|a|ai|alle|al|to|and|o|or|contro)(?:\s+(?:i|gli|le|il|la))?\s)\s*"
)
_RANGE_OPENS = re.compile(
    r"(?:\b(?:tra|fra|da|dai|dal|dalle|between|from|range\s+of|comprese?\s+fra)(?:\s+(?:i|gli|le))?\s+)[€$£]?$",
    re.I,
)
_AGO = re.compile(r"\b(?:fa|ago)$", re.IGNORECASE)
_DAY_TO = re.compile(
    r"\s*(?:[–—-]|\s(?:e|o|ed|al|to|and|or)(?:\s+(?:il|l['’]|the|[a-zà-ÿ]+))?)\s*", re.I
)
_MINUS = re.compile(r"(?:^|[(\s])(?:[-−]|\b(?:un|a|al|del|il|of)\s[-−–]\s?)$")
_BELOW_ZERO = ("%", "°", "gradi", "degree", "per")


def find_quantities(
    text: str, language: str, dates: Sequence[DateExpression] = ()
) -> list[Quantity]:
    """Quantities of `text` in order; numbers inside `dates` and labels are left out."""
    taken = sorted((d.start, d.end) for d in dates if not _AGO.search(text, d.start, d.end))
    found: list[tuple[Quantity, Numeral]] = []
    at = 0
    for numeral in find_numerals(text, language):
        while at < len(taken) and taken[at][1] <= numeral.start:
            at += 1
        if at < len(taken) and (
            taken[at][0] < numeral.end or _same_month(text, numeral, taken[at][0])
        ):
            continue
        last_end = found[-1][0].end if found else 0
        quantity = _quantity(text, numeral, language)
        if quantity is not None and numeral.start >= last_end:
            found.append((quantity, numeral))
    return _shared_units(text, found)


def _same_month(text: str, numeral: Numeral, date_start: int) -> bool:
    """ "tra il 18 e il 19 novembre": the first day has its month in the date that follows."""
    between = text[numeral.end : date_start] if date_start - numeral.end < 20 else "far"
    return numeral.value <= 31 and numeral.form == "figure" and bool(_DAY_TO.fullmatch(between))


def _quantity(text: str, numeral: Numeral, language: str) -> Quantity | None:
    if numeral.form == "age":
        return Quantity(numeral.start, numeral.end, numeral.value, _years(language))
    before = _CURRENCY_BEFORE.search(text[max(0, numeral.start - 6) : numeral.start])
    if before and (before[1] is None or before[1] in words("units", "currency.codes")):
        start = numeral.start - len(before.group())
        return Quantity(start, numeral.end, numeral.value, before.group().strip())
    unit, end = _unit(text, numeral, language)
    if not counts_something(text, numeral, unit, language):
        return None
    if (
        unit
        and unit.lower().startswith(_BELOW_ZERO)
        and _MINUS.search(text, max(0, numeral.start - 12), numeral.start)
    ):
        return Quantity(numeral.start, end, -abs(numeral.value), unit)
    if unit in _long_years():
        factor, unit = _long_years()[unit]
        return Quantity(numeral.start, end, numeral.value * factor, unit)
    return Quantity(numeral.start, end, numeral.value, unit)


def _years(language: str) -> str:
    return "anni" if language == "it" else "years"


def _unit(text: str, numeral: Numeral, language: str) -> tuple[str | None, int]:
    """What the number counts, and where the quantity with it ends."""
    percent = _PERCENT.match(text, numeral.end)
    if percent:
        return percent.group().strip(), percent.end()
    hyphened = _HYPHENED.match(text, numeral.end)
    if hyphened:
        return hyphened[1], hyphened.end()
    speed = _SPEED.match(text, numeral.end)
    if speed:
        return speed.group().strip(), speed.end()
    last_word = text[numeral.start : numeral.end].split()[-1]
    stuck = numeral.scale >= 1e3 or collective(last_word) is not None
    return _noun(text, numeral.end, language, stuck=stuck)


def _noun(text: str, at: int, language: str, *, stuck: bool) -> tuple[str | None, int]:
    """The noun after a number; adjectives between are passed over."""
    end, steps = at, 0
    while match := _WORD.match(text, end):
        word = match[1]
        linked = text[end : match.start(1)].strip() != ""
        if linked and not stuck:
            return None, at
        glued = match.start(1) == end and text[end - 1] not in "'’"
        if glued and word.lower() not in words("units", "measure.abbreviations"):
            return None, at
        if word.lower() in words("units", f"skip.stop_{language}"):
            return None, at
        if is_measure(word) or word.lower() in words("units", "currency.words"):
            return word, match.end()
        between = steps < 2 and _is_between(text, match, language)
        if not between:
            return word, match.end()
        end, steps = match.end(), steps + 1
    return None, at


def _is_between(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the word is an adjective before the noun, not the noun itself."""
    word = match[1].lower()
    if language == "it":
        return (
            word in words("units", "skip.between_it") and _WORD.match(text, match.end()) is not None
        )
    if word in words("units", "skip.between_en"):
        return _WORD.match(text, match.end()) is not None
    following = _WORD.match(text, match.end())
    if following is None or word.endswith("s") or word in IRREGULAR_PLURALS:
        return False
    after = following[1].lower()
    return after not in words("units", "skip.stop_en") and (
        after.endswith("s") or after in IRREGULAR_PLURALS or match[1][0].isupper()
    )


def _shared_units(text: str, found: list[tuple[Quantity, Numeral]]) -> list[Quantity]:
    """ "da 40 a 95 megawatt", "9.2–9.5 billion": the first takes unit and scale of the second."""
    quantities = [quantity for quantity, _ in found]
    for i in range(len(found) - 2, -1, -1):
        first, second = quantities[i], quantities[i + 1]
        one, two = found[i][1], found[i + 1][1]
        between = text[one.end : two.start].rstrip("€$£")
        if len(between) > 14 or not _RANGE.fullmatch(between):
            continue
        opened = _RANGE_OPENS.search(text[max(0, first.start - 20) : first.start])
        dashed = between.strip() in "–—-" or between.strip() in ("to", "a")
        value = first.value
        if one.scale == 1 and two.scale > 1 and (opened or dashed):
            value = _same_scale(first.value, second.value, two.scale)
        quantities[i] = replace(first, value=value, unit=first.unit or second.unit)
    return quantities


def _same_scale(first: float, second: float, scale: float) -> float:
    return first * scale if first < 1000 and first * scale <= second else first


@lru_cache(maxsize=1)
def _long_years() -> dict[str, tuple[float, str]]:
    found = {}
    for entry in words("units", "measure.year_words"):
        word, factor, unit = entry.split("|")
        found[word] = (float(factor), unit)
    return found
