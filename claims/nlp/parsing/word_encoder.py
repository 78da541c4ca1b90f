"""Vectors of words in their sentence, read out of a transformer's lower layers.

The layers of `encoder_weights` are run in plain numpy up to the eighth; syntax lives in the
middle ones. What a word gets is the mean over its pieces of three means of layers, side by side.
Source: Devlin et al., "BERT", NAACL 2019, for the layers; Tenney et al., "BERT Rediscovers the
Classical NLP Pipeline", ACL 2019, for where syntax lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import EncoderWeights, Floats, packaged_file
from claims.nlp.parsing.transformer import normal, run_layer
from claims.nlp.parsing.word_pieces import PieceCutter

GROUPS = ((1, 2, 3), (4, 5, 6), (7, 8))  # layers, from 1, whose means a word gets
LAYERS = GROUPS[-1][-1]
WIDTH = 384 * len(GROUPS)
PIECES_A_BATCH = 2048
LOWER = 4  # after so many layers a reader of its own may go on with the pieces
FEW = 3  # pieces of a word in a sentence with more pieces than there are places

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence of so many words: its pieces, and for each its word's index, -1 at both ends."""

    words: int
    pieces: list[int]
    owners: list[int]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence read.

    vectors: (words, WIDTH). lower: (pieces, width of a layer), the states after LOWER layers.
    owners: (pieces,) each piece's word, -1 at both ends.
    """

    vectors: Floats
    lower: Floats
    owners: Ints


class WordEncoder:
    """Weights made ready; free of side effects but for the memory of the piece cutter."""

    def __init__(self, weights: EncoderWeights, layers: int = LAYERS) -> None:
        self.weights = weights
        self.layers = [weights.layer(number) for number in range(layers)]
        self.cutter = PieceCutter(weights.pieces)

    def read(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Encoded]:
        """Each sentence in its order; sentences don't see each other.

        spaces: whether white space follows each word.
        """
        cuts = [self._cut(*sentence) for sentence in zip(sentences, spaces, strict=True)]
        found: list[Encoded] = []
        for start, end in batches([len(cut.pieces) for cut in cuts]):
            found += self._batch(cuts[start:end])
        return found

    def vectors(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Floats]:
        """One (n words, WIDTH) array a sentence."""
        return [encoded.vectors for encoded in self.read(sentences, spaces)]

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

    def _batch(self, cuts: Sequence[Cut]) -> list[Encoded]:
        """`read` for sentences that are run in one go."""
        bounds = bounds_of([len(cut.pieces) for cut in cuts])
        pieces = np.array([*chain.from_iterable(cut.pieces for cut in cuts)])
        rows, lower = self._run(pieces, bounds)
        owners = [np.array(cut.owners) for cut in cuts]
        return [
            Encoded(word_means(rows[start:end], own, cut.words), lower[start:end].copy(), own)
            for cut, own, (start, end) in zip(cuts, owners, bounds, strict=True)
        ]

    def _run(self, pieces: Ints, bounds: Sequence[tuple[int, int]]) -> tuple[Floats, Floats]:
        """(all pieces, WIDTH): the means of the groups of layers; and the states after LOWER."""
        width = self.weights.head.width
        out = np.zeros((len(pieces), WIDTH), np.float32)
        lower = out[:, :width]
        for number, states in enumerate(self.states(pieces, bounds), 1):
            lower = states if number == LOWER else lower
            for column, group in enumerate(GROUPS):
                if number in group:
                    out[:, column * width : (column + 1) * width] += states / len(group)
        return out, lower

    def states(self, pieces: Ints, bounds: Sequence[tuple[int, int]]) -> Iterator[Floats]:
        """(all pieces, width) after each layer; bounds: where each sentence's pieces lie."""
        places = np.concatenate([np.arange(end - start) for start, end in bounds])
        states = self.weights.word_rows(pieces) + self.weights.places[places]
        states = normal(states, self.weights.norm, self.weights.epsilon)
        for layer in self.layers:
            states = run_layer(layer, states, bounds, self.weights.shape)
            yield states


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
    """(words, WIDTH): mean over each word's pieces; words beyond the last place get zeros."""
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
    """The one encoder of this process; its layers take 57 MB."""
    return WordEncoder(EncoderWeights(packaged_file()))
