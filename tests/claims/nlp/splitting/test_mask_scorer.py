"""What the scorer of masks says: whole claims before torn ones, whatever the batch."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Mask, Tree, tree_of
from claims.nlp.splitting import mask_scorer as of_masks
from claims.nlp.splitting.candidate_masks import CandidateMask, Guess
from claims.nlp.splitting.candidate_pool import Pool, pool_of
from claims.nlp.splitting.claim_layers import ClaimReading, claim_readings
from claims.nlp.splitting.claim_model import claim_model, guess_trees
from claims.nlp.splitting.mask_scorer import (
    REACH,
    VIEWS,
    MaskScorer,
    around,
    log_chance,
    mask_scorer,
    neighbourhoods,
)
from claims.nlp.splitting.token_table import token_table

ITALIAN = "La sindaca Ada Brusco, che aveva promesso due ponti, ha chiuso tre piscine comunali."
ENGLISH = "The ferry, which was built in Gdynia, carried forty lorries to Harwich on Monday."


def sentence(text: str, language: str) -> tuple[Tree, ClaimReading, Guess]:
    """What the models make of a sentence before the chooser is asked."""
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    tree = tree_of(doc, language, 0, offset)
    (reading,) = claim_readings([tree])
    (guess,) = guess_trees([token_table(tree, claim_model().vocabulary, reading)], claim_model())
    return tree, reading, guess


def words(tree: Tree, *phrases: str) -> Mask:
    """The words of these phrases, each found once."""
    found: set[int] = set()
    for phrase in phrases:
        forms = phrase.split()
        starts = [i for i in range(tree.size) if tree.forms[i : i + len(forms)] == forms]
        found.update(range(starts[0], starts[0] + len(forms)))
    return frozenset(found)


def pool(tree: Tree, guess: Guess, head: str, *masks: Mask) -> Pool:
    """Candidates of one head."""
    at = tree.forms.index(head)
    row = guess.heads.index(at)
    return pool_of(guess, [CandidateMask(row, at, mask, frozenset({"p50"})) for mask in masks])


@pytest.mark.parametrize(
    ("text", "language", "head", "whole", "torn"),
    [
        (
            ITALIAN, "it", "chiuso",
            ["La sindaca Ada Brusco", "ha chiuso tre piscine comunali"],
            [["ha chiuso tre piscine comunali"], ["La sindaca Ada Brusco", "ha chiuso tre"]],
        ),
        (
            ENGLISH, "en", "carried",
            ["The ferry", "carried forty lorries to Harwich on Monday"],
            [["carried forty lorries to Harwich on Monday"], ["The ferry", "carried forty"]],
        ),
    ],
)  # fmt: skip
def test_a_whole_claim_scores_above_a_torn_one(
    text: str, language: str, head: str, whole: list[str], torn: list[list[str]]
) -> None:
    tree, reading, guess = sentence(text, language)
    masks = [words(tree, *phrases) for phrases in (whole, *torn)]
    scores = mask_scorer().score(tree, reading, pool(tree, guess, head, *masks))
    assert scores.shape == (3, VIEWS)
    assert (scores[0] > scores[1:]).all()


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, reading, guess = sentence(ITALIAN, "it")
    every = [frozenset(range(end)) for end in range(1, tree.size)]
    candidates = pool(tree, guess, "chiuso", *every)
    at_once = mask_scorer().score(tree, reading, candidates)
    monkeypatch.setattr(of_masks, "WORDS_A_BATCH", 2 * tree.size)
    by_twos = mask_scorer().score(tree, reading, candidates)
    np.testing.assert_allclose(at_once, by_twos, atol=1e-4)


def test_a_convolution_sees_the_words_around_and_nothing_beyond_the_ends() -> None:
    """One channel, weights 1, 10, 100, 1000, 10000: the digits tell who was seen."""
    weights = {
        "convolutions.0.weight": np.array([[[1, 10, 100, 1000, 10000]]], np.float32),
        "convolutions.0.bias": np.zeros(1, np.float32),
    }
    states = np.arange(1, 4, dtype=np.float32).reshape(3, 1)
    windows = around(np.arange(3)[None], REACH, len(states))[0]
    found = MaskScorer(weights)._convolved(0, states, windows)
    assert found.ravel().tolist() == [32100, 3210, 321]


def test_neighbourhoods_are_alike_where_the_same_words_are_in_and_the_place_is_the_same() -> None:
    inside = np.array([[1, 1, 0, 0], [1, 1, 0, 1], [1, 1, 0, 0]], np.float32)
    places = np.arange(4) + np.array([[0], [0], [4]])  # the third is of another head
    first, second, third = neighbourhoods(inside, places, 1)
    assert (first == second).tolist() == [True, True, False, False]
    assert not np.isin(third, [first, second]).any()


def test_a_mask_scores_the_same_beside_others() -> None:
    tree, reading, guess = sentence(ENGLISH, "en")
    every = [frozenset(range(end)) for end in range(1, tree.size)]
    together = mask_scorer().score(tree, reading, pool(tree, guess, "carried", *every))
    alone = [mask_scorer().score(tree, reading, pool(tree, guess, "carried", m)) for m in every]
    np.testing.assert_allclose(together, np.concatenate(alone), atol=1e-4)


def test_logs_of_chances_stay_finite() -> None:
    found = log_chance(np.array([-200, 0, 200], np.float32))
    np.testing.assert_allclose(found, [-200, np.log(0.5), 0], atol=1e-6)
