"""Whether a candidate mask is a whole claim, judged from what its words mean in their sentence.

A small convolution over the sentence's words, each told whether it is in the mask, which word heads
the claim, and what the two other models think of it. It learned from the candidates of labelled
articles (`training/mask_network.py`); the chooser reads its answers beside the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.transformer import gelu, normal
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.candidate_masks import Guess
from claims.nlp.splitting.candidate_pool import Pool
from claims.nlp.splitting.claim_layers import ClaimReading, tree_relations

WEIGHTS = Path(__file__).parents[1] / "weights" / "claims" / "masks.npz"
CONVOLUTIONS = 2
REACH = 2  # words to either side that a convolution sees
WINDOW = 2 * REACH + 1
VIEWS = 2  # is it right, and how nearly
LEAST_CHANCE = 1e-3
EPSILON = np.float32(1e-5)
QUARTER = np.float32(0.25)  # sums of log odds are drawn near to what networks like
WORDS_A_BATCH = 6000  # bounds the memory of long sentences

Ints = NDArray[np.int32]
Places = NDArray[np.int64]


class MaskScorer:
    """Weights made ready; free of side effects."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        self._of = {name: as_matrix(np.asarray(stored[name], np.float32)) for name in stored}

    def score(self, tree: Tree, reading: ClaimReading, pool: Pool) -> Floats:
        """(k candidates, VIEWS) log odds."""
        pairs = reading.pairs(pool.guess.heads)
        rows = self._rows(tree, reading, pool.guess, pairs)
        known = known_of(tree, reading, pool, pairs)
        return np.concatenate([
            self._scored(rows, known[batch], tree, pool, batch)
            for batch in batches(len(pool.candidates), tree.size)
        ])  # fmt: skip

    def _rows(self, tree: Tree, reading: ClaimReading, guess: Guess, pairs: Floats) -> Floats:
        """(m heads, n, width): each word as seen from a head, before a mask is known."""
        words = self._linear("words", reading.seen)
        heads = np.array(guess.heads, np.int32)
        rows = words[None] + self._linear("asked", words[heads])[:, None]
        rows += self._linear("facts", facts_of(tree, guess, pairs))
        rows[np.arange(len(heads)), heads] += self._of["head"]
        return rows

    def _scored(self, rows: Floats, known: Floats, tree: Tree, pool: Pool, batch: slice) -> Floats:
        """`score` for some candidates."""
        inside = pool.inside[batch]
        states = self._states(rows, inside, pool.rows[batch])
        words = np.array(tree.is_word, np.float32)
        means = [mean_over(states, inside * words), mean_over(states, (1 - inside) * words)]
        heads = states[np.arange(len(states)), pool.heads[batch]]
        seen = np.concatenate([*means, heads, known], axis=1)
        return self._linear("out.3", gelu(self._linear("out.0", seen)))

    def _states(self, rows: Floats, inside: Floats, heads: Ints) -> Floats:
        """(k, n, width): each word as seen from the candidate's head, row `heads` of `rows`.

        A word's state depends on its neighbours in the mask alone, and most candidates of a head
        are alike around it: each neighbourhood is computed once.
        """
        places = heads[:, None] * inside.shape[1] + np.arange(inside.shape[1])
        states = rows[:, :, None] + self._of["inside.weight"]
        states = self._normal("normals.0", states.reshape(-1, states.shape[-1]))
        which = neighbourhoods(inside, places, 0)
        for i in range(CONVOLUTIONS):
            alike = neighbourhoods(inside, places, REACH * (i + 1))
            _, firsts, found = np.unique(alike, return_index=True, return_inverse=True)
            windows = around(which, REACH, len(states)).reshape(-1, WINDOW)[firsts]
            looked = gelu(self._convolved(i, states, windows))
            states = self._normal(f"normals.{i + 1}", states[windows[:, REACH]] + looked)
            which = found.reshape(inside.shape)
        return states[which]

    def _convolved(self, number: int, states: Floats, windows: Places) -> Floats:
        """(windows, width): the rows of `states` in each window, one past the last for nothing."""
        nothing = np.zeros_like(states[:1])
        rows = np.concatenate([states, nothing])[windows].reshape(len(windows), -1)
        found: Floats = rows @ self._of[f"convolutions.{number}.weight"]
        found += self._of[f"convolutions.{number}.bias"]
        return found

    def _normal(self, name: str, states: Floats) -> Floats:
        """Each row by its mean and spread; changes `states`."""
        return normal(states, (self._of[f"{name}.weight"], self._of[f"{name}.bias"]), EPSILON)

    def _linear(self, name: str, rows: Floats) -> Floats:
        """A stored map of rows, with its bias."""
        found: Floats = rows @ self._of[f"{name}.weight"].T + self._of[f"{name}.bias"]
        return found


