"""Finding the words again that a selector names in an article's text.

Pure. Source: W3C Web Annotation Data Model, Text Quote Selector and Text Position Selector. All
offsets are half-open, from 0, in Unicode code points of the article's text (NFC, LF line ends).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_PLACES = 2_000
"""How many places of the same words are weighed; more than that no context tells apart."""
_CONTEXT = 200


class AmbiguousQuote(ValueError):
    """Two places fit the words and their context equally well."""


@dataclass(frozen=True, slots=True)
class TextQuote:
    """The words themselves, and what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """Where the words stood in the text that the writer had before them."""

    start: int
    end: int


def anchor(
    text: str, quote: TextQuote | None, position: TextPosition | None
) -> tuple[int, int] | None:
    """Find the span that a quote, a position, or both name: the position where the quote agrees.

    Returns (start, end), 0 <= start < end <= len(text); None for an orphan.
    Raises AmbiguousQuote.
    """
    if position is not None and 0 <= position.start < position.end <= len(text):
        words = text[position.start : position.end]
        if quote is None or words == _normal(quote.exact):
            return position.start, position.end
    return None if quote is None else resolve_quote(text, quote, near=position)


def resolve_quote(
    text: str, quote: TextQuote, near: TextPosition | None = None
) -> tuple[int, int] | None:
    """Find the one place where `quote` stands, white space counting as one space if need be.

    near: breaks a tie between places whose context fits equally well. Returns None for an orphan.
    Raises AmbiguousQuote.
    """
    places = list(_places(text, _normal(quote.exact)))
    if len(places) > MAX_PLACES and near is None:
        raise AmbiguousQuote
    if len(places) <= 1:
        return places[0] if places else None
    before, after = _squeezed(quote.prefix)[-_CONTEXT:], _squeezed(quote.suffix)[:_CONTEXT]
    weighed = [(_fit(text, place, before, after), place) for place in places]
    best = max(fit for fit, _place in weighed)
    fitting = [place for fit, place in weighed if fit == best]
    if len(fitting) == 1:
        return fitting[0]
    if near is None:
        raise AmbiguousQuote
    return min(fitting, key=lambda place: abs(place[0] - near.start))


def _places(text: str, exact: str) -> Iterator[tuple[int, int]]:
    """Give the places of the words as they are, else of the words with any white space."""
    if not exact.strip():
        return
    literal = re.compile(re.escape(exact))
    loose = re.compile(r"\s+".join(re.escape(word) for word in exact.split()))
    pattern = literal if exact in text else loose
    for found, match in enumerate(pattern.finditer(text)):
        if found > MAX_PLACES:
            return
        yield match.span()


def _fit(text: str, place: tuple[int, int], before: str, after: str) -> int:
    """Count how many characters of the context agree on both sides of a place."""
    left = _squeezed(text[max(0, place[0] - 2 * _CONTEXT) : place[0]])
    right = _squeezed(text[place[1] : place[1] + 2 * _CONTEXT])
    return _shared(left[::-1], before[::-1]) + _shared(right, after)


def _shared(one: str, other: str) -> int:
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", _normal(words))


def _normal(words: str) -> str:
    return unicodedata.normalize("NFC", words).replace("\r\n", "\n")
