"""Relatives whose subject Italian leaves out, and what they tell of a name's apposition."""

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


def test_a_relative_before_a_verb_of_saying_tells_of_its_name() -> None:
    text = (
        "La presidente della società, Clara Monti, che prima di occuparsi di robot aveva lavorato "
        "dieci anni alla Banca europea per gli investimenti, ha detto che l'azienda assumerà."
    )
    told = "prima di occuparsi di robot aveva lavorato dieci anni alla Banca europea"
    assert any(claim.startswith(f"Clara Monti {told}") for claim in texts(text, "it"))


def test_a_group_is_told_with_its_article_and_cioe_stays() -> None:
    text = "L'inchiesta riguarda funzionari regionali, tra cui due dirigenti."
    assert "Tra i funzionari regionali ci sono due dirigenti." in texts(text, "it")
    text = "Gli avvocati sostengono che fosse un uso equo, cioè una delle eccezioni alla legge."
    assert any("uso equo, cioè una delle eccezioni" in claim for claim in texts(text, "it"))


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


def test_what_is_provided_for_is_no_fact() -> None:
    text = "L'accordo prevede che i dipendenti ricevano 200 euro al mese."
    assert not [c for c in texts(text, "it") if c.startswith("I dipendenti")]


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


def test_bare_days_and_figures_get_no_claim_without_an_article() -> None:
    text = "Il museo resta aperto il venerdì e il sabato, giorni in cui l'ingresso costa 5 euro."
    assert not [c for c in texts(text, "it") if c.startswith("In giorni")]
    text = "La città produce meno rifiuti (1,58 milioni di tonnellate contro 1,72)."
    assert not [c for c in texts(text, "it") if c.startswith("Rifiuti")]
