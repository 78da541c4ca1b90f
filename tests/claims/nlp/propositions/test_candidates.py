"""Candidate propositions: lists are split, adjuncts left out, nouns told by themselves."""

from __future__ import annotations

import pytest

from claims.nlp.propositions.finding import english_trees
from claims.nlp.propositions.proposition_masks import proposition_masks

SOLD = "👍 The firm sold its mill, a barn and two boats in May because of its debts."


def candidates(text: str) -> set[str]:
    """Every candidate of a text as its words."""
    return {
        " ".join(tree.forms[i] for i in sorted(mask))
        for tree in english_trees(text)
        for mask in proposition_masks(tree)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SOLD, "The firm sold its mill"),
        (SOLD, "The firm sold two boats in May"),
        (SOLD, "firm sold a barn"),
        ("The café was shut in May after a flood.", "The café was shut in May"),
        ("The café was shut in May after a flood.", "The café was shut after a flood"),
        ("She met the film producer Ada Brusco.", "film producer Ada Brusco"),
        ("Ada Brusco, the mayor of Leeds, left.", "Ada Brusco the mayor of Leeds"),
        ("Vaglio is a free, fast sieve.", "Vaglio is a fast sieve"),
        ("Vaglio is a firm based in Leeds.", "Vaglio is based in Leeds"),
        ("The firm, which was founded in 1990, grew.", "The firm was founded in 1990"),
        ("The firm did not grow or hire.", "The firm did not grow"),
        ("She directed films such as Dawn and Dusk.", "She directed Dusk"),
        ("The firm grew and hired forty workers.", "The firm hired forty workers"),
    ],
)
def test_a_proposition_is_among_the_candidates(text: str, wanted: str) -> None:
    assert wanted in candidates(text)


def test_what_was_denied_is_never_told_without_its_denial() -> None:
    found = candidates("The firm did not hire forty workers.")
    assert "The firm did not hire forty workers" in found
    assert not any("hire" in one and "did" in one and "not" not in one for one in found)


@pytest.mark.parametrize("text", ["", "👍", "…", "“”"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert candidates(text) == set()
