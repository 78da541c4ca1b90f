"""What a multilingual transformer makes of a sentence: the mean of its words' vectors.

The sentence encoder of `sentence_vectors` says what a sentence is about; the middle layers say more
of how it is said. An Italian sentence is encoded once, for this and for the parser.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.language import likely_language
from claims.nlp.parsing.pipeline import encoded_texts
from claims.nlp.parsing.word_encoder import GROUPS
from claims.nlp.parsing.word_encoder import WIDTH as ALL_GROUPS

WIDTH = ALL_GROUPS // len(GROUPS)  # only the topmost layers are read
TEXTS_A_BATCH = 64
SHORTEST = 1e-6

Floats = NDArray[np.float32]


def contexts_of(texts: Sequence[str], language: str | None = None) -> Floats:
    """(n, WIDTH) unit vectors, 0 for a text without words.

    language: of all texts; the likelier one of each where it is None.
    """
    languages = [language or likely_language(text) for text in texts]
    found = np.zeros((len(texts), WIDTH), np.float32)
    for start in range(0, len(texts), TEXTS_A_BATCH):
        batch = slice(start, start + TEXTS_A_BATCH)
        for row, pieces in enumerate(encoded_texts(texts[batch], languages[batch]), start):
            found[row] = sentence_mean(pieces)
    return found


def sentence_mean(pieces: Sequence[Floats]) -> Floats:
    """(WIDTH,) the unit mean over all words of a sentence read in pieces."""
    total = sum((rows[:, -WIDTH:].sum(0) for rows in pieces), np.zeros(WIDTH, np.float32))
    length = max(float(np.linalg.norm(total)), SHORTEST)
    return (total / length).astype(np.float32)
