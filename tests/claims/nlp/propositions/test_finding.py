"""Propositions of a text: the likeliest candidates, in code points of the text as it was given."""

from __future__ import annotations

import unicodedata

import pytest

from claims.nlp.extract import propositions_of
from claims.nlp.types import SplitError

LISTED = "👍 The film stars Angelina Jolie, Sharlto Copley and Elle Fanning."


def test_each_element_of_a_list_is_told_by_itself() -> None:
    found = [proposition.text for proposition in propositions_of(LISTED)]
    for name in ("Angelina Jolie", "Sharlto Copley", "Elle Fanning"):
        assert f"The film stars {name}" in [text.removeprefix("👍 ") for text in found]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_segments_lie_in_the_text_as_it_was_given(form: str) -> None:
    text = unicodedata.normalize(form, "👍 The “café” sold tea, é-cards and cake in May.")
    found = propositions_of(text)
    assert found
    for proposition in found:
        words = " ".join(text[s.start : s.end] for s in proposition.segments)
        assert unicodedata.normalize("NFC", words) == proposition.text


def test_propositions_come_in_reading_order_and_none_twice() -> None:
    found = propositions_of(f"{LISTED} It was released in May and it earned 758 million dollars.")
    starts = [proposition.segments[0].start for proposition in found]
    assert starts == sorted(starts)
    assert len(set(found)) == len(found)


def test_a_per_cent_sign_stays_with_its_figure() -> None:
    texts = [proposition.text for proposition in propositions_of("In May 👍 fares fell by 4%.")]
    assert any(text.endswith("4%") for text in texts)
    assert not any(text.endswith("4") for text in texts)


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(SplitError):
        propositions_of("")
