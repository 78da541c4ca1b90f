"""Which passage of a document speaks of a claim: the excerpt that a reviewer most likely wants.

Pure: words in, spans out. A rule, not a model: shared words, figures counting double.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_PASSAGE = re.compile(r"[^\s.!?…][^.!?…\n]*(?:[.!?…](?![\s\n]|$)[^.!?…\n]*)*[.!?…]?[”»\"’)]*")
"""A sentence, roughly: up to a full stop that white space follows, never over a line's end."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_STEM = 5
"""Letters of a word that count, so that `scuola` meets `scuole`."""
_SHORT = 3
"""Words of so few letters are articles and prepositions; figures always count."""
_FIGURE_WEIGHT, _WORD_WEIGHT = 2.0, 1.0
MIN_SCORE = 0.3
"""Share of the claim's weight below which a passage says nothing about it."""
MAX_PASSAGE = 600
"""Code points above which a passage is no excerpt (a menu, a table without full stops)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A half-open span of a text in code points, its words, and the score in [0, 1]."""

    start: int
    end: int
    exact: str
    score: float


def best_passage(text: str, claim: str) -> Passage | None:
    """Find the passage of `text` that shares most with `claim`, the first among equals.

    None when none reaches MIN_SCORE.
    """
    wanted = _weights(claim)
    best: Passage | None = None
    for found in _PASSAGE.finditer(text):
        exact = found.group().rstrip()
        score = _score(exact, wanted) if len(exact) <= MAX_PASSAGE else 0.0
        if score >= MIN_SCORE and (best is None or score > best.score):
            best = Passage(found.start(), found.start() + len(exact), exact, score)
    return best


def likeness(text: str, claim: str) -> float:
    """Say in [0, 1] how much of the claim's words `text` holds."""
    return _score(text, _weights(claim))


def _score(text: str, wanted: Mapping[str, float]) -> float:
    total = sum(wanted.values())
    if not total:
        return 0.0
    held = _weights(text).keys()
    return sum(weight for word, weight in wanted.items() if word in held) / total


def _weights(text: str) -> dict[str, float]:
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    weights: dict[str, float] = {}
    for word in words:
        if word[0].isdigit():
            weights[word] = _FIGURE_WEIGHT
        elif len(word) > _SHORT:
            weights[word[:_STEM]] = _WORD_WEIGHT
    return weights
