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
from claims.nlp.parsing.transformer import gelu
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.candidate_masks import Guess
from claims.nlp.splitting.candidate_pool import Pool
from claims.nlp.splitting.claim_layers import ClaimReading, tree_relations

WEIGHTS = Path(__file__).parents[1] / "weights" / "claims" / "masks.npz"
CONVOLUTIONS = 2
REACH = 2  # words to either side that a convolution sees
VIEWS = 2  # is it right, and how nearly
LEAST_CHANCE = 1e-3
EPSILON = np.float32(1e-5)
QUARTER = np.float32(0.25)  # sums of log odds are drawn near to what networks like
WORDS_A_BATCH = 6000  # bounds the memory of long sentences

Ints = NDArray[np.int32]


class MaskScorer:
    """Weights made ready; free of side effects."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        self._of = {name: np.asarray(stored[name], np.float32) for name in stored}

    def score(self, tree: Tree, reading: ClaimReading, pool: Pool) -> Floats:
        """(k candidates, VIEWS) log odds."""
        rows, known = self._rows(tree, reading, pool.guess), known_of(tree, reading, pool)
        return np.concatenate([
            self._scored(rows, known[batch], tree, pool, batch)
            for batch in batches(len(pool.candidates), tree.size)
        ])  # fmt: skip

    def _rows(self, tree: Tree, reading: ClaimReading, guess: Guess) -> Floats:
        """(m heads, n, width): each word as seen from a head, before a mask is known."""
        words = self._linear("words", reading.seen)
        heads = np.array(guess.heads, np.int32)
        rows = words[None] + self._linear("asked", words[heads])[:, None]
        rows += self._linear("facts", facts_of(tree, reading, guess))
        rows[np.arange(len(heads)), heads] += self._of["head"]
        return rows

    def _scored(self, rows: Floats, known: Floats, tree: Tree, pool: Pool, batch: slice) -> Floats:
        """`score` for some candidates."""
        inside = pool.inside[batch]
        states = rows[pool.rows[batch]] + self._of["inside.weight"][inside.astype(np.int32)]
        states = self._normal("normals.0", states)
        for i in range(CONVOLUTIONS):
            states = self._normal(f"normals.{i + 1}", states + gelu(self._convolved(i, states)))
        words = np.array(tree.is_word, np.float32)
        means = [mean_over(states, inside * words), mean_over(states, (1 - inside) * words)]
        heads = states[np.arange(len(states)), pool.heads[batch]]
        seen = np.concatenate([*means, heads, known], axis=1)
        return self._linear("out.3", gelu(self._linear("out.0", seen)))

    def _convolved(self, number: int, states: Floats) -> Floats:
        """(k, n, width): each word with those around it."""
        weights = self._of[f"convolutions.{number}.weight"]  # (outputs, inputs, 2 * REACH + 1)
        found = np.broadcast_to(self._of[f"convolutions.{number}.bias"], states.shape).copy()
        size = states.shape[1]
        for shift in range(-REACH, REACH + 1):
            to = slice(max(0, -shift), min(size, size - shift))
            if to.start < to.stop:
                source = states[:, to.start + shift : to.stop + shift]
                found[:, to] += source @ weights[:, :, shift + REACH].T
        return found

    def _normal(self, name: str, states: Floats) -> Floats:
        """Each word's numbers by their mean and spread."""
        states = states - states.mean(-1, keepdims=True)
        spread = np.sqrt((states * states).mean(-1, keepdims=True) + EPSILON)
        found: Floats = states / spread * self._of[f"{name}.weight"] + self._of[f"{name}.bias"]
        return found

    def _linear(self, name: str, rows: Floats) -> Floats:
        """A stored map of rows, with its bias."""
        found: Floats = rows @ self._of[f"{name}.weight"].T + self._of[f"{name}.bias"]
        return found


def facts_of(tree: Tree, reading: ClaimReading, guess: Guess) -> Floats:
    """(m heads, n, 6): what is known of a word and a head whatever the mask.

    The layers' log odds, three relations in the tree, whether it is a word, the forest's chance.
    """
    heads = guess.heads
    relations = tree_relations(tree)[heads]
    words = np.broadcast_to(np.array(tree.is_word, np.float32), guess.odds.shape)
    columns = [reading.pairs[heads] * QUARTER, *np.moveaxis(relations, -1, 0), words, guess.odds]
    return np.stack(columns, axis=-1)


def known_of(tree: Tree, reading: ClaimReading, pool: Pool) -> Floats:
    """(k candidates, 6): how well a mask agrees with what the two other models say.

    Log likelihood of what is in and of what is out, by the layers and by the forest; log odds and
    chance that the head heads a claim.
    """
    words = np.array(tree.is_word, np.float32)
    inside, outside = pool.inside * words, (1 - pool.inside) * words
    pairs, heads = reading.pairs[pool.heads], reading.heads[pool.heads]
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
