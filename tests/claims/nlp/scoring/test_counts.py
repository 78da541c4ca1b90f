"""Counting and pairing."""

from __future__ import annotations

import itertools
import random

import pytest

from claims.nlp.scoring.counts import Counts, average_precision, one_to_one, overlap, total


def test_shares_of_counts() -> None:
    counts = total([Counts(2, 1, 0), Counts(1, 0, 3)])
    assert counts == Counts(3, 1, 3)
    assert (counts.precision, counts.recall, counts.f1) == (3 / 4, 3 / 6, 6 / 10)


def test_nothing_to_count_gives_nought() -> None:
    assert (Counts().f1, overlap(set(), set()), average_precision([]), one_to_one([])) == (
        0,
        0,
        0,
        [],
    )


def test_pairing_gives_up_a_good_pair_for_two_fair_ones() -> None:
    assert sorted(one_to_one([[0.9, 0.8], [0.8, 0.0]])) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (4, 2), (4, 4)])
def test_pairing_is_the_best_of_all(shape: tuple[int, int]) -> None:
    chance = random.Random(7)
    rows, columns = shape
    for _ in range(20):
        gains = [[round(chance.random(), 2) for _ in range(columns)] for _ in range(rows)]
        pairs = one_to_one(gains)
        short, long = sorted(shape)
        best = max(
            sum(gains[i][j] if rows <= columns else gains[j][i] for i, j in enumerate(order))
            for order in itertools.permutations(range(long), short)
        )
        assert sum(gains[i][j] for i, j in pairs) == pytest.approx(best)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == short


def test_average_precision_asks_for_positives_first() -> None:
    assert average_precision([(0.9, True), (0.5, False), (0.4, True)]) == (1 + 2 / 3) / 2


def test_f1_weighs_needless_and_missed_claims_alike() -> None:
    score = total([Counts(3, 1, 0), Counts(0, 0, 1)])
    assert (score.precision, score.recall, score.f1) == (0.75, 0.75, 0.75)
