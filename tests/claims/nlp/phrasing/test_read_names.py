"""Names read aloud: each its own bearer's, a body's letters the body's, a town no airport."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    # the letters stand for the body, whoever leads it
    (
        "it",
        "Il direttore generale dell'Organizzazione mondiale del commercio (OMC) si ritirerà il "
        "31 agosto 2020.",
        "OMC è l'Organizzazione mondiale del commercio.",
    ),
    # a hyphen parts no name
    (
        "it",
        "Il segretario generale dell'Onu Ban Ki-moon ha detto che 300 soldati sono partiti.",
        "Ban Ki-moon è il segretario generale dell'Onu.",
    ),
    # a town is the capital, not its airport
    (
        "it",
        "I militari hanno preso l'aeroporto di Simferopoli, capoluogo della Crimea, nel 2014.",
        "Simferopoli è capoluogo della Crimea.",
    ),
    # what is told agrees with its noun, also behind a reflexive
    (
        "it",
        "Ha provocato l'aborto della donna, incinta di quattro mesi, il 3 maggio 2020.",
        "La donna è incinta di quattro mesi.",
    ),
    # "l'" leads one thing
    (
        "it",
        "L'uragano è arrivato nella tarda serata di ieri, sommergendo 40 case.",
        "L'uragano ha sommerso 40 case.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), TOLD)
def test_each_name_is_told_of_its_bearer(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


NEVER = [
    # who is named in full behind a surname is somebody else
    (
        "it",
        "Trasi è uscito a piedi dal palazzo alle 19, seguito dai consiglieri Ada Trasi ed Elmo "
        "Neri. Trasi ha parlato per 17 minuti.",
        "Ada Trasi è uscito",
    ),
    # a condition
    (
        "it",
        "Il premier ha minacciato di usare l'esercito in caso i sindaci non siano in grado di "
        "calmare la protesta.",
        "I sindaci non sono",
    ),
    # a province is no fair that bears its name
    (
        "it",
        "Le imprese della provincia di Terralba hanno venduto merci per 2 miliardi di euro. La "
        "fiera Ceramica Terralba, a ottobre, ha raccolto 310 espositori. A Terralba il lavoro "
        "cresce del 3 per cento.",
        "provincia di Ceramica",
    ),
    # how long ago is no decision
    (
        "it",
        "La crisi è iniziata tre settimane fa con la decisione di Neri di arrestare il giudice.",
        "settimane sono",
    ),
    ("it", "È in programma domani 25 marzo l'incontro Italia - Croazia.", "Croazia è"),
    ("it", "L'enorme New York è stata inondata da 4 metri di acqua.", "New York è un"),
    # the worst that was ever seen was seen
    ("it", "Negli Usa si svolge il peggior Natale che si sia mai visto.", "si è mai visto"),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NEVER)
def test_no_name_is_told_of_another(language: str, text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text, language) if wrong in claim]
