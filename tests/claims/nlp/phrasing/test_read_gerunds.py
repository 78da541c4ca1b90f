"""Italian gerunds with a pronoun written onto them, and whose deeds gerunds and charges are."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # the pronoun goes before the finite verb, whose participle agrees with an object
    (
        "I sanitari hanno soccorso il ciclista, portandolo in ospedale in codice rosso.",
        "I sanitari l'hanno portato in ospedale in codice rosso.",
    ),
    (
        "Il Monteforte ha battuto la Solana, infliggendole la prima sconfitta della stagione.",
        "Il Monteforte le ha inflitto la prima sconfitta della stagione.",
    ),
    (
        "La polizia ha fermato due uomini, portandoli in questura.",
        "La polizia li ha portati in questura.",
    ),
    # no gerund is told of a noun, whatever stands before it
    (
        "L'associazione ha tradotto il testo del bando in una lettera inviandola a 300 soci.",
        "L'associazione l'ha inviata a 300 soci.",
    ),
    # "attesi" is no "atte" with a pronoun
    (
        "Attesi 120 millimetri di pioggia nella notte.",
        "Sono attesi 120 millimetri di pioggia nella notte.",
    ),
    (
        "Il livello del lago resta inferiore alla media, motivo per cui il Comune ha vietato i "
        "prelievi.",
        "Il Comune ha vietato i prelievi.",
    ),
    (
        "Il ricorso era stato presentato dal consorzio Acque del Serchio.",
        "Acque del Serchio è un consorzio.",
    ),
    (
        "Con un'ordinanza il giudice del Tribunale di Varedo, Marta Ossola, accogliendo la "
        "richiesta, ha disposto il sequestro.",
        "Con un'ordinanza il giudice del Tribunale di Varedo, Marta Ossola, ha disposto il "
        "sequestro.",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_deed_is_told_of_who_did_it(text: str, claim: str) -> None:
    assert claim in texts(text, "it")


NEVER = [
    (
        "Il Monteforte ha vinto con un gol di testa di Achille Bonfanti, al suo nono centro in "
        "campionato.",
        "nono centro",
    ),
    (
        "Due operai sono rimasti feriti, uno dei quali in modo grave, nel crollo di un solaio.",
        "Uno",
    ),
    (
        "La Regione ha stanziato 23 milioni per 140 scuole, di cui 38 in zona sismica.",
        "scuole 38",
    ),
    (
        "Raffaele Sorti ha criticato l'alleato e la sua scelta definendolo un traditore.",
        "definendolo",
    ),
    (
        "Il preside ha scritto ai genitori, mentre è notizia di ieri che lo studente sarà sospeso "
        "per dieci giorni.",
        "preside è",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_no_deed_is_told_of_another(text: str, wrong: str) -> None:
    assert not [told for told in texts(text, "it") if wrong in told]


def test_a_pronoun_written_onto_its_verb_is_left_open() -> None:
    text = "👍 Il sindaco ha incontrato l'attrice Ada Neri. Poi ha deciso di premiarla a maggio."
    claims = split_text(SplitRequest(text, "it")).claims
    open_words = {text[one.start : one.end] for claim in claims for one in claim.unresolved}
    assert "la" in open_words


@pytest.mark.parametrize("text", ["L'operaio se la caverà con 20 giorni di cure."])
def test_the_pronoun_of_an_idiom_means_nothing(text: str) -> None:
    claims = split_text(SplitRequest(f"Ada Neri ha una ditta a Lodi. {text}", "it")).claims
    assert not [claim for claim in claims if claim.unresolved]
