"""Raters' propositions teach by how many marked them; clusters of texts stay in one fold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from claims.nlp.propositions.proposition_sets import SetChoice
from claims.nlp.scoring.counts import overlap, total
from claims.nlp.training.proposition_examples import Example, answers, example_of, folds_of
from claims.nlp.training.proposition_scores import OPTIONS, best_choice, score_of

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
    overlaps = np.array([[overlap(a, b) for b in candidates] for a in candidates], np.float32)
    wanted = np.zeros((len(candidates), 2), np.float32)
    known = np.array(chances, np.float32)
    return Example(given, [frozenset(c) for c in candidates], [], overlaps, wanted, known)


def test_the_reference_counts_a_little_more_than_another_rater() -> None:
    marked = row("a", [0, 1, 2, 5], [0, 1, 4])
    right, nearly = answers([frozenset({0, 1, 2}), frozenset({0, 1, 4})], marked).T
    assert right.tolist() == pytest.approx([0.6, 0.4])
    assert nearly[0] > nearly[1] > 0.3


def test_candidates_are_tokens_of_the_row_none_twice_with_their_columns() -> None:
    given = row("a", [0, 1, 2], [0, 1, 4]) | {"text": "Ada sold tea and cake."}
    made = example_of(given)
    assert {frozenset({0, 1, 2}), frozenset({0, 1, 4})} <= set(made.candidates)
    assert len(set(made.candidates)) == len(made.candidates) == len(made.wanted)
    assert sum(len(one.rows) for one in made.trees) == len(made.candidates)
    assert [len(mask) for one in made.trees for mask in one.masks] == [
        len(tokens) for tokens in made.candidates
    ]


def test_all_rows_of_a_cluster_share_a_fold() -> None:
    rows = [row(cluster, [0, 1]) for cluster in "abcab"]
    folds = folds_of([example(one, [], []) for one in rows])
    assert folds[0] == folds[3] != folds[1] == folds[4]
    assert len(set(folds)) == 3


def test_rows_without_a_reference_are_not_scored() -> None:
    judged = example(row("a", [0, 1, 2]), [{0, 1, 2}, {0, 1, 4}], [0.9, 0.2])
    other = row("b", [0, 1, 2])
    other["responses"][0]["reference"] = False
    unscored = example(other, [{0, 1, 2}], [0.9])
    counts = total(score_of(one, SetChoice(0.3, 0.7)) for one in (judged, unscored))
    assert (counts.right, counts.needless, counts.missed) == (1, 0, 0)


def test_the_thresholds_are_those_that_score_best() -> None:
    needless = example(row("a", [0, 1, 2]), [{0, 1, 2}, {3, 4}], [0.9, 0.23])
    assert best_choice([needless]).chance > 0.23
    wanted = example(row("a", [0, 1, 2], []), [{0, 1, 2}], [0.15])
    assert best_choice([wanted]).chance == min(option.chance for option in OPTIONS)
