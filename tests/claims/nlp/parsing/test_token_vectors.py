"""A word's vector is the mean over its pieces, whatever stands in other sentences."""

import numpy as np
import pytest

from claims.nlp.parsing.token_vectors import (
    WIDTH,
    sentence_encoder,
    sentence_vectors,
    word_means,
    word_vectors,
)


@pytest.mark.parametrize(
    ("owners", "means"),
    [
        ([-1, 0, -1], [[1]]),
        ([-1, 0, 0, 1, -1], [[1.5], [3]]),
        ([-1, 0, 1, 1, 1, -1, -1, 2, -1], [[1], [3], [7]]),
        ([-1, 0, 0, -1, -1, 1, 1, 1, 1, -1], [[1.5], [6.5]]),
    ],
)
def test_pieces_are_averaged_by_word(owners: list[int], means: list[list[float]]) -> None:
    rows = np.arange(len(owners), dtype=np.float32)[:, None]
    np.testing.assert_allclose(word_means(rows, np.array(owners)), means)


@pytest.mark.parametrize(
    "words", [["👍"], ["caffe\u0301", "“", "Precipitevolissimevolmente"], [""]]
)
def test_a_sentence_has_the_same_vectors_in_any_company(words: list[str]) -> None:
    alone = word_vectors([words])[0]
    among = word_vectors([["Piove", "."], words, ["E", "tira", "vento"]])[1]
    assert alone.shape == (len(words), WIDTH)
    np.testing.assert_allclose(alone, among, atol=1e-4)


def test_empty_sentences_have_no_vectors():
    assert [len(rows) for rows in word_vectors([[], ["Sì"], []])] == [0, 1, 0]
    assert word_vectors([[]])[0].shape == (0, WIDTH)


def test_sentence_vectors_are_the_encoder_s_own():
    texts = ["Il sindaco l’ha detto.", "", "a\u00a0b  c", "👍", "caffe\u0301 " * 200, "x" * 300]
    np.testing.assert_array_equal(sentence_vectors(texts), sentence_encoder().encode(texts))
