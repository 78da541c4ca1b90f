"""Numbers written in words: "quarantasei", "duecentomila", "four hundred and fifty"."""

from __future__ import annotations

import re
from functools import lru_cache

_IT_UNITS = {
    "zero": 0, "uno": 1, "un": 1, "due": 2, "tre": 3, "tré": 3, "quattro": 4, "cinque": 5,
    "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12,
    "tredici": 13, "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17,
    "diciotto": 18, "diciannove": 19,
}  # fmt: skip
_IT_TENS = {
    "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70,
    "ottanta": 80, "novanta": 90,
}  # fmt: skip
_EN_UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_BELOW_100 = "|".join(
    [
        *(f"{t[:-1]}(?:uno|un|otto)" for t in _IT_TENS),
        *(f"{t}(?:due|tre|tré|quattro|cinque|sei|sette|nove)?" for t in _IT_TENS),
        *sorted(_IT_UNITS, key=len, reverse=True),
    ]
)
_IT_WORD = re.compile(
    rf"(?:(?P<thousands>\w+?)?(?P<mila>mila|mille))?"
    rf"(?:(?P<hundreds>due|tre|quattro|cinque|sei|sette|otto|nove)?(?P<cent>cento?))?"
    rf"(?P<rest>{_BELOW_100})?"
)
_EN_WORD = re.compile(r"(?P<gap>[\s-]{0,2})(?P<word>[A-Za-z]+)")
_COLLECTIVE = {
    "decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40,
    "cinquantina": 50, "sessantina": 60, "settantina": 70, "ottantina": 80, "novantina": 90,
    "centinaio": 100, "migliaio": 1000, "paio": 2, "dozen": 12, "couple": 2,
}  # fmt: skip


@lru_cache(maxsize=4096)
def italian_number(word: str) -> int | None:
    """Value of one Italian number word; None when it isn't one ("un", "uno", "una" included)."""
    word = word.lower()
    if word in ("un", "uno", "una") or not word:
        return None
    match = _IT_WORD.fullmatch(word)
    if match is None or not any(match.groupdict().values()):
        return None
    thousands = 0
    if match["mila"]:
        if (match["mila"] == "mille") == bool(match["thousands"]):
            return None
        before = italian_number(match["thousands"]) if match["thousands"] else 1
        if before is None:
            return None
        thousands = before * 1000
    if match["cent"] == "cent" and match["rest"] not in ("otto", "ottanta", "undici"):
        return None
    hundreds = _IT_UNITS.get(match["hundreds"] or "", 1) * 100 if match["cent"] else 0
    return thousands + hundreds + _below_100(match["rest"] or "zero")


def _below_100(word: str) -> int:
    if word in _IT_UNITS:
        return _IT_UNITS[word]
    for tens, value in _IT_TENS.items():
        if word.startswith(tens[:-1]):
            rest = word.removeprefix(tens if word.startswith(tens) else tens[:-1])
            return value + _IT_UNITS.get(rest, 0)
    return 0


def english_number(text: str, at: int) -> tuple[float, int] | None:
    """Value and end of the English number words that start at `at`; None when there are none."""
    total, current, last, end, pending = 0, 0, "", at, at
    while match := _EN_WORD.match(text, pending):
        word = match["word"].lower()
        if word == "and" and last in ("hundred", "thousand"):
            pending = match.end()
            continue
        step = _english_step(word, current, last)
        if step is None or (match["gap"] == "" and pending != at):
            break
        current, last = step
        if last == "thousand":
            total, current = total + current, 0
        end = pending = match.end()
    return (float(total + current), end) if end > at else None


def _english_step(word: str, current: int, last: str) -> tuple[int, str] | None:
    """The count so far with one more word, and what sort of word it was."""
    if word in _EN_UNITS and last != "unit" and not (last == "ten" and _EN_UNITS[word] > 9):
        return current + _EN_UNITS[word], "unit"
    if word in _EN_TENS and last not in ("unit", "ten"):
        return current + _EN_TENS[word], "ten"
    if word == "hundred" and last in ("", "unit", "ten"):
        return (current or 1) * 100, "hundred"
    if word == "thousand" and last in ("", "unit", "ten", "hundred"):
        return (current or 1) * 1000, "thousand"
    return None


_DECIMALS = {
    "it": re.compile(r"\s+virgola((?:\s+[^\W\d_]+){1,4})", re.IGNORECASE),
    "en": re.compile(r"\s+point((?:[\s-]+[a-z]+){1,4})", re.IGNORECASE),
}


def decimals_behind(text: str, at: int, language: str) -> tuple[float, int] | None:
    """What "virgola cinque", "point nought four" at `at` adds, and where it ends."""
    match = _DECIMALS[language].match(text, at)
    if match is None:
        return None
    digits, end = "", at
    for word in re.finditer(r"[^\W\d_]+", match[1]):
        value = (
            _IT_UNITS.get(word[0].lower()) if language == "it" else _EN_UNITS.get(word[0].lower())
        )
        if value is None:
            value = italian_number(word[0]) if language == "it" else _EN_TENS.get(word[0].lower())
        if value is None or value > 99:
            break
        tens = digits[-1:] == "0" and language == "en" and len(digits) == 2 and value < 10
        digits = digits[:-1] + str(value) if tens and digits[0] != "0" else digits + str(value)
        end = match.start(1) + word.end()
    return (float("0." + digits), end) if digits else None


def collective(word: str) -> int | None:
    """ "una sessantina", "a dozen": what the collective noun stands for."""
    return _COLLECTIVE.get(word.lower())
