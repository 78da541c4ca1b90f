"""Claim F1: masks matched one to one within a sentence, right at a Jaccard of .8 (or .5).

Source: PropSegmEnt (Chen et al. 2023). A labelled claim that only one of two labellers saw may be
found or not at no cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from claims.nlp.parsing.tree import Mask, jaccard
from claims.nlp.training.gold import GoldClaim


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, needless and missed claims."""

    right: int = 0
    needless: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.needless + other.needless, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.needless)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.needless + self.missed)

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def score_sentence(gold: Sequence[GoldClaim], found: Sequence[Mask], bar: float = 0.8) -> Score:
    """Compare one sentence's claims with those found in it."""
    optional = sum(not claim.must for claim in gold)
    if not gold or not found:
        return Score(0, len(found), len(gold) - optional)
    overlap = np.array([[jaccard(claim.mask, mask) for mask in found] for claim in gold])
    rows, columns = linear_sum_assignment(-overlap)
    hits = [r for r, c in zip(rows, columns, strict=True) if overlap[r, c] >= bar]
    right = sum(gold[row].must for row in hits)
    return Score(right, len(found) - len(hits), len(gold) - optional - right)


def total(scores: Iterable[Score]) -> Score:
    """Micro-average over sentences."""
    return sum(scores, Score())
