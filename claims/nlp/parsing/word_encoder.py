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

from claims.nlp.parsing.encoder_weights import EncoderWeights, Floats, Layer, packaged_file
from claims.nlp.parsing.word_pieces import PieceCutter

GROUPS = ((1, 2, 3), (4, 5, 6), (7, 8))  # layers, from 1, whose means a word gets
LAYERS = GROUPS[-1][-1]
WIDTH = 384 * len(GROUPS)
PIECES_A_BATCH = 2048
FEW = 3  # pieces of a word in a sentence with more pieces than there are places
ROOT_2_OVER_PI = np.float32(np.sqrt(2 / np.pi))

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence of so many words: its pieces, and for each its word's index, -1 at both ends."""

    words: int
    pieces: list[int]
    owners: list[int]


class WordEncoder:
    """Weights made ready; free of side effects but for the memory of the piece cutter."""

    def __init__(self, weights: EncoderWeights, layers: int = LAYERS) -> None:
        self.weights = weights
        self.layers = [weights.layer(number) for number in range(layers)]
        self.cutter = PieceCutter(weights.pieces)

    def vectors(
        self, sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
    ) -> list[Floats]:
        """One (n words, WIDTH) array a sentence; sentences don't see each other.

        spaces: whether white space follows each word.
        """
        cuts = [self._cut(*sentence) for sentence in zip(sentences, spaces, strict=True)]
        found: list[Floats] = []
        batch: list[Cut] = []
        size = 0
        for cut in cuts:
            if batch and size + len(cut.pieces) > PIECES_A_BATCH:
                found += self._batch(batch)
                batch, size = [], 0
            batch.append(cut)
            size += len(cut.pieces)
        return found + (self._batch(batch) if batch else [])

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

    def _batch(self, cuts: Sequence[Cut]) -> list[Floats]:
        """`vectors` for sentences that are run in one go."""
        lengths = [len(cut.pieces) for cut in cuts]
        ends = np.cumsum(lengths).tolist()
        bounds = list(zip([0, *ends[:-1]], ends, strict=True))
        rows = self._run(np.array(list(chain.from_iterable(cut.pieces for cut in cuts))), bounds)
        return [
            word_means(rows[start:end], np.array(cut.owners), cut.words)
            for cut, (start, end) in zip(cuts, bounds, strict=True)
        ]

    def _run(self, pieces: Ints, bounds: Sequence[tuple[int, int]]) -> Floats:
        """(all pieces, WIDTH): the means of the groups of layers."""
        width = self.weights.head.width
        out = np.zeros((len(pieces), WIDTH), np.float32)
        for number, states in enumerate(self.states(pieces, bounds), 1):
            for column, group in enumerate(GROUPS):
                if number in group:
                    out[:, column * width : (column + 1) * width] += states / len(group)
        return out

    def states(self, pieces: Ints, bounds: Sequence[tuple[int, int]]) -> Iterator[Floats]:
        """(all pieces, width) after each layer; bounds: where each sentence's pieces lie."""
        places = np.concatenate([np.arange(end - start) for start, end in bounds])
        states = self.weights.word_rows(pieces) + self.weights.places[places]
        states = self._normal(states, self.weights.norm)
        for layer in self.layers:
            states = self._layer(layer, states, bounds)
            yield states

    def _layer(self, layer: Layer, states: Floats, bounds: Sequence[tuple[int, int]]) -> Floats:
        """One layer over all pieces."""
        looked = self._attention(states @ layer.attention + layer.attention_bias, bounds)
        looked = looked @ layer.joined + layer.joined_bias
        states = self._normal(states + looked, layer.joined_norm)
        inner = gelu(states @ layer.inner + layer.inner_bias)
        return self._normal(states + inner @ layer.outer + layer.outer_bias, layer.outer_norm)

    def _attention(self, asked: Floats, bounds: Sequence[tuple[int, int]]) -> Floats:
        """(all pieces, width): what each piece is told by the others of its sentence."""
        heads = self.weights.head.heads
        out = np.empty((len(asked), self.weights.head.width), np.float32)
        for start, end in bounds:
            parts = asked[start:end].reshape(end - start, 3, heads, -1).transpose(1, 2, 0, 3)
            scores = parts[0] @ parts[1].transpose(0, 2, 1)
            scores /= np.float32(np.sqrt(parts.shape[-1]))
            scores -= scores.max(-1, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(-1, keepdims=True)
            out[start:end] = (scores @ parts[2]).transpose(1, 0, 2).reshape(end - start, -1)
        return out

    def _normal(self, states: Floats, norm: tuple[Floats, Floats]) -> Floats:
        """Mean 0 and variance 1 a row, then scaled and shifted."""
        states -= states.mean(-1, keepdims=True)
        spread = np.einsum("ij,ij->i", states, states) / np.float32(states.shape[1])
        states /= np.sqrt(spread + self.weights.epsilon)[:, None]
        states *= norm[0]
        states += norm[1]
        return states


def gelu(values: Floats) -> Floats:
    """The smooth rectifier of Hendrycks and Gimpel (2016), by its tanh form; changes `values`."""
    bent = values * values
    bent *= np.float32(0.044715)
    bent += np.float32(1)
    bent *= values
    bent *= ROOT_2_OVER_PI
    np.tanh(bent, out=bent)
    bent += np.float32(1)
    bent *= np.float32(0.5)
    values *= bent
    return values


def word_means(rows: Floats, owners: Ints, words: int) -> Floats:
    """(words, WIDTH): mean over each word's pieces; words beyond the last place get zeros."""
    means = np.zeros((words, rows.shape[1]), np.float32)
    inner = np.nonzero(owners >= 0)[0]
    if len(inner):
        starts = inner[np.nonzero(np.diff(owners[inner], prepend=-1))[0]]
        sums = np.add.reduceat(rows[: inner[-1] + 1], starts, axis=0)
        means[: len(sums)] = sums / np.bincount(owners[inner])[:, None].astype(np.float32)
    return means


@lru_cache(maxsize=1)
def word_encoder() -> WordEncoder:
    """The one encoder of this process; its layers take 57 MB."""
    return WordEncoder(EncoderWeights(packaged_file()))


def word_vectors(
    sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]]
) -> list[Floats]:
    """One (n words, WIDTH) array a sentence; spaces: whether white space follows each word."""
    return word_encoder().vectors(sentences, spaces)
