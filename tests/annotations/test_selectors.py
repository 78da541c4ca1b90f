"""Finding the words that a selector names."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.selectors import AmbiguousQuote, TextPosition, TextQuote, anchor, resolve_quote

TEXT = "Ieri 👍 il treno era in orario.\nOggi il treno è in ritardo; il caffe\u0300 «è» freddo."
NFC_TEXT = "Il caffè è freddo. Il caffè è caldo 👍🏽."

PLACES = [
    ("fell", "👍 Crime fell 12%.", TextQuote("fell"), None, (8, 12)),
    ("after an emoji", NFC_TEXT, TextQuote("caldo"), None, (30, 35)),
    ("decomposed words", NFC_TEXT, TextQuote("caffe\u0300 è caldo"), None, (22, 35)),
    ("by prefix", TEXT, TextQuote("il treno", prefix="Oggi "), None, (36, 44)),
    ("by suffix", TEXT, TextQuote("il treno", suffix=" era"), None, (7, 15)),
    ("line ends", "uno\ndue tre", TextQuote("uno\r\ndue"), None, (0, 7)),
    ("other white space", "uno\n  due tre", TextQuote("uno due"), None, (0, 9)),
    ("position alone", TEXT, None, TextPosition(5, 6), (5, 6)),
    ("position that agrees", TEXT, TextQuote("il treno"), TextPosition(36, 44), (36, 44)),
    ("position gone astray", TEXT, TextQuote("orario"), TextPosition(0, 6), (23, 29)),
    ("the nearer of two", TEXT, TextQuote("il treno"), TextPosition(34, 42), (36, 44)),
    ("not there", TEXT, TextQuote("il tram"), None, None),
    ("empty quote", TEXT, TextQuote(""), None, None),
    ("white space alone", TEXT, TextQuote(" \n"), None, None),
    ("empty text", "", TextQuote("a"), TextPosition(0, 1), None),
    ("beyond the end", "ab", None, TextPosition(1, 3), None),
    ("backwards", "abc", None, TextPosition(2, 1), None),
    ("nothing given", "abc", None, None, None),
    ("curly quotes", TEXT, TextQuote("«è»"), None, (69, 72)),
]


@pytest.mark.parametrize(
    ("text", "quote", "position", "expected"),
    [row[1:] for row in PLACES],
    ids=[row[0] for row in PLACES],
)
def test_the_place_is_found(
    text: str,
    quote: TextQuote | None,
    position: TextPosition | None,
    expected: tuple[int, int] | None,
) -> None:
    assert anchor(text, quote, position) == expected


@pytest.mark.parametrize("context", [{}, {"prefix": "zzz"}])
def test_two_places_that_fit_alike_are_told(context: dict[str, str]) -> None:
    with pytest.raises(AmbiguousQuote):
        anchor(TEXT, TextQuote("il treno", **context), None)


def test_a_letter_in_a_long_text_takes_no_time() -> None:
    with pytest.raises(AmbiguousQuote):
        resolve_quote("ab" * 400_000, TextQuote("a"))


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60), st.data())
def test_a_quote_with_its_position_finds_its_own_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = TextQuote(text[start:end], text[:start], text[end:])
    assert anchor(text, None, TextPosition(start, end)) == (start, end)
    span = anchor(text, quote, TextPosition(start, end))
    assert span is None or span == (start, end) or text[slice(*span)].split() == quote.exact.split()
