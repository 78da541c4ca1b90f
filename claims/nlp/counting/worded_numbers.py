"""Numbers in words as they stand in a text: "quarantasei", "mezza", "a dozen", "two point five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.nlp.counting.number_scales import Numeral
from claims.nlp.counting.number_words import (
    collective,
    decimals_behind,
    english_number,
    italian_number,
)

_WORD = {
    "it": re.compile(
        r"(?<![\w-])(?<!\w['’])(?:zero|due|tr[eé]|quattro|cinque|sei|sett|otto|nove|dieci|undic|dodic|tredic|quattordic"
        r"|quindic|sedic|dicia|dicio|vent|trent|quarant|cinquant|sessant|settant|ottant|novant|cent|mill"
        r"|decin|dozzin|migliai|un|paio|mezz|metà|duecent)\w*(?!-[A-ZÀ-Þ])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\w-])(?<!\w['’])(?:zero|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety|hundred|thousand|dozen|couple|half|quarter|twice|a|an)\b",
        re.IGNORECASE,
    ),
}
_TWICE = re.compile(r"\s+(?:the|that|its|their|his|her)\b")
_HALF_A = re.compile(r"half\s+an?\b", re.IGNORECASE)
_QUARTER_SCALE = re.compile(r"\s+(?:million|billion|trillion)\b", re.IGNORECASE)
_COLLECTIVE_IT = re.compile(r"(?:un|una)(?:\s+|['’])(?:altr[oa]\s+|buon[a]?\s+)?([^\W\d_]+)", re.I)
_HALF_DOZEN_IT = re.compile(r"mezz[ao]\s+(dozzina|decina|centinaio|migliaio)\b", re.IGNORECASE)
_COLLECTIVE_EN = re.compile(r"(?:a|one|half\s+a)\s+([^\W\d_]+)", re.IGNORECASE)
_HUNDRED_THOUSAND = re.compile(r"hundred\s+thousand\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:several|few|some|many|of|couple)\s+$", re.IGNORECASE)


def worded_numbers(text: str, language: str) -> Iterator[Numeral]:
    """Numbers in words, in the order of the text, without what follows them."""
    read = _italian if language == "it" else _english
    for match in _WORD[language].finditer(text):
        numeral = read(text, match)
        if numeral is not None:
            yield numeral


def _italian(text: str, match: re.Match[str]) -> Numeral | None:
    word, (start, end) = match.group().lower(), match.span()
    elided = text[end : end + 1] in ("'", "’")
    end += elided
    if word in ("mezzo", "mezza", "mezz", "metà"):
        group = _HALF_DOZEN_IT.match(text, start)
        if group and (size := collective(group[1])):
            return Numeral(start, group.end(), size / 2, form="word")
        return Numeral(start, end, 0.5, form="half")
    if word in ("un", "una", "uno"):
        group = _COLLECTIVE_IT.match(text, start)
        size = collective(group[1]) if group else None
        if group and size:
            return Numeral(start, group.end(), size, form="word")
        return _with_decimals(text, Numeral(start, end, 1, form="one"), "it")
    value = italian_number(word) or (_elided_number(word) if elided else italian_number(word))
    return (
        None
        if value is None
        else _with_decimals(text, Numeral(start, end, value, form="word"), "it")
    )


def _elided_number(word: str) -> int | None:
    """ "trent'anni": the number without its last vowel."""
    return next(
        (value for vowel in ("", "a", "i", "e", "o") if (value := italian_number(word + vowel))),
        None,
    )


def _english(text: str, match: re.Match[str]) -> Numeral | None:
    word, (start, end) = match.group().lower(), match.span()
    if word in ("hundred", "thousand"):
        return _bare_hundred(text, start)
    if word == "quarter":
        scaled = _QUARTER_SCALE.match(text, end)
        return Numeral(start, end, 0.25, form="part") if scaled else None
    if group := _grouped(text, start, word):
        return group
    if word in ("a", "an"):
        return Numeral(start, end, 1, form="one")
    if word == "half":
        article = _HALF_A.match(text, start)
        return Numeral(start, article.end() if article else end, 0.5, form="half")
    if word == "twice":
        return Numeral(start, end, 2, form="share") if _TWICE.match(text, end) else None
    read = english_number(text, start)
    if read is None:
        return None
    value, end = read
    form = "one" if value == 1 else "word"
    return _with_decimals(text, Numeral(start, end, value, form=form), "en")


def _grouped(text: str, start: int, word: str) -> Numeral | None:
    """ "a dozen", "half a dozen", "a hundred and twenty"."""
    match = _COLLECTIVE_EN.match(text, start)
    if match is None:
        return None
    hundreds = english_number(text, match.start(1)) if word == "a" else None
    if hundreds and hundreds[0] >= 100:
        return Numeral(start, hundreds[1], hundreds[0], form="word")
    size = collective(match[1])
    if not size or word not in ("a", "one", "half"):
        return None
    return Numeral(start, match.end(), size / 2 if word == "half" else size, form="word")


def _bare_hundred(text: str, start: int) -> Numeral | None:
    """ "hundred thousand dollars"; "several hundred" is no number without one before it."""
    match = _HUNDRED_THOUSAND.match(text, start)
    if match is None or _VAGUE.search(text, max(0, start - 12), start):
        return None
    return Numeral(start, match.end(), 1e5, form="word")


def _with_decimals(text: str, numeral: Numeral, language: str) -> Numeral:
    """ "due virgola cinque", "nine point nought four"."""
    read = decimals_behind(text, numeral.end, language)
    if read is None:
        return numeral
    return Numeral(numeral.start, read[1], numeral.value + read[0], form="word")
