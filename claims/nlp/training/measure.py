"""Claim F1: masks matched one to one within a sentence, right at a Jaccard of .8 (or .5).

Source: PropSegmEnt (Chen et al. 2023). A labelled claim that only one of two labellers saw may be
found or not at no cost.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.parsing.tree import Mask, jaccard
from claims.nlp.scoring.counts import Counts, one_to_one
from claims.nlp.training.gold import GoldClaim


def score_sentence(gold: Sequence[GoldClaim], found: Sequence[Mask], bar: float = 0.8) -> Counts:
    """Compare one sentence's claims with those found in it."""
    optional = sum(not claim.must for claim in gold)
    overlap = [[jaccard(claim.mask, mask) for mask in found] for claim in gold]
    hits = [row for row, column in one_to_one(overlap) if overlap[row][column] >= bar]
    right = sum(gold[row].must for row in hits)
    return Counts(right, len(found) - len(hits), len(gold) - optional - right)
