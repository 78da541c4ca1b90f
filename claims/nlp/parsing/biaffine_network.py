"""One trained network of the biaffine parser in plain numpy: words in, scores out.

Word features are hashed forms, prefixes, suffixes and shapes, plus vectors of a frozen encoder
(`word_encoder`). Source: Dozat and Manning, "Deep Biaffine Attention for Neural Dependency
Parsing", ICLR 2017.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.recurrent import BothWays, Layer, reading_order, run_layer

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
WORD_ROWS_KEPT = 50_000  # a long-lived worker must not grow for ever
# rows of the hashed tables: lower-cased forms, last three letters, first three, shapes, last five
TABLES = (6000, 2500, 1500, 400, 5000)


@dataclass(frozen=True, slots=True)
class Sentences:
    """A batch, longest sentence first."""

    words: Sequence[Sequence[str]]
    vectors: Sequence[Floats]  # (n words, WIDTH) a sentence
    spaces: Sequence[Sequence[bool]]  # whether white space follows each word

    @property
    def lengths(self) -> Ints:
        """Words a sentence."""
        return np.array([len(words) for words in self.words])


@dataclass(frozen=True, slots=True)
class States:
    """All words of a batch, one sentence after the other: (words, 2 * LSTM width)."""

    lower: Floats
    upper: Floats


def hashed(word: str, rows: int, seed: int) -> int:
    """Row of a word in a hashed embedding table."""
    return zlib.crc32((str(seed) + word).encode()) % rows


def table_rows(word: str) -> tuple[int, int, int, int, int, int]:
    """Where a word stands in the five tables: the form twice (its two vectors are added up)."""
    low = word.lower()
    return (
        hashed(low, TABLES[0], 1),
        hashed(low, TABLES[0], 2),
        hashed(low[-3:], TABLES[1], 3),
        hashed(low[:3], TABLES[2], 4),
        hashed(word_shape(word), TABLES[3], 5),
        hashed(low[-5:], TABLES[4], 6),
    )


def word_shape(word: str) -> str:
    """Xxx, dd, X.: runs are cut after three."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if shape[-3:] != kind * 3:
            shape += kind
    return shape


def leaky(values: Floats) -> Floats:
    """Leaky rectifier, slope .1."""
    rectified: Floats = np.maximum(values, np.float32(0.1) * values)
    return rectified


def with_one(values: Floats) -> Floats:
    """A last column of ones, which gives a biaffine product its linear part."""
    return np.concatenate([values, np.ones((len(values), 1), np.float32)], axis=1)


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities along the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    shares: Floats = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    return shares


class BiaffineNetwork:
    """Weights made ready; free of side effects but for a cache of word rows."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]], layers: int, style: int) -> None:
        """arrays: as `training.parser_storage` names them; style: row of the treebank asked for."""
        self.weights: dict[str, Floats] = {
            name: array.astype(np.float32) for name, array in arrays.items()
        }
        self.lstm: list[BothWays] = [self._layer(i) for i in range(layers)]
        self.style = self.weights["style.weight"][style]
        scorer = self.weights["label_scorer"]
        self.label_scorer = np.ascontiguousarray(
            scorer.transpose(1, 0, 2).reshape(scorer.shape[1], -1)
        )
        self.word_rows: dict[str, Floats] = {}

    def _layer(self, layer: int) -> BothWays:
        """One bidirectional layer of the LSTM."""
        ways = []
        for way in ("forward_lstm", "backward_lstm"):
            name = f"{way}.{layer}.{{}}_l0"
            ways.append(
                Layer(
                    inputs=self.weights.pop(name.format("weight_ih")),
                    recurrent=self.weights.pop(name.format("weight_hh")),
                    bias=self.weights.pop(name.format("bias_ih"))
                    + self.weights.pop(name.format("bias_hh")),
                )
            )
        return BothWays.of(*ways)

    def states(self, sentences: Sentences) -> States:
        """Run the LSTM over a batch."""
        rows = zip(sentences.words, sentences.vectors, sentences.spaces, strict=True)
        inputs = np.concatenate([self._inputs(*row) for row in rows])
        order = reading_order(sentences.lengths)
        lower = upper = run_layer(self.lstm[0], inputs, order)
        for layer in self.lstm[1:]:
            upper = run_layer(layer, upper, order)
        return States(lower, upper)

    def tags(self, states: States) -> Floats:
        """(words, tags): log probabilities of coarse tags."""
        return log_softmax(self._linear(states.lower, "tag"))

    def arcs(self, states: States, lengths: Ints) -> list[Floats]:
        """(n, n + 1) a sentence: log probability of each governor, the root first."""
        dependents = with_one(leaky(self._linear(states.upper, "arc_dependent")))
        dependents = dependents @ self.weights["arc_scorer"]
        governors = leaky(self._linear(states.upper, "arc_governor"))
        root = leaky(self._linear(self.weights["root"][None], "arc_governor"))
        found, start = [], 0
        for end in np.cumsum(lengths).tolist():
            within = np.concatenate([root, governors[start:end]])
            scores: Floats = dependents[start:end] @ within.T
            found.append(log_softmax(scores))
            start = end
        return found

    def labels(self, states: States, heads: Ints, lengths: Ints) -> Floats:
        """(words, labels): log probabilities for the arcs to `heads` (0 the root, i word i)."""
        root = self._linear(self.weights["root"][None], "label_governor")
        governors = np.concatenate([root, self._linear(states.upper, "label_governor")])
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        right = with_one(leaky(governors))[np.where(heads == 0, 0, starts + heads)]
        left = with_one(leaky(self._linear(states.upper, "label_dependent")))
        scores = (left @ self.label_scorer).reshape(len(heads), -1, right.shape[1])
        sided: Floats = np.matmul(scores, right[:, :, None])
        return log_softmax(sided[:, :, 0])

    def _word_row(self, word: str) -> Floats:
        """Embedding of a form, its affixes and shape."""
        row = self.word_rows.get(word)
        if row is None:
            first, second, *others = table_rows(word)
            form = self.weights["tables.0.weight"]
            parts = [form[first] + form[second]]
            parts += [self.weights[f"tables.{i}.weight"][at] for i, at in enumerate(others, 1)]
            row = np.concatenate(parts)
            if len(self.word_rows) > WORD_ROWS_KEPT:
                self.word_rows.clear()
            self.word_rows[word] = row
        return row

    def _inputs(self, words: Sequence[str], vectors: Floats, spaces: Sequence[bool]) -> Floats:
        """(n, features) of one sentence."""
        forms = np.stack([self._word_row(word) for word in words])
        style = np.broadcast_to(self.style, (len(words), len(self.style)))
        gaps = np.array(spaces, np.float32)[:, None]
        return np.concatenate([forms, style, gaps, self._context(vectors)], axis=1)

    def _context(self, vectors: Floats) -> Floats:
        """Encoder vectors projected and layer-normalised."""
        out = self._linear(vectors, "context")
        out -= out.mean(1, keepdims=True)
        out /= np.sqrt((out * out).mean(1, keepdims=True) + np.float32(1e-5))
        scale, shift = self.weights["context_norm.weight"], self.weights["context_norm.bias"]
        scaled: Floats = out * scale + shift
        return scaled

    def _linear(self, values: Floats, name: str) -> Floats:
        """One dense layer."""
        out: Floats = values @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return out
