"""Words and word pairs of a sentence as numbers of a fixed range, so that no word list ships.

Hashing trick: Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning".
"""

from __future__ import annotations

import re
from binascii import crc32
from collections import Counter
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

WIDTH = 2**14
_TOKEN = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")


def hashes_of(text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Places below WIDTH and their weights (unit length in all); both empty for no word.

    Every digit counts as 0, so that 412 and 368 are one word.
    """
    tokens = _TOKEN.findall(_DIGIT.sub("0", text.lower()))
    pairs = map(" ".join, pairwise(tokens))
    counts = Counter(_place(gram) for gram in (*tokens, *pairs))
    places = np.fromiter(counts.keys(), np.int64, len(counts))
    weights = np.sqrt(np.fromiter(counts.values(), np.float64, len(counts)))
    return places, weights / max(float(np.linalg.norm(weights)), 1.0)


@lru_cache(maxsize=50_000)
def _place(gram: str) -> int:
    return crc32(gram.encode("utf-8", "surrogatepass")) % WIDTH
