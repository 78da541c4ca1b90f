"""What a claim hangs on, whom a superlative or an aside is told of, who is among whom."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # a promise keeps its condition
    (
        "Il sindaco ha detto che riaprirà il ponte a maggio, a patto che la Regione paghi.",
        "Il sindaco ha detto che riaprirà il ponte a maggio, a patto che la Regione paghi.",
    ),
    (
        "«Per partorire dobbiamo fare 54 chilometri», scrive al giornale una lettrice di Montalto, "
        "madre di due bambini.",
        "Una lettrice di Montalto è madre di due bambini.",
    ),
    # one of them is no second subject
    (
        "La delibera è slittata dopo che tre consiglieri della maggioranza, tra cui l'ex assessora "
        "Rita Calvani, hanno lasciato l'aula facendo mancare il numero legale.",
        "Tre consiglieri della maggioranza hanno fatto mancare il numero legale.",
    ),
    (
        "La delibera è slittata dopo che tre consiglieri della maggioranza, tra cui l'ex assessora "
        "Rita Calvani, hanno lasciato l'aula facendo mancare il numero legale.",
        "Tra i tre consiglieri della maggioranza c'è l'ex assessora Rita Calvani.",
    ),
    (
        "Dei 160 alloggi promessi ne sono stati consegnati 34, nessuno dei quali nel quartiere "
        "Fornaci, il più colpito dal sisma.",
        "Il quartiere Fornaci è il più colpito dal sisma.",
    ),
    # a verb keeps what it acts on, however far behind it stands
    (
        "Sessantadue i voti a favore, 41 i contrari: con questi numeri il Consiglio regionale ha "
        "approvato ieri, dopo undici ore di dibattito e due sospensioni, la legge che vieta la "
        "costruzione di nuovi impianti di risalita sotto i 1.500 metri.",
        "Con questi numeri il Consiglio regionale ha approvato ieri, dopo undici ore di dibattito "
        "e due sospensioni, la legge.",
    ),
    ("Ne ha dato l'annuncio la nipote Chiara Belli.", "Chiara Belli è la nipote."),
    (
        "L'affluenza si è fermata al 41,3%, quattro punti in meno rispetto a due anni fa e la più "
        "bassa mai registrata in città, dove i seggi erano 112.",
        "L'affluenza si è fermata al 41,3%.",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_claim_keeps_what_it_hangs_on(text: str, claim: str) -> None:
    assert claim in texts(text, "it")


NEVER = [
    (
        "Il sindaco ha detto che riaprirà il ponte a maggio, a patto che la Regione paghi.",
        "«La Regione",
    ),
    (
        "Il ministro ha fatto sapere tramite il suo portavoce che riceverà una delegazione entro "
        "la fine del mese.",
        "Il portavoce",
    ),
    # "mai" compares here
    (
        "L'affluenza si è fermata al 41,3%, quattro punti in meno rispetto a due anni fa e la più "
        "bassa mai registrata in città, dove i seggi erano 112.",
        "non è",
    ),
    (
        "Non è stato il freddo, come si era pensato in un primo momento, a uccidere le 1.300 api "
        "trovate morte a Valdisotto.",
        "Si era pensato",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_no_condition_and_no_comparison_is_told_alone(text: str, wrong: str) -> None:
    assert not [told for told in texts(text, "it") if wrong in told]
