"""Numbers in a text: figures by locale, number words, scales ("mila", "bn"), fractions, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.lexicon import words
from claims.nlp.number_words import collective, english_number, italian_number


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text.

    `value` includes the scale; `scale` is 1 where no scale word stands. `form` is "figure",
    "word", "one" (an article that may count), "half", "share" or "age".
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    form: str = "figure"


_FIGURE = re.compile(
    r"(?<![\w.,:/#])(?<![\s(\d]['’])(?<!anni['’])(?<![^\W\d_]-)"
    r"(?:\d{1,3}(?: \d{3})+(?![\d.,]| \d)|\d+(?:[.,]\d+)*)"
)
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
_WORD = {
    "it": re.compile(
        r"(?<![\w-])(?<!\w['’])(?:zero|due|tr[eé]|quattro|cinque|sei|sett|otto|nove|dieci|undic|dodic|tredic|quattordic"
        r"|quindic|sedic|dicia|dicio|vent|trent|quarant|cinquant|sessant|settant|ottant|novant|cent|mill"
        r"|decin|dozzin|migliai|un|paio|mezz|metà|duecent)\w*",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\w-])(?<!\w['’])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
        r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety|hundred|thousand|dozen|couple|half|twice|a|an)\b",
        re.IGNORECASE,
    ),
}
_FRACTIONS = {
    "it": {
        "terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5, "quinti": 5, "sesto": 6,
        "sesti": 6, "settimo": 7, "settimi": 7, "ottavo": 8, "ottavi": 8, "nono": 9, "noni": 9,
        "decimo": 10, "decimi": 10,
    },
    "en": {
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
        "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10,
        "tenths": 10, "half": 2, "halves": 2,
    },
}  # fmt: skip
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
_SHARE = {
    "it": re.compile(r"(?:\s+[^\W\d_]+)?\s+su\s+(?:ogni\s+)?([^\W_]+)", re.IGNORECASE),
    "en": re.compile(
        r"(?:\s+[^\W\d_]+)?\s+(?:in|out\s+of)\s+(?:every\s+)?([^\W_]+)(?![\w,.]*\d)", re.I
    ),
}
_PLAIN = ("one", "word", "figure")
# "un quarto film", "a third trial": one more of a kind, not a part of it.
_ORDINAL_AFTER = re.compile(
    r"\s+(?!(?:of|di|del|dell|dello|della|dei|degli|delle|in|più|e|than|is|are|have|has|had|were|was|to)\b)[a-zà-ÿ]"
)
_TWICE = re.compile(r"\s+(?:the|that|its|their|his|her)\b")
_AND_HALF = re.compile(r"(?:\s+[^\W\d_]+)?\s+(?:e\s+mezz[oa]|and\s+a\s+half)\b")
_JOINED = re.compile(r"(?<=[ie])\s+(?:e\s+)?")
_COLLECTIVE_IT = re.compile(r"(?:un|una)(?:\s+|['’])(?:altr[oa]\s+|buon[a]?\s+)?([^\W\d_]+)", re.I)
_COLLECTIVE_EN = re.compile(r"(?:a|one|half\s+a)\s+([^\W\d_]+)", re.IGNORECASE)


LONGEST_FIGURE = 24  # longer ones are keys and serial numbers


def find_numerals(text: str, language: str) -> list[Numeral]:
    """All numbers of `text` in order, not overlapping; ordinals and clock times are left out."""
    found = [*_figures(text, language), *_word_numbers(text, language)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return _compounds(text, kept)


def read_figure(figure: str, language: str) -> float | None:
    """Value of digits with points and commas as the language writes them.

    Three digits after the thousands sign of the language are thousands; the other sign, or a
    group of another length, is the decimal sign ("24.4 km" also in Italian).
    """
    if len(figure) > LONGEST_FIGURE:
        return None
    thousands = "." if language == "it" else ","
    decimal = "," if thousands == "." else "."
    head, *groups = figure.replace(" ", thousands).split(thousands)
    if groups and decimal not in "".join(groups[:-1]):
        last, _, rest = groups[-1].partition(decimal)
        grouped = [*groups[:-1], last]
        if all(len(g) == 3 for g in grouped) and 1 <= len(head) <= 3 and head != "0":
            return float(head + "".join(grouped) + ("." + rest if rest else ""))
        if len(groups) == 1 and decimal not in figure:
            return float(f"{head}.{groups[0]}")
    if thousands in figure:
        return None
    parts = figure.split(decimal)
    if len(parts) > 2:
        grouped_other = all(len(p) == 3 for p in parts[1:])
        return float("".join(parts)) if grouped_other else None
    return float(".".join(parts))


def _figures(text: str, language: str) -> Iterator[Numeral]:
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        value = read_figure(match.group(), language)
        after = _AFTER_FIGURE.match(text, end)
        if value is None or (after and (after["ordinal"] or after["clock"])):
            continue
        if _CLOCK.fullmatch(match.group()) and _CLOCK_BEFORE.search(
            text, max(0, start - 14), start
        ):
            continue
        if after and after["age"]:
            yield Numeral(start, after.end(), value, form="age")
            continue
        if after and after["letters"]:
            glued = _glued(text, start, end, after["letters"], language)
            if glued is None:
                continue
            scale, end = glued
            yield from _finished(text, Numeral(start, end, value * scale, scale), language)
            continue
        yield from _finished(text, Numeral(start, end, value), language)


def _glued(
    text: str, start: int, end: int, letters: str, language: str
) -> tuple[float, int] | None:
    """Scale and new end for letters stuck to figures; scale 1 for a measure; None for a name."""
    lower = letters.lower()
    money = _MONEY_BEFORE.search(text, max(0, start - 5), start) is not None
    if lower in words("units", "scale.glued") and (lower not in ("m", "b", "k") or money):
        return scales()[lower], end + len(letters)
    if lower == "k" and letters == "k":
        return 1e3, end + 1
    if lower in words("units", "measure.abbreviations") or lower == "x":
        return 1.0, end
    return None


def _word_numbers(text: str, language: str) -> Iterator[Numeral]:
    for match in _WORD[language].finditer(text):
        read = _italian_word if language == "it" else _english_word
        yield from read(text, match)


def _italian_word(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    word, (start, end) = match.group().lower(), match.span()
    elided = text[end : end + 1] in ("'", "’")
    end += elided
    if word in ("mezzo", "mezza", "mezz", "metà"):
        yield from _finished(text, Numeral(start, end, 0.5, form="half"), "it")
        return
    if word in ("un", "una", "uno"):
        group = _COLLECTIVE_IT.match(text, start)
        size = collective(group[1]) if group else None
        if group and size:
            yield from _finished(text, Numeral(start, group.end(), size, form="word"), "it")
        else:
            yield from _finished(text, Numeral(start, end, 1, form="one"), "it")
        return
    value = italian_number(word) or (italian_number(word + "a") if elided else None)
    if value is None and elided:
        value = italian_number(word + "i")
    if value is not None:
        yield from _finished(text, Numeral(start, end, value, form="word"), "it")
        return


def _english_word(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    word, (start, end) = match.group().lower(), match.span()
    group = _COLLECTIVE_EN.match(text, start)
    size = collective(group[1]) if group else None
    hundreds = english_number(text, group.start(1)) if group and word == "a" else None
    if hundreds and hundreds[0] >= 100:
        yield from _finished(text, Numeral(start, hundreds[1], hundreds[0], form="word"), "en")
    elif word in ("hundred", "thousand"):
        return  # "several hundred": no number without one before it
    elif group and size and word in ("a", "one", "half"):
        value = size / 2 if word == "half" else size
        yield from _finished(text, Numeral(start, group.end(), value, form="word"), "en")
    elif word in ("a", "an"):
        yield from _finished(text, Numeral(start, end, 1, form="one"), "en")
    elif word == "half":
        a = re.match(r"half\s+an?\b", text[start : start + 10], re.IGNORECASE)
        end = start + a.end() if a else end
        yield from _finished(text, Numeral(start, end, 0.5, form="half"), "en")
    elif word == "twice" and _TWICE.match(text, end):
        yield Numeral(start, end, 2, form="share")
    elif (read := english_number(text, start)) is not None:
        value, end = read
        form = "one" if value == 1 else "word"
        yield from _finished(text, Numeral(start, end, value, form=form), "en")


def _finished(text: str, numeral: Numeral, language: str) -> Iterator[Numeral]:
    """The numeral with what follows it: a fraction, a share, a scale, a half."""
    following = _NEXT.match(text, numeral.end)
    word = following[1].lower() if following else ""
    below = _FRACTIONS[language].get(word)
    if following and below and numeral.form in _PLAIN and numeral.value < below:
        part = numeral.value > 1 or word in ("quarter", "half")
        if part or not _ORDINAL_AFTER.match(text, following.end()):
            yield Numeral(numeral.start, following.end(), numeral.value / below, form="share")
            return
    share = _SHARE[language].match(text, numeral.end)
    if share and numeral.form in _PLAIN and text[numeral.start : numeral.end].lower() != "a":
        whole = _whole(share[1], language)
        if whole and numeral.value < min(whole, 10) and numeral.value == int(numeral.value):
            yield Numeral(numeral.start, share.end(), numeral.value / whole, form="share")
            return
    yield _halved(text, _scaled(text, numeral, following))


def _whole(word: str, language: str) -> float | None:
    if word.isdigit():
        return float(word) if 2 <= int(word) <= 100 else None
    if language == "it":
        return italian_number(word)
    read = english_number(word, 0)
    return read[0] if read and read[1] == len(word) else None


def _scaled(text: str, numeral: Numeral, following: re.Match[str] | None) -> Numeral:
    """ "3,4 milioni", "mezzo milione", "a million": the scale word belongs to the number."""
    if following is None or text[numeral.end] == "-":
        return numeral
    word = following[1].lower()
    if len(word) == 1 or word not in scales():
        return numeral
    scale = scales()[word] * numeral.scale
    form = "word" if numeral.form in ("one", "half") else numeral.form
    return Numeral(numeral.start, following.end(), numeral.value * scales()[word], scale, form)


def _halved(text: str, numeral: Numeral) -> Numeral:
    """ "un miliardo e mezzo", "tre ore e mezza", "four and a half"."""
    half = _AND_HALF.match(text, numeral.end)
    if half is None or numeral.form == "half":
        return numeral
    one = numeral.form == "one" and not half.group().lstrip().startswith(("e ", "and"))
    form = "word" if one or numeral.form == "one" else numeral.form
    end = half.end() if half.group().lstrip().startswith(("e ", "and")) else numeral.end
    return Numeral(numeral.start, end, numeral.value + numeral.scale / 2, numeral.scale, form)


def _compounds(text: str, found: list[Numeral]) -> list[Numeral]:
    """ "1 milione e 250mila": a smaller scale right behind adds to the number."""
    merged: list[Numeral] = []
    for numeral in found:
        last = merged[-1] if merged else None
        if (
            last
            and last.scale >= 1e6
            and 1e3 <= numeral.scale < last.scale
            and last.value % 1e6 == 0
            and _JOINED.fullmatch(text, last.end, numeral.start)
        ):
            value = last.value + numeral.value
            merged[-1] = Numeral(last.start, numeral.end, value, last.scale, last.form)
        else:
            merged.append(numeral)
    return merged


@lru_cache(maxsize=1)
def scales() -> dict[str, float]:
    """Scale words and their factors."""
    found: dict[str, float] = {}
    for entry in words("units", "scale.words"):
        factor, _, forms = entry.partition(" ")
        found.update((form, float(factor)) for form in forms.split("|"))
    return found
