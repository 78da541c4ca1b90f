"""Deeds read aloud: of the right person or thing, proved or only alleged, with their own verb."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # a town and who died there are no one name
    (
        "it",
        "Il 10 settembre 2008 si è spento a Roma Raimondo Trasi, pioniere della subacquea.",
        "Raimondo Trasi è pioniere della subacquea.",
    ),
    # years only tell which student
    (
        "it",
        "La vittima è uno studente di 22 anni, il cui decesso risale al 28 luglio scorso.",
        "Il decesso di uno studente di 22 anni risale al 28 luglio scorso.",
    ),
    # what brackets held
    (
        "it",
        "Il video della rapina (mai mostrato pubblicamente) dura 30 minuti.",
        "Il video della rapina non è stato mai mostrato pubblicamente.",
    ),
    # verbs with "essere"
    (
        "it",
        "Un peschereccio salpato dal porto di Misura il 1° ottobre 2013 è affondato.",
        "Un peschereccio è salpato dal porto di Misura il 1° ottobre 2013.",
    ),
    (
        "it",
        "Ada Neri lasciò la scuola nel 1950, iniziando a lavorare come operaia a 14 anni.",
        "Ada Neri ha iniziato a lavorare come operaia a 14 anni.",
    ),
    # a dateline of place, country and day is no part of the sentence
    (
        "en",
        "PALOMA, Indonesia, Jan 18 — A wall of mud crashed into a market on Sunday, killing at "
        "least nine people, officials said.",
        "A wall of mud crashed into a market on Sunday.",
    ),
    # the verb that a second half leaves out
    (
        "en",
        "At least 17 people were killed and 30 injured when a bridge fell on Tuesday in Leeds.",
        "30 were injured when a bridge fell on Tuesday in Leeds.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_a_deed_is_told_with_its_verb(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


NEVER = [
    # what somebody is accused of is no fact
    (
        "it",
        "È stato accusato il partito della Lega, ora al governo, di avere operato pressioni per "
        "favorire il club.",
        "ha operato",
    ),
    ("it", "Il sindaco è stato arrestato con l'accusa di aver rubato 300 euro.", "ha rubato"),
    # two verbs, one auxiliary
    (
        "it",
        "L'uomo è stato operato d'urgenza e versa in condizioni gravissime all'ospedale di Lodi.",
        "è versa",
    ),
    # what is wanted of something isn't told of it
    ("it", "Il Comune cerca una sede che permetta di ospitare 300 persone.", "permetta di ospit"),
    # nobody is two things
    (
        "it",
        "A 90 anni nuotava con la moglie, Luciana Civi (due record mondiali in apnea).",
        "è due",
    ),
    (
        "it",
        "Vedrà l'arcivescovo di Lodi, Rowan Trasi, capo della Chiesa, il 3 maggio.",
        "Lodi è capo",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_no_deed_is_told_that_was_not_done(language: str, text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text, language) if wrong in claim]


SPEAKERS = [
    (
        "it",
        "La ditta ha chiuso la fabbrica di Lodi, precisando che i 300 operai hanno ricevuto il "
        "salario di maggio.",
        "I 300 operai hanno ricevuto il salario di maggio.",
        "La ditta",
    ),
    (
        "en",
        "Eleven publishers filed suit on Monday, alleging that the firm copied 41,300 books.",
        "The firm copied 41,300 books.",
        "Eleven publishers",
    ),
    ("it", "È previsto lo stesso metodo: una delle squadre si chiama Aironi.", None, None),
]


@pytest.mark.parametrize(("language", "text", "claim", "speaker"), SPEAKERS)
def test_what_a_gerund_tells_has_its_speaker(
    language: str, text: str, claim: str | None, speaker: str | None
) -> None:
    found = split_text(SplitRequest(text, language)).claims
    told = [one for one in found if claim in (None, one.text)]
    assert told
    names = {one.speaker.name.lower() if one.speaker else None for one in told}
    assert names == {speaker.lower() if speaker else None}
