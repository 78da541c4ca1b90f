"""Fractions and shares behind a number: "due terzi", "a fifth", "un millesimo", "uno su cinque"."""

from __future__ import annotations

import re

from claims.nlp.counting.number_words import english_number, italian_number

PLAIN = ("one", "word", "figure")
_PARTS = {
    "it": {
        "mezzo": 2, "terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5,
        "quinti": 5, "sesto": 6, "sesti": 6, "settimo": 7, "settimi": 7, "ottavo": 8, "ottavi": 8,
        "nono": 9, "noni": 9, "decimo": 10, "decimi": 10, "milionesimo": 1e6, "milionesimi": 1e6,
        "miliardesimo": 1e9, "miliardesimi": 1e9, "bilionesimo": 1e12, "bilionesimi": 1e12,
    },
    "en": {
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
        "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
        "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "half": 2,
        "halves": 2, "hundredth": 100, "hundredths": 100, "thousandth": 1e3, "thousandths": 1e3,
        "millionth": 1e6, "millionths": 1e6, "billionth": 1e9, "billionths": 1e9,
    },
}  # fmt: skip
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)|\s-\s([^\W\d_]+)")
_SMALL = re.compile(r"(\w{4,}?)esim[oi]")
_SHARE = {
    "it": re.compile(r"(?:\s+[^\W\d_]+)?\s+su\s+(?:ogni\s+)?([^\W_]+)", re.IGNORECASE),
    "en": re.compile(
        r"(?:\s+[^\W\d_]+)?\s+(?:in|out\s+of)\s+(?:every\s+)?([^\W_]+)(?![\w,.]*\d)", re.I
    ),
}
# "un quarto film", "a third trial": one more of a kind, not a part of it.
_ORDINAL_AFTER = re.compile(
    r"\s+(?!(?:of|di|del|dell|dello|della|dei|degli|delle|in|più|e|than|is|are|have|has|had|were|was|to)\b)[a-zà-ÿ]"
)
_GOES_ON = re.compile(r"\s+\w")
_FINALS = re.compile(r"\s+(?:di|of)\s+final[ei]|-finals?", re.IGNORECASE)


def part_behind(text: str, end: int, value: float, language: str) -> tuple[float, int] | None:
    """Value and end of a fraction whose upper number ends at `end`; None where none follows."""
    match = _NEXT.match(text, end)
    if match is None:
        return None
    word = (match[1] or match[2]).lower()
    below = _PARTS[language].get(word) or _small_part(word, language)
    if (
        below is None
        or _FINALS.match(text, match.end())
        or text[match.end() : match.end() + 1] == "-"
    ):
        return None
    if (value > 1) != word.endswith(("s", "i")):
        return None
    if word == "mezzo" and _GOES_ON.match(text, match.end()):
        return None  # a vehicle, a means
    doubtful = value >= below or (value == 1 and word not in ("quarter", "half"))
    if doubtful and _ORDINAL_AFTER.match(text, match.end()):
        return None
    return value / below, match.end()


def _small_part(word: str, language: str) -> float | None:
    """ "centesimo", "ventunesimi": the number within; None for anything else."""
    stem = _SMALL.fullmatch(word) if language == "it" else None
    if stem is None or word == "centesimi":  # these are coins, or hundredths of a second
        return None
    for ending in ("", "o", "a", "i", "e"):
        if (value := italian_number(stem[1] + ending)) and value > 10:
            return value
    return None


def share_behind(text: str, end: int, value: float, language: str) -> tuple[float, int] | None:
    """ "uno su cinque", "three in ten": value and end; None where no whole follows."""
    match = _SHARE[language].match(text, end)
    whole = _whole(match[1], language) if match else None
    if match is None or not whole or value >= min(whole, 10) or value != int(value):
        return None
    return value / whole, match.end()


def _whole(word: str, language: str) -> float | None:
    if word.isdigit():
        return float(word) if 2 <= int(word) <= 100 else None
    if language == "it":
        return italian_number(word)
    read = english_number(word, 0)
    return read[0] if read and read[1] == len(word) else None
