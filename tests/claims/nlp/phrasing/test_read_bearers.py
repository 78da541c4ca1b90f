"""Whose a participle, an age or a gerund is: the noun that agrees, the speaker who adds it."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

SPOKEN = (
    "Il direttore generale dell'azienda, Piero Malfatti, ha ammesso che 38 esami sono andati "
    "smarriti, escludendo però colpe del laboratorio, e ha assicurato che i pazienti verranno "
    "richiamati senza costi."
)
TOLD = [
    # no man is "presentata"
    (
        "La Camera ha respinto la mozione di sfiducia nei confronti del ministro Carlo Bondeni, "
        "presentata dalle opposizioni dopo l'inchiesta.",
        "La mozione di sfiducia è stata presentata dalle opposizioni dopo l'inchiesta.",
    ),
    (
        "L'unica condanna, ai danni del serial killer Mario Rossi, emessa nel 2005, fu poi "
        "annullata.",
        "L'unica condanna, ai danni del serial killer Mario Rossi, è stata emessa nel 2005.",
    ),
    # a participle that looks like a noun
    (
        "I carabinieri hanno sequestrato il camion, risultato privo di assicurazione.",
        "Il camion è risultato privo di assicurazione.",
    ),
    (
        "Da cinque mesi mio padre, 84 anni e invalido al 100 per cento, aspetta una visita.",
        "Mio padre ha 84 anni ed è invalido al 100 per cento.",
    ),
    # who speaks goes on speaking
    (SPOKEN, "Il direttore generale dell'azienda ha escluso colpe del laboratorio."),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_is_told_is_told_of_whose_it_is(text: str, claim: str) -> None:
    assert claim in texts(text, "it")


def test_no_relative_is_told_of_an_age() -> None:
    text = (
        "L'Agenzia del farmaco ha autorizzato il primo vaccino contro il virus Lorna, sviluppato "
        "in soli quattordici mesi dalla belga Vaxor e somministrabile a partire dai 12 anni, di "
        "cui l'Italia riceverà 2,4 milioni di dosi entro giugno."
    )
    assert not [told for told in texts(text, "it") if "Dei 12 anni" in told]


def test_a_second_verb_of_saying_has_the_number_of_who_speaks() -> None:
    claims = split_text(SplitRequest(SPOKEN, "it")).claims
    speakers = {claim.speaker.name for claim in claims if claim.speaker is not None}
    assert "38 esami" not in speakers
