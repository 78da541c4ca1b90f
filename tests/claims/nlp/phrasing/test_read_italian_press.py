"""Read aloud: Italian newsroom prose, and what a lawyer would object to in its claims."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest
from tests.claims.nlp.phrasing.test_read_aloud import texts

KILLED = (
    "È stato fermato nella notte l'ex socio di Renato Sala, l'imprenditore di 57 anni ucciso "
    "giovedì sera con tre coltellate."
)
ALERT = (
    "La prefettura ha chiesto l'intervento dell'esercito e la Regione, che aveva diramato "
    "l'allerta rossa già domenica sera, l'ha prorogata fino alle 24 di domani."
)
TOLD = [
    # without a comma a participle goes on the apposition
    (KILLED, "Renato Sala è stato ucciso giovedì sera con tre coltellate."),
    # the comma behind a relative opens a clause whose subject stands before it
    (ALERT, "La Regione l'ha prorogata fino alle 24 di domani."),
    # what brackets call a firm is the name before them
    (
        "Ha preso fuoco un traghetto della Marlina (la società che collega le isole).",
        "La Marlina collega le isole.",
    ),
    # nobody happens
    (
        "Durante il processo, avvenuto a Lodi in pochi giorni, Sarti fu definito «un bugiardo».",
        "Il processo è avvenuto a Lodi in pochi giorni.",
    ),
    # a gerund beside what will be hasn't been yet
    (
        "La riforma entrerà in vigore a giugno, riducendo a sei il numero dei collegi.",
        "La riforma ridurrà a sei il numero dei collegi.",
    ),
    (
        "L'esplosione ha distrutto il magazzino ferendo tre operai.",
        "L'esplosione ha ferito tre operai.",
    ),
    # a predicate keeps the preposition that it stands with
    (
        "Non ha partecipato al voto il leader di Alleanza civica Dario Fossa, in missione a "
        "Bruxelles.",
        "Dario Fossa è in missione a Bruxelles.",
    ),
    (
        "Resta, dunque, l'impianto fissato da Neri e Sarti con liste bloccate.",
        "Resta l'impianto fissato da Neri e Sarti con liste bloccate.",
    ),
    # who was killed was something
    (KILLED, "Renato Sala era l'imprenditore di 57 anni."),
    (
        "Un tecnico dell'Istituto Kork-Ranelli (IKR) ha chiuso il laboratorio.",
        "IKR è l'Istituto Kork-Ranelli.",
    ),
    # a plural verb has all who act
    (
        "Il direttore Piero Vanni, e la sua vice Lara Mosti, hanno presentato ieri il nuovo piano "
        "del teatro.",
        "Piero Vanni, e la sua vice Lara Mosti, hanno presentato ieri il nuovo piano del teatro.",
    ),
    (
        "Riuniti in assemblea, i lavoratori hanno proclamato sei ore di sciopero.",
        "I lavoratori si sono riuniti in assemblea.",
    ),
    # the article of a title may hide in a preposition
    (
        "I dati sono usciti lunedì sui «Quaderni di storia», la rivista della facoltà di Lettere.",
        "I «Quaderni di storia» sono la rivista della facoltà di Lettere.",
    ),
    (
        "Il finanziamento, 310mila euro, è arrivato per metà dal Comune.",
        "Il finanziamento è di 310mila euro.",
    ),
    # a paper holds sums; a vote on it doesn't
    (
        "Il voto sul bilancio, che contiene i primi 9 milioni del piano, è atteso per il 18 marzo.",
        "Il bilancio contiene i primi 9 milioni del piano.",
    ),
    # compounds of "dire" are few
    (
        "Il partito ha votato contro, ribadendo la necessità di un rinvio.",
        "Il partito ha ribadito la necessità di un rinvio.",
    ),
    (
        "Nel 2015 gli eredi l'hanno venduta ai francesi di Domalux, i quali tre anni dopo l'hanno "
        "ceduta a Kronen per 41 milioni.",
        "I francesi di Domalux tre anni dopo l'hanno ceduta a Kronen per 41 milioni.",
    ),
]

UNTOLD = [
    (KILLED, "L'ex socio di Renato Sala è stato ucciso"),
    (ALERT, "La prefettura l'ha prorogata"),
    (
        "Il San Camillo di Roma ha ridotto i posti letto da 80 a 56.",
        "è stato letto",
    ),
    ("Il teatro è del Comune dato che Ada Neri lo ha donato nel 1950.", "è stato dato"),
    (
        "«Non ho visto nessuno», avrebbe detto al pubblico ministero Ada Neri.",
        "inistero Ada Neri a",
    ),
    (
        "Andrea Neri è morto. «Ho fatto quello che mi ha chiesto il coach», ha detto a fine gara.",
        "Fine ha detto",
    ),
    (
        "Alle 7.20 del mattino, tolse il quadro dalla cornice, lasciando la cornice.",
        "Le 7.20",
    ),
    (
        "Protesta Ada Neri, delegata della Brunex, 22 anni in catena di montaggio.",
        "è 22 anni",
    ),
    ("Il Lodi gioca senza Pio Kovac (frattura a una mano).", "Kovac è frattura"),
    (
        "La società ha ricevuto contributi per 8,2 milioni, una parte dei quali, ricorda il "
        "consigliere regionale Pio Santi, vincolata al mantenimento dei posti di lavoro.",
        "ricorda il consigliere",
    ),
    (
        "Gli italiani presenti nella zona, fa sapere la Farnesina, stanno bene.",
        "fa sapere la Farnesina, stanno",
    ),
    (
        "Figlio dell'umorista e giornalista Giovanni Mauri e fratello dello scrittore Paolo Mauri, "
        "aveva iniziato giovanissimo a dedicarsi al giornalismo.",
        "Mauri è figlio",
    ),
    (
        "La puntualità è migliorata: l'87 per cento delle corse arriva entro cinque minuti "
        "dall'orario previsto, quattro punti più di due anni fa.",
        "L'orario è previsto",
    ),
    (
        "Il nostro Paese è dunque terzo in termini assoluti. Rispetto alla popolazione scende "
        "addirittura al nono posto.",
        "popolazione Paese",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_newsrooms_write_is_told_so(text: str, claim: str) -> None:
    assert claim in texts(text, "it")


@pytest.mark.parametrize(("text", "claim"), UNTOLD)
def test_what_newsrooms_never_wrote_isnt_told(text: str, claim: str) -> None:
    assert claim not in " ".join(texts(text, "it"))


def test_what_a_subject_is_besides_isnt_said_with_the_verb() -> None:
    text = (
        "La riforma fortemente voluta a novembre dal presidente Dmitri Medvedev avrà il pregio, "
        "secondo i favorevoli, di portare maggior stabilità."
    )
    claims = split_text(SplitRequest(text, "it")).claims
    wanted = [claim for claim in claims if "voluta" in claim.text and "pregio" not in claim.text]
    assert [claim.speaker for claim in wanted] == [None] * len(wanted)
    assert wanted
