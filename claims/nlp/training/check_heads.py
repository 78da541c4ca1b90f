"""Heads of the check-worthiness model: learned, calibrated on what they haven't seen, stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.nlp.training.calibration import platt
from claims.nlp.training.check_tasks import Task
from claims.nlp.weighing.check_worthiness import LINEAR
from claims.nlp.weighing.sentence_contexts import WIDTH as CONTEXT
from claims.nlp.weighing.sentence_cues import NAMES
from claims.nlp.weighing.small_network import SmallNetwork

DENSE = CONTEXT + len(NAMES)  # entries of a row before the hashed words
FOLDS = 5


@dataclass(frozen=True)
class Linear:
    """Weights (columns,) of rows, and the intercept."""

    weights: np.ndarray
    intercept: float

    def logits(self, rows: sp.csr_matrix) -> np.ndarray:
        """(n,) log odds."""
        return rows @ self.weights + self.intercept

    def scaled(self, slope: float, shift: float) -> Linear:
        """As `SmallNetwork.scaled`."""
        return Linear(slope * self.weights, slope * self.intercept + shift)


Head = TypeVar("Head", Linear, SmallNetwork)


def fit(task: Task, kept: np.ndarray) -> Linear:
    """Learned from the rows at places `kept`; an answer in between counts as both."""
    rows = sp.vstack([task.rows[kept], task.rows[kept]]).tocsr()
    labels = np.concatenate([np.ones(len(kept)), np.zeros(len(kept))])
    answers, weights = task.answers[kept], task.weights[kept]
    shares = np.concatenate([weights * answers, weights * (1 - answers)])
    model = LogisticRegression(C=task.strength, max_iter=3000)
    model.fit(rows[shares > 0], labels[shares > 0], sample_weight=shares[shares > 0])
    return Linear(model.coef_[0], float(model.intercept_[0]))


def calibrated(task: Task, learn: Callable[[Task, np.ndarray], Head]) -> tuple[Head, np.ndarray]:
    """What was learned, scaled so that held-out shares are true, and those shares."""
    logits = np.zeros(len(task.answers))
    for train, held in GroupKFold(FOLDS).split(task.rows, groups=task.groups):
        logits[held] = learn(task, train).logits(task.rows[held])
    judged = task.judged
    slope, shift = platt(logits[judged], task.answers[judged], task.weights[judged])
    shares = 1 / (1 + np.exp(-(slope * logits + shift)))
    return learn(task, np.arange(len(logits))).scaled(slope, shift), shares


def store(linear: Mapping[str, Linear], networks: Mapping[str, SmallNetwork], folder: Path) -> None:
    """Write weights.npz as `check_worthiness.load_model` reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = [network.arrays(name) for name, network in networks.items()]
    np.savez_compressed(
        folder / "weights.npz",
        dense=np.array([linear[name].weights[:DENSE] for name in LINEAR], np.float32).T,
        hashes=linear["worth"].weights[DENSE:].astype(np.float16),
        intercepts=np.array([linear[name].intercept for name in LINEAR], np.float32),
        cue_names=np.array(NAMES),
        heads=np.array(LINEAR),
        **{name: array for found in arrays for name, array in found.items()},
    )
