"""What must never go wrong in a claim: a figure overlooked, a name taken for another."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“Ci stanno arrivando 30mila pannelli! Dobbiamo sbrigarci”, scriveva Pia Lodi.", 30_000),
        ("«Ci stanno arrivando 450 operai!» ha gridato Ugo Sarti dal palco.", 450),
    ],
)
def test_a_figure_in_an_outcry_is_a_claim(text: str, value: float) -> None:
    document = split_text(SplitRequest(text, "it", None))
    assert value in [q.value for claim in document.claims for q in claim.quantities]


def test_a_town_is_not_the_list_that_bears_its_name() -> None:
    text = (
        "Il consiglio comunale di Corvara ha approvato lunedì il bilancio con 12 voti. "
        "Contraria Ada Vidal, capogruppo della lista civica Corvara Domani."
    )
    first = split_text(SplitRequest(text, "it", None)).claims[0].text
    assert "di Corvara ha approvato" in first
