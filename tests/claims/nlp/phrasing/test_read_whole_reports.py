"""Read aloud: whole Italian reports, with sentences without a verb or a subject."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import Candidate, SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # a participle that opens a sentence is no order
    (
        "Interrotta la linea dei tram tra il porto e la stazione.",
        "È stata interrotta la linea dei tram tra il porto e la stazione.",
    ),
    ("Uccise la suocera e la nipote.", "Sono state uccise la suocera e la nipote."),
    (
        "Chiusi gli sportelli alle 13, è arrivata la folla.",
        "Sono stati chiusi gli sportelli alle 13.",
    ),
    ("Chiuse le piscine anche domani.", "Sono chiuse le piscine anche domani."),
    ("Decisiva la parata di Okoro, entrato a metà gara.", "È decisiva la parata di Okoro."),
    ("Decisiva la parata di Ugo Okoro, entrato a metà gara.", "Ugo Okoro è entrato a metà gara."),
    # who is told of by "si" is named in the sentence before
    ("Ada Neri è nata a Lodi. Si è laureata a Pisa.", "Ada Neri si è laureata a Pisa."),
    ("Ugo Banti fu sindaco di Lodi. Si dimise nel 2010.", "Ugo Banti si dimise nel 2010."),
    ("Ada Neri arrivò a Lodi. Ci è rimasta trent'anni.", "Ada Neri ci è rimasta trent'anni."),
    (
        "Ada Neri lavora a Lodi. È stata la prima donna in Italia a guidare un porto.",
        "Ada Neri è stata la prima donna in Italia a guidare un porto.",
    ),
    (
        "Ada Neri lavora a Lodi. È stata la prima a guidare un porto.",
        "Ada Neri è stata la prima a guidare un porto.",
    ),
    # of a relative and the verb above it one subject is meant
    (
        "Ugo Banti è nato a Lodi. Entrò nella ditta di Piero Galli, di cui sarebbe stato socio.",
        "Di Piero Galli Ugo Banti sarebbe stato socio.",
    ),
    (
        "La Brunex ha battuto Novara e si è qualificata per la finale.",
        "La Brunex si è qualificata per la finale.",
    ),
    # a minute is nobody's, an infinitive has no more than its subject
    ("Al 38' Ricci è stato espulso.", "Al 38' Ricci è stato espulso."),
    ("Al 38' Ricci, già ammonito, è stato espulso.", "Ricci è stato già ammonito."),
    (
        "A Piazza Affari il titolo ha perso il 4%, dopo aver toccato un minimo di sei euro.",
        "Il titolo ha toccato un minimo di sei euro.",
    ),
    (
        "Sono seguite trenta repliche, la più forte delle quali di magnitudo 3.",
        "La più forte delle trenta repliche è di magnitudo 3.",
    ),
    # what somebody says of themselves stays in their voice
    ("Ugo Banti lavora a Lodi. «Adesso scendo», risponde.", "Ugo Banti risponde: «Adesso scendo»."),
    (
        "«Rispetto le idee di tutti, ma si va avanti», ha replicato Ada Neri.",
        "Ada Neri ha replicato: «Rispetto le idee di tutti, ma si va avanti».",
    ),
    (
        "Ada Neri è una guardiana. Il padre la voleva medico, lei sognava il mare. Nel 1993 salvò "
        "due pescatori. Ricevette una medaglia. «Non l'ho mai messa», dice.",
        "Ada Neri dice: «Non l'ho mai messa».",
    ),
    (
        "Ada Neri vive a Lodi. Ha scritto un libro di memorie, «La luce».",
        "Ada Neri ha scritto un libro di memorie, «La luce».",
    ),
    # what is somewhere is there
    ("Sul muro, nessun segno di vernice.", "Sul muro non c'è nessun segno di vernice."),
    ("Alla guida, un uomo di 30 anni.", "Alla guida c'è un uomo di 30 anni."),
    (
        "Al centro della lite, il piano di un forno da 90mila tonnellate all'anno.",
        "Al centro della lite c'è il piano di un forno da 90mila tonnellate all'anno.",
    ),
    # "se" may set two times apart
    (
        "Se nel 2021 gli iscritti erano 40, l'anno scorso erano 60.",
        "Nel 2021 gli iscritti erano 40, l'anno scorso erano 60.",
    ),
    # what lasts is told in the present, what was done at a time is not
    ("Suonava un violino oggi conservato a Lodi.", "Un violino è oggi conservato a Lodi."),
    ("Ada Neri, sposata nel 1962, vive a Lodi.", "Ada Neri è stata sposata nel 1962."),
    (
        "Ugo Banti vive a Lodi. Nel 2008 ricevette la medaglia d'oro.",
        "Nel 2008 Ugo Banti ricevette la medaglia d'oro.",
    ),
]
NOT_TOLD = [
    ("Ugo Banti uscì all'alba per portare il latte, come faceva da anni.", "faceva"),
    ("Il porto ha scelto di chiudere il molo, come ha già fatto con altri tre.", "ha già fatto"),
    ("Visitate le mostre e i musei!", "sono state visitate"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_report_is_told_in_sentences(text: str, told: str) -> None:
    assert told in texts(text, "it")


@pytest.mark.parametrize(("text", "words"), NOT_TOLD)
def test_what_says_nothing_by_itself_is_not_told(text: str, words: str) -> None:
    assert not [one for one in texts(text, "it") if words in one]


def open_words(text: str) -> list[str]:
    """What the claims of a text leave open."""
    found: list[Candidate] = list(split_text(SplitRequest(text=text, language="it")).claims)
    return [text[u.start : u.end] for claim in found for u in claim.unresolved]


def test_a_subject_that_nothing_before_it_names_is_open() -> None:
    assert open_words("Era partito all'alba. Ugo Banti non è mai arrivato.") == ["partito"]


def test_the_time_of_day_leaves_nothing_open() -> None:
    assert not open_words("Ugo Banti era a casa. Erano le 3.20 di notte. È scontro tra i vicini.")
