"""How claims are counted as right, needless and missed."""

import pytest

pytest.importorskip("scipy")

from claims.nlp.scoring.counts import Counts
from claims.nlp.training.gold import GoldClaim, is_heading
from claims.nlp.training.measure import score_sentence


def claim(*words: int, must: bool = True) -> GoldClaim:
    """A labelled claim of these words."""
    return GoldClaim(frozenset(words), must, ())


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([], [], Counts(0, 0, 0)),
        ([claim(1, 2)], [], Counts(0, 0, 1)),
        ([], [frozenset({1})], Counts(0, 1, 0)),
        ([claim(1, 2, 3, 4, 5)], [frozenset({1, 2, 3, 4})], Counts(1, 0, 0)),
        ([claim(1, 2, 3, 4)], [frozenset({1, 2, 3})], Counts(0, 1, 1)),
        ([claim(1, 2, must=False)], [], Counts(0, 0, 0)),
        ([claim(1, 2, must=False)], [frozenset({1, 2})], Counts(0, 0, 0)),
        ([claim(1), claim(2)], [frozenset({2}), frozenset({1})], Counts(2, 0, 0)),
    ],
)
def test_claims_are_matched_one_to_one(
    gold: list[GoldClaim], found: list[frozenset[int]], expected: Counts
) -> None:
    assert score_sentence(gold, found) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Ponte chiuso, traffico in tilt", True), ("Il ponte è chiuso.", False), ("Ha detto:", True)],
)
def test_a_line_without_a_full_stop_is_a_heading(line: str, expected: bool) -> None:
    assert is_heading(line) is expected
