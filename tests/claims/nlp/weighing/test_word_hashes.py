"""Words and word pairs as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.weighing.word_hashes import WIDTH, hashes_of


def test_the_same_words_have_the_same_numbers_and_unit_length() -> None:
    places, weights = hashes_of("La spesa è salita.")
    again, _ = hashes_of("LA SPESA È SALITA.")
    assert places.tolist() == again.tolist()
    assert len(places) == 9  # five tokens, four pairs
    assert np.linalg.norm(weights) == pytest.approx(1)


def test_numbers_of_as_many_digits_are_one_word() -> None:
    assert hashes_of("412 euro")[0].tolist() == hashes_of("368 euro")[0].tolist()
    assert hashes_of("41 euro")[0].tolist() != hashes_of("368 euro")[0].tolist()


@pytest.mark.parametrize("text", ["", "   ", "👍", "e\u0301", "\ud800"])
def test_any_string_has_places_in_range(text: str) -> None:
    places, weights = hashes_of(text)
    assert len(places) == len(weights)
    assert all(0 <= place < WIDTH for place in places)
