"""A sentence's context is the mean of what the tuned layers make of its words."""

import numpy as np

from claims.nlp.parsing.word_memory import word_memory
from claims.nlp.types import Span
from claims.nlp.weighing.sentence_contexts import contexts_of, said_words, stacked


def test_contexts_are_unit_means_of_the_topmost_layer() -> None:
    (found,) = contexts_of(["Piove a Lucca."], "it")
    words = [["Piove", "a", "Lucca", "."]]
    (tuned,) = word_memory().tuned(words, [[True, True, False, False]])
    mean = tuned.top.mean(0)
    np.testing.assert_allclose(found, mean / np.linalg.norm(mean), atol=1e-3)


def test_each_text_has_a_row_and_one_without_words_is_nothing() -> None:
    found = contexts_of(["", "Il treno è fermo.", "Der Zug steht seit Stunden am Bahnhof still."])
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), [0, 1, 1], atol=1e-5)
    assert stacked([]).shape == (0, 384)


def test_a_claim_s_context_is_that_of_its_own_words() -> None:
    text = "Il sindaco tace e il ponte è chiuso."
    (said,) = said_words([text], "it")
    assert [text[start:end] for start, end in said.spans][:3] == ["Il", "sindaco", "tace"]
    bridge = text.index("il ponte")
    found = said.context_of([Span(100 + bridge, 100 + len(text) - 1)], 100)
    rows = said.rows[4:8].astype(np.float32)
    np.testing.assert_allclose(found, rows.sum(0) / np.linalg.norm(rows.sum(0)), atol=1e-6)
    np.testing.assert_array_equal(said.context_of([Span(0, 5)], 100), said.context())


def test_all_pieces_of_a_very_long_sentence_are_read() -> None:
    (said,) = said_words(["Piove, " * 200], "it")
    assert len(said.rows) == len(said.spans) == 400
    assert said.spans[-1].tolist() == [1398, 1399]


def test_what_means_the_same_in_two_languages_lies_closer() -> None:
    texts = [
        "Il sindaco ha chiuso tre scuole.",
        "The mayor closed three schools.",
        "Che bella giornata, andiamo al mare!",
    ]
    italian, english, other = contexts_of(texts)
    assert italian @ english > italian @ other + 0.05
