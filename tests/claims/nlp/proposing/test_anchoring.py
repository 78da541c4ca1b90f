"""Pieces are a sentence's own words, letter by letter, in order, or nothing."""

from __future__ import annotations

import pytest

from claims.nlp.proposing.anchoring import anchored

TEXT = "Prima. “Il Q\u0303ue 👍 ha venduto il bar”, dice il Polo: il bar è del Polo. Dopo il bar."
START, END = 7, TEXT.index(" Dopo")


def words_of(*pieces: str) -> list[str] | None:
    spans = anchored(pieces, TEXT, START, END)
    return None if spans is None else [TEXT[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    "pieces",
    [
        ("Il Q\u0303ue 👍 ha venduto il bar",),
        ("👍", "il Polo"),
        (" ha venduto ", "del Polo"),
    ],
)
def test_own_words_are_found(pieces):
    assert words_of(*pieces) == [piece.strip() for piece in pieces]


@pytest.mark.parametrize(
    "pieces",
    [
        ("ha comprato il bar",),  # no word of it
        ("Ha venduto",),  # another letter
        ("Il Qu\u0303e",),
        ("'Il Q\u0303ue",),
        ("del Polo", "ha venduto"),  # not in order
        ("ha venduto il", "il bar”"),  # overlapping: the second "il bar" has no mark
        ("ha vend",),  # a word cut in two
        ("olo",),
        ("Prima",),  # another sentence
        ("Dopo il bar",),
        ("",),
        ("  ",),
    ],
)
def test_others_are_not(pieces):
    assert words_of(*pieces) is None


def test_marks_and_spaces_of_another_sort_are_the_same():
    text = "L’ente «Orsa»\u00a0ha\nvenduto."
    spans = anchored(['L\'ente "Orsa" ha venduto'], text, 0, len(text))
    assert spans is not None
    assert text[spans[0].start : spans[0].end] == text.removesuffix(".")


def test_of_several_places_the_one_nearest_before_the_next_counts():
    spans = anchored(("il bar", "è del Polo"), TEXT, START, END)
    assert spans is not None
    assert TEXT[spans[0].start : spans[1].end] == "il bar è del Polo"


def test_a_piece_that_stands_twice_is_used_twice():
    spans = anchored(("il bar", "il bar"), TEXT, START, END)
    assert spans is not None
    assert spans[0].end <= spans[1].start
