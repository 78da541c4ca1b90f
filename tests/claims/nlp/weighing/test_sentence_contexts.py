"""A sentence's context is the mean of what the encoder says of its words."""

import numpy as np

from claims.nlp.parsing.word_encoder import word_encoder
from claims.nlp.weighing.sentence_contexts import WIDTH, contexts_of


def test_contexts_are_unit_means_of_the_topmost_layers() -> None:
    (found,) = contexts_of(["Piove a Lucca."], "it")
    (rows,) = word_encoder().vectors([["Piove", "a", "Lucca", "."]], [[True, True, False, False]])
    mean = rows[:, -WIDTH:].mean(0)
    np.testing.assert_allclose(found, mean / np.linalg.norm(mean), atol=1e-3)


def test_each_text_has_a_row_and_one_without_words_is_nothing() -> None:
    found = contexts_of(["", "Il treno è fermo.", "Der Zug steht seit Stunden am Bahnhof still."])
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), [0, 1, 1], atol=1e-5)


def test_what_means_the_same_in_two_languages_lies_closer() -> None:
    texts = [
        "Il sindaco ha chiuso tre scuole.",
        "The mayor closed three schools.",
        "Che bella giornata, andiamo al mare!",
    ]
    italian, english, other = contexts_of(texts)
    assert italian @ english > italian @ other + 0.05
