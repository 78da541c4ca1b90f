"""Cross-fitted scores of the choice of propositions, and the thresholds that are best."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.propositions.proposition_sets import SetChoice, chosen_set
from claims.nlp.scoring.counts import Counts, total
from claims.nlp.scoring.propositions import compare, reference_of
from claims.nlp.training.proposition_examples import FOLDS, Example

OPTIONS = [SetChoice(c / 100, same) for c in range(14, 29, 2) for same in (0.6, 0.65, 0.7)]


def score_of(example: Example, choice: SetChoice) -> Counts:
    """What would be chosen against the reference; nothing for a row without one."""
    wanted = reference_of(example.row)
    if wanted is None:
        return Counts()
    chosen = chosen_set(example.chances, example.overlaps, choice)
    return compare([example.candidates[i] for i in chosen], wanted)


def best_choice(examples: Sequence[Example]) -> SetChoice:
    """The thresholds with the best F1."""
    return max(OPTIONS, key=lambda choice: total(score_of(e, choice) for e in examples).f1)


def cross_fitted(examples: Sequence[Example], folds: Sequence[int]) -> Counts:
    """Each fold by the thresholds that are best on the others."""

    def score_fold(fold: int) -> Counts:
        others = [e for e, own in zip(examples, folds, strict=True) if own != fold]
        choice = best_choice(others)
        mine = [e for e, own in zip(examples, folds, strict=True) if own == fold]
        return total(score_of(example, choice) for example in mine)

    return total(score_fold(fold) for fold in range(FOLDS))
