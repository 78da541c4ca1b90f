"""A graph parser of Universal Dependencies in plain numpy: BiLSTM + biaffine attention.

Several networks, trained apart, read each sentence; their log probabilities are averaged before
the best tree is sought. Weights and their model card: weights/it_biaffine/; the command that
makes them: training/parser.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claims.nlp.parsing.biaffine_network import (
    BiaffineNetwork,
    Floats,
    Ints,
    Sentences,
    log_softmax,
)
from claims.nlp.parsing.spanning_tree import best_tree

TREEBANK = "PUD"  # the treebank whose annotation style is asked for
WORDS_A_BATCH = 1500
ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence's tree: `heads[i]` is the index of word i's governor, its own for the root.

    `arcs[i, j]`: the chance that j governs i, on the diagonal that i is the root.
    """

    heads: list[int]
    labels: list[str]
    pos: list[str]
    arcs: Floats | None = None


def arc_chances(arcs: Floats) -> Floats:
    """(n, n) chances from (n, n + 1) logarithms whose column 0 is the root's."""
    chances: Floats = np.exp(arcs)
    words = np.arange(len(chances))
    square = np.ascontiguousarray(chances[:, 1:])
    square[words, words] = chances[:, 0]
    return square


class BiaffineParser:
    """Reads its weights once; `parse` is free of side effects but for a cache of word rows."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as arrays:
            facts = json.loads(str(arrays["meta"]))
            self.labels: list[str] = facts["labels"]
            self.tags: list[str] = facts["tags"]
            self.networks: list[BiaffineNetwork] = []
            for i in range(facts["networks"]):
                named = {
                    name.removeprefix(f"{i}/"): arrays[name]
                    for name in arrays.files
                    if name.startswith(f"{i}/")
                }
                style = facts["treebanks"].index(TREEBANK)
                self.networks.append(BiaffineNetwork(named, facts["layers"], style))

    def parse(
        self,
        sentences: Sequence[Sequence[str]],
        vectors: Sequence[Floats],
        spaces: Sequence[Sequence[bool]],
    ) -> list[Parse]:
        """Trees in the order given; every sentence has at least one word.

        vectors: (n words, WIDTH of `word_encoder`) a sentence; spaces: whether white space
        follows each word.
        """
        found: dict[int, Parse] = {}
        for batch in batches([len(words) for words in sentences]):
            asked = Sentences(
                [sentences[i] for i in batch],
                [vectors[i] for i in batch],
                [spaces[i] for i in batch],
            )
            found.update(zip(batch, self._trees(asked), strict=True))
        return [found[i] for i in range(len(sentences))]

    def _trees(self, sentences: Sentences) -> Iterator[Parse]:
        """Trees of one batch."""
        lengths = sentences.lengths
        states = [network.states(sentences) for network in self.networks]
        readings = list(zip(self.networks, states, strict=True))
        views = [network.arcs(seen, lengths) for network, seen in readings]
        arcs = [log_softmax(mean(of_sentence)) for of_sentence in zip(*views, strict=True)]
        heads = np.concatenate([best_tree(scores) for scores in arcs])
        tags = mean([network.tags(seen) for network, seen in readings]).argmax(1)
        scores = mean([network.labels(seen, heads, lengths) for network, seen in readings])
        labels = self._labels(scores, heads)
        start = 0
        for chances in arcs:
            here = slice(start, start + len(chances))
            yield Parse(
                heads=[i if head == 0 else head - 1 for i, head in enumerate(heads[here].tolist())],
                labels=[self.labels[best] for best in labels[here].tolist()],
                pos=[self.tags[best] for best in tags[here].tolist()],
                arcs=arc_chances(chances),
            )
            start += len(chances)

    def _labels(self, scores: Floats, heads: Ints) -> Ints:
        """(words,): the best label of each word; ROOT at the root and only there."""
        root = self.labels.index(ROOT)
        scores[:, root] = np.where(heads == 0, np.inf, -np.inf)
        best: Ints = scores.argmax(1)
        return best


def mean(views: Sequence[Floats]) -> Floats:
    """The networks' scores averaged."""
    total = views[0]
    for view in views[1:]:
        total = total + view
    return total / np.float32(len(views))


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Groups of sentences of like length, longest first, about WORDS_A_BATCH words each."""
    group: list[int] = []
    size = 0
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        group.append(i)
        size += lengths[i]
        if size >= WORDS_A_BATCH:
            yield group
            group, size = [], 0
    if group:
        yield group
