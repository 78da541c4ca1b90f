"""How far scores can be read as shares: Brier score, calibration error, and Platt's scaling."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

BINS = 10


def brier_score(answers: np.ndarray, shares: np.ndarray) -> float:
    """Mean squared distance of the shares from the answers (0 or 1); 0 is perfect."""
    return float(np.mean((shares - answers) ** 2))


def calibration_error(answers: np.ndarray, shares: np.ndarray) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    return sum(weight * abs(said - found) for said, found, weight in reliability(answers, shares))


def reliability(answers: np.ndarray, shares: np.ndarray) -> list[tuple[float, float, float]]:
    """(mean share said, share found, part of all sentences) of every bin that isn't empty."""
    bins = np.minimum((shares * BINS).astype(int), BINS - 1)
    return [
        (
            float(shares[bins == b].mean()),
            float(answers[bins == b].mean()),
            float((bins == b).mean()),
        )
        for b in range(BINS)
        if (bins == b).any()
    ]


def platt(logits: np.ndarray, answers: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make held-out logits log-odds (Platt 1999); answers in [0, 1]."""
    rows = np.concatenate([logits, logits])[:, None]
    labels = np.concatenate([np.ones(len(logits)), np.zeros(len(logits))])
    shares = np.concatenate([weights * answers, weights * (1 - answers)])
    kept = shares > 0
    model = LogisticRegression(C=1e6).fit(rows[kept], labels[kept], sample_weight=shares[kept])
    return float(model.coef_[0, 0]), float(model.intercept_[0])
