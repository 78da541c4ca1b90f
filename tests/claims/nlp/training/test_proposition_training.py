"""Raters' propositions teach by how many marked them; clusters of texts stay in one fold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

pytest.importorskip("lightgbm")

from claims.nlp.splitting.claim_model import Choice
from claims.nlp.training.propositions import Example, answers, folds_of, score_of

WORDS = ["Ada", "sold", "tea", "and", "cake", "."]


def row(cluster: str, *marked: list[int]) -> dict[str, Any]:
    """One sentence; the first rater's propositions are the reference."""
    answers_of = [
        {"reference": i == 0, "propositions": [{"tokens": tokens}]}
        for i, tokens in enumerate(marked)
    ]
    offsets = [0, 4, 9, 13, 17, 21]
    return {"cluster": cluster, "tokens": WORDS, "offsets": offsets, "responses": answers_of}


def example(given: dict[str, Any], candidates: list[set[int]], chances: list[float]) -> Example:
    """A row with candidates whose chances are known."""
    none = np.zeros((len(candidates), 0), np.float32)
    known = np.array(chances, np.float32)
    return Example(given, [frozenset(c) for c in candidates], none, known, known, known)


def test_the_reference_counts_a_little_more_than_another_rater() -> None:
    marked = row("a", [0, 1, 2, 5], [0, 1, 4])
    right, nearly = answers([frozenset({0, 1, 2}), frozenset({0, 1, 4})], marked)
    assert right.tolist() == pytest.approx([0.6, 0.4])
    assert nearly[0] > nearly[1] > 0.3


def test_all_rows_of_a_cluster_share_a_fold() -> None:
    rows = [row(cluster, [0, 1]) for cluster in "abcab"]
    folds = folds_of([example(one, [], []) for one in rows])
    assert folds[0] == folds[3] != folds[1] == folds[4]
    assert len(set(folds)) == 3


def test_rows_without_a_reference_are_not_scored() -> None:
    judged = example(row("a", [0, 1, 2]), [{0, 1, 2}, {0, 1, 4}], [0.9, 0.2])
    other = row("b", [0, 1, 2])
    other["responses"][0]["reference"] = False
    counts = score_of([judged, example(other, [{0, 1, 2}], [0.9])], Choice(0.3, 0.7))
    assert (counts.right, counts.needless, counts.missed) == (1, 0, 0)
