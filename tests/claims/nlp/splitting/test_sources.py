"""Who says what a claim tells without "according to", and who is no source."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts


@pytest.mark.parametrize(
    ("language", "text", "told", "source"),
    [
        (
            "it",
            "Secondo i carabinieri, il 45enne avrebbe colpito la moglie con una bottiglia e poi "
            "avrebbe chiamato il 112.",
            "Il 45enne poi avrebbe chiamato il 112.",
            "i carabinieri",
        ),
        (
            "en",
            "But according to the auditors $6 million is missing.",
            "$6 million is missing.",
            "the auditors",
        ),
    ],
)
def test_a_content_without_its_source_has_it_as_speaker(
    language: str, text: str, told: str, source: str
) -> None:
    claims = split_text(SplitRequest(text, language)).claims
    speakers = {claim.text: claim.speaker for claim in claims}
    speaker = speakers[told]
    assert speaker is not None
    assert speaker.name == source
    whole = next(found for words, found in speakers.items() if words.startswith(("Secondo", "Acc")))
    assert whole is None


def test_who_comes_second_is_no_source() -> None:
    text = "Secondo arrivato, il croato Ivo Mil è molto deluso."
    assert all(claim.speaker is None for claim in split_text(SplitRequest(text, "it")).claims)


def test_each_of_two_names_has_its_own_title() -> None:
    text = (
        "L'assessore al Bilancio, Rita Corvi, e quello ai Lavori pubblici, Ivo Dani, hanno "
        "votato contro."
    )
    assert not any(claim.startswith("Ivo Dani è l'assessore al B") for claim in texts(text, "it"))


def test_one_person_may_be_two_things() -> None:
    text = "Julia Ferris, born in Derby 52 years ago and a mother of three, will lead the bank."
    told = texts(text, "en")
    assert "Julia Ferris is a mother of three." in told
    assert "Julia Ferris will lead the bank." in told


def test_a_day_in_may_is_no_doubt() -> None:
    text = "Those who booked before 4 May got a refund."
    (claim,) = split_text(SplitRequest(text, "en")).claims
    assert not claim.hedged
