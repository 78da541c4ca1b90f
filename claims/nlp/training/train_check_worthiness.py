"""Train the check-worthiness weights; data in, weights and scores out, the same each time.

    python -m claims.nlp.training.train_check_worthiness --data DATA [--out DIR]

DATA holds `checkworthiness_en/train.jsonl` (ClaimBuster), `gold_dev/train/*.json` (articles with
labelled sentences) and `articles_it/wikinews.jsonl` (texts of articles that the project labelled);
with the project's own sentences and articles they train. All other sets that are there are only
measured (`check_sets.read_sets`, `check_report`).
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.nlp.training.calibration import platt
from claims.nlp.training.check_report import report
from claims.nlp.training.check_sets import (
    Features,
    SentenceSet,
    balance,
    features_of,
    read_sets,
)
from claims.nlp.weighing.check_worthiness import HEADS, KINDS
from claims.nlp.weighing.sentence_contexts import WIDTH as CONTEXT
from claims.nlp.weighing.sentence_cues import NAMES

DEFAULT_OUT = Path(__file__).parents[1] / "weights" / "check_worthiness"
DENSE = CONTEXT + len(NAMES)  # entries of a row before the hashed words
FOLDS = 5
OWN_WORTH = {0: 0.0, 1: 0.15, 2: 0.65, 3: 1.0}
OWN_WEIGHT = 3.0  # there are ten times as many debate sentences
DEBATE_WEIGHT = 0.2
GOLD_WEIGHT = 2.0
TAUGHT_WEIGHT = 0.3  # five times as many, nearly all of them facts
_QUOTED = re.compile(r"[«»“”\"]")


@dataclass(frozen=True)
class Task:
    """What one head learns: rows, answers in [0, 1], weights, groups that folds keep together.

    `judged` says which rows the head is calibrated on.
    """

    rows: sp.csr_matrix
    answers: np.ndarray
    weights: np.ndarray
    groups: np.ndarray
    judged: np.ndarray
    strength: float


def main() -> None:
    """Train, store the weights, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    arguments = parser.parse_args()
    sets = read_sets(arguments.data)
    features = {name: features_of(found.texts) for name, found in sets.items()}
    tasks = tasks_of(sets, features)
    heads = {name: calibrated(task) for name, task in tasks.items()}
    store({name: head for name, (head, _) in heads.items()}, arguments.out)
    held_out = {name: shares for name, (_, shares) in heads.items()}
    report(sets, held_out)


def tasks_of(sets: dict[str, SentenceSet], features: dict[str, Features]) -> dict[str, Task]:
    """The task of every head."""
    own = sets["own"]
    dense = sp.csr_matrix(features["own"].dense)
    subjective = np.array([is_subjective(s.kind, s.text) for s in own.own], float)
    kinds = np.array([sentence.kind for sentence in own.own])
    unchecked = np.isin(kinds, [str(kind) for kind in KINDS])
    ones = np.ones(len(own))
    tasks = {
        "checkable": checkable_task(sets, features),
        "worth": worth_task(sets, features),
        "subjective": Task(dense, subjective, balance(subjective), own.groups, ones > 0, 0.3),
    }
    for kind in map(str, KINDS):
        answers = (kinds[unchecked] == kind).astype(float)
        groups, judged = np.arange(len(answers)), np.ones(len(answers), bool)
        tasks[kind] = Task(dense[unchecked], answers, balance(answers), groups, judged, 0.3)
    return tasks


def is_subjective(kind: str, text: str) -> bool:
    """Whether the writer judges or urges; words in quotation marks are somebody else's."""
    return kind in ("opinion", "loaded", "exhortation") and not _QUOTED.search(text)


