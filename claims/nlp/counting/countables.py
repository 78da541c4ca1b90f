"""Whether a number counts something, or is an article, a clock time, a result, a label, a name."""

from __future__ import annotations

import re

from claims.nlp.counting.number_scales import Numeral
from claims.nlp.counting.units import is_measure, is_plural
from claims.nlp.lexicon import words

_LABEL_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+(?:\d+(?:\s*,|\s+e)\s+)?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…«“\"(\n–—-])\s*[\"«“]?$")
_COUNTS_ONE = re.compile(
    r"\b(?:within|for|in|after|of|about|than|over|nearly|almost|lasting|lasted|took|every|under|last|by|just|only"
    r"|around|roughly|half|and)\s+$",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,2}\s?[–-]\s?\d{1,2}(?![\d%]|[.,]\d)")
_CLOCK_WORD = re.compile(
    r"\b(?:alle|dalle|dopo\s+le|verso\s+le|oltre\s+le|entro\s+le|delle|e\s+le|le|sulle|per\s+le)\s+$",
    re.I,
)
_UNIT_RIGHT_BEHIND = re.compile(r"\s?(?:%|°)|\s([a-z]{2,})")
_ONE_OF_A_ROW = re.compile(r"\b(?:il|lo|la|al|allo|alla|del|dal|nel|sul)\s+$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"\s+(?:e|o|a|ai|agli|alle)\s+(?:i\s|gli\s|le\s)?\d")
_ADDRESS = re.compile(r"https?://|www\.|@|[?&]\w+=")
# "02 1234567", "+39 333 1234567": a leading zero or a country, then groups without a thousands mark
_TELEPHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[ ./-]?\d{2,4}|0\d{1,4})[ ./-](?:\d{3,4} )?\d{4,8}(?![\d,])"
)
_RACE_BEHIND = re.compile(r"(?:['’]\d\d)?\"\d|['’]\d\d\"")
_RACE_BEFORE = re.compile(r"\d[\"'’]")
_AGED = re.compile(r"\b(?:her|his|their|my|our|your)\s+(?:(?:early|late|mid)[\s-]+)?$", re.I)
_ZONES = frozenset({"utc", "gmt", "cet", "cest", "est", "edt", "bst"})
_CLOCK_UNITS = frozenset({"ora", "utc", "gmt", "est", "edt", "locali", "circa", "italiane", "cet"})
_ARTICLE_BEFORE = re.compile(
    r"\b(?:i|gli|le|dei|degli|delle|ai|agli|alle|dai|dalle|nei|nelle|the|those|these)\s+$", re.I
)
_ALONE = re.compile(r"\b(?:di\s+cui|solo|soltanto|solamente|only|appena)\s+$", re.IGNORECASE)
_SINGLE = re.compile(r"\s+sol[oa]\s")
SHOUTED = 15  # code points in capitals before a number that make capitals say nothing
_SECOND_STEP = re.compile(r"\b(?:or[ae]|metr[oi]|euro)\s+e\s+$")  # "un'ora e venti"
_NUMBER_WORDS = frozenset({"no", "nos", "nr", "n", "numero", "number"})
_EMERGENCY = frozenset({112, 113, 115, 118, 911, 999})
_PER_ITALIAN = re.compile(r"\b(?:volta|volte|euro|come|stato|era|è|sia|per)\s+$")


def counts_something(text: str, numeral: Numeral, unit: str | None, language: str) -> bool:
    """Whether a number counts something, or is an article, a clock time, a label, a name."""
    before = text[max(0, numeral.start - 30) : numeral.start]
    if numeral.form == "one":
        return _one_counts(text, numeral, before, unit, language)
    if numeral.form == "half":
        return _half_counts(text, numeral, before, unit, language)
    if numeral.form in ("part", "share"):
        return True
    if is_number_of_a_line(text, numeral) or _is_race_time(text, numeral):
        return False
    if _is_clock(numeral, before, unit):
        return False
    if numeral.form == "word":
        return _word_counts(text, numeral, before, unit, language)
    if unit == "s" and _AGED.search(before):
        return False
    if unit is not None and _sure_unit(unit):
        return True
    if language == "it" and _is_place_in_row(text, numeral, before, unit):
        return False
    return not (_is_score(text, numeral) or _is_label(numeral, before, unit, language))


def is_number_of_a_line(text: str, numeral: Numeral) -> bool:
    """Parts of a telephone number, of an account's or of an address on the web."""
    start, end = numeral.start, numeral.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    if _ADDRESS.search(text, start, end):
        return True
    around = text[max(0, start - 16) : end + 16]
    return any(
        found.start() <= numeral.start - max(0, start - 16) < found.end()
        for found in _TELEPHONE.finditer(around)
    )


def _is_race_time(text: str, numeral: Numeral) -> bool:
    """ "7'18"32", "staccata di 1"4": minutes, seconds and parts of one time."""
    behind = _RACE_BEHIND.match(text, numeral.end)
    before = _RACE_BEFORE.fullmatch(text, max(0, numeral.start - 2), numeral.start)
    return behind is not None or before is not None


def _is_clock(numeral: Numeral, before: str, unit: str | None) -> bool:
    bare = unit is None or unit.lower() in _CLOCK_UNITS
    if numeral.value < 25 and unit is not None and unit.lower() in _ZONES:
        return True
    twice = numeral.value * 2  # "alle 3 e mezza"
    whole = twice == int(twice) and numeral.value <= 24
    return whole and bare and _CLOCK_WORD.search(before) is not None


