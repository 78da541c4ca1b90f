"""A graph parser of Universal Dependencies in plain numpy: BiLSTM + biaffine attention.

Word features are hashed forms, prefixes, suffixes and shapes, plus frozen sentence-encoder
vectors (`token_vectors`). Source: Dozat and Manning, "Deep Biaffine Attention for Neural
Dependency Parsing", ICLR 2017. Weights and their model card: weights/it_biaffine/.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.spanning_tree import best_tree

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
TREEBANK = "PUD"  # the treebank whose annotation style is asked for
SENTENCES_A_BATCH = 32
ROOT = "ROOT"
# rows of the hashed tables: lower-cased forms, last three letters, first three, shapes, last five
TABLES = (6000, 2500, 1500, 400, 5000)


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence's tree: `heads[i]` is the index of word i's governor, its own for the root.

    `arcs[i, j]`: the chance that j governs i, on the diagonal that i is the root.
    """

    heads: list[int]
    labels: list[str]
    pos: list[str]
    arcs: Floats | None = None


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


def sigmoid(values: Floats) -> Floats:
    """Logistic function that doesn't overflow."""
    out: Floats = np.reciprocal(np.exp(-np.clip(values, -30, 30)) + np.float32(1))
    return out


def leaky(values: Floats) -> Floats:
    """Leaky rectifier, slope .1."""
    return np.where(values > 0, values, np.float32(0.1) * values)


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
            meta = json.loads(str(arrays["meta"]))
            self.weights: dict[str, Floats] = {
                name: arrays[name].astype(np.float32) for name in arrays.files if name != "meta"
            }
        self.labels: list[str] = meta["labels"]
        self.tags: list[str] = meta["poss"]
        self.layers = int(meta["A"]["layers"])
        self.width = int(meta["A"]["h"])
        self.style = self.weights["tb.weight"][meta["tbs"].index(TREEBANK)]
        scorer = self.weights["V"]
        self.label_scorer = np.ascontiguousarray(
            scorer.transpose(1, 0, 2).reshape(scorer.shape[1], -1)
        )
        self.word_rows: dict[str, Floats] = {}

    def parse(
        self,
        sentences: Sequence[Sequence[str]],
        vectors: Sequence[Floats],
        spaces: Sequence[Sequence[bool]],
    ) -> list[Parse]:
        """Trees in the order given; every sentence has at least one word.

        vectors: (n words, 1280) a sentence; spaces: whether white space follows each word.
        """
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        found: dict[int, Parse] = {}
        for start in range(0, len(order), SENTENCES_A_BATCH):
            batch = order[start : start + SENTENCES_A_BATCH]
            lengths = np.array([len(sentences[i]) for i in batch])
            inputs = self._inputs(
                [sentences[i] for i in batch],
                [vectors[i] for i in batch],
                [spaces[i] for i in batch],
            )
            lower = upper = self._lstm(inputs, lengths, 0)
            for layer in range(1, self.layers):
                upper = self._lstm(upper, lengths, layer)
            for row, (i, n) in enumerate(zip(batch, lengths.tolist(), strict=True)):
                found[i] = self._tree(lower[:n, row], upper[:n, row])
        return [found[i] for i in range(len(sentences))]

    def _word_row(self, word: str) -> Floats:
        """Embedding of a form, its affixes and shape."""
        row = self.word_rows.get(word)
        if row is None:
            first, second, *others = table_rows(word)
            form = self.weights["e.0.weight"]
            parts = [form[first] + form[second]]
            parts += [self.weights[f"e.{i}.weight"][at] for i, at in enumerate(others, 1)]
            row = np.concatenate(parts)
            if len(self.word_rows) > 50_000:  # a long-lived worker must not grow for ever
                self.word_rows.clear()
            self.word_rows[word] = row
        return row

    def _inputs(
        self,
        sentences: Sequence[Sequence[str]],
        vectors: Sequence[Floats],
        spaces: Sequence[Sequence[bool]],
    ) -> Floats:
        """(longest, batch, features), padded with zeros; sentences come longest first."""
        context = self._context(np.concatenate(vectors))
        rows, start = [], 0
        for words, gaps in zip(sentences, spaces, strict=True):
            n = len(words)
            form = np.stack([self._word_row(word) for word in words])
            style = np.broadcast_to(self.style, (n, len(self.style)))
            gap = np.array(gaps, np.float32)[:, None]
            rows.append(np.concatenate([form, style, gap, context[start : start + n]], axis=1))
            start += n
        padded = np.zeros((len(sentences[0]), len(sentences), rows[0].shape[1]), np.float32)
        for i, row in enumerate(rows):
            padded[: len(row), i] = row
        return padded

    def _context(self, vectors: Floats) -> Floats:
        """Encoder vectors projected to 128 and layer-normalised."""
        weights = self.weights
        out = vectors @ weights["u.weight"].T + weights["u.bias"]
        out -= out.mean(1, keepdims=True)
        out /= np.sqrt((out * out).mean(1, keepdims=True) + 1e-5)
        scaled: Floats = out * weights["uln.weight"] + weights["uln.bias"]
        return scaled

    def _lstm(self, inputs: Floats, lengths: Ints, layer: int) -> Floats:
        """One bidirectional layer: (time, batch, d) -> (time, batch, 2 * width)."""
        time, batch, _ = inputs.shape
        out = np.zeros((time, batch, 2 * self.width), np.float32)
        active = [(lengths > t).sum() for t in range(time)]
        for direction, suffix in ((0, ""), (1, "_reverse")):
            name = f"rnn.{layer}.{{}}_l0{suffix}"
            bias = self.weights[name.format("bias_ih")] + self.weights[name.format("bias_hh")]
            gates = inputs.reshape(time * batch, -1) @ self.weights[name.format("weight_ih")].T
            gates = (gates + bias).reshape(time, batch, -1)
            recurrent = np.ascontiguousarray(self.weights[name.format("weight_hh")].T)
            steps = range(time) if direction == 0 else range(time - 1, -1, -1)
            at = slice(direction * self.width, (direction + 1) * self.width)
            self._run(gates, recurrent, steps, active, out[:, :, at])
        return out

    def _run(
        self, gates: Floats, recurrent: Floats, steps: range, active: Sequence[int], out: Floats
    ) -> None:
        """Step through time and write the hidden states to `out`."""
        width = self.width
        hidden = np.zeros((gates.shape[1], width), np.float32)
        cell = np.zeros((gates.shape[1], width), np.float32)
        for t in steps:
            n = active[t]
            gate = gates[t, :n] + hidden[:n] @ recurrent
            keep = sigmoid(gate[:, : 2 * width])
            fresh = keep[:, width:] * cell[:n] + keep[:, :width] * np.tanh(
                gate[:, 2 * width : 3 * width]
            )
            cell[:n] = fresh
            hidden[:n] = sigmoid(gate[:, 3 * width :]) * np.tanh(fresh)
            out[t, :n] = hidden[:n]

    def _linear(self, values: Floats, name: str) -> Floats:
        """One dense layer."""
        out: Floats = values @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return out

    def _tree(self, lower: Floats, upper: Floats) -> Parse:
        """Decode one sentence of n words from its (n, 2 * width) states."""
        n = len(upper)
        ones = np.ones((n + 1, 1), np.float32)
        governors = np.concatenate([self.weights["root"][None], upper])
        dependents = np.concatenate([leaky(self._linear(upper, "ad")), ones[1:]], axis=1)
        arcs = dependents @ self.weights["U"] @ leaky(self._linear(governors, "ah")).T
        arcs -= arcs.max(1, keepdims=True)
        arcs -= np.log(np.exp(arcs).sum(1, keepdims=True))
        heads = best_tree(arcs)
        left = np.concatenate([leaky(self._linear(upper, "ld")), ones[1:]], axis=1)
        right = np.concatenate([leaky(self._linear(governors, "lh")), ones], axis=1)[heads]
        scores = (left @ self.label_scorer).reshape(n, len(self.labels), -1)
        scores = (scores @ right[:, :, None])[:, :, 0]
        scores[:, self.labels.index(ROOT)] = np.where(heads == 0, 1e9, -1e9)
        return Parse(
            heads=[i if head == 0 else head - 1 for i, head in enumerate(heads.tolist())],
            labels=[self.labels[best] for best in scores.argmax(1).tolist()],
            pos=[self.tags[best] for best in self._linear(lower, "pos").argmax(1).tolist()],
            arcs=arc_chances(arcs),
        )
