"""Vectors of words in their sentence, read out of a transformer's lower layers.

The layers of `encoder_weights` are run in plain numpy up to the eighth; syntax lives in the
middle ones. What a word gets is the mean over its pieces of three means of layers, side by side.
Source: Devlin et al., "BERT", NAACL 2019, for the layers; Tenney et al., "BERT Rediscovers the
Classical NLP Pipeline", ACL 2019, for where syntax lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import EncoderWeights, Floats, Layer, packaged_file
from claims.nlp.parsing.transformer import Bounds, normal, run_layer
from claims.nlp.parsing.word_pieces import PieceCutter

GROUPS = ((1, 2, 3), (4, 5, 6), (7, 8))  # layers, from 1, whose means a word gets
LAYERS = GROUPS[-1][-1]
WIDTH = 384 * len(GROUPS)
PIECES_A_BATCH = 2048
LOWER = 4  # layers that all readers share; GROUPS[1] begins with the last of them
FEW = 3  # pieces of a word in a sentence with more pieces than there are places

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence of so many words: its pieces, and for each its word's index, -1 at both ends."""

    words: int
    pieces: list[int]
    owners: list[int]


@dataclass(frozen=True, slots=True)
class Begun:
    """A sentence of so many words after the first layers.

    first: (words, width) the mean of GROUPS[0]. states: (pieces, width) after layer LOWER, where
    whoever has layers of its own goes on. owners: (pieces,) each piece's word, -1 at both ends.
    """

    words: int
    first: Floats
    states: Floats
    owners: Ints


class WordEncoder:
    """Weights made ready; free of side effects but for the memory of the piece cutter."""

    def __init__(self, weights: EncoderWeights) -> None:
        self.weights = weights
        self.cutter = PieceCutter(weights.pieces)

    @cached_property
    def lower(self) -> list[Layer]:
        """The layers that every reader shares."""
        return [self.weights.layer(number) for number in range(LOWER)]

    @cached_property
    def upper(self) -> list[Layer]:
        """The parser's own; who reads English alone never unpacks them."""
        return [self.weights.layer(number) for number in range(LOWER, LAYERS)]

    def vectors(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Floats]:
        """One (n words, WIDTH) array a sentence, as `begin` and `finish` give them."""
        return self.finish(self.begin(sentences, spaces))

    def begin(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Begun]:
        """Run the lower layers; sentences keep their order and don't see each other.

        spaces: whether white space follows each word.
        """
        cuts = [self._cut(*sentence) for sentence in zip(sentences, spaces, strict=True)]
        found: list[Begun] = []
        for start, end in batches([len(cut.pieces) for cut in cuts]):
            found += self._begin(cuts[start:end])
        return found

    def finish(self, begun: Sequence[Begun]) -> list[Floats]:
        """Run the upper layers: one (n words, WIDTH) array a sentence."""
        found: list[Floats] = []
        for start, end in batches([len(one.states) for one in begun]):
            found += self._finish(begun[start:end])
        return found

    def _cut(self, words: Sequence[str], spaces: Sequence[bool]) -> Cut:
        befores = [True, *spaces[:-1]] if words else []
        pieces = [self.cutter.cut(*word) for word in zip(words, befores, strict=True)]
        places = self.weights.head.places - 2
        if sum(map(len, pieces)) > places:
            pieces = [ids[:FEW] for ids in pieces]
        owners = [word for word, ids in enumerate(pieces) for _ in ids]
        known = self.weights.pieces
        return Cut(
            len(words),
            [known.first, *list(chain.from_iterable(pieces))[:places], known.last],
            [-1, *owners[:places], -1],
        )

    def _begin(self, cuts: Sequence[Cut]) -> Iterator[Begun]:
        """`begin` for sentences that are run in one go."""
        bounds = bounds_of([len(cut.pieces) for cut in cuts])
        states = self.embedded(np.array([*chain.from_iterable(c.pieces for c in cuts)]), bounds)
        first = np.zeros_like(states)
        for number, layer in enumerate(self.lower, 1):
            states = run_layer(layer, states, bounds, self.weights.shape)
            if number in GROUPS[0]:
                first += states
        first /= len(GROUPS[0])
        for cut, (start, end) in zip(cuts, bounds, strict=True):
            owners = np.array(cut.owners)
            means = word_means(first[start:end], owners, cut.words)
            yield Begun(cut.words, means, states[start:end].copy(), owners)

    def _finish(self, begun: Sequence[Begun]) -> Iterator[Floats]:
        """`finish` for sentences that are run in one go."""
        bounds = bounds_of([len(one.states) for one in begun])
        states = np.concatenate([one.states for one in begun])
        middle, last = (np.zeros_like(states) for _ in GROUPS[1:])
        middle += states
        for number, layer in enumerate(self.upper, LOWER + 1):
            states = run_layer(layer, states, bounds, self.weights.shape)
            group = middle if number in GROUPS[1] else last
            group += states
        rows = np.concatenate([middle / len(GROUPS[1]), last / len(GROUPS[2])], axis=1)
        for one, (start, end) in zip(begun, bounds, strict=True):
            means = word_means(rows[start:end], one.owners, one.words)
            yield np.concatenate([one.first, means], axis=1)

    def embedded(self, pieces: Ints, bounds: Bounds) -> Floats:
        """(all pieces, width) before the first layer; bounds: where each sentence's pieces lie."""
        places = np.concatenate([np.arange(end - start) for start, end in bounds])
        states = self.weights.word_rows(pieces) + self.weights.places[places]
        return normal(states, self.weights.norm, self.weights.epsilon)


def batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of sentences of about PIECES_A_BATCH pieces; a longer one is alone."""
    start = size = 0
    for at, length in enumerate(lengths):
        if at > start and size + length > PIECES_A_BATCH:
            yield start, at
            start, size = at, 0
        size += length
    if start < len(lengths):
        yield start, len(lengths)


def bounds_of(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Where sentences of these lengths lie when they are put one behind the other."""
    ends = np.cumsum(lengths).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True))


def word_means(rows: Floats, owners: Ints, words: int) -> Floats:
    """(words, columns): mean over each word's pieces; words beyond the last place get zeros."""
    means = np.zeros((words, rows.shape[1]), np.float32)
    counts = np.bincount(owners[owners >= 0])
    firsts = 1 + np.cumsum(counts) - counts
    means[: len(counts)] = rows[firsts]
    for further in range(1, counts.max(initial=0)):
        longer = np.nonzero(counts > further)[0]
        means[longer] += rows[firsts[longer] + further]
    means[: len(counts)] /= counts[:, None].astype(np.float32)
    return means


@lru_cache(maxsize=1)
def word_encoder() -> WordEncoder:
    """The one encoder of this process; each half of its layers takes 28 MB."""
    return WordEncoder(EncoderWeights(packaged_file()))
