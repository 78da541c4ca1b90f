"""What a transformer tuned on labelled claims says: which words head a claim, which belong to it.

Two small scorers over words and pairs of words, learned together with the layers that they read
(`parsing.tuned_layers`). The forests of `claim_model` read their answers beside the tree. Weights
and model card: weights/claim_layers/; the command that makes them: training/claim_layers.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import Floats
from claims.nlp.parsing.transformer import gelu
from claims.nlp.parsing.tree import Tree
from claims.nlp.parsing.tuned_layers import WEIGHTS
from claims.nlp.parsing.word_memory import word_memory

FARTHEST = 20  # words between two that are told apart
LEAK = np.float32(0.01)


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """Log odds over the n words of a tree.

    heads: (n,) that each heads a claim. pairs: (n, n) that the column's word belongs to the claim
    that the row's word heads. seen: (n, width) what both were read from, no log odds.
    """

    heads: Floats
    pairs: Floats
    seen: Floats


class ClaimScorers:
    """Weights made ready; free of side effects."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        facts = json.loads(str(stored["meta"]))
        self._tags = {name: i for i, name in enumerate(facts["tags"])}
        self._labels = {name: i for i, name in enumerate(facts["labels"])}
        self._of = {name: np.asarray(stored[name], np.float32) for name in facts["plain"]}

    def read(self, tree: Tree, words: Floats) -> ClaimReading:
        """words: (n, width) the mixed states of the tree's words."""
        seen = np.concatenate([words, self._tree_columns(tree)], axis=1)
        heads = self._linear("head.3", gelu(self._linear("head.0", seen)))[:, 0]
        return ClaimReading(heads, self._pairs(tree, seen), seen)

    def _tree_columns(self, tree: Tree) -> Floats:
        """(n, columns): the language, and tags and labels of the word and its governor."""
        tags = self._rows("p.weight", self._tags, tree.pos)
        labels = self._rows("l.weight", self._labels, tree.labels)
        language = np.full((tree.size, 1), tree.language == "en", np.float32)
        return np.concatenate(
            [language, tags, labels, tags[tree.heads], labels[tree.heads]], axis=1
        )

    def _rows(self, table: str, known: Mapping[str, int], names: Sequence[str]) -> Floats:
        """(n, 24) rows of names; nothing for one that training never met."""
        rows = np.concatenate([self._of[table], np.zeros_like(self._of[table][:1])])
        return rows[[known.get(name, -1) for name in names]]

    def _pairs(self, tree: Tree, seen: Floats) -> Floats:
        """(n, n) by a biaffine form, the distance, and a small network over the two words."""
        words = np.arange(tree.size)
        given, asked = leaky(self._linear("a", seen)), leaky(self._linear("b", seen))
        asked = np.concatenate([asked, np.ones_like(asked[:, :1])], axis=1)
        scale = np.float32(np.sqrt(given.shape[1]))
        form = asked @ self._of["u"] @ given.T / scale
        apart = np.clip(words[None] - words[:, None], -FARTHEST, FARTHEST) + FARTHEST
        bent = self._linear("a2", seen)[None] + self._linear("b2", seen)[:, None]
        bent = np.tanh(bent + self._linear("an", tree_relations(tree)))
        found: Floats = form + self._of["dist.weight"][apart, 0] + self._linear("o", bent)[..., 0]
        return found

    def _linear(self, name: str, rows: Floats) -> Floats:
        """A stored map of rows, with its bias."""
        found: Floats = rows @ self._of[f"{name}.weight"].T + self._of[f"{name}.bias"]
        return found


def tree_relations(tree: Tree) -> Floats:
    """(n, n, 3): whether the row's word governs the column's from above, hangs below it, is next.

    A word governs itself and hangs below itself.
    """
    words, governors = np.arange(tree.size), np.array(tree.heads)
    next_below = governors[None] == words[:, None]
    return np.stack([tree.below, tree.below.T, next_below], axis=-1)


def leaky(values: Floats) -> Floats:
    """The rectifier that lets a hundredth of what is negative through."""
    return np.where(values > 0, values, LEAK * values)


@lru_cache(maxsize=1)
def claim_scorers() -> ClaimScorers:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return ClaimScorers(stored)


def claim_readings(trees: Sequence[Tree]) -> list[ClaimReading]:
    """One reading a tree; what the judge encoded a moment ago isn't run again."""
    tuned = word_memory().tuned(*encoder_words(trees))
    scorers = claim_scorers()
    return [scorers.read(tree, words.mixed) for tree, words in zip(trees, tuned, strict=True)]


def encoder_words(trees: Sequence[Tree]) -> tuple[list[list[str]], list[list[bool]]]:
    """The words of each as the encoder reads them, and whether white space follows."""
    words = [[form if form.strip() else "_" for form in tree.forms] for tree in trees]
    return words, [tree.spaced for tree in trees]
