"""Italian sentences of the newsroom read aloud: what grammar gives a claim, and what it bars."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


TOLD = [
    # no person costs
    (
        "Escluso dal palmarès l'atteso kolossal di Ridley Moore, costato 180 milioni.",
        "L'atteso kolossal di Ridley Moore è costato 180 milioni.",
    ),
    # what two infinitives share
    (
        "La giunta ha potuto chiudere il parco e avvisare le scuole senza chiedere il permesso.",
        "La giunta ha potuto avvisare le scuole senza chiedere il permesso.",
    ),
    (
        "La giunta ha deciso di chiudere il parco e avvisare le scuole.",
        "La giunta ha deciso di avvisare le scuole.",
    ),
    # who was taken there
    (
        "Un paziente di 71 anni è stato trasferito a Monza, dove è morto.",
        "A Monza un paziente di 71 anni è morto.",
    ),
    (
        "I ladri, forse quattro, sono entrati da una finestra dopo aver disattivato l'allarme.",
        "I ladri, forse quattro, hanno disattivato l'allarme.",
    ),
    (
        'Elmo Zanni, che in classifica ha 18" di vantaggio, ha vinto la tappa.',
        'Elmo Zanni in classifica ha 18" di vantaggio.',
    ),
    # a sign is the predicate
    (
        "L'affluenza è stata del 58,4%, in calo di tre punti rispetto al 2019.",
        "L'affluenza è stata del 58,4%.",
    ),
    # where somebody was taken
    (
        "Gli arrestati sono stati portati in carcere, dove si sono avvalsi della facoltà di non "
        "rispondere.",
        "In carcere gli arrestati si sono avvalsi della facoltà di non rispondere.",
    ),
    # some of several
    (
        "Al mercato c'erano 96 cavalli, di cui 41 femmine.",
        "Dei 96 cavalli 41 sono femmine.",
    ),
    (
        "Dei 240 viadotti censiti, 61, costruiti prima del 1955 e mai sottoposti a verifiche, "
        "presentano difetti gravi.",
        "61 dei 240 viadotti censiti sono stati costruiti prima del 1955.",
    ),
    (
        "La ditta impiega 900 persone in cinque stabilimenti, tre dei quali in Italia.",
        "Tre dei cinque stabilimenti sono in Italia.",
    ),
    # without that
    (
        "I geologi hanno consegnato le mappe alla prefettura senza che finora sia stata presa "
        "alcuna decisione.",
        "Finora non è stata presa alcuna decisione.",
    ),
    # a short title goes with its name
    (
        "Ad aprile il suo predecessore, il sen. Aldo Prati, aveva bocciato una legge analoga.",
        "Aldo Prati è il suo predecessore.",
    ),
    # what stands before an agency's or a reader's own words
    (
        "ore 16 - La società rimborserà i biglietti che non sono stati usati.",
        "La società rimborserà i biglietti che non sono stati usati.",
    ),
    # what it cost, not the theatre that reopens
    (
        "Riapre domani, dopo sei anni di restauri costati 12 milioni di euro, il Teatro Alfieri.",
        "Sei anni di restauri sono costati 12 milioni di euro.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_claim_is_what_the_article_says(text: str, expected: str) -> None:
    assert expected in texts(text)


NEVER = [
    (
        "L'assessore Failli ha chiesto all'Anas di installare reti lungo quel tratto, ma l'ente ha "
        "risposto che i fondi non ci sono.",
        "Failli l'ente",
    ),
    (
        "Lo denuncia il garante dei detenuti, don Paolo Zanin, secondo cui lo psicologo è presente "
        "solo due mattine alla settimana.",
        "Don Paolo Zanin lo psicologo",
    ),
    ("Escluso dal palmarès l'atteso kolossal di Ridley Moore, costato 180 milioni.", "Moore."),
    ("Secondo l'ultimo censimento gli orsi nella provincia sono tra gli 86 e i 120.", "86 i 120"),
    (
        "Il Leone d'oro è andato a «Le ore piccole», opera seconda della regista Marta Cantini.",
        "piccole» sono",
    ),
    # nobody has proved it
    ("L'uomo è stato arrestato per aver rubato 12 biciclette.", "L'uomo ha rubato"),
    (
        "Un giovane su quattro tra i 15 e i 29 anni non studia e non lavora.",
        "anni lavora",
    ),
    (
        "Nel 1996 dallo stesso museo sparì un reliquiario, mai più ritrovato.",
        "è stato più ritrovato",
    ),
    (
        "I medici di base, pur essendo obbligati dal contratto, non garantiscono le visite.",
        "pur sono",
    ),
    (
        "La spesa per le politiche attive è pari allo 0,2% del Pil, un terzo di quella francese.",
        "Il Pil è un terzo",
    ),
    (
        "La scorsa notte una tromba d'aria ha scoperchiato tre capannoni a Ca' Vecchia, "
        "senza provocare feriti.",
        "notte non ha",
    ),
    (
        "I vigili in servizio a Carpi sono 58, dodici meno del previsto.",
        "dodici del previsto",
    ),
    (
        "Nata a Copparo nel 1951, figlia di un fabbro, aveva esordito nel 1974 con la "
        "trasmissione «Il treno delle sette».",
        "1951 è",
    ),
    (
        "Lara Conti, al suo primo podio mondiale, si era qualificata con l'ottavo tempo.",
        "è suo",
    ),
    (
        "L'anno scorso a novembre erano caduti 210 millimetri di pioggia, il doppio della media.",
        "media è",
    ),
    (
        "La Protezione civile ha diramato un'allerta gialla per temporali e mareggiate "
        "dalle 20 di oggi alle 10 di domani.",
        "state mareggiate",
    ),
    (
        "Due operai, un 33enne senegalese e un collega di 51 anni, sono rimasti feriti.",
        "operai sono un 33enne senegalese.",
    ),
    (
        "Il quadro, che si ritiene sia stato venduto a un antiquario, non è stato trovato.",
        "Il quadro è stato venduto",
    ),
    (
        "La Provincia ha chiesto alla ditta i danni, avendo questa consegnato solo due autobus.",
        "ha questa",
    ),
    (
        "I ladri sono entrati ieri. Si sarebbero presentati a casa di una vedova di 84 "
        "anni fingendosi vigili e le avrebbero sottratto gioielli per 30mila euro.",
        "84 anni si è",
    ),
    (
        "(AGV) - Avellino, 14 set. - Una scossa di magnitudo 3.8 è stata registrata alle "
        "5.12 in provincia di Avellino.",
        "Avellino è",
    ),
    (
        "Il dott. A. B. Rossi, dirigente della Asl, ha invitato tutti a restare in casa.",
        "un dott",
    ),
    (
        "Caro direttore, abito in via Roma da vent'anni e non ho mai visto un autobus.",
        "direttore è",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_no_claim_says_what_grammar_bars(text: str, wrong: str) -> None:
    assert not [told for told in texts(text) if wrong in told]


def test_an_idiom_points_back_at_nobody() -> None:
    text = "L'assessore Ugo Sarzi, che a sua volta aveva chiesto un rinvio, ha lasciato l'aula."
    claims = split_text(SplitRequest(text, "it")).claims
    assert "Ugo Sarzi a sua volta aveva chiesto un rinvio." in [claim.text for claim in claims]
    assert not [claim for claim in claims if claim.unresolved]
