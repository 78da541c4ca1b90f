"""Stretches between single marks, told apart from apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = re.compile(r"(?:(?<=[\s(—–\[:])|(?<![\S]))['‘](?=[^\s'’\d])")
_CLOSING = re.compile(r"['’]")
_CUT_SHORT = re.compile(r"\b(?:po|mo|va|fa|sta|da|di|be|to|de|ne)$", re.IGNORECASE)
REACH = 800  # characters that a quotation in single marks may have


def single_stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans with their marks ('like this', ‘or this’), in order, not overlapping."""
    at = start
    while match := _OPENING.search(text, at, end):
        close = _close(text, match.end(), min(end, match.end() + REACH))
        if close is None:
            at = match.end()
            continue
        yield match.start(), close + 1
        at = close + 1


def _close(text: str, start: int, end: int) -> int | None:
    """The first mark that closes for sure, else the first that may close."""
    for match in _CLOSING.finditer(text, start, end):
        at = match.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < len(text) else " "
        if after.isalnum() or before.isspace():
            continue
        if before in ".,!?…":
            return at
        # "the dogs' bowl", "un po' di pane": an apostrophe, before a small letter
        cut_short = before == "s" or _CUT_SHORT.search(text, max(start, at - 4), at) is not None
        if not (cut_short and after == " " and text[at + 2 : at + 3].islower()):
            return at
    return None
