"""Italian relatives that more than a preposition leads in, and what is told of all or of some."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # the phrase before "del quale" goes with the verb, what stands before it takes its place
    (
        "La giunta ha approvato un piano per i quartieri, all'interno del quale sono previsti 30 "
        "milioni per le scuole.",
        "All'interno di un piano per i quartieri sono previsti 30 milioni per le scuole.",
    ),
    (
        "La procura ha sequestrato la barca dei due pescatori, a bordo della quale erano nascosti "
        "12 chili di droga.",
        "A bordo della barca dei due pescatori erano nascosti 12 chili di droga.",
    ),
    (
        "Martedì si è svolta un'assemblea degli operai, nel corso della quale il sindacato ha "
        "annunciato lo sciopero.",
        "Nel corso di un'assemblea degli operai il sindacato ha annunciato lo sciopero.",
    ),
    # "al quale" has the gender and number of what it means
    (
        "Il Comune ha pubblicato il bando per le mense, in seguito al quale tre ditte hanno "
        "presentato ricorso al Tar.",
        "In seguito al bando per le mense tre ditte hanno presentato ricorso al Tar.",
    ),
    (
        "A fermare la rapina sono stati tre clienti della banca, alcuni dei quali hanno chiamato i "
        "carabinieri.",
        "Alcuni dei tre clienti della banca hanno chiamato i carabinieri.",
    ),
    # a thing joined to a person is no second description of that person
    (
        "Gli auguri sono arrivati da Antonio Lenzi e Teo Ferrari e dalla squadra di calcio della "
        "Solaria, di cui il regista era socio.",
        "Della squadra di calcio della Solaria il regista era socio.",
    ),
    # what stands between dashes is told of nothing behind them
    (
        "L'onda – 4 metri – che ha travolto la barca è arrivata alle 6.12.",
        "L'onda ha travolto la barca.",
    ),
    # a list keeps its commas without what is told of its first member
    (
        "Alla cena c'erano Ada Neri, sindaca di Lodi, Pio Verdi e Ivo Galli.",
        "Alla cena c'erano Ada Neri, Pio Verdi e Ivo Galli.",
    ),
    (
        "La ditta ha assunto 40 operai, tutti formati a Lodi.",
        "40 operai sono tutti formati a Lodi.",
    ),
    # whoever met, it wasn't the council
    (
        "Il consiglio è stato rinviato dopo la protesta e dopo che si è svolto un incontro con i "
        "genitori.",
        "Si è svolto un incontro con i genitori.",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_relative_keeps_what_leads_it_in(text: str, claim: str) -> None:
    assert claim in texts(text, "it")


NEVER = [
    ("«Non abbiamo visto nulla», racconta all'ingresso Nives Bardi.", "ingresso."),
    ("La cometa è visibile nella costellazione del Cigno (dalla quale il nome Cignidi).", "è (dal"),
    ("Il voto è atteso dagli abitanti di Tarvia, dove i seggi chiudono alle 22.", "Negli abitanti"),
    # what is only wanted has not come about
    (
        "Il sindaco ha chiamato la prefettura, affinché i vigili chiudano il ponte entro domenica.",
        "I vigili",
    ),
    (
        "La società ha posto la condizione che lo stadio fosse intitolato a Elmo Trasi.",
        "a condizione lo stadio",
    ),
    ("L'onda – 4 metri – che ha travolto la barca è arrivata alle 6.12.", "4 metri"),
    ("I legali degli imputati, tutti assolti a marzo, hanno parlato di calvario.", "tutti,"),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_nothing_is_told_of_what_a_relative_does_not_mean(text: str, wrong: str) -> None:
    assert not [told for told in texts(text, "it") if wrong in told]
