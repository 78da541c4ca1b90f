"""Years: when a number is one, short ones ("'68"), spelled-out ones, centuries."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

FIRST_YEAR, LAST_YEAR = 1800, 2100
FIGURES = r"(?:1[0-9]\d\d|20\d\d)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_REST = rf"(?:(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_TEENS}|oh?[\s-](?:{_UNITS}))"
SPELLED = (
    rf"(?:(?:seventeen|eighteen|nineteen)(?:\s+hundred)?(?:\s+and)?[\s-]{_REST}"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{_REST}|{_UNITS}))?|twenty[\s-]{_REST})"
)
_VALUES = {
    word: value
    for start, names in ((10, _TEENS), (1, _UNITS))
    for value, word in enumerate(names.split("|"), start)
} | {word: tens for tens, word in zip(range(20, 100, 10), _TENS.split("|"), strict=True)}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ORDINAL_CENTURIES = {
    "primo": 1, "secondo": 2, "decimo": 10, "quindicesimo": 15, "sedicesimo": 16,
    "diciassettesimo": 17, "diciottesimo": 18, "diciannovesimo": 19, "ventesimo": 20,
    "ventunesimo": 21, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip

Part = tuple[int, int, str | None]


def year_of(shown: str, base: dt.date | None = None) -> int | None:
    """A year from four figures, two figures ("'87") or words; None when it is none.

    Two figures lie at most ten years ahead of the article, or of 2026 where its date is unknown.
    """
    digits = re.sub(r"\D", "", shown)
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 2:
        latest = (base.year if base else 2026) + 10
        return latest - (latest - int(digits)) % 100
    return _spelled_year(shown) if not digits else None


def _spelled_year(shown: str) -> int | None:
    """ "nineteen ninety six", "two thousand and fifteen"."""
    words = [word for word in re.split(r"[\s-]+", shown.lower()) if word not in ("and", "o", "oh")]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(_VALUES[word] for word in words[2:])
    head = _VALUES.get(words[0])
    rest = [word for word in words[1:] if word != "hundred"]
    return head * 100 + sum(_VALUES[word] for word in rest) if head else None


def century_of(shown: str) -> int | None:
    """The number of a century from figures, Roman figures or words, 1 to 21; None otherwise."""
    digits = re.match(r"\d+", shown)
    if digits:
        found = int(digits[0])
    elif shown.lower() in _ORDINAL_CENTURIES:
        found = _ORDINAL_CENTURIES[shown.lower()]
    else:
        values = [_ROMAN.get(letter, 0) for letter in shown]
        pairs = zip(values, [*values[1:], 0], strict=True)
        found = sum(-value if value < after else value for value, after in pairs)
    return found if 1 <= found <= 21 else None


# After these a number may count things or name a year; after any other word it is a year.
_WEAK = re.compile(
    r"(?:a|e|ed|of|for|from|to|and|about|around|between|by|the|after)\s", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s+(?!(?:e|i|gli|le|ai|agli|dei|degli|nei|fu|was|has|is)\b)[a-zà-ÿ]{3,}[isel]\b"
)
_MADE = re.compile(
    r"\b(?:made|built|painted|born|written|composed|founded|carved|printed|erected)\b[^.;:]*$"
)
# What introduces a count, seldom a year ("con 2000 volontari").
_COUNTING = re.compile(
    r"\b(?:di|con|su|da|circa|oltre|quasi|sono|altri|altre|i|gli|le|ai|dei|nei|with|some|nearly|over|than|least"
    r"|about|are|were|other|only|solo|almeno)\s+$",
    re.IGNORECASE,
)
_ITALIAN_VERB = re.compile(r"\s+\w+(?:ebbe|ranno|rà|ava|avano|evano)\b")


def year_after_word(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A year that the word before it announces ("nel 2022 l'azienda", "in 2021 by two")."""
    after = match.string[match.end() : match.end() + 25]
    weak = _WEAK.match(match.group()) is not None
    made = _MADE.search(match.string, max(0, match.start() - 40), match.start()) is not None
    plausible = made or FIRST_YEAR <= int(match["year"]) <= LAST_YEAR or not weak
    if plausible and not (weak and _counts(after)):
        yield match.start("year"), match.end("year"), match["year"]


def bare_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """A four-figure number beside a name or noun ("la stagione 2020", "Expo 2015")."""
    before = match.string[max(0, match.start("year") - 12) : match.start("year")]
    after = match.string[match.end() : match.end() + 25]
    if 1900 <= int(match["year"]) <= 2035 and not (_COUNTING.search(before) or _counts(after)):
        yield match.start("year"), match.end("year"), match["year"]


def _counts(after: str) -> bool:
    """Whether a counted noun follows."""
    return _COUNTED.match(after) is not None and _ITALIAN_VERB.match(after) is None


def spelled_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "in nineteen ninety six"."""
    year = _spelled_year(match["spelled"])
    if year:
        yield match.start("spelled"), match.end("spelled"), f"{year:04}"


def short_year(match: re.Match[str], language: str, base: dt.date | None) -> Iterator[Part]:
    """ "nel '68"."""
    year = year_of(match["short"], base)
    if year:
        yield match.start("short"), match.end("short"), f"{year:04}"
