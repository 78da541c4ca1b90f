"""A set of candidates: the likeliest first, then what tells something else."""

from __future__ import annotations

import numpy as np
import pytest

from claims.nlp.propositions.proposition_sets import SetChoice, chosen_set

CHOICE = SetChoice(chance=0.2, same=0.7)


def overlaps(*pairs: tuple[int, int, float], size: int) -> np.ndarray:
    """Jaccard of candidates that share nothing but what is said of these pairs."""
    found = np.eye(size, dtype=np.float32)
    for one, other, value in pairs:
        found[one, other] = found[other, one] = value
    return found


@pytest.mark.parametrize(
    ("chances", "alike", "taken"),
    [
        ([0.3, 0.6, 0.1], [], [1, 0]),  # the likeliest first, what is unlikely not at all
        ([0.5, 0.6, 0.4], [(0, 1, 0.9)], [1, 2]),  # one of two that tell the same
        ([0.5, 0.6, 0.4], [(0, 1, 0.4)], [1, 0, 2]),  # two that share some words
        ([0.3, 0.6, 0.1], [(0, 1, 0.7)], [1]),  # as likely as not the same: half of its chance
        ([0.5, 0.6, 0.1], [(0, 1, 0.7)], [1, 0]),  # half of its chance is enough
        ([0.6, 0.6, 0.5], [(0, 2, 0.7), (1, 2, 0.7)], [0, 1]),  # each takes its share
        ([], [], []),
    ],
)
def test_a_candidate_is_told_while_it_likely_adds_something(
    chances: list[float], alike: list[tuple[int, int, float]], taken: list[int]
) -> None:
    given = np.array(chances, np.float32)
    assert chosen_set(given, overlaps(*alike, size=len(chances)), CHOICE) == taken


def test_the_chances_that_were_given_stay_as_they_are() -> None:
    given = np.array([0.5, 0.6], np.float32)
    chosen_set(given, overlaps((0, 1, 0.9), size=2), CHOICE)
    assert given.tolist() == pytest.approx([0.5, 0.6])