def _is_place_in_row(text: str, numeral: Numeral, before: str, unit: str | None) -> bool:
    """ "al 5 posto", "tutti i 3": an ordinal without its mark, a pronoun."""
    if numeral.scale > 1:
        return False
    if _ONE_OF_A_ROW.search(before):
        return unit is not None and unit[-1] == "o" and numeral.value == int(numeral.value)
    whole = numeral.value == int(numeral.value)
    if (
        unit is not None
        or not whole
        or numeral.value >= 13
        or _RANGE_BEHIND.match(text, numeral.end)
    ):
        return False
    return _ARTICLE_BEFORE.search(before) is not None


def _is_score(text: str, numeral: Numeral) -> bool:
    """ "3-1", "25–18": a result."""
    if numeral.value != int(numeral.value) or numeral.value > 99:
        return False
    start = numeral.start
    while start > 0 and text[start - 1] in "0123456789-– " and numeral.start - start < 4:
        start -= 1
    found = re.search(r"\d{1,2}\s?[–-]\s?$", text[start : numeral.start])
    if found:
        return _unit_follows(text, numeral.end) is None
    pair = _SCORE.match(text, numeral.start)
    return pair is not None and _unit_follows(text, pair.end()) is None


def _unit_follows(text: str, at: int) -> re.Match[str] | None:
    """A per cent sign or a word in lower case, no preposition, right after a number."""
    match = _UNIT_RIGHT_BEHIND.match(text, at)
    stops = words("units", "skip.stop_it") | words("units", "skip.stop_en")
    return None if match and match[1] in stops else match


def _sure_unit(unit: str) -> bool:
    lower = unit.lower()
    return (
        unit[0] in "%‰"
        or lower.startswith(("per", "punti"))
        or is_measure(unit)
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
        if lower in words("units", "measure.persons"):
            return _ALONE.search(before) is not None or _SINGLE.match(text, numeral.end) is not None
        if lower == "secondo" and _unit_follows(text, numeral.end + 8):
            return False
        return countable and lower != "giorno" and not _PER_ITALIAN.search(before)
    if word == "one":
        if unit is None or lower.endswith(("ed", "n't", "s")):
            return _ALONE.search(before) is not None
        return _COUNTS_ONE.search(before) is not None or countable
    return countable and _COUNTS_ONE.search(before) is not None


def _half_counts(text: str, numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    word = text[numeral.start : numeral.end].lower()
    if word.startswith("mezz"):
        return unit is not None and unit.lower() in words("units", "measure.halved")
    if word == "metà":
        return not re.search(r"\b(?:a|alla|verso|di)\s+$", before)
    if unit is not None and " " in word:
        return True
    return not re.search(
        r"\b(?:first|second|and\s+a|time|final|better|best|worst|latter)\s+$", before, re.I
    ) and (text[numeral.end : numeral.end + 1] != "-")


def _word_counts(text: str, numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    word = text[numeral.start : numeral.end].lower()
    if unit is not None and (word, unit.lower()) in _IDIOMS:
        return False
    if word == "sei":
        if unit is not None and _PAST_OF_ESSERE.fullmatch(unit.lower()):
            return False  # "sei stato"
        if _ALONE.search(before):
            return True  # "erano solo sei: Italia, Francia"
        return unit is not None and not re.search(r"\b(?:tu|ti|ci|non|te|che|se)\s+$", before, re.I)
    if word == "a couple":
        return False
    winds = word == "venti" and _SECOND_STEP.search(before) is None
    if unit is None and (_ARTICLE_BEFORE.search(before) or winds):
        return False
    century = word.endswith("cento") and numeral.value < 1000
    named = text[numeral.start].isupper() and (century or (unit is not None and unit[0].isupper()))
    if named and not _SENTENCE_START.search(before):
        return False
    return not re.search(r"\b(?:ore|numero|number|quattro)\s+$", before, re.IGNORECASE)


_PAST_OF_ESSERE = re.compile(r"(?:stat|andat|venut|nat|divenut|rimast|riuscit)[oaie]")
_IDIOMS = frozenset(
    {("quattro", "zampe"), ("quattro", "venti"), ("quattro", "passi"), ("quattro", "chiacchiere"),
     ("due", "passi"), ("due", "parole"), ("due", "chiacchiere"), ("mille", "grazie")}
)  # fmt: skip


def _is_label(numeral: Numeral, before: str, unit: str | None, language: str) -> bool:
    """ "pagina 7", "Zeta 9", "il 118": the number names something."""
    if unit is None and numeral.value in _EMERGENCY:
        return True
    match = _LABEL_BEFORE.search(before)
    if match is None:
        return False
    word = match[1]
    if word.lower() in _NUMBER_WORDS | words("units", "skip.numbered_names"):
        return True
    if word.lower() in words("units", f"skip.labels_{language}"):
        return unit is None or not is_plural(unit, language)
    shouted = before.isupper() and len(before) > SHOUTED
    named = not shouted and (word[0].isupper() or word != word.lower())
    if not named or numeral.scale > 1 or numeral.value != int(numeral.value):
        return False
    if word in words(language, "sentences.openers"):
        return False
    if numeral.value > 10 and unit is not None and is_plural(unit, language):
        return False
    return not _SENTENCE_START.search(before[: match.start()]) or numeral.value < 10
