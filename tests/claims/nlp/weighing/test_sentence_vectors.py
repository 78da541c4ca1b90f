"""Sentence vectors are the encoder's own, though words are cut with a memory."""

import numpy as np

from claims.nlp.weighing.sentence_vectors import sentence_encoder, sentence_vectors


def test_sentence_vectors_are_the_encoder_s_own() -> None:
    texts = ["Il sindaco l’ha detto.", "", "a\u00a0b  c", "👍", "caffe\u0301 " * 200, "x" * 300]
    np.testing.assert_array_equal(sentence_vectors(texts), sentence_encoder().encode(texts))
