"""Train the choice of propositions: a forest, and a network taught further from `weights/claims`.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.propositions --data FILE [--out DIR] [--seed N]

FILE: PropSegmEnt as `scoring.propositions` reads it, each row with the "cluster" of texts that it
comes from. All raters teach, the reference a little more; only the reference is scored. Prints
cross-fitted scores (ten folds by cluster, thresholds chosen inside the folds) and writes the F1
beside the weights. Needs torch.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from claims.nlp.parsing.forest import Forest
from claims.nlp.propositions.proposition_model import FOLDER, MASKS, WEIGHTS, PropositionModel
from claims.nlp.propositions.proposition_sets import SetChoice
from claims.nlp.scoring.labelled_sentences import read_lines
from claims.nlp.splitting.mask_scorer import WEIGHTS as TAUGHT_BY_CLAIMS
from claims.nlp.splitting.mask_scorer import MaskScorer
from claims.nlp.training.boosting import Recipe, grow_mean_forest
from claims.nlp.training.claim_scores import save_scores, shown
from claims.nlp.training.mask_network import Course, arrays_of, mask_lesson, network_of, trained
from claims.nlp.training.proposition_examples import FOLDS, Example, example_of, folds_of
from claims.nlp.training.proposition_scores import best_choice, cross_fitted

RECIPE = Recipe(
    rounds=220,
    leaves=24,
    learning_rate=0.05,
    smallest_leaf=30,
    l2=10,
    feature_share=0.3,
)
COURSE = Course(epochs=10, lessons_a_step=8, most_candidates=64, rate=3e-3, warm_up=30, decay=0.3)

Arrays = dict[str, np.ndarray]


def grow(examples: Sequence[Example], seed: int) -> Forest:
    """The mean of two views: is a candidate marked, and how nearly."""
    used = [example for example in examples if example.candidates]
    rows = np.concatenate([one.rows for example in used for one in example.trees])
    wanted = np.concatenate([example.wanted for example in used])
    views = [np.ascontiguousarray(view) for view in wanted.T]
    return grow_mean_forest(rows, views, (), replace(RECIPE, first_seed=seed))


def taught(examples: Sequence[Example], seed: int) -> Arrays:
    """The scorer of claims' masks, taught further on the candidates of these examples."""
    lessons = []
    for example in examples:
        at = 0
        for one in example.trees:
            wanted = example.wanted[at : at + len(one.rows)]
            lessons.append(mask_lesson(one.reading.seen, one.reading, one.pool, wanted))
            at += len(one.rows)
    with np.load(TAUGHT_BY_CLAIMS, allow_pickle=False) as stored:
        begun = network_of(stored)
    return arrays_of(trained(lessons, replace(COURSE, seed=seed), begun))


def set_chances(examples: Sequence[Example], folds: Sequence[int], seed: int) -> None:
    """Chances of all candidates by what was learned from the other folds."""
    for fold in range(FOLDS):
        others = [e for e, own in zip(examples, folds, strict=True) if own != fold]
        model = PropositionModel(grow(others, seed), MaskScorer(taught(others, seed)))
        for example, own in zip(examples, folds, strict=True):
            if own == fold and example.trees:
                example.chances = np.concatenate([model.chances(one) for one in example.trees])


def save(forest: Forest, network: Arrays, choice: SetChoice, folder: Path) -> None:
    """Write the weights files that `proposition_model` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    thresholds = np.array([choice.chance, choice.same])
    arrays = forest.arrays("propositions")
    np.savez_compressed(folder / WEIGHTS.name, choice=thresholds, **arrays)
    np.savez_compressed(folder / MASKS.name, **network)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    examples = [example_of(row) for row in read_lines(options.data)]
    folds = folds_of(examples)
    set_chances(examples, folds, options.seed)
    counts = cross_fitted(examples, folds)
    choice = best_choice(examples)
    print(f"cross-fitted {shown(counts)}; shipped thresholds {choice}", flush=True)
    save(grow(examples, options.seed), taught(examples, options.seed), choice, options.out)
    save_scores({"en": round(counts.f1, 3)}, options.out / WEIGHTS.name)


if __name__ == "__main__":
    main()
