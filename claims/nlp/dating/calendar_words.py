"""Names of months, weekdays and days of a month as numbers, and the patterns that find them."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.nlp.counting.number_words import italian_number
from claims.nlp.lexicon import words

_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
_ENGLISH_DAYS = {name: i for i, name in enumerate(_ORDINALS, 1)} | {
    f"{tens} {name}": value + i
    for tens, value in (("twenty", 20), ("thirty", 30))
    for i, name in enumerate(_ORDINALS[:9], 1)
}
_ITALIAN_DAYS = [
    "primo", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
    "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto",
    "diciannove", "venti", "ventuno", "ventidue", "ventitré", "ventitre", "ventiquattro",
    "venticinque", "ventisei", "ventisette", "ventotto", "ventinove", "trenta", "trentuno",
]  # fmt: skip

SHORTEST = 5
"""Letters from which a name's form isn't cut."""


@lru_cache(maxsize=8)
def numbered(language: str, name: str) -> dict[str, int]:
    """Every form of a "calendar.<name>" list with its number ("luglio": 7, "lug": 7)."""
    found: dict[str, int] = {}
    for entry in words(language, f"calendar.{name}"):
        number, _, forms = entry.partition(" ")
        found.update((form, int(number)) for form in forms.split("|"))
    return found


@lru_cache(maxsize=16)
def pattern(language: str, name: str) -> str:
    """An alternation of all forms, longest first, with an optional point after cut ones.

    The point behind "July" ends the sentence.
    """
    entries = [entry.partition(" ")[2] for entry in words(language, f"calendar.{name}")]
    whole = {max(entry.split("|"), key=len) for entry in entries}
    forms = sorted(numbered(language, name), key=len, reverse=True)
    points = {f: r"\.?" for f in forms if len(f) < SHORTEST and f not in whole}
    return "(?:" + "|".join(re.escape(f) + points.get(f, "") for f in forms) + ")"


def number_of(language: str, name: str, form: str) -> int:
    """The number of one form, with or without its point; KeyError when there is none."""
    return numbered(language, name)[form.lower().rstrip(".")]


@lru_cache(maxsize=4)
def day_pattern(language: str) -> str:
    """A day of a month in figures or words: "1°", "primo", "ventinove", "3rd", "twenty-third"."""
    if language == "it":
        named = "|".join(sorted(_ITALIAN_DAYS, key=len, reverse=True))
        return rf"(?:\d{{1,2}}(?:[°º]|\s?°)?|{named})"
    named = "|".join(sorted(_ENGLISH_DAYS, key=len, reverse=True)).replace(" ", r"[\s-]")
    return rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{named}|thirtieth)"


def day_number(language: str, form: str) -> int:
    """The number of a form that `day_pattern` found; 0 when it is none."""
    digits = re.match(r"\d+", form)
    if digits:
        return int(digits[0])
    plain = re.sub(r"[\s-]+", " ", form.lower())
    if language == "en":
        return 30 if plain == "thirtieth" else _ENGLISH_DAYS.get(plain, 0)
    return 1 if plain == "primo" else italian_number(plain) or 0
