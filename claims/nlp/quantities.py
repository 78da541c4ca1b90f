"""Quantities: numbers with what they count ("64mila GPU", "1,5 miliardi di euro", "€340m")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.lexicon import words
from claims.nlp.number_words import collective
from claims.nlp.numerals import Numeral, find_numerals
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
_LABEL_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+(?:\d+(?:\s*,|\s+e)\s+)?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…«“\"(\n–—-])\s*[\"«“]?$")
_RANGE = re.compile(
    r"\s*(?:[–—-]|\s(?:e|ed|a|ai|alle|al|to|and|o|or|contro)(?:\s+(?:i|gli|le|il|la))?\s)\s*"
)
_RANGE_OPENS = re.compile(
    r"(?:\b(?:tra|fra|da|dai|dal|dalle|between|from|range\s+of|comprese?\s+fra)(?:\s+(?:i|gli|le))?\s+)[€$£]?$",
    re.I,
)
_COUNTS_ONE = re.compile(
    r"\b(?:within|for|in|after|of|about|than|over|nearly|almost|lasting|lasted|took|every|under|last|by|just|only"
    r"|around|roughly|half|and)\s+$",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:fa|ago)$", re.IGNORECASE)
_DAY_TO = re.compile(
    r"\s*(?:[–—-]|\s(?:e|o|ed|al|to|and|or)(?:\s+(?:il|l['’]|the|[a-zà-ÿ]+))?)\s*", re.I
)
_MINUS = re.compile(r"(?:^|[(\s])(?:[-−]|\b(?:un|a|al|del|il|of)\s[-−–]\s?)$")
_BELOW_ZERO = ("%", "°", "gradi", "degree", "per")
_SCORE = re.compile(r"\d{1,2}\s?[–-]\s?\d{1,2}(?![\d%]|[.,]\d)")
_CLOCK_WORD = re.compile(
    r"\b(?:alle|dalle|dopo\s+le|verso\s+le|oltre\s+le|entro\s+le|delle|e\s+le|le|sulle|per\s+le)\s+$",
    re.I,
)
_ZONES = frozenset({"utc", "gmt", "cet", "cest", "est", "edt", "bst"})
_CLOCK_UNITS = frozenset({"ora", "utc", "gmt", "est", "edt", "locali", "circa", "italiane", "cet"})
_ARTICLE_BEFORE = re.compile(
    r"\b(?:i|gli|le|dei|degli|delle|ai|agli|alle|dai|dalle|nei|nelle|the|those|these)\s+$", re.I
)
_ALONE = re.compile(r"\b(?:di\s+cui|solo|soltanto|solamente|only|appena)\s+$", re.IGNORECASE)
_NUMBER_WORDS = frozenset({"no", "nos", "nr", "n", "numero", "number"})
_EMERGENCY = frozenset({112, 113, 115, 118, 911, 999})


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
    if not _counts(text, numeral, unit, language):
        return None
    if (
        unit
        and unit.lower().startswith(_BELOW_ZERO)
        and _MINUS.search(text, max(0, numeral.start - 12), numeral.start)
    ):
        return Quantity(numeral.start, end, -numeral.value, unit)
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
        if _is_measure(word) or word.lower() in words("units", "currency.words"):
            return word, match.end()
        between = steps < 2 and _is_between(text, match, language)
        if not between:
            return word, match.end()
        end, steps = match.end(), steps + 1
    return None, at


def _is_measure(word: str) -> bool:
    return word.lower() in words("units", "measure.abbreviations") and len(word) <= 4


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
    if following is None or word.endswith("s") or word in _IRREGULAR_PLURALS:
        return False
    after = following[1].lower()
    return after not in words("units", "skip.stop_en") and (
        after.endswith("s") or after in _IRREGULAR_PLURALS or match[1][0].isupper()
    )


_IRREGULAR_PLURALS = frozenset(
    {"people", "men", "women", "children", "feet", "mice", "police", "sheep", "fish"}
)


def _counts(text: str, numeral: Numeral, unit: str | None, language: str) -> bool:
    """Whether a number counts something, or is an article, a clock time, a label, a name."""
    before = text[max(0, numeral.start - 30) : numeral.start]
    if numeral.form == "one":
        return _one_counts(text, numeral, before, unit, language)
    if numeral.form == "half":
        return _half_counts(text, numeral, before, unit, language)
    if numeral.form == "share":
        return True
    if _is_clock(numeral, before, unit):
        return False
    if numeral.form == "word":
        return _word_counts(text, numeral, before, unit, language)
    if unit is not None and _sure_unit(unit):
        return True
    return not (_is_score(text, numeral) or _is_label(numeral, before, unit, language))


def _is_clock(numeral: Numeral, before: str, unit: str | None) -> bool:
    bare = unit is None or unit.lower() in _CLOCK_UNITS
    if numeral.value < 25 and unit is not None and unit.lower() in _ZONES:
        return True
    whole = numeral.value == int(numeral.value) and numeral.value <= 24
    return whole and bare and _CLOCK_WORD.search(before) is not None


def _is_score(text: str, numeral: Numeral) -> bool:
    """ "3-1", "25–18": a result."""
    if numeral.value != int(numeral.value) or numeral.value > 99:
        return False
    start = numeral.start
    while start > 0 and text[start - 1] in "0123456789-– " and numeral.start - start < 4:
        start -= 1
    found = re.search(r"\d{1,2}\s?[–-]\s?$", text[start : numeral.start])
    if found:
        return unit_follows(text, numeral.end) is None
    pair = _SCORE.match(text, numeral.start)
    return pair is not None and unit_follows(text, pair.end()) is None


def unit_follows(text: str, at: int) -> re.Match[str] | None:
    """A per cent sign or a word in lower case right after a number."""
    return re.match(
        r"\s?(?:%|°)|\s(?!(?:per|il|la|lo|in|con|dal|dalla|del|al|alla|a|e|ma|to|at|in|on|for|and|but|over)\b)[a-z]{2,}",
        text[at : at + 12],
    )


def _sure_unit(unit: str) -> bool:
    lower = unit.lower()
    return (
        unit[0] in "%‰"
        or lower.startswith(("per", "punti"))
        or _is_measure(unit)
        or lower in words("units", "currency.words")
    )


def _one_counts(text: str, numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    """Whether "un", "una", "a", "one" says how many."""
    word = text[numeral.start : numeral.end].lower()
    lower = unit.lower() if unit else ""
    countable = lower in words("units", "measure.countable_by_one")
    if language == "it":
        if word == "uno" or unit is None:
            return word != "un" and _ALONE.search(before) is not None
        if lower in words("units", "measure.casualties"):
            return True
        if lower == "secondo" and unit_follows(text, numeral.end + 8):
            return False
        return countable and lower != "giorno" and not _PER_ITALIAN.search(before)
    if word == "one":
        if unit is None or lower.endswith(("ed", "n't", "s")):
            return _ALONE.search(before) is not None
        return _COUNTS_ONE.search(before) is not None or countable
    return countable and _COUNTS_ONE.search(before) is not None


_PER_ITALIAN = re.compile(r"\b(?:volta|volte|euro|come|stato|era|è|sia|per)\s+$")


def _half_counts(text: str, numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    word = text[numeral.start : numeral.end].lower()
    if word.startswith("mezz"):
        return unit is not None and unit.lower() in words("units", "measure.halved")
    if word == "metà":
        return not re.search(r"\b(?:a|alla|verso|di)\s+$", before)
    if unit is not None and " " in word:
        return True
    return not re.search(
        r"\b(?:first|second|and\s+a|time|final|better|latter)\s+$", before, re.I
    ) and (text[numeral.end : numeral.end + 1] != "-")


def _word_counts(text: str, numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    word = text[numeral.start : numeral.end].lower()
    if word == "sei":
        return unit is not None and not re.search(r"\b(?:tu|ti|ci|non|te|che|se)\s+$", before, re.I)
    if word == "a couple":
        return False
    if unit is None and (_ARTICLE_BEFORE.search(before) or word == "venti"):
        return False
    century = word.endswith("cento") and numeral.value < 1000
    named = text[numeral.start].isupper() and (century or (unit is not None and unit[0].isupper()))
    if named and not _SENTENCE_START.search(before):
        return False
    return not re.search(r"\b(?:ore|numero|number|quattro)\s+$", before, re.IGNORECASE)


def _is_label(numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    """ "pagina 7", "Llama 3", "il 118": the number names something."""
    if unit is None and numeral.value in _EMERGENCY:
        return True
    match = _LABEL_BEFORE.search(before)
    if match is None:
        return False
    word = match[1]
    if word.lower() in _NUMBER_WORDS:
        return True
    if word.lower() in words("units", f"skip.labels_{language}"):
        return unit is None or not _is_plural(unit, language)
    named = word[0].isupper() or word != word.lower()
    if not named or numeral.scale > 1 or numeral.value != int(numeral.value):
        return False
    if word in words(language, "sentences.openers"):
        return False
    if numeral.value > 10 and unit is not None and _is_plural(unit, language):
        return False
    return not _SENTENCE_START.search(before[: match.start()]) or numeral.value < 10


def _is_plural(unit: str, language: str) -> bool:
    last = unit.lower().split()[-1]
    if language == "it":
        return last[-1] in "ie" or unit.isupper()
    return last.endswith("s") or last in _IRREGULAR_PLURALS


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
