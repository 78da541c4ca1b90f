"""The candidate masks of a tree as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.nlp.splitting.candidate_masks import CandidateMask, Guess
from claims.nlp.splitting.token_table import Floats, Ints


@dataclass(frozen=True, slots=True)
class Pool:
    """k candidates of one tree as arrays.

    inside: (k, n) 0/1 masks. odds: (k, n) the head's token probabilities.
    below: (k, n) 1 where a token hangs on the head. heads, first, last, rows: (k,) the head, the
    ends of the mask, the head's row in the guess. overlap: (k, k) Jaccard.
    """

    guess: Guess
    candidates: Sequence[CandidateMask]
    inside: Floats
    odds: Floats
    below: Floats
    heads: Ints
    rows: Ints
    first: Ints
    last: Ints
    overlap: Floats


def pool_of(guess: Guess, candidates: Sequence[CandidateMask]) -> Pool:
    """Put candidates into arrays; there must be at least one."""
    inside = np.zeros((len(candidates), guess.tree.size), np.float32)
    for i, candidate in enumerate(candidates):
        inside[i, list(candidate.mask)] = 1
    heads = np.array([candidate.head for candidate in candidates], np.int32)
    rows = np.array([candidate.row for candidate in candidates], np.int32)
    shared = inside @ inside.T
    sizes = inside.sum(1)
    return Pool(
        guess=guess,
        candidates=candidates,
        inside=inside,
        odds=guess.odds[rows],
        below=guess.tree.below[heads],
        heads=heads,
        rows=rows,
        first=inside.argmax(1).astype(np.int32),
        last=(guess.tree.size - 1 - inside[:, ::-1].argmax(1)).astype(np.int32),
        overlap=shared / (sizes[:, None] + sizes[None, :] - shared),
    )
