"""What an apposition and what hangs on it tell of the name before it."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

ONES = [
    ("it", "Il premio è andato a Ugo Conti, il medico che curò i minatori.", "un medico"),
    ("it", "Ha vinto Marta Sala, la giornalista che nel 2019 scoprì la truffa.", "una giornalista"),
    ("en", "The prize went to Hugh Conte, the economist who advised two mayors.", "an economist"),
]


@pytest.mark.parametrize(("language", "text", "one"), ONES)
def test_what_a_relative_singles_out_is_one_of_many_without_it(
    language: str, text: str, one: str
) -> None:
    assert any(claim.endswith((f" è {one}.", f" is {one}.")) for claim in texts(text, language))


def test_offices_and_firsts_are_not_one_of_many() -> None:
    assert "Rita Bo è la sindaca." in texts(
        "Ha parlato Rita Bo, la sindaca che guida il paese dal 2014.", "it"
    )


def test_the_second_verb_of_an_apposition_tells_of_the_name() -> None:
    text = "Ieri è morto Pio Riva, l'uomo che fondò la cooperativa e la diresse per trent'anni."
    assert "Pio Riva la diresse per trent'anni." in texts(text, "it")


ROLES = [
    (
        "Il difensore, l'avvocato Pietro Sole, ha annunciato il ricorso.",
        "Pietro Sole è il difensore.",
    ),
    ("L'imprenditrice, Ada Fini, ha pagato la multa.", "Ada Fini è un'imprenditrice."),
]


@pytest.mark.parametrize(("text", "told"), ROLES)
def test_roles_have_their_article(text: str, told: str) -> None:
    assert told in texts(text, "it")


PARTICIPLES = [
    (
        "it",
        "I volumi venivano da BookVault, un archivio clandestino chiuso dall'FBI nel 2021.",
        "BookVault è stato chiuso dall'FBI nel 2021.",
    ),
    (
        "en",
        "He works at Brunex, a firm founded in 1960 that makes pumps.",
        "Brunex was founded in 1960.",
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), PARTICIPLES)
def test_what_was_done_to_an_apposition_is_told_of_the_name(
    language: str, text: str, told: str
) -> None:
    assert told in texts(text, language)
