"""Scores that can be read as shares."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.training.calibration import brier_score, calibration_error, platt, reliability


def test_shares_that_come_true_have_no_calibration_error() -> None:
    answers = np.array([1, 1, 1, 0, 0, 0, 0, 1])
    shares = np.array([0.75] * 4 + [0.25] * 4)
    assert calibration_error(answers, shares) == pytest.approx(0)
    assert reliability(answers, shares) == [(0.25, 0.25, 0.5), (0.75, 0.75, 0.5)]


def test_shares_that_say_too_much_have_one() -> None:
    answers = np.array([1, 0])
    assert calibration_error(answers, np.array([1.0, 1.0])) == pytest.approx(0.5)
    assert brier_score(answers, np.array([1.0, 1.0])) == pytest.approx(0.5)


def test_platt_finds_back_the_slope_that_was_bent() -> None:
    rng = np.random.default_rng(7)
    true = rng.normal(0, 2, 20_000)
    answers = (rng.random(20_000) < 1 / (1 + np.exp(-true))).astype(float)
    slope, shift = platt(true * 3 - 1, answers, np.ones(20_000))
    assert slope == pytest.approx(1 / 3, abs=0.02)
    assert shift == pytest.approx(1 / 3, abs=0.06)
