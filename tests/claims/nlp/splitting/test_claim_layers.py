"""What tuned layers say of words, and how their weights and readings are kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Tree, tree_of
from claims.nlp.parsing.tuned_layers import WEIGHTS, tuned_layers
from claims.nlp.splitting.claim_layers import (
    ClaimReading,
    ClaimScorers,
    claim_readings,
    leaky,
    tree_relations,
)
from claims.nlp.training.claim_folds import FoldReader
from claims.nlp.training.claim_storage import StoredLayers, begun_trees, eight_bits, save_layers


def tree(text: str, language: str = "it") -> Tree:
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    return tree_of(doc, language, 0, offset)


def reading_of(read: Tree) -> ClaimReading:
    (reading,) = claim_readings([read])
    return reading


@pytest.mark.parametrize(
    ("language", "text", "head", "inside", "outside"),
    [
        (
            "it",
            "La giunta ha chiuso tre piscine e il sindaco difende la scelta.",
            "chiuso",
            "piscine",
            "sindaco",
        ),
        (
            "en",
            "The council closed three pools and the mayor defends the choice.",
            "closed",
            "pools",
            "mayor",
        ),
    ],
)
def test_verbs_head_claims_and_have_their_own_words(
    language: str, text: str, head: str, inside: str, outside: str
) -> None:
    read = tree(text, language)
    reading = reading_of(read)
    at = {form: i for i, form in enumerate(read.forms)}
    assert reading.heads[at[head]] > 0 > reading.heads[at[outside]]
    (pairs,) = reading.pairs([at[head]])
    assert pairs[at[inside]] > 0 > pairs[at[outside]]


def test_a_tree_has_the_same_reading_in_any_company() -> None:
    long = tree("Il tribunale di Ivrea ha assolto i due medici che seguivano la paziente.")
    alone = reading_of(long)
    among = claim_readings([tree("Piove."), long, tree("It rained.", "en")])[1]
    np.testing.assert_allclose(alone.heads, among.heads, atol=0.01)
    every = range(long.size)
    np.testing.assert_allclose(alone.pairs(every), among.pairs(every), atol=0.01)
    np.testing.assert_allclose(alone.pairs([5, 2]), alone.pairs(every)[[5, 2]], atol=1e-4)
    assert alone.pairs([5, 2]).shape == (2, long.size)


def test_no_trees_have_no_readings() -> None:
    assert claim_readings([]) == []


def test_a_label_that_training_never_met_counts_as_nothing() -> None:
    read = tree("Il ponte regge.")
    known = reading_of(read)
    read.labels[0] = "unheard-of"
    strange = reading_of(read)
    assert np.isfinite(strange.heads).all()
    assert not np.allclose(known.heads[0], strange.heads[0], atol=1e-4)


def test_relations_say_what_hangs_on_what() -> None:
    read = tree("Il ponte regge.")
    above, below, next_below = np.moveaxis(tree_relations(read, np.arange(read.size)), -1, 0)
    root = read.forms.index("regge")
    assert above[root].all()
    np.testing.assert_array_equal(below, above.T)
    assert next_below[root, read.forms.index("ponte")] == 1
    assert next_below[root, read.forms.index("Il")] == 0


def test_the_leaky_rectifier_lets_a_hundredth_through() -> None:
    np.testing.assert_allclose(leaky(np.array([-2, 0, 3], np.float32)), [-0.02, 0, 3])


def test_eight_bits_are_half_a_step_off_at_most() -> None:
    rows = np.random.default_rng(3).normal(size=(5, 40)).astype(np.float32)
    rounded, scales = eight_bits(rows)
    assert rounded.dtype == np.int8
    assert (np.abs(rounded * scales[:, None] - rows) <= scales[:, None] * 0.5001).all()


def test_stored_layers_are_read_with_all_their_parts(tmp_path: Path) -> None:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        shipped = dict(stored)
    scorers = ClaimScorers(shipped)
    state = dict(scorers._of)
    for number, layer in enumerate(tuned_layers().layers):
        parts = {
            "qkv": layer.attention.T, "qkvb": layer.attention_bias, "ao": layer.joined.T,
            "aob": layer.joined_bias, "aw": layer.joined_norm[0], "ab": layer.joined_norm[1],
            "fi": layer.inner.T, "fib": layer.inner_bias, "fo": layer.outer.T,
            "fob": layer.outer_bias, "ow": layer.outer_norm[0], "ob": layer.outer_norm[1],
        }  # fmt: skip
        state |= {f"e.L.{number}.{name}": values for name, values in parts.items()}
    save_layers(state, [*scorers._tags], [*scorers._labels], tmp_path / "again" / "layers.npz")
    with np.load(tmp_path / "again" / "layers.npz", allow_pickle=False) as stored:
        assert {name: values.tolist() for name, values in stored.items()} == {
            name: values.tolist() for name, values in shipped.items()
        }


def test_stored_layers_say_what_the_shipped_ones_say() -> None:
    trees = [tree("Il ponte regge."), tree("The bridge holds.", "en")]
    for found, shipped in zip(
        StoredLayers(WEIGHTS).read(trees, begun_trees(trees)), claim_readings(trees), strict=True
    ):
        np.testing.assert_allclose(found.heads, shipped.heads, atol=0.01)
        every = range(len(found.heads))
        np.testing.assert_allclose(found.pairs(every), shipped.pairs(every), atol=0.01)
        np.testing.assert_allclose(found.seen, shipped.seen, atol=0.01)


def test_without_layers_of_the_folds_training_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="claim_layers"):
        FoldReader([], {}, tmp_path)
