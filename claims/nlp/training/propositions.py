"""Train the choice of propositions.

    OMP_NUM_THREADS=1 python -m claims.nlp.training.propositions --data FILE [--out FILE]

FILE: PropSegmEnt as `scoring.propositions` reads it, each row with the "cluster" of texts that it
comes from. All raters teach, the reference a little more; only the reference is scored. Prints
cross-fitted scores (ten folds by cluster, thresholds chosen inside the folds) and writes the F1
beside the weights.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claims.nlp.normalise import normalise
from claims.nlp.parsing.forest import Forest
from claims.nlp.propositions.finding import english_trees, piece_of
from claims.nlp.propositions.proposition_model import WEIGHTS, likeliest, tree_candidates
from claims.nlp.scoring.counts import Counts, overlap, total
from claims.nlp.scoring.labelled_sentences import read_lines
from claims.nlp.scoring.propositions import (
    BAR,
    Row,
    compare,
    marked_by,
    reference_of,
    tokens_within,
)
from claims.nlp.splitting.claim_model import Choice
from claims.nlp.splitting.token_table import Floats
from claims.nlp.training.boosting import Recipe, grow_mean_forest
from claims.nlp.training.claim_scores import save_scores, shown
from claims.nlp.types import Span
from claims.nlp.weighing.check_worthiness import judge

FOLDS = 10
REFERENCE = 1.5  # what the reference counts beside each other rater
SMOOTH = 0.05  # how far around the bar the smooth view wavers
RECIPE = Recipe(
    rounds=220,
    leaves=24,
    learning_rate=0.05,
    smallest_leaf=30,
    l2=10,
    feature_share=0.3,
)
OPTIONS = [Choice(chance / 100, o) for chance in range(16, 41, 2) for o in (0.5, 0.6, 0.7, 0.8)]

Tokens = frozenset[int]


@dataclass(slots=True)
class Example:
    """A row's candidates as sets of its tokens, what the forest reads of them, what is right.

    right, nearly: (k,) how many of the raters marked a candidate, by the bar and smoothly.
    """

    row: Row
    candidates: list[Tokens]
    rows: Floats
    right: Floats
    nearly: Floats
    chances: Floats


def example_of(row: Row) -> Example:
    """A row's candidates; of two that cover the same tokens the first."""
    normal = normalise(row["text"])
    trees = english_trees(normal.text)
    judged = judge([piece_of(normal.text, tree) for tree in trees])
    found: dict[Tokens, Floats] = {}
    for one in tree_candidates(trees, judged):
        for mask, columns in zip(one.masks, one.rows, strict=True):
            spans = [normal.to_raw(Span(*pair)) for pair in one.tree.segments(mask)]
            tokens = tokens_within(spans, row)
            if len(tokens) > 1:
                found.setdefault(tokens, columns)
    candidates = list(found)
    right, nearly = answers(candidates, row)
    rows = np.array([found[tokens] for tokens in candidates], np.float32)
    return Example(row, candidates, rows, right, nearly, np.zeros(len(candidates), np.float32))


def answers(candidates: Sequence[Tokens], row: Row) -> tuple[Floats, Floats]:
    """The share of raters that marked each candidate, by the bar and smoothly."""
    responses = row["responses"]
    weights = np.array([REFERENCE if response["reference"] else 1 for response in responses])
    marked = [marked_by(response, row) for response in responses]
    fits = np.array([
        [max((overlap(tokens, one) for one in of_rater), default=0) for tokens in candidates]
        for of_rater in marked
    ])  # fmt: skip
    share = weights / weights.sum()
    right: Floats = (share @ (fits >= BAR)).astype(np.float32)
    nearly: Floats = (share @ (1 / (1 + np.exp((BAR - fits) / SMOOTH)))).astype(np.float32)
    return right, nearly


def grow(examples: Sequence[Example]) -> Forest:
    """The mean of two views: is a candidate marked, and how nearly."""
    used = [example for example in examples if example.candidates]
    rows = np.concatenate([example.rows for example in used])
    targets = [
        np.concatenate([example.right for example in used]),
        np.concatenate([example.nearly for example in used]),
    ]
    return grow_mean_forest(rows, targets, (), RECIPE)


def folds_of(examples: Sequence[Example]) -> list[int]:
    """A fold for each example, all of one cluster in the same, shuffled with a fixed seed."""
    clusters = sorted({example.row["cluster"] for example in examples})
    random.Random(7).shuffle(clusters)  # noqa: S311 - repeatable on purpose
    places = {cluster: i % FOLDS for i, cluster in enumerate(clusters)}
    return [places[example.row["cluster"]] for example in examples]


def set_chances(examples: Sequence[Example], folds: Sequence[int]) -> None:
    """Chances of all candidates by what was learned from the other folds."""
    for fold in range(FOLDS):
        taught = [e for e, own in zip(examples, folds, strict=True) if own != fold]
        forest = grow(taught)
        for example, own in zip(examples, folds, strict=True):
            if own == fold and example.candidates:
                example.chances = forest.probability(example.rows)


def score_of(examples: Sequence[Example], choice: Choice) -> Counts:
    """What would be chosen against the reference, rows without one left out."""
    return total(
        compare(likeliest(e.candidates, e.chances, choice), wanted)
        for e in examples
        if (wanted := reference_of(e.row)) is not None
    )


def best_choice(examples: Sequence[Example]) -> Choice:
    """The thresholds with the best F1."""
    return max(OPTIONS, key=lambda choice: score_of(examples, choice).f1)


def cross_fitted(examples: Sequence[Example], folds: Sequence[int]) -> Counts:
    """Each fold by the thresholds that are best on the others."""

    def score_fold(fold: int) -> Counts:
        others = [e for e, own in zip(examples, folds, strict=True) if own != fold]
        mine = [e for e, own in zip(examples, folds, strict=True) if own == fold]
        return score_of(mine, best_choice(others))

    return total(score_fold(fold) for fold in range(FOLDS))


def save(forest: Forest, choice: Choice, path: Path) -> None:
    """Write the weights file that `proposition_model` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    thresholds = np.array([choice.chance, choice.overlap])
    np.savez_compressed(path, choice=thresholds, **forest.arrays("propositions"))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    examples = [example_of(row) for row in read_lines(options.data)]
    folds = folds_of(examples)
    set_chances(examples, folds)
    counts = cross_fitted(examples, folds)
    choice = best_choice(examples)
    print(f"cross-fitted {shown(counts)}; shipped thresholds {choice}", flush=True)
    save(grow(examples), choice, options.out)
    save_scores({"en": round(counts.f1, 3)}, options.out)


if __name__ == "__main__":
    main()
