"""Read aloud: figures beside names, second halves, what was so then, shares of something else."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    (
        "it",
        "Il gruppo Orlandi (1.800 dipendenti, 410 milioni di ricavi) ha comprato la Tessil.",
        "Il gruppo Orlandi ha 1.800 dipendenti, 410 milioni di ricavi.",
    ),
    (
        "en",
        "The Orlando group (1,800 employees, $410 million in revenue) has bought Tessil.",
        "The Orlando group has 1,800 employees, $410 million in revenue.",
    ),
    (
        "it",
        "Laureata in chimica, Irene Moda dirige da tre anni il laboratorio di Siena.",
        "Irene Moda è laureata in chimica.",
    ),
    (
        "it",
        "Il ministro dell'Interno tedesco, la socialdemocratica Anna Vogel, ha visitato Lampedusa.",
        "Anna Vogel è il ministro dell'Interno tedesco.",
    ),
    ("en", "So far this year 41 cyclists have been killed.", None),
    (
        "en",
        "Ms Reed, then a junior minister, signed the contract.",
        "Ms Reed was then a junior minister.",
    ),
    (
        "it",
        "La signora Rossi, allora sottosegretaria, firmò il contratto.",
        "La signora Rossi era allora sottosegretaria.",
    ),
    (
        "en",
        "The law, passed in 1998 but never enforced, bans horns at night.",
        "The law was never enforced.",
    ),
    (
        "en",
        "The vaccine, which costs $4 a dose and lasts two years, was tested on 30,000 people.",
        "The vaccine lasts two years.",
    ),
    (
        "en",
        "The player, bought for $12 million and sold for $30 million, never played a match.",
        "The player was sold for $30 million.",
    ),
    ("en", "Forty schools took part, 12 of them foreign.", "12 of them are foreign."),
]
NEVER = [
    ("en", "Forty schools took part, 12 of them foreign.", "Forty schools are"),
    ("en", "Rents rose by a fifth in Leeds, a third in York and half in Hull.", "Leeds is"),
    (
        "it",
        "Nel 2022 gli iscritti erano 1.200, l'anno dopo 1.350.",
        "Nel 2022 gli iscritti erano l'",
    ),
    ("en", "The boss said he was ready to go; the mayor did not.", "The mayor did not."),
]


@pytest.mark.parametrize(("language", "sentence", "told"), TOLD)
def test_what_is_told(language: str, sentence: str, told: str | None) -> None:
    assert (told or sentence) in texts(sentence, language)


@pytest.mark.parametrize(("language", "sentence", "start"), NEVER)
def test_what_is_not_told(language: str, sentence: str, start: str) -> None:
    assert not any(text.startswith(start) for text in texts(sentence, language))


def test_votes_against_deny_nothing() -> None:
    text = "Il parlamento ha respinto con 210 no la mozione."
    (claim,) = split_text(SplitRequest(text, "it")).claims
    assert not claim.negated


def test_a_pronoun_that_is_never_told_is_left_open() -> None:
    text = "Forty schools took part in the race. The mayor praised them on Monday."
    praised = split_text(SplitRequest(text, "en")).claims[-1]
    assert [one.candidates for one in praised.unresolved] == [("the schools",)]
