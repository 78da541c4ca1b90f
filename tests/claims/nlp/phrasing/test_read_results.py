"""Read aloud: race times, lists of people with their ages, whose age it is."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    (
        'In mattinata Kilde ha vinto il SuperG con il tempo di 1,33"42 superando Paris, mentre '
        'Pinturault ha chiuso con 1,34"39 e 58"17.',
        'Pinturault ha chiuso con 1,34"39 e 58"17.',
    ),
    (
        "È rimasto coinvolto anche il fratello di Eleonora Alvi, Leonardo, 16enne.",
        "Leonardo è 16enne.",
    ),
    (
        "Le vittime sono Eleonora Alvi, di 19 anni; Davide Corsetti, di 16 anni; Danilo Trani.",
        "Eleonora Alvi ha 19 anni.",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told(text: str, told: str) -> None:
    assert told in texts(text, "it")


def test_several_are_never_told_to_be_one() -> None:
    text = "Le vittime sono Eleonora Alvi, di 19 anni; Davide Corsetti, di 16 anni; Danilo Trani."
    told = texts(text, "it")
    assert text in told
    assert "Le vittime sono Eleonora Alvi." not in told


def test_a_time_of_a_race_opens_no_quotation() -> None:
    text = 'Kilde ha chiuso in 58"17, Paris in 59"65: il terzo è Meillard.'
    assert not split_text(SplitRequest(text, "it")).quotes


def test_two_prepositions_before_a_pronoun_become_one() -> None:
    text = "Marco Ametti è in ospedale. Marco Ametti ha 22 anni. Su di lui indagano i carabinieri."
    told = texts(text, "it")
    assert not any(claim.startswith("Di su") for claim in told)
