"""Train the check-worthiness weights; data in, weights and scores out, the same each time.

    python -m claims.nlp.training.train_check_worthiness --data DATA [--out DIR]

DATA holds `checkworthiness_en/train.jsonl` (ClaimBuster), `gold_dev/train/*.json` (articles with
labelled sentences) and `articles_it/wikinews.jsonl` (texts of articles that the project labelled);
with the project's own sentences and articles they train. All other sets that are there are only
measured (`check_sets.read_sets`, `check_report`). Needs torch.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from claims.nlp.training.check_heads import calibrated, fit, store
from claims.nlp.training.check_network import learned
from claims.nlp.training.check_report import report
from claims.nlp.training.check_sets import features_of, read_sets
from claims.nlp.training.check_tasks import Task, tasks_of
from claims.nlp.weighing.check_worthiness import LAYERED, LINEAR, load_model
from claims.nlp.weighing.small_network import SmallNetwork

DEFAULT_OUT = Path(__file__).parents[1] / "weights" / "check_worthiness"


def main() -> None:
    """Train, store the weights, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    arguments = parser.parse_args()
    sets = read_sets(arguments.data)
    features = {name: features_of(found.texts) for name, found in sets.items()}
    tasks = tasks_of(sets, features)
    linear = {name: calibrated(tasks[name], fit) for name in LINEAR}
    layered = {name: calibrated(tasks[name], fit_layered) for name in LAYERED}
    store(
        {name: head for name, (head, _) in linear.items()},
        {name: head for name, (head, _) in layered.items()},
        arguments.out,
    )
    held_out = {name: shares for name, (_, shares) in [*linear.items(), *layered.items()]}
    report(sets, held_out, load_model(arguments.out / "weights.npz"))


def fit_layered(task: Task, kept: np.ndarray) -> SmallNetwork:
    """As `fit`, with a hidden layer."""
    return learned(task.rows[kept].toarray(), task.answers[kept], task.weights[kept])


if __name__ == "__main__":
    main()
