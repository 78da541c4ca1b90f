"""Layers of the encoder that were tuned on labelled claims, beside the parser's own.

They go on where the shared layers end (`word_encoder.LOWER`). What they make of words is read by
`splitting.claim_layers`, which scores words and pairs of words, and by `weighing`, which asks what
a sentence is. Weights and model card: weights/claim_layers/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.encoder_weights import Floats, Layer, Shape
from claims.nlp.parsing.transformer import run_layer
from claims.nlp.parsing.word_encoder import Begun, batches, bounds_of, word_encoder, word_means

WEIGHTS = Path(__file__).parents[1] / "weights" / "claim_layers" / "layers.npz"

Stored = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class TunedWords:
    """A sentence's n words: (n, width) the learned mix of all states, and those at the top."""

    mixed: Floats
    top: Floats


class TunedLayers:
    """Weights made ready; free of side effects."""

    def __init__(self, stored: Stored, shape: Shape) -> None:
        count = json.loads(str(stored["meta"]))["layers"]
        self.layers = [_layer(stored, number) for number in range(count)]
        mix = np.exp(np.asarray(stored["mix"], np.float32))
        self._mix = mix / mix.sum()
        self._shape = shape

    def read(self, begun: Sequence[Begun]) -> list[TunedWords]:
        """One a sentence, in order; sentences don't see each other."""
        found: list[TunedWords] = []
        for start, end in batches([len(one.states) for one in begun]):
            found += self._batch(begun[start:end])
        return found

    def _batch(self, begun: Sequence[Begun]) -> Iterator[TunedWords]:
        """`read` for sentences that are run in one go."""
        bounds = bounds_of([len(one.states) for one in begun])
        states = np.concatenate([one.states for one in begun])
        mixed = self._mix[0] * states
        for share, layer in zip(self._mix[1:], self.layers, strict=True):
            states = run_layer(layer, states, bounds, self._shape)
            mixed += share * states
        for one, (start, end) in zip(begun, bounds, strict=True):
            yield TunedWords(
                *(word_means(rows[start:end], one.owners, one.words) for rows in (mixed, states))
            )


def _layer(stored: Stored, number: int) -> Layer:
    """One layer out of its eight-bit matrices (outputs, inputs) and their scales a row."""

    def matrix(name: str) -> Floats:
        rows = np.asarray(stored[f"{number}.{name}"], np.float32)
        rows *= np.asarray(stored[f"{number}.{name}.scale"], np.float32)[:, None]
        return np.ascontiguousarray(rows.T)

    def plain(name: str) -> Floats:
        return np.asarray(stored[f"{number}.{name}"], np.float32)

    return Layer(
        attention=matrix("qkv"),
        attention_bias=plain("qkvb"),
        joined=matrix("ao"),
        joined_bias=plain("aob"),
        joined_norm=(plain("aw"), plain("ab")),
        inner=matrix("fi"),
        inner_bias=plain("fib"),
        outer=matrix("fo"),
        outer_bias=plain("fob"),
        outer_norm=(plain("ow"), plain("ob")),
    )


@lru_cache(maxsize=1)
def tuned_layers() -> TunedLayers:
    """The shipped weights, read once a process."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return TunedLayers(stored, word_encoder().weights.shape)
