"""How far scores can be read as shares: Brier score, calibration error, and Platt's scaling."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

BINS = 10


def brier_score(
    answers: np.ndarray, shares: np.ndarray, weights: np.ndarray | None = None
) -> float:
    """Mean squared distance of the shares from the answers (0 or 1); 0 is perfect."""
    return float(np.average((shares - answers) ** 2, weights=weights))


def calibration_error(
    answers: np.ndarray, shares: np.ndarray, weights: np.ndarray | None = None
) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    bins = reliability(answers, shares, weights)
    return sum(part * abs(said - found) for said, found, part in bins)


def reliability(
    answers: np.ndarray, shares: np.ndarray, weights: np.ndarray | None = None
) -> list[tuple[float, float, float]]:
    """(mean share said, share found, part of all) of every bin that isn't empty."""
    counted = np.ones(len(answers)) if weights is None else weights
    bins = np.minimum((shares * BINS).astype(int), BINS - 1)
    return [
        (
            float(np.average(shares[here], weights=counted[here])),
            float(np.average(answers[here], weights=counted[here])),
            float(counted[here].sum() / counted.sum()),
        )
        for here in (bins == b for b in range(BINS))
        if here.any()
    ]


def platt(logits: np.ndarray, answers: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make held-out logits log-odds (Platt 1999); answers in [0, 1]."""
    rows = np.concatenate([logits, logits])[:, None]
    labels = np.concatenate([np.ones(len(logits)), np.zeros(len(logits))])
    shares = np.concatenate([weights * answers, weights * (1 - answers)])
    kept = shares > 0
    model = LogisticRegression(C=1e6).fit(rows[kept], labels[kept], sample_weight=shares[kept])
    return float(model.coef_[0, 0]), float(model.intercept_[0])
