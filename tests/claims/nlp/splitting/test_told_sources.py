"""Who says so, where a clause of its own tells it; and where a source's words end."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts


def speakers(text: str) -> dict[str, str | None]:
    claims = split_text(SplitRequest(text, "it")).claims
    return {claim.text: claim.speaker and claim.speaker.name for claim in claims}


SOURCES = [
    (
        "Secondo quanto scrive la Gazzetta, il museo chiuderà a maggio.",
        "Il museo chiuderà a maggio.",
        "la Gazzetta",
    ),
    (
        "Il teatro ha perso 2 milioni, stando a quanto riferito dalla direzione.",
        "Il teatro ha perso 2 milioni.",
        "la direzione",
    ),
    (
        "Il ministro è arrivato ieri, secondo quanto ha comunicato il prefetto Neri.",
        "Il ministro è arrivato ieri.",
        "Neri",
    ),
]


@pytest.mark.parametrize(("text", "claim", "speaker"), SOURCES)
def test_who_told_it_is_its_speaker(text: str, claim: str, speaker: str) -> None:
    assert speakers(text)[claim] == speaker


@pytest.mark.parametrize(("text", "claim", "speaker"), SOURCES)
def test_a_source_alone_is_no_claim(text: str, claim: str, speaker: str) -> None:
    found = texts(text, "it")
    opening = ("Secondo quanto", "Stando a quanto", "Il teatro è stato")
    assert not [c for c in found if c.startswith(opening) and claim.lower()[:-1] not in c.lower()]


def test_what_is_set_against_a_source_is_not_its_own() -> None:
    text = "Secondo la procura i fondi sono spariti, ma il Comune ha presentato le ricevute."
    assert speakers(text)["Il Comune ha presentato le ricevute."] is None


BETS = [
    (
        "it",
        "La giunta conta sul fatto che lo Stato pagherà la metà dei lavori.",
        "Lo Stato pagherà la metà dei lavori.",
    ),
    (
        "en",
        "The council is counting on the fact that the state will pay half of the bill.",
        "The state will pay half of the bill.",
    ),
]


@pytest.mark.parametrize(("language", "text", "hoped"), BETS)
def test_what_somebody_bets_on_is_no_fact(language: str, text: str, hoped: str) -> None:
    found = texts(text, language)
    assert found
    assert hoped not in found


def test_what_something_rests_on_is_one() -> None:
    text = "La tesi si basa sul fatto che il fiume è navigabile dal 1950."
    assert "Il fiume è navigabile dal 1950." in texts(text, "it")


TWO = [
    (
        "it",
        "Il sindaco, Renato Galli, ha detto che la decisione «chiude tre anni di ricorsi», mentre "
        "per la portavoce dei comitati, Ilaria Fonti, «i giudici non hanno letto le perizie».",
        ["Renato Galli", "Ilaria Fonti"],
    ),
    (
        "en",
        "The council's leader, Ron Gould, said the decision “puts an end to three years of "
        "appeals”, while Hilary Fount, who speaks for the groups, said the judges “did not even "
        "read the reports”.",
        ["Ron Gould", "Hilary Fount"],
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), TWO)
def test_two_who_disagree_have_their_own_words(language: str, text: str, names: list[str]) -> None:
    quotes = split_text(SplitRequest(text, language)).quotes
    assert [quote.speaker and quote.speaker.name for quote in quotes] == names
