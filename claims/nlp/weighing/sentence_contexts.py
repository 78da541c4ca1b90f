"""How a sentence is said: the mean of what tuned layers of a transformer make of its words.

A sentence is encoded once, for this, for the Italian parser and for the claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.language import likely_language
from claims.nlp.parsing.pipeline import spaces_of, worded_texts, words_of
from claims.nlp.parsing.word_memory import word_memory
from claims.nlp.types import Span

WIDTH = 384
SHORTEST = 1e-6
TEXTS_A_BATCH = 64

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A text's n words: where each stands (n, 2), in code points of the text, and (n, WIDTH).

    Kept until the claims are judged, so in sixteen bits: a megabyte of text has 170,000 words.
    """

    spans: NDArray[np.int32]
    rows: NDArray[np.float16]

    def context(self) -> Floats:
        """(WIDTH,) the unit mean, 0 for a text without words."""
        return unit_mean(self.rows)

    def context_of(self, segments: Sequence[Span], start: int) -> Floats:
        """As `context`, of the words in some segments of an article; the text stands at `start`.

        Of all words where the segments hold none.
        """
        inside = np.zeros(len(self.rows), bool)
        for segment in segments:
            inside |= (self.spans[:, 0] + start < segment.end) & (
                self.spans[:, 1] + start > segment.start
            )
        return unit_mean(self.rows[inside] if inside.any() else self.rows)


def unit_mean(rows: NDArray[np.float16]) -> Floats:
    """(n, WIDTH) -> (WIDTH,)."""
    total = rows.sum(0, dtype=np.float32)
    found: Floats = total / max(float(np.linalg.norm(total)), SHORTEST)
    return found


def said_words(texts: Sequence[str], language: str | None = None) -> list[SaidWords]:
    """The words of each text.

    language: of all texts; the likelier one of each where it is None.
    """
    languages = [language or likely_language(text) for text in texts]
    found: list[SaidWords] = []
    for start in range(0, len(texts), TEXTS_A_BATCH):
        batch = slice(start, start + TEXTS_A_BATCH)
        found += _said(texts[batch], languages[batch])
    return found


def _said(texts: Sequence[str], languages: Sequence[str]) -> list[SaidWords]:
    pieces = worded_texts(texts, languages)
    docs = [doc for of_text in pieces for _, doc in of_text]
    tuned = iter(word_memory().tuned(words_of(docs), spaces_of(docs)))
    rows = [[next(tuned).top.astype(np.float16) for _ in of_text] for of_text in pieces]
    spans = [
        [
            (offset + token.idx, offset + token.idx + len(token))
            for offset, doc in of_text
            for token in doc
        ]
        for of_text in pieces
    ]
    return [
        SaidWords(
            np.array(of_text, np.int32).reshape(-1, 2),
            np.concatenate([np.zeros((0, WIDTH), np.float16), *of_rows]),
        )
        for of_text, of_rows in zip(spans, rows, strict=True)
    ]


def contexts_of(texts: Sequence[str], language: str | None = None) -> Floats:
    """(n, WIDTH) the context of each text; as `said_words` for the language."""
    return stacked([said.context() for said in said_words(texts, language)])


def stacked(contexts: Sequence[Floats]) -> Floats:
    """(n, WIDTH) of n contexts, also of none."""
    return np.array(contexts, np.float32).reshape(-1, WIDTH)
