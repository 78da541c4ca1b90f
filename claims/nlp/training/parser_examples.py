"""Sentences as arrays: hashed words, answers, and frozen encoder vectors kept on disk."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.parsing.biaffine import ROOT
from claims.nlp.parsing.biaffine_network import table_rows
from claims.nlp.parsing.word_encoder import WIDTH, word_encoder
from claims.nlp.scoring.parser_treebanks import TreeSentence

SENTENCES_A_WRITE = 256
UNKNOWN = -100  # an answer that the loss leaves out


@dataclass(frozen=True, slots=True)
class Inventory:
    """Names of what the network tells apart, in the order of its outputs."""

    labels: list[str]
    tags: list[str]
    forms: list[str]  # tag and morphological features in one; Italian only
    treebanks: list[str]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence of n words."""

    rows: NDArray[np.int64]  # (n, 6): rows in the hashed tables
    spaces: NDArray[np.float32]  # (n,)
    vectors: NDArray[np.float16]  # (n, WIDTH), a view of the file
    heads: NDArray[np.int64]  # (n,): 0 the root, else 1 + index of the governor
    labels: NDArray[np.int64]
    tags: NDArray[np.int64]
    forms: NDArray[np.int64]
    treebank: int


def inventory_of(italian: Sequence[TreeSentence], romance: Sequence[TreeSentence]) -> Inventory:
    """All names met in the training sentences; forms met once are left out."""
    words = [word for sentence in [*italian, *romance] for word in sentence.words]
    forms = Counter(f"{w.tag}|{w.features}" for sentence in italian for w in sentence.words)
    return Inventory(
        labels=sorted({ROOT, *(word.label for word in words)}),
        tags=sorted({word.tag for word in words}),
        forms=["_", *(form for form, count in forms.most_common() if count > 1)],
        treebanks=sorted({sentence.treebank for sentence in [*italian, *romance]}),
    )


def examples_of(
    sentences: Sequence[TreeSentence], inventory: Inventory, cache: Path, style: str | None = None
) -> list[Example]:
    """Encode sentences; style: the treebank whose conventions are asked for, else each its own."""
    vectors = cached_vectors(sentences, cache)
    found, start = [], 0
    for sentence in sentences:
        end = start + len(sentence.words)
        treebank = inventory.treebanks.index(style or sentence.treebank)
        found.append(example_of(sentence, inventory, vectors[start:end], treebank))
        start = end
    return found


def example_of(
    sentence: TreeSentence, inventory: Inventory, vectors: NDArray[np.float16], treebank: int
) -> Example:
    """Encode one sentence."""
    labels = {name: i for i, name in enumerate(inventory.labels)}
    tags = {name: i for i, name in enumerate(inventory.tags)}
    forms = {name: i for i, name in enumerate(inventory.forms)}
    foreign = "-" in sentence.treebank
    words = sentence.words
    return Example(
        rows=np.array([table_rows(word.form) for word in words]),
        spaces=np.array(sentence.spaces, np.float32),
        vectors=vectors,
        heads=np.array([word.head + 1 for word in words]),
        labels=np.array([labels.get(word.label, 0) for word in words]),
        tags=np.array([tags.get(word.tag, UNKNOWN) for word in words]),
        forms=np.array(
            [UNKNOWN if foreign else forms.get(f"{w.tag}|{w.features}", 0) for w in words]
        ),
        treebank=treebank,
    )


def cached_vectors(sentences: Sequence[TreeSentence], cache: Path) -> NDArray[np.float16]:
    """(all words, WIDTH) encoder vectors, computed once and read from `cache` ever after."""
    written = "\n".join(f"{WIDTH}\t{s.forms}\t{s.spaces}" for s in sentences)
    digest = hashlib.sha256(written.encode())
    path = cache / f"vectors-{digest.hexdigest()[:16]}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        write_vectors(sentences, path)
    mapped: NDArray[np.float16] = np.load(path, mmap_mode="r")
    return mapped


def write_vectors(sentences: Sequence[TreeSentence], path: Path) -> None:
    """Fill the file under another name, so that a broken run leaves nothing half."""
    part = path.with_suffix(".part")
    total = sum(len(sentence.words) for sentence in sentences)
    out = np.lib.format.open_memmap(part, mode="w+", dtype=np.float16, shape=(total, WIDTH))
    start = 0
    for first in range(0, len(sentences), SENTENCES_A_WRITE):
        few = sentences[first : first + SENTENCES_A_WRITE]
        for rows in word_encoder().vectors([s.forms for s in few], [s.spaces for s in few]):
            out[start : start + len(rows)] = rows
            start += len(rows)
    out.flush()
    part.rename(path)
