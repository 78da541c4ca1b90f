"""What each head of the check-worthiness model learns from, as rows with answers and weights."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from claims.nlp.training.check_sets import Features, SentenceSet, balance
from claims.nlp.weighing.check_worthiness import KINDS

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
