"""What stands round a number and says what it counts: per cent, money, measures, nouns."""

from __future__ import annotations

import re

from claims.nlp.counting.number_scales import Numeral, scales
from claims.nlp.counting.number_words import collective
from claims.nlp.lexicon import words

IRREGULAR_PLURALS = frozenset(
    {"people", "men", "women", "children", "feet", "mice", "police", "sheep", "fish"}
)
MILLIONS = re.compile(r"(?:mili(?:on|ard)[ie]|mln|mld)$", re.IGNORECASE)
ELIDED = frozenset({"dell'", "dall'", "all'", "nell'", "sull'", "un'", "d'"})
FOREIGN = frozenset({"to", "on", "at", "by", "in", "of", "for", "from", "with", "and", "or"})
_SIGNS = r"(?:(?:US|A|C|NZ|HK|S|R|(?i:AUD|CAD|NZD|MXN))?\$|[€£¥₹])"
_PERCENT = re.compile(
    r"\s?(?:%|‰)|\s+(?:per\s*cento|per\s+mille|per\s+cent|percent)\b"
    r"|\s+(?:punti\s+(?:percentuali|base)|percentage\s+points?|basis\s+points?)\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(rf"(?:(?<!\d)|(?<=\d[\s]))({_SIGNS})\s?$|\b([^\W\d_]{{2,9}})\s?$")
_MONEY_AFTER = re.compile(rf"\s?({_SIGNS})(?!\s?\d)|\s?\b([A-Za-z]{{3}})\b(?!['’])")
_SCALE_AFTER = re.compile(r"\s(million|billion|trillion|mln|mld|milioni|miliardi)\b")
_PER_TIME = re.compile(
    r"\s+(?:all['’]ora|al\s+secondo|al\s+minuto|al\s+giorno|al\s+mese|l['’]anno|all['’]anno)\b"
)
_HYPHENED = re.compile(r"-([a-z]+)(?:-(?:old|long|high))?\b")
_PENCE = re.compile(r"p\b(?!\.\w)")
_WORD = re.compile(
    r"(?:\s+(?:di|of)\s+|\s+d['’]|\s+)?"
    r"([^\W\d_]+(?:['’][^\W\d_]+|(?:-[a-zà-ÿ]+)+)?[²³]?(?:/[a-z]+)?|°[CF]?)"
)
_DIMENSION = re.compile(
    r"\s+(?:quadrat[ie]|quadri|cub[ie]|cubici|orari[ae]?|(?:a|an|per)\s+(?:hour|second)|all['’]ora)\b"
)
_DIMENSION_BEFORE = re.compile(
    r"\s*(?:(?:square|cubic|metric|nautical)\s+([a-z]+)|light[\s-]years?)\b"
)
# "alle 12 chiuderanno": a verb, never what a number counts
_VERB_IT = re.compile(
    r"\w+(?:ebbe|ebbero|ranno|ava|avano|evano|ivano|arono|irono|erono|stato|stata|stati)"
)


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """The sign, code or "euro" right before a number, and where it starts."""
    match = _MONEY_BEFORE.search(text, max(0, start - 12), start)
    if match is None:
        return None
    if match[1]:
        return match[1], match.start(1)
    if _is_code(match[2]) or match[2].lower() == "euro":
        return match[2], match.start(2)
    return None


def currency_word_before(text: str, start: int) -> tuple[str, int] | None:
    """ "dollari 996": a currency's name where no unit follows the number."""
    match = _MONEY_BEFORE.search(text, max(0, start - 12), start)
    if match and match[2] and match[2].lower() in words("units", "currency.words"):
        return match[2], match.start(2)
    return None


def _is_code(word: str) -> bool:
    """ "USD", also "usd"; "all" and "try" are words before they are money."""
    return word.upper() in words("units", "currency.codes") and (word.isupper() or word.islower())


def unit_behind(text: str, numeral: Numeral, language: str) -> tuple[str | None, int, float]:
    """What the number counts, where the quantity with it ends, and a scale behind the unit."""
    end = numeral.end
    if percent := _PERCENT.match(text, end):
        return percent.group().strip(), percent.end(), 1.0
    if money := _money_behind(text, end):
        return money
    if language == "en" and (pence := _PENCE.match(text, end)):
        return pence.group(), pence.end(), 1.0
    if hyphened := _HYPHENED.match(text, end):
        return hyphened[1], hyphened.end(), 1.0
    if per_time := _PER_TIME.match(text, end):
        return per_time.group().strip(), per_time.end(), 1.0
    last_word = text[numeral.start : end].split()[-1]
    stuck = numeral.scale >= 1e3 or collective(last_word) is not None
    millions = MILLIONS.search(last_word) is not None
    unit, end = _noun(text, end, language, stuck=stuck, millions=millions)
    return unit, end, 1.0


def _money_behind(text: str, at: int) -> tuple[str, int, float] | None:
    """ "500 €", "75 USD million"."""
    match = _MONEY_AFTER.match(text, at)
    if match is None or not (match[1] or _is_code(match[2])):
        return None
    scale = _SCALE_AFTER.match(text, match.end())
    if scale:
        return match[1] or match[2], scale.end(), scales()[scale[1]]
    return match[1] or match[2], match.end(), 1.0


def is_money(word: str) -> bool:
    """Whether a word names a currency or a measure."""
    return word.lower() in words("units", "currency.words") or is_measure(word)


def _noun(
    text: str, at: int, language: str, *, stuck: bool, millions: bool = False
) -> tuple[str | None, int]:
    """The noun after a number; adjectives between are passed over.

    millions: Italian says "otto milioni di euro"; "otto milioni legati" counts nothing.
    """
    end, steps = at, 0
    passed: str | None = None  # an adjective that turns out to be the noun ("quattro giovani")
    if dimension := _DIMENSION_BEFORE.match(text, at):
        return dimension.group().strip(), dimension.end()
    while match := _WORD.match(text, end):
        word, lower = match[1], match[1].lower()
        if "\n" in text[end : match.start(1)]:
            break
        one_only = lower == "solo" and text[at - 2 : at].lower() == "un"
        if not one_only and _starts_no_unit(lower, language):
            break
        linked = text[end : match.start(1)].strip() != ""
        if linked and not stuck:
            break
        glued = match.start(1) == end and text[end - 1] not in "'’"
        if glued and lower not in words("units", "measure.abbreviations"):
            break
        if language == "it" and millions and not linked and not is_money(word):
            break
        if language == "it" and _VERB_IT.fullmatch(lower):
            break
        if is_measure(word) or lower in words("units", "currency.words"):
            return word, match.end()
        if dimension := _DIMENSION.match(text, match.end()):
            return text[match.start(1) : dimension.end()], dimension.end()
        if steps >= 2 or not _is_between(text, match, language):
            return word, match.end()
        passed, end, steps = word, match.end(), steps + 1
    return passed, end if passed else at


def _starts_no_unit(word: str, language: str) -> bool:
    return is_preposition(word, language) or word in words("units", f"skip.stop_{language}")


def is_preposition(word: str, language: str) -> bool:
    """Words that no unit starts with, elided ones too ("dall'Unione")."""
    elided = re.split(r"['’]", word, maxsplit=1)
    stops = words("units", "skip.stop_it")
    if len(elided) > 1 and f"{elided[0]}'" in ELIDED:
        return True
    return word in stops or (language == "it" and word in FOREIGN)


def _is_between(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the word is an adjective before the noun, not the noun itself."""
    word = match[1].lower()
    following = _WORD.match(text, match.end())
    if following is None:
        return False
    after = following[1].lower()
    if language == "it":
        return word in words("units", "skip.between_it")
    if word in words("units", "skip.between_en"):
        return True
    if word.endswith("s") or word in IRREGULAR_PLURALS:
        return False
    return after not in words("units", "skip.stop_en") and (
        after.endswith("s") or after in IRREGULAR_PLURALS or match[1][0].isupper()
    )


def is_plural(unit: str, language: str) -> bool:
    """Whether a unit has a plural's form, by its last word, or its first ("miles an hour")."""
    first, last = unit.lower().split()[0], unit.lower().split()[-1]
    if language == "it":
        return last[-1] in "ie" or unit.isupper()
    return any(word.endswith("s") or word in IRREGULAR_PLURALS for word in (first, last))


def is_measure(word: str) -> bool:
    """Whether the word is a short sign of a measure ("km", "GB")."""
    return word.lower() in words("units", "measure.abbreviations") and len(word) <= 5
