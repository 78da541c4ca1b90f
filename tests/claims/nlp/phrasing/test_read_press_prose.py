"""Press prose read aloud: groups, shared modals, torn comparisons, what is provided for."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts


def test_a_group_is_told_with_its_article_and_cioe_stays() -> None:
    text = "L'inchiesta riguarda funzionari regionali, tra cui due dirigenti."
    assert "Tra i funzionari regionali ci sono due dirigenti." in texts(text, "it")
    text = "Gli avvocati sostengono che fosse un uso equo, cioè una delle eccezioni alla legge."
    assert any("uso equo, cioè una delle eccezioni" in claim for claim in texts(text, "it"))


def test_two_verbs_share_a_modal_and_nothing_else() -> None:
    text = "The plant, which will cost £740m and burn 600,000 tonnes of waste a year, is late."
    found = texts(text, "en")
    assert "The plant will burn 600,000 tonnes of waste a year." in found
    assert not [claim for claim in found if "cost burn" in claim]


TORN = [
    "The site was sold to a fund run by Arlo, which owns two mills, and which has won a prize.",
    "The groups had gathered 41,000 names, almost twice as many as were needed to ask for a vote.",
]


@pytest.mark.parametrize("text", TORN)
def test_what_hangs_on_other_words_is_no_claim(text: str) -> None:
    assert not [c for c in texts(text, "en") if c.startswith(("Which", "Almost", "Twice"))]


def test_what_is_provided_for_is_no_fact() -> None:
    text = "L'accordo prevede che i dipendenti ricevano 200 euro al mese."
    assert not [c for c in texts(text, "it") if c.startswith("I dipendenti")]


def test_bare_days_and_figures_get_no_claim_without_an_article() -> None:
    text = "Il museo resta aperto il venerdì e il sabato, giorni in cui l'ingresso costa 5 euro."
    assert not [c for c in texts(text, "it") if c.startswith("In giorni")]
    text = "La città produce meno rifiuti (1,58 milioni di tonnellate contro 1,72)."
    assert not [c for c in texts(text, "it") if c.startswith("Rifiuti")]
