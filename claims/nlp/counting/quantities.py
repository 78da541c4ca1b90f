"""Quantities: numbers with what they count ("64mila TIR", "1,5 miliardi di euro", "€340m")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.counting.compound_measures import joined_measures
from claims.nlp.counting.countables import counts_something
from claims.nlp.counting.measures import with_measures
from claims.nlp.counting.number_scales import Numeral
from claims.nlp.counting.numerals import find_numerals
from claims.nlp.counting.units import currency_word_before, money_before, unit_behind
from claims.nlp.lexicon import words
from claims.nlp.types import DateExpression, Quantity

_RANGE = re.compile(
    r"\s*(?:[–—-]|\s(?:e|ed|ad?|ai|agli|alle|all[oa]|al|to|and|o|or|contro)(?:\s+(?:i|gli|le|il|la))?\s)\s*"
)
_RANGE_OPENS = re.compile(
    r"(?:\b(?:tra|fra|da|dai|dagli|dal|dalle|between|from|range\s+of|comprese?\s+fra)(?:\s+(?:i|gli|le))?\s+)[€$£]?$",
    re.I,
)
_JOINS = ("to", "a", "o", "or", "e", "and")  # "5 o 6 milioni": the scale is both numbers'
_COMPARED = re.compile(
    r"\s*,?\s*(?:(?:up|down)\s+)?(?:da|dai|dagli|dalle|contro(?:\s+i)?|from|against|versus)\s+[€$£]?",
    re.IGNORECASE,
)
_COMPARABLE = 10  # times: a number much smaller or greater isn't of the same scale
_AGO = re.compile(r"\b(?:fa|ago)$", re.IGNORECASE)
_DAY_TO = re.compile(
    r"\s*(?:[–—-]|\s(?:e|o|ed|al|to|and|or)(?:\s+(?:il|l['’]|the|[a-zà-ÿ]+))?)\s*", re.I
)
_MINUS = re.compile(
    r"(?:^|[(\s])(?:[-−]|(?:un|a|al|del|il|of|to|convertire|convert)\s[-−–]\s?|(?:meno|minus)\s)$",
    re.I,
)
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
        if quantity is None or numeral.start < last_end:
            continue
        if quantity.start < last_end:  # "1999 euro cento": the money is the first number's
            quantity = Quantity(numeral.start, numeral.end, numeral.value)
        found.append((quantity, numeral))
    return with_measures(text, joined_measures(text, _shared_units(text, found)))


def _same_month(text: str, numeral: Numeral, date_start: int) -> bool:
    """ "tra il 18 e il 19 novembre": the first day has its month in the date that follows."""
    between = text[numeral.end : date_start] if date_start - numeral.end < 20 else "far"
    return numeral.value <= 31 and numeral.form == "figure" and bool(_DAY_TO.fullmatch(between))


def _quantity(text: str, numeral: Numeral, language: str) -> Quantity | None:
    if numeral.form == "age":
        return Quantity(numeral.start, numeral.end, numeral.value, _years(language))
    if money := money_before(text, numeral.start):
        return Quantity(money[1], numeral.end, numeral.value, money[0])
    unit, end, scale = unit_behind(text, numeral, language)
    if numeral.form == "share" and unit is not None and unit.endswith("ing"):
        unit, end = None, numeral.end  # "one tenant in three spending half of it"
    if unit is None and (money := currency_word_before(text, numeral.start)):
        return Quantity(money[1], numeral.end, numeral.value, money[0])
    if not counts_something(text, numeral, unit, language):
        return None
    value = numeral.value * scale
    if _is_below_zero(text, numeral, unit):
        return Quantity(numeral.start, end, -abs(value), unit)
    if unit in _long_years():
        factor, unit = _long_years()[unit]
        return Quantity(numeral.start, end, value * factor, unit)
    return Quantity(numeral.start, end, value, unit)


def _is_below_zero(text: str, numeral: Numeral, unit: str | None) -> bool:
    """ "a -70 °C", "meno 5 gradi"; elsewhere a dash may only join."""
    if unit is None or not unit.lower().startswith(_BELOW_ZERO):
        return False
    return _MINUS.search(text, max(0, numeral.start - 12), numeral.start) is not None


def _years(language: str) -> str:
    return "anni" if language == "it" else "years"


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
        dashed = between.strip() in "–—-" or between.strip() in _JOINS
        value = first.value
        if one.scale == 1 and two.scale > 1 and (opened or dashed):
            value = _same_scale(first.value, second.value, two.scale)
        quantities[i] = replace(first, value=value, unit=first.unit or second.unit)
    return _with_scale_before(text, quantities, [numeral for _, numeral in found])


def _with_scale_before(
    text: str, quantities: Sequence[Quantity], numerals: Sequence[Numeral]
) -> list[Quantity]:
    """ "scende a 655 milioni dai 790": the second is of the first one's scale and unit."""
    scaled = list(quantities)
    for i in range(1, len(scaled)):
        first, second, one, two = scaled[i - 1], scaled[i], numerals[i - 1], numerals[i]
        same_unit = second.unit in (None, first.unit)
        between = text[first.end : two.start]
        if one.scale == 1 or two.scale > 1 or not same_unit or not _COMPARED.fullmatch(between):
            continue
        value = second.value * one.scale
        if first.value / _COMPARABLE < value < first.value * _COMPARABLE:
            scaled[i] = replace(second, value=value, unit=first.unit)
    return scaled


def _same_scale(first: float, second: float, scale: float) -> float:
    return first * scale if first < 1000 and first * scale <= second else first


@lru_cache(maxsize=1)
def _long_years() -> dict[str, tuple[float, str]]:
    found = {}
    for entry in words("units", "measure.year_words"):
        word, factor, unit = entry.split("|")
        found[word] = (float(factor), unit)
    return found