def as_matrix(weights: Floats) -> Floats:
    """A convolution's (outputs, inputs, WINDOW) as (WINDOW * inputs, outputs), others as given."""
    if weights.ndim < 3:
        return weights
    return weights.transpose(2, 1, 0).reshape(-1, len(weights))


def neighbourhoods(inside: Floats, places: Places, reach: int) -> Places:
    """(k, n): a number that is the same for words at the same place with the same neighbours in.

    places: (k, n) which word it is, seen from which head. reach: how far neighbours count.
    """
    width = 2 * reach + 1
    held: Places = around(inside, reach, 0) @ (1 << np.arange(width))
    return (places << width) + held


def around(values: Places | Floats, reach: int, beyond: int) -> Places:
    """(k, n, 2 * reach + 1): the whole numbers around each of (k, n), `beyond` past the ends."""
    count, size = values.shape
    padded = np.full((count, size + 2 * reach), beyond, np.int64)
    padded[:, reach : reach + size] = values
    return padded[:, np.arange(size)[:, None] + np.arange(2 * reach + 1)]


def facts_of(tree: Tree, guess: Guess, pairs: Floats) -> Floats:
    """(m heads, n, 6): what is known of a word and a head whatever the mask.

    The layers' log odds (`pairs`), three relations in the tree, whether it is a word, the forest's
    chance.
    """
    relations = tree_relations(tree, np.array(guess.heads, np.int64))
    words = np.broadcast_to(np.array(tree.is_word, np.float32), guess.odds.shape)
    columns = [pairs * QUARTER, *np.moveaxis(relations, -1, 0), words, guess.odds]
    return np.stack(columns, axis=-1)


def known_of(tree: Tree, reading: ClaimReading, pool: Pool, pairs: Floats) -> Floats:
    """(k candidates, 6): how well a mask agrees with what the two other models say.

    Log likelihood of what is in and of what is out, by the layers and by the forest; log odds and
    chance that the head heads a claim.
    """
    words = np.array(tree.is_word, np.float32)
    inside, outside = pool.inside * words, (1 - pool.inside) * words
    pairs, heads = pairs[pool.rows], reading.heads[pool.heads]
    columns = [
        (log_chance(pairs) * inside).sum(1) * QUARTER,
        (log_chance(-pairs) * outside).sum(1) * QUARTER,
        heads,
        pool.guess.chances[pool.heads],
        (np.log(np.maximum(pool.odds, LEAST_CHANCE)) * inside).sum(1) * QUARTER,
        (np.log(np.maximum(1 - pool.odds, LEAST_CHANCE)) * outside).sum(1) * QUARTER,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def log_chance(odds: Floats) -> Floats:
    """Log of the chance that log odds stand for."""
    found: Floats = -np.logaddexp(np.float32(0), -odds)
    return found


def mean_over(states: Floats, chosen: Floats) -> Floats:
    """(k, width): the mean of the chosen words of each candidate; nothing chosen gives zeros."""
    counts = np.maximum(chosen.sum(1, keepdims=True), 1)
    found: Floats = (chosen[:, None] @ states)[:, 0] / counts
    return found


def batches(candidates: int, words: int) -> Iterator[slice]:
    """Stretches of candidates that are scored in one go."""
    length = max(1, WORDS_A_BATCH // max(1, words))
    for start in range(0, candidates, length):
        yield slice(start, start + length)


@lru_cache(maxsize=1)
def mask_scorer() -> MaskScorer:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return MaskScorer(stored)