def checkable_task(sets: dict[str, SentenceSet], features: dict[str, Features]) -> Task:
    """News and own sentences, and debates: what is worth checking there can be checked.

    The rest of the debates is mostly no fact, but trifles are among it: half of what a first
    model, which has not seen them, says of each.
    """
    known = ("gold_train", "own", "taught")
    rows = np.vstack([features[name].dense for name in known])
    answers = np.concatenate([sets[name].answers for name in known]).astype(float)
    debates, worth = features["debate_train"].dense, sets["debate_train"].answers
    judged = np.arange(len(answers) + len(worth)) < len(sets["gold_train"]) + len(sets["own"])
    first = judged[: len(answers)]
    teacher = LogisticRegression(C=0.3, max_iter=3000).fit(rows[first], answers[first])
    guessed = np.where(worth == 1, 1.0, teacher.predict_proba(debates)[:, 1] / 2)
    return Task(
        rows=sp.csr_matrix(np.vstack([rows, debates])),
        answers=np.concatenate([answers, guessed]),
        weights=np.concatenate(
            [
                np.full(len(sets["gold_train"]), GOLD_WEIGHT),
                np.ones(len(sets["own"])),
                np.full(len(sets["taught"]), TAUGHT_WEIGHT),
                DEBATE_WEIGHT * balance(worth),
            ]
        ),
        groups=joined_groups(sets, *known, "debate_train"),
        judged=judged,
        strength=0.3,
    )


def worth_task(sets: dict[str, SentenceSet], features: dict[str, Features]) -> Task:
    """Debates, both answers weighing the same, and own sentences by their worth."""
    debate, own = sets["debate_train"], sets["own"]
    levels = np.array([OWN_WORTH[sentence.worth] for sentence in own.own])
    return Task(
        rows=sp.vstack([features["debate_train"].wide, features["own"].wide]).tocsr(),
        answers=np.concatenate([debate.answers, levels]),
        weights=np.concatenate([balance(debate.answers), np.full(len(own), OWN_WEIGHT)]),
        groups=joined_groups(sets, "debate_train", "own"),
        judged=np.ones(len(debate) + len(own), bool),
        strength=0.1,
    )


def joined_groups(sets: dict[str, SentenceSet], *names: str) -> np.ndarray:
    """Groups of several sets, kept apart by the set's name."""
    return np.concatenate([[f"{name} {group}" for group in sets[name].groups] for name in names])


def fit(task: Task, kept: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and intercept from the rows at places `kept`; an answer in between counts as both."""
    rows = sp.vstack([task.rows[kept], task.rows[kept]]).tocsr()
    labels = np.concatenate([np.ones(len(kept)), np.zeros(len(kept))])
    answers, weights = task.answers[kept], task.weights[kept]
    shares = np.concatenate([weights * answers, weights * (1 - answers)])
    model = LogisticRegression(C=task.strength, max_iter=3000)
    model.fit(rows[shares > 0], labels[shares > 0], sample_weight=shares[shares > 0])
    return model.coef_[0], float(model.intercept_[0])


def calibrated(task: Task) -> tuple[tuple[np.ndarray, float], np.ndarray]:
    """(Weights and intercept, scaled so that held-out shares are true), and those shares."""
    logits = np.zeros(len(task.answers))
    for train, held in GroupKFold(FOLDS).split(task.rows, groups=task.groups):
        weights, intercept = fit(task, train)
        logits[held] = task.rows[held] @ weights + intercept
    judged = task.judged
    slope, shift = platt(logits[judged], task.answers[judged], task.weights[judged])
    weights, intercept = fit(task, np.arange(len(logits)))
    shares = 1 / (1 + np.exp(-(slope * logits + shift)))
    return (slope * weights, slope * intercept + shift), shares


def store(heads: dict[str, tuple[np.ndarray, float]], folder: Path) -> None:
    """Write weights.npz as `check_worthiness.load_model` reads it."""
    columns = np.array([heads[name][0][:DENSE] for name in HEADS]).T
    context, cues = np.split(columns, [CONTEXT])
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz",
        context=context.astype(np.float32),
        cues=cues.astype(np.float32),
        hashes=heads["worth"][0][DENSE:].astype(np.float16),
        intercepts=np.array([heads[name][1] for name in HEADS], np.float32),
        cue_names=np.array(NAMES),
        heads=np.array(HEADS),
    )


if __name__ == "__main__":
    main()
