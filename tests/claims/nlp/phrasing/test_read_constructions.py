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


PEOPLE_AND_PLACES = [
    (
        "The flames, which started in a stove at 14 Dent Street, engulfed the flat where a woman "
        "was sleeping. The woman died.",
        "The woman died.",
    ),
    (
        "Among them is the owner of the building, who rented it out in 2010.",
        "The owner of the building rented it out in 2010.",
    ),
    ("Astronaut Samantha Crest returned to Earth.", "Samantha Crest is an astronaut."),
    (
        "The Conservative candidate, sitting mayor Peter Gale, was re-elected by 1,204 votes.",
        "The Conservative candidate, sitting mayor Peter Gale, was re-elected by 1,204 votes.",
    ),
]


@pytest.mark.parametrize(("text", "told"), PEOPLE_AND_PLACES)
def test_people_act_and_streets_do_not(text: str, told: str) -> None:
    assert told in texts(text, "en")


def test_a_share_keeps_what_it_is_of() -> None:
    text = "Chi dormiva meno di cinque ore aveva il 30% di probabilità in più di ammalarsi."
    assert texts(text, "it") == [text]


def test_what_stands_behind_a_semicolon_is_nobody_elses_words() -> None:
    text = "The council promised her a gym in 2019; it never came."
    assert split_text(SplitRequest(text, "en")).claims[-1].speaker is None


def test_of_a_person_and_a_thing_before_a_pronoun_none_is_guessed() -> None:
    text = "Anna Berti aprì una stamperia e la vendette al gruppo Monti, che la chiuse nel 2003."
    closed = split_text(SplitRequest(text, "it")).claims[-1]
    assert closed.text == "Il gruppo Monti la chiuse nel 2003."
    assert {"Anna Berti", "la stamperia"} <= set(closed.unresolved[0].candidates)


def test_an_object_is_open_though_the_claim_names_another() -> None:
    text = "Anna Bart opened a shop in Derby. Ten years later she sold it to the Munt group."
    sold = split_text(SplitRequest(text, "en")).claims[-1]
    assert [text[one.start : one.end] for one in sold.unresolved] == ["it"]
    assert not any("Munt" in name for name in sold.unresolved[0].candidates)


OWN_NOUNS = [
    (
        "it",
        "La Camera ha approvato la riforma voluta dal governo e contestata dai magistrati.",
        "La riforma è stata contestata dai magistrati.",
    ),
    (
        "it",
        "La squadra allenata da Conti ha battuto il Pisa 3-0, salendo al secondo posto.",
        "La squadra è stata allenata da Conti.",
    ),
    (
        "en",
        "The outgoing mayor, backed by two parties and tipped to win, lost by 300 votes.",
        "The outgoing mayor lost by 300 votes.",
    ),
    (
        "it",
        "Il cantante ha annullato il concerto e rimborsato i biglietti.",
        "Il cantante ha rimborsato i biglietti.",
    ),
    (
        "it",
        "Nata come mercato nel 1880, la struttura ospita oggi 12 botteghe.",
        "La struttura è nata come mercato nel 1880.",
    ),
    (
        "it",
        "Il Torino, reduce da tre sconfitte, ha esonerato l'allenatore.",
        "Il Torino è reduce da tre sconfitte.",
    ),
]
UNTOLD = [
    ("it", "Ha vinto il premio Greta Solari, 27 anni, di Rimini.", "è 27 anni"),
    ("it", "L'impianto produce energia per 30mila famiglie, ovvero un quarto.", "Produce"),
    ("en", "The bill, put forward by Louise Gates (Greens), was voted down.", "Greens is"),
]


@pytest.mark.parametrize(("language", "sentence", "piece"), UNTOLD)
def test_a_piece_is_no_claim(language: str, sentence: str, piece: str) -> None:
    assert not any(piece in text for text in texts(sentence, language))


@pytest.mark.parametrize(("language", "sentence", "told"), OWN_NOUNS)
def test_a_participle_is_told_of_its_own_noun(language: str, sentence: str, told: str) -> None:
    found = texts(sentence, language)
    assert told in found
    assert not any(
        text.startswith(("La Camera è", "La squadra è stata allenata da Conti il"))
        for text in found
    )


def test_no_doubt_denies_nothing_and_doubts_nothing() -> None:
    text = "There is no doubt that the river is polluted."
    (claim,) = split_text(SplitRequest(text, "en")).claims
    assert not claim.hedged
    assert not claim.negated
