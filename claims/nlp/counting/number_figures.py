"""Numbers in figures: by locale, with scale letters stuck to them, as fractions ("3/4", "2½")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import numeric

from claims.nlp.counting.number_scales import Numeral, scales
from claims.nlp.lexicon import words

LONGEST_FIGURE = 24  # longer ones are keys and serial numbers

_GAP = "[ \u00a0\u202f]"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FIGURE = re.compile(
    rf"(?:(?<![\w.,:/#])|(?<=\b(?:USD|EUR|GBP|CHF|JPY)))(?<![\s(\d]['’])(?<!\d[\"″])(?<!anni['’])(?<![^\W\d_]-)"
    rf"(?:\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?(?![\d.,]|{_GAP}\d)|\d+(?:[.,]\d+)*)"
)
_FRACTION = re.compile(
    rf"(?<![\w.,:/#-])(?:(?P<whole>\d+)(?:{_GAP}{{0,2}}(?=[{_VULGAR}])|{_GAP}{{1,2}}(?=\d+/)))?"
    rf"(?:(?P<vulgar>[{_VULGAR}])|(?P<above>\d{{1,2}})/(?P<below>\d{{1,3}}))(?![\w/]|[.,]\d)"
)
_POINT_FIRST = re.compile(r"(?<![\w.,:/#)])\.\d+(?![\w.,]?\d)")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_AFTER_FIGURE = re.compile(
    r"(?P<ordinal>\s?[°º](?![CF])|[ªª^]|(?:st|nd|rd|th)\b|['’]?(?:esim[oaie])\b)"
    r"|(?P<clock>[:/]\d|\s?[ap]\.?m\b|['’′″])|(?P<age>enn[ei]\b)|(?P<letters>[^\W\d_]+)"
)
_MONEY_BEFORE = re.compile(r"(?:[€$£¥₹]|\b[A-Z]{3})\s?$")
_CLOCK_BEFORE = re.compile(
    r"(?:\balle|\bdalle|\bore|\bdelle|\bverso\s+le|\ble|\bat|\bby|\bfrom|\bto|\btil[l]?|\bsino\s+alle)\s+$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_DAY_BEFORE = re.compile(
    r"\b(?:il|l['’]|del|dell['’]|dal|dall['’]|al|all['’]|on|by|since|until|of)\s*$", re.IGNORECASE
)
_VERSION = re.compile(r"\.x\b")  # "3.x"
_SCREEN_LINES = frozenset({240, 360, 480, 720, 1080, 1440, 2160})
_USUAL_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})


def read_figure(figure: str, language: str) -> float | None:
    """Value of digits with points and commas as the language writes them.

    Three digits after the thousands sign of the language are thousands; the other sign, or a
    group of another length, is the decimal sign ("24.4 km" also in Italian). Where both signs
    stand and the language's way doesn't fit, the last one is the decimal sign ("1.674,5").
    """
    if len(figure) > LONGEST_FIGURE:
        return None
    figure = re.sub(_GAP, "", figure)
    thousands, decimal = (".", ",") if language == "it" else (",", ".")
    value = _read_with(figure, thousands, decimal)
    if value is None and thousands in figure and decimal in figure:
        value = _read_with(figure, decimal, thousands)
    if value is None and _INDIAN.fullmatch(figure):
        value = float(figure.replace(",", ""))
    return value


def _read_with(figure: str, thousands: str, decimal: str) -> float | None:
    head, *groups = figure.split(thousands)
    if groups and decimal not in "".join(groups[:-1]):
        last, _, rest = groups[-1].partition(decimal)
        grouped = [*groups[:-1], last]
        if all(len(g) == 3 for g in grouped) and 1 <= len(head) <= 3 and head != "0":
            return (
                float(head + "".join(grouped) + ("." + rest if rest else ""))
                if (decimal not in head and decimal not in rest)
                else None
            )
        if len(groups) == 1 and decimal not in figure:
            return float(f"{head}.{groups[0]}")
    if thousands in figure:
        return None
    parts = figure.split(decimal)
    if len(parts) > 2:
        return float("".join(parts)) if all(len(part) == 3 for part in parts[1:]) else None
    return float(".".join(parts))


def figures_in(text: str, language: str) -> Iterator[Numeral]:
    """Numbers in figures, in no certain order; ordinals, clock times and names are left out."""
    yield from _fractions(text)
    if language == "en":
        for match in _POINT_FIRST.finditer(text):
            yield Numeral(*match.span(), float("0" + match.group()))
    for match in _FIGURE.finditer(text):
        numeral = _plain(text, match, language)
        if numeral is not None:
            yield numeral


def _plain(text: str, match: re.Match[str], language: str) -> Numeral | None:
    start, end = match.span()
    value = read_figure(match.group(), language)
    after = _AFTER_FIGURE.match(text, end)
    if (
        value is None
        or _VERSION.match(text, end)
        or (after and (after["ordinal"] or after["clock"]))
    ):
        return None
    if _CLOCK.fullmatch(match.group()) and _CLOCK_BEFORE.search(text, max(0, start - 14), start):
        return None
    if after and after["age"]:
        return Numeral(start, after.end(), value, form="age")
    if after and after["letters"]:
        if after["letters"] == "p" and language == "en" and value not in _SCREEN_LINES:
            return Numeral(start, end, value)  # pence
        if after["letters"] == "G" and value <= 6:
            return None  # "il 5G"
        glued = _glued(text, start, end, after["letters"])
        return Numeral(start, glued[1], value * glued[0], glued[0]) if glued else None
    return Numeral(start, end, value)


def _glued(text: str, start: int, end: int, letters: str) -> tuple[float, int] | None:
    """Scale and new end for letters stuck to figures; scale 1 for a measure; None for a name."""
    lower = letters.lower()
    money = _MONEY_BEFORE.search(text, max(0, start - 5), start) is not None
    if lower in words("units", "scale.glued") and (lower not in ("m", "b", "k") or money):
        return scales()[lower], end + len(letters)
    if letters == "k":
        return 1e3, end + 1
    if lower == "b" and "." in text[start:end]:
        return 1e9, end + 1
    if lower in words("units", "measure.abbreviations") or lower == "x":
        return 1.0, end
    return None


def _fractions(text: str) -> Iterator[Numeral]:
    """ "3/4", "10 1/2", "½": not a day and its month, nor a score."""
    for match in _FRACTION.finditer(text):
        whole = float(match["whole"] or 0)
        if match["vulgar"]:
            yield Numeral(*match.span(), whole + numeric(match["vulgar"]), form="part")
            continue
        above, below = int(match["above"]), int(match["below"])
        dated = _DAY_BEFORE.search(text, max(0, match.start() - 6), match.start())
        if 0 < above < below and below in _USUAL_PARTS and (match["whole"] or not dated):
            yield Numeral(*match.span(), whole + above / below, form="part")
