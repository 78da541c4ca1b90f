"""What a sentence is, whether it can be checked, and how much it deserves checking.

One logistic regression over the sentence vector and shallow cues, trained on news sentences that
people marked checkable or not and on debate sentences that people marked worth checking or not
(ClaimBuster). One number of its input says which of the two is asked: 1 the first, 0 the second;
the score asks half of each. Weights and figures: `weights/check_worthiness/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.sentence_cues import NAMES, Cues, cues_of
from claims.nlp.token_vectors import sentence_encoder
from claims.nlp.types import Label

VECTOR_SCALE = 3.0  # unit vectors have small entries beside cues of 0 to 1
LONGEST_READ = 1_500
BATCH = 64
HEADING_CEILING = 0.1
_WEIGHTS = Path(__file__).parent / "weights" / "check_worthiness" / "weights.npz"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`check_worthiness` in [0, 1]; `reasons` are keys, the weightiest first."""

    label: Label
    check_worthiness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Weights of vector (512), cues (one each) and domain; all finite."""

    vector: Floats
    cues: Floats
    domain: float
    intercept: float

    def logits(self, vectors: Floats, cues: Floats) -> Floats:
        """Log-odds at domain 0 for n sentences: (n, 512), (n, cues) -> (n,)."""
        found: Floats = VECTOR_SCALE * vectors @ self.vector + cues @ self.cues + self.intercept
        return found


def judge(texts: Sequence[str], headings: Sequence[bool] | None = None) -> list[Judgement]:
    """One judgement a sentence, in order; `headings` says which of them are headings."""
    if not texts:
        return []
    all_cues = [cues_of(text) for text in texts]
    rows = np.array([cues.as_row() for cues in all_cues])
    model = load_model()
    logits = model.logits(vectors_of(texts), rows)
    flags = headings if headings is not None else [False] * len(texts)
    return [
        _judged(cues, float(logit), model, is_heading)
        for cues, logit, is_heading in zip(all_cues, logits, flags, strict=True)
    ]


def vectors_of(texts: Sequence[str]) -> Floats:
    """Sentence vectors (n, 512), unit length; a sentence is read up to 1,500 characters."""
    shortened = [text[:LONGEST_READ] for text in texts]
    parts = [
        sentence_encoder().encode(shortened[i : i + BATCH]) for i in range(0, len(shortened), BATCH)
    ]
    return np.vstack(parts).astype(np.float64)


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The shipped weights."""
    with np.load(_WEIGHTS) as stored:
        if tuple(stored["cue_names"]) != NAMES:
            raise RuntimeError("check-worthiness weights were trained on other cues")
        return Model(
            stored["vector"].astype(np.float64),
            stored["cues"].astype(np.float64),
            float(stored["domain"]),
            float(stored["intercept"]),
        )


def _judged(cues: Cues, logit: float, model: Model, is_heading: bool) -> Judgement:
    score = _sigmoid(logit + model.domain / 2)
    if is_heading:
        return Judgement(Label.HEADING, min(score, HEADING_CEILING), ("heading",))
    if cues.question:
        return Judgement(Label.QUESTION, min(score, 0.5), ("question",))
    if logit + model.domain > 0:
        return Judgement(Label.CHECKABLE, score, _reasons(cues))
    return Judgement(_uncheckable(cues), score, _reasons(cues))


def _sigmoid(logit: float) -> float:
    return float(round(1 / (1 + np.exp(-np.clip(logit, -30, 30))), 4))


def _uncheckable(cues: Cues) -> Label:
    """Why a sentence can't be checked, by what it shows."""
    if cues.exhortation and not cues.past:
        return Label.EXHORTATION
    if cues.future and not cues.past:
        return Label.PREDICTION
    if cues.opinion or cues.first_person or cues.exclamation or cues.hedged:
        return Label.OPINION
    return Label.OTHER


_REASONS = (
    ("numbers", "quantity"),
    ("years", "date"),
    ("names", "named_actor"),
    ("change", "change"),
    ("comparison", "comparison"),
    ("reported", "reported_speech"),
    ("opinion", "opinion"),
    ("future", "prediction"),
    ("first_person", "first_person"),
    ("hedged", "hedged"),
)


def _reasons(cues: Cues) -> tuple[str, ...]:
    return tuple(key for cue, key in _REASONS if getattr(cues, cue))
