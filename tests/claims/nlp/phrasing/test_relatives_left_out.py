"""Relatives whose subject Italian leaves out, and whose words they are."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

ACTING = [
    (
        "Il circolo ha un fornaio, con cui collabora dal 2015.",
        "Con un fornaio il circolo collabora dal 2015.",
    ),
    (
        "Rita Bo ha lasciato il partito, di cui era tesoriera.",
        "Del partito Rita Bo era tesoriera.",
    ),
    (
        "La ditta ha chiuso il reparto, in cui investì 3 milioni.",
        "Nel reparto la ditta investì 3 milioni.",
    ),
]


@pytest.mark.parametrize(("text", "told"), ACTING)
def test_who_acts_in_a_relative_is_told(text: str, told: str) -> None:
    assert told in texts(text, "it")


OTHERS = [
    "I medici hanno riaperto il reparto, in cui lavorano 40 persone.",
    "Il Comune ha comprato la villa in cui morì il poeta.",
    "La tosse lo ha costretto in ospedale, dove è morto.",
    "Lo storico ha trovato un registro, in cui si parla di un prestito.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_nobody_else_is_told_to_act(text: str) -> None:
    subject = text.split(" ha", 1)[0].lower()
    second = [claim for claim in texts(text, "it") if claim.startswith(("Ne", "In ", "A"))]
    assert not [claim for claim in second if subject in claim.lower()]


def test_a_relative_before_a_verb_of_saying_tells_of_its_name() -> None:
    text = (
        "La presidente della società, Clara Monti, che prima di occuparsi di robot aveva lavorato "
        "dieci anni alla Banca europea per gli investimenti, ha detto che l'azienda assumerà."
    )
    told = "prima di occuparsi di robot aveva lavorato dieci anni alla Banca europea"
    assert any(claim.startswith(f"Clara Monti {told}") for claim in texts(text, "it"))


def test_a_relative_has_one_subject() -> None:
    text = "I comitati chiedevano un voto cittadino, che però il Comune non ha mai indetto."
    assert "Il Comune non ha mai indetto un voto cittadino." in texts(text, "it")


def test_a_second_relative_is_not_the_first_ones_source() -> None:
    text = (
        "Le ceneri, che secondo il progetto saranno 130mila tonnellate l'anno e che oggi vengono "
        "esportate in Germania, sono un problema."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    speakers = {c.text: c.speaker for c in claims}
    assert speakers["Le ceneri oggi vengono esportate in Germania."] is None
