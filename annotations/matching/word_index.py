"""BM25 over the pieces of words, as a share of what the query could reach at most.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotations.matching.terms import terms

SATURATION = 1.2
LENGTH = 0.4  # claims are short: their length says little

Floats = NDArray[np.float64]


class WordIndex:
    """The texts, findable by the terms they hold."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(terms(text)) for text in texts]
        self._size = len(texts)
        lengths = np.array([count.total() for count in counts], np.float64)
        damping = SATURATION * (
            1 - LENGTH + LENGTH * lengths / max(float(lengths.sum()) / max(self._size, 1), 1.0)
        )
        places: dict[str, list[tuple[int, int]]] = {}
        for text, count in enumerate(counts):
            for term, times in count.items():
                places.setdefault(term, []).append((text, times))
        self._postings = {
            term: self._posting(np.array(found), damping) for term, found in places.items()
        }

    def scores(self, query: str) -> Floats:
        """One number a text: 0 shares no term, about 1 holds every term of the query."""
        wanted = set(terms(query))
        found = [self._postings[term] for term in sorted(wanted & self._postings.keys())]
        most = sum(self._rarity(len(self._postings.get(term, ((),))[0])) for term in wanted)
        if not found:
            return np.zeros(self._size)
        texts = np.concatenate([posting[0] for posting in found])
        weights = np.concatenate([posting[1] for posting in found])
        return np.bincount(texts, weights, minlength=self._size) / most

    def _posting(
        self, found: NDArray[np.int64], damping: Floats
    ) -> tuple[NDArray[np.int64], Floats]:
        texts, times = found[:, 0], found[:, 1].astype(np.float64)
        weights = times * (SATURATION + 1) / (times + damping[texts])
        return texts, self._rarity(len(texts)) * weights

    def _rarity(self, holders: int) -> float:
        """The fewer texts hold a term, the more it says."""
        return math.log(1 + (self._size - holders + 0.5) / (holders + 0.5))
