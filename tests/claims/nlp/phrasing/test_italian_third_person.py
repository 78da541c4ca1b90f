"""What an Italian says of themselves is told of them where each word is sure."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    ("«Ho chiamato il porto due volte», ha detto Anna Neri.", "ha chiamato il porto due volte."),
    ("«Non ho mai firmato il contratto», ha detto Anna Neri.", "non ha mai firmato il contratto."),
    ("«Sono nata a Lodi nel 1951», ha detto Anna Neri.", "è nata a Lodi nel 1951."),
    ("«Mi sono dimessa il 3 maggio», ha detto Anna Neri.", "si è dimessa il 3 maggio."),
    ("«L'ho visto alle 8 di sera», ha detto Anna Neri.", "l'ha visto alle 8 di sera."),
    (
        "«Lavoravo al mulino da trent'anni e guadagnavo 900 euro», ricorda Anna Neri.",
        "guadagnava 900 euro.",
    ),
    ("«Scrivo lettere da 40 anni e ricevo 300 euro», ha detto Anna Neri.", "riceve 300 euro."),
    ("«Devo ancora 300 euro al mulino», ha detto Anna Neri.", "deve ancora 300 euro al mulino."),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_one_says_of_oneself_is_told_of_the_speaker(text: str, told: str) -> None:
    assert f"Anna Neri {told}" in texts(text, "it")


def test_a_possessive_and_a_time_keep_their_places() -> None:
    text = "«Nel 2019 ho perso la mia bottega», racconta Anna Neri."
    assert "Nel 2019 Anna Neri ha perso la sua bottega." in texts(text, "it")


def test_what_a_pronoun_means_stays_behind_the_verb() -> None:
    text = (
        "Al traguardo Anna Neri ha dichiarato: «Il finale era adatto alle mie doti, e nel 2019 "
        "l'ho sfruttato per vincere due tappe»."
    )
    assert "Nel 2019 Anna Neri ha sfruttato il finale per vincere due tappe." in texts(text, "it")


KEPT = [
    ("«Ricamo tovaglie da 40 anni», ha detto Anna Neri.", "«Ricamo tovaglie da 40 anni.»"),
    ("«Abbiamo perso tre camion», ha detto Anna Neri.", "«Abbiamo perso tre camion.»"),
    ("«Mi hanno chiesto 300 euro», ha detto Anna Neri.", "«Mi hanno chiesto 300 euro.»"),
    (
        "«Nel 2019 ho deciso di curarmi a Torino», ha detto Anna Neri.",
        "«Nel 2019 ho deciso di curarmi a Torino.»",
    ),
]


@pytest.mark.parametrize(("text", "voice"), KEPT)
def test_what_is_not_sure_keeps_its_speaker_s_voice(text: str, voice: str) -> None:
    assert f"Anna Neri: {voice}" in texts(text, "it")
