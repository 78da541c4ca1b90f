"""Numbers in a text: figures and words put together with scales, fractions, shares and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.nlp.counting.fractions import PLAIN, part_behind, share_behind
from claims.nlp.counting.number_figures import figures_in
from claims.nlp.counting.number_scales import Numeral, scales
from claims.nlp.counting.worded_numbers import worded_numbers

_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
_OF_SCALE = re.compile(r"\s+(?:di|of\s+a)\s+(milione|miliardo|million|billion|trillion)\b", re.I)
_AND_HALF = re.compile(r"(?:\s+[^\W\d_]+)?\s+(?:e\s+mezz[oa]|and\s+a\s+half)\b")
_HYPHENED_HALF = re.compile(r"-and-a-half(?=-)")  # "a two-and-a-half-hour film"
_AND = re.compile(r"\s+(?:e|ed|and)\s+(?:(?:un['’]?|a)\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:(?:e|and)\s+)?", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s+(?:d[ei]i?|degli|delle|della|del|dell['’]|è|sono|era|erano|ha|hanno|of|is|are|was|were)\b"
)
_MINUS = re.compile(r"(?:^|(?<!\d)[\s(])[-−]$")
_MINUS_WORD = re.compile(r"\b(?:minus|negative)\s+$", re.IGNORECASE)
_YEARS = range(1500, 2101)
_SPOKEN = 10  # above it, "120 e un terzo" is a count and a part of it


def find_numerals(text: str, language: str) -> list[Numeral]:
    """All numbers of `text` in order, not overlapping; ordinals and clock times are left out."""
    found = [
        _grown(text, numeral, language)
        for numeral in (*figures_in(text, language), *worded_numbers(text, language))
    ]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(_signed(text, numeral))
    return list(_joined(text, kept))


def _grown(text: str, numeral: Numeral, language: str) -> Numeral:
    """The numeral with what follows it: a fraction, a share, a scale, a half."""
    if numeral.form in ("age", "share"):
        return numeral
    start, form = numeral.start, numeral.form
    if form in PLAIN:
        if part := part_behind(text, numeral.end, numeral.value, language):
            return _scaled_part(text, Numeral(start, part[1], part[0], form="part"))
        share = share_behind(text, numeral.end, numeral.value, language)
        if share and text[start : numeral.end].lower() != "a":
            return Numeral(start, share[1], share[0], form="share")
    if form == "part":
        return _scaled_part(text, numeral)
    return _halved(text, _scaled(text, numeral))


def _scaled_part(text: str, part: Numeral) -> Numeral:
    """ "three quarters of a billion", "un quarto di milione"."""
    of = _OF_SCALE.match(text, part.end)
    if of:
        scale = scales()[of[1].lower()]
        return Numeral(part.start, of.end(), part.value * scale, scale, "word")
    scaled = _scaled(text, part)
    return scaled if scaled.scale >= 1e6 else part


def _scaled(text: str, numeral: Numeral) -> Numeral:
    """ "3,4 milioni", "mezzo milione", "a million", "75 USD million": the scale belongs to it."""
    following = _NEXT.match(text, numeral.end)
    if following is None or text[numeral.end] == "-":
        return numeral
    word = following[1].lower()
    if word not in scales() or (len(word) == 1 and following[1] != "k"):
        return numeral
    scale = scales()[word]
    form = "word" if numeral.form in ("one", "half", "part") else numeral.form
    return Numeral(
        numeral.start, following.end(), numeral.value * scale, scale * numeral.scale, form
    )


def _halved(text: str, numeral: Numeral) -> Numeral:
    """ "un miliardo e mezzo", "tre ore e mezza", "four and a half"."""
    half = _AND_HALF.match(text, numeral.end) or _HYPHENED_HALF.match(text, numeral.end)
    if half is None or numeral.form == "half" or _halves_a_scale(text, half.end()):
        return numeral
    adjacent = half.group().lstrip(" -").startswith(("e ", "and"))
    form = "word" if numeral.form == "one" else numeral.form
    end = half.end() if adjacent else numeral.end
    return Numeral(numeral.start, end, numeral.value + numeral.scale / 2, numeral.scale, form)


def _halves_a_scale(text: str, end: int) -> bool:
    """ "un miliardo e mezzo milione": the half belongs to the second scale."""
    following = _NEXT.match(text, end)
    return following is not None and scales().get(following[1].lower(), 0) >= 1e3


def _signed(text: str, numeral: Numeral) -> Numeral:
    """The number below zero where a minus sticks to it, or "minus" stands before it."""
    start, end = max(0, numeral.start - 10), numeral.start
    if numeral.form not in ("figure", "word", "one", "part"):
        return numeral
    sign = numeral.form == "figure" and _MINUS.search(text, max(0, end - 3), end)
    if sign or _MINUS_WORD.search(text, start, end):
        form = "word" if numeral.form == "one" else numeral.form
        return Numeral(numeral.start, numeral.end, -numeral.value, numeral.scale, form)
    return numeral


def _joined(text: str, found: list[Numeral]) -> Iterator[Numeral]:
    """Neighbours that are one number: "1 milione e 250mila", "due e tre quarti"."""
    last: Numeral | None = None
    for numeral in found:
        whole = _sum_of(text, last, numeral) if last else None
        if last and not whole:
            yield last
        last = whole or numeral
    if last:
        yield last


def _sum_of(text: str, one: Numeral, two: Numeral) -> Numeral | None:
    if two.start - one.end > 12:
        return None
    if _adds_smaller(text, one, two):
        return Numeral(one.start, two.end, one.value + two.value, one.scale, one.form)
    if _adds_part(text, one, two):
        value = one.value + two.value * (one.scale if two.scale == 1 else 1)
        return Numeral(one.start, two.end, value, one.scale, "word")
    return None


def _adds_smaller(text: str, one: Numeral, two: Numeral) -> bool:
    """ "un milione duecentomila": a smaller scale, or a thousand and more in words, behind."""
    if one.scale < 1e3 or two.value >= one.scale or one.value % one.scale:
        return False
    if two.form not in ("figure", "word") or not _JOINED.fullmatch(text, one.end, two.start):
        return False
    if two.scale == 1:
        return one.form == two.form == "word" and two.value >= 100
    linked = text[one.end : two.start].strip() != ""
    return two.scale < one.scale and (one.scale >= 1e6 or not linked)


def _adds_part(text: str, one: Numeral, two: Numeral) -> bool:
    """ "due e un quarto", "five billion and three quarters"; not "120 e un terzo di loro"."""
    worded = one.form in ("word", "one") or (one.form == "figure" and 0 <= one.value <= _SPOKEN)
    if two.form != "part" and not (two.scale >= 1e6 and two.value < one.scale):
        return False
    if not _AND.fullmatch(text, one.end, two.start) or one.value != int(one.value):
        return False
    if _OF_THEM.match(text, two.end) or one.value in _YEARS:
        return False
    return one.scale > 1 or worded
