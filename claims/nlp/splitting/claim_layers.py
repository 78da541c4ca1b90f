"""What a transformer tuned on labelled claims says: which words head a claim, which belong to it.

Two small scorers over words and pairs of words, learned together with the layers that they read
(`parsing.tuned_layers`). The forests of `claim_model` read their answers beside the tree. Weights
and model card: weights/claim_layers/; the command that makes them: training/claim_layers.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
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
TREES_A_BATCH = 16
LEAK = np.float32(0.01)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """What the scorers say of the n words of a tree.

    heads: (n,) log odds that each heads a claim. seen: (n, width) what all is read from, no odds.
    asked, given: (n, 128) the two sides of the biaffine form, a head's and a word's. above, below:
    (n, 128) what each is to the small network.
    """

    tree: Tree
    heads: Floats
    seen: Floats
    asked: Floats
    given: Floats
    above: Floats
    below: Floats
    scorers: ClaimScorers

    def pairs(self, heads: Sequence[int]) -> Floats:
        """(m, n): log odds that the column's word belongs to the claim that the row's head heads.

        It is asked for the few likely heads: most words head nothing.
        """
        return self.scorers.pairs(self, np.array(heads, np.int64))


class ClaimScorers:
    """Weights made ready; free of side effects."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        facts = json.loads(str(stored["meta"]))
        self._tags = {name: i for i, name in enumerate(facts["tags"])}
        self._labels = {name: i for i, name in enumerate(facts["labels"])}
        self._of = {name: np.asarray(stored[name], np.float32) for name in facts["plain"]}

    def read(self, trees: Sequence[Tree], words: Sequence[Floats]) -> Iterator[ClaimReading]:
        """One reading a tree; words: (n, width) the mixed states of each tree's words.

        Products run over the words of some trees at once: a matrix is got ready for each anew.
        """
        for first in range(0, len(trees), TREES_A_BATCH):
            batch = slice(first, first + TREES_A_BATCH)
            yield from self._batch(trees[batch], words[batch])

    def _batch(self, trees: Sequence[Tree], words: Sequence[Floats]) -> Iterator[ClaimReading]:
        """`read` for some trees."""
        columns = np.concatenate([self._tree_columns(tree) for tree in trees])
        seen = np.concatenate([np.concatenate(words), columns], axis=1)
        heads = self._linear("head.3", gelu(self._linear("head.0", seen)))[:, 0]
        given, asked = leaky(self._linear("a", seen)), leaky(self._linear("b", seen))
        asked = np.concatenate([asked, np.ones_like(asked[:, :1])], axis=1) @ self._of["u"]
        asked /= np.float32(np.sqrt(given.shape[1]))
        below, above = self._linear("a2", seen), self._linear("b2", seen)
        ends = np.cumsum([tree.size for tree in trees]).tolist()
        for tree, end in zip(trees, ends, strict=True):
            own = slice(end - tree.size, end)
            yield ClaimReading(
                tree=tree,
                heads=heads[own],
                seen=seen[own],
                asked=asked[own],
                given=given[own],
                above=above[own],
                below=below[own],
                scorers=self,
            )

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

    def pairs(self, reading: ClaimReading, heads: Ints) -> Floats:
        """(m, n) by the biaffine form, the distance, and the small network over the two words."""
        form: Floats = reading.asked[heads] @ reading.given.T
        apart = np.clip(np.arange(reading.tree.size) - heads[:, None], -FARTHEST, FARTHEST)
        bent = self._linear("an", tree_relations(reading.tree, heads))
        bent += reading.below
        bent += reading.above[heads][:, None]
        np.tanh(bent, out=bent)
        form += self._of["dist.weight"][apart + FARTHEST, 0]
        form += self._linear("o", bent)[..., 0]
        return form

    def _linear(self, name: str, rows: Floats) -> Floats:
        """A stored map of rows, with its bias."""
        found: Floats = rows @ self._of[f"{name}.weight"].T
        found += self._of[f"{name}.bias"]
        return found


def tree_relations(tree: Tree, heads: Ints) -> Floats:
    """(m, n, 3): whether the head governs the column's word from above, hangs below it, is next.

    A word governs itself and hangs below itself.
    """
    next_below = np.array(tree.heads)[None] == heads[:, None]
    return np.stack([tree.below[heads], tree.below[:, heads].T, next_below], axis=-1)


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
    return list(claim_scorers().read(trees, [words.mixed for words in tuned]))


def encoder_words(trees: Sequence[Tree]) -> tuple[list[list[str]], list[list[bool]]]:
    """The words of each as the encoder reads them, and whether white space follows."""
    words = [[form if form.strip() else "_" for form in tree.forms] for tree in trees]
    return words, [tree.spaced for tree in trees]
