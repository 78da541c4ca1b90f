"""Stretches between quotation marks, whatever marks the paper prints.

Handled: « », “ ”, „ “, a quote that closes with its opening mark, straight double marks by
parity (also with spaces inside, as some sites print them), single marks in English, and the
dash of a dialogue. A stretch never leaves its paragraph; one left open ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start`/`end` without the marks, `outer_*` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str


_PARAGRAPH = re.compile(r"[^\n]+")
_INCHES = re.compile(r"\d\s?$")


def marked_stretches(text: str, language: str) -> list[Marked]:
    """Outermost stretches between marks, in order."""
    found: list[Marked] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        inside = sorted(_in_paragraph(text, start, end, language), key=lambda m: m.outer_start)
        last = start
        for marked in inside:
            if marked.outer_start >= last and marked.end > marked.start:
                found.append(marked)
                last = marked.outer_end
    return found


def _in_paragraph(text: str, start: int, end: int, language: str) -> Iterator[Marked]:
    guillemets = list(_paired(text, start, end, "«", "»"))
    curly = list(_curly(text, start, end))
    straight = list(_straight(text, start, end))
    yield from guillemets
    yield from curly
    yield from straight
    if language == "en" or not (guillemets or curly or straight):
        yield from _single(text, start, end, language)


def _paired(text: str, start: int, end: int, opening: str, closing: str) -> Iterator[Marked]:
    at = start
    while (begin := text.find(opening, at, end)) >= 0:
        depth, stop = 1, begin + 1
        while stop < end and depth:
            depth += (text[stop] == opening) - (text[stop] == closing)
            stop += 1
        if depth:
            stop = _open_end(text, begin + 1, end)
        inner_end = stop - 1 if depth == 0 else stop
        yield _marked(text, begin, begin + 1, inner_end, stop, opening)
        at = stop


def _curly(text: str, start: int, end: int) -> Iterator[Marked]:
    """“ opens and ”, “ or a straight mark closes; „ opens and “ closes."""
    at = start
    while at < end:
        begin = _first(text, at, end, "“„")
        if begin < 0:
            return
        closing = _curly_close(text, begin + 1, end)
        if closing < 0:
            stop = _open_end(text, begin + 1, end)
            yield _marked(text, begin, begin + 1, stop, stop, "“")
            at = stop
            continue
        yield _marked(text, begin, begin + 1, closing, closing + 1, "“")
        at = closing + 1


def _curly_close(text: str, start: int, end: int) -> int:
    at = start
    while at < end:
        at = _first(text, at, end, '”“"')
        if at < 0:
            return -1
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if text[at] == "”" or (not before.isspace() and not after.isalnum()):
            return at
        if text[at] == "“" and before.isspace() and after.isalnum():
            return at - 1 if at - 1 > start else -1
        at += 1
    return -1


def _open_end(text: str, start: int, end: int) -> int:
    """Where a quotation without closing mark ends: with its first sentence."""
    match = _FIRST_END.search(text, start, end)
    return match.end() if match else end


_FIRST_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-Þ])")


def _straight(text: str, start: int, end: int) -> Iterator[Marked]:
    places = [
        i
        for i in range(start, end)
        if text[i] == '"' and not (_is_inches(text, i, end) or _inside_curly(text, start, i))
    ]
    for begin, stop in zip(places[::2], places[1::2], strict=False):
        yield _marked(text, begin, begin + 1, stop, stop + 1, '"')


def _is_inches(text: str, at: int, end: int) -> bool:
    """12" of diameter: behind a digit, before a space, no opening mark pending."""
    digit = _INCHES.search(text[max(0, at - 3) : at]) is not None
    follows = text[at + 1 : at + 2]
    return digit and text.count('"', at + 1, end) % 2 == 0 and follows in (" ", "")


def _inside_curly(text: str, start: int, at: int) -> bool:
    return text.rfind("“", start, at) > text.rfind("”", start, at) and text[at - 1] != " "


def _single(text: str, start: int, end: int, language: str) -> Iterator[Marked]:
    at = start
    opening = re.compile(r"(?:(?<=[\s(—–\[:])|(?<![\S]))['‘](?=[^\s'’\d])")
    while match := opening.search(text, at, end):
        close = _single_close(text, match.end(), end)
        if close is None:
            at = match.end()
            continue
        yield _marked(text, match.start(), match.end(), close, close + 1, "'")
        at = close + 1


def _single_close(text: str, start: int, end: int) -> int | None:
    """The first mark that closes for sure, else the first that may close."""
    doubtful = None
    for match in re.finditer(r"['’]", text[start : min(end, start + 800)]):
        at = start + match.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if after.isalnum() or before.isspace():
            continue
        if before in ".,!?…":
            return at
        if doubtful is None and not (
            before == "s" and after == " " and text[at + 2 : at + 3].islower()
        ):
            doubtful = at
            break
    return doubtful


def _marked(text: str, outer: int, start: int, end: int, outer_end: int, mark: str) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, min(outer_end, len(text)), mark)


def _first(text: str, start: int, end: int, marks: str) -> int:
    places = [p for p in (text.find(m, start, end) for m in marks) if p >= 0]
    return min(places, default=-1)
