"""Attachment scores count what spaCy's scorer counts."""

from dataclasses import replace

import pytest

from claims.nlp.parsing.biaffine import Parse
from claims.nlp.scoring.parser_scores import score
from claims.nlp.scoring.parser_treebanks import TreeSentence, TreeWord

GOLD = TreeSentence(
    "s",
    "PUD",
    (
        TreeWord("Piove", True, "VERB", "", "piovere", -1, "ROOT"),
        TreeWord("e", True, "CCONJ", "", "e", 2, "cc"),
        TreeWord("tira", True, "VERB", "", "tirare", 0, "conj"),
        TreeWord("vento", False, "NOUN", "", "vento", 2, "obj"),
        TreeWord(".", True, "PUNCT", "", ".", 0, "punct"),
    ),
)
RIGHT = Parse([0, 2, 0, 2, 0], ["ROOT", "cc", "conj", "obj", "punct"], [w.tag for w in GOLD.words])


@pytest.mark.parametrize(
    ("change", "uas", "las", "conj"),
    [
        ({}, 1.0, 1.0, 1.0),
        ({"labels": ["ROOT", "cc", "conj", "nsubj", "punct"]}, 1.0, 0.75, 1.0),
        ({"heads": [0, 0, 0, 2, 0]}, 0.75, 0.75, 1.0),
        ({"labels": ["ROOT", "cc", "advcl", "obj", "punct"]}, 1.0, 0.75, 0.0),
        ({"heads": [0, 2, 0, 2, 2]}, 1.0, 1.0, 1.0),  # punctuation doesn't count
        ({"labels": ["ROOT", "cc", "conj", "punct", "punct"]}, 6 / 7, 6 / 7, 1.0),
    ],
)
def test_scores_fall_with_each_fault(change: dict, uas: float, las: float, conj: float) -> None:
    scores = score([GOLD], [replace(RIGHT, **change)])
    assert (scores.uas, scores.las) == pytest.approx((uas, las))
    assert scores.labels["conj"] == conj


def test_the_mean_of_the_splitting_labels_has_each_once():
    assert score([GOLD], [RIGHT]).splitting == pytest.approx(1 / 3)  # no relative, no adverbial
