"""Of two claims of one predicate that differ only in how much they say, one is told."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

ONCE = [
    (
        "L'azienda ha sostenuto in aula che l'addestramento rientra nell'uso lecito previsto "
        "dalla legge americana.",
        "L'azienda ha sostenuto",
    ),
    ("Il giudice ha assolto i due dirigenti accusati di disastro ambientale.", "Il giudice ha"),
    ("La giunta ha rinviato la spesa annunciata dal sindaco a marzo.", "La giunta ha rinviato"),
]


@pytest.mark.parametrize(("text", "opening"), ONCE)
def test_a_participle_of_saying_makes_no_second_claim(text: str, opening: str) -> None:
    """ "Accusati", "annunciata", "previsto" stand in what is told and tell nobody's words."""
    assert len([told for told in texts(text, "it") if told.startswith(opening)]) == 1


def test_what_is_said_and_who_says_it_stay_two_claims() -> None:
    text = "Il magistrato ha dichiarato che due ergastoli non sono sufficienti per la strage."
    told = texts(text, "it")
    assert "Due ergastoli non sono sufficienti per la strage." in told
    assert text in told
