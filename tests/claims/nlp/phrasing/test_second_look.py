"""What a claim's text must not become when it is cut from its sentence, in both languages."""

from __future__ import annotations

import pytest

from tests.claims.nlp.phrasing.test_read_aloud import texts

TOLD = [
    (
        "en",
        "A vet who had come to see a goat noticed that one of the cheeses had a hinge.",
        "A vet noticed that one of the cheeses had a hinge.",
    ),
    (
        "en",
        "Of the 1,146 messages sent in May, nine were erased.",
        "The 1,146 messages were sent in May.",
    ),
    (
        "en",
        "Senator Ada Brell voted against the bill.",
        "Ada Brell is a senator.",
    ),
    (
        "en",
        "“They did ask,” she says, “but they wanted me to wear shoes with heels.”",
        "She says: “They did ask, but they wanted me to wear shoes with heels”.",
    ),
    (
        "it",
        "In un'intervista al quotidiano Il Faro, il ministro dei Trasporti, Aldo Berti, promette "
        "un giro di vite.",
        "In un'intervista al quotidiano Il Faro Aldo Berti promette un giro di vite.",
    ),
    (
        "it",
        "Su 40 scuole visitate, 12 non hanno la palestra.",
        "Su 40 scuole visitate, 12 non hanno la palestra.",
    ),
    (
        "it",
        "Dei dodici imputati, sette hanno patteggiato e due sono stati assolti.",
        "Dei dodici imputati due sono stati assolti.",
    ),
    (
        "it",
        "L'incendio, divampato alle 4 in un deposito, è stato domato all'alba.",
        "L'incendio è divampato alle 4 in un deposito.",
    ),
    (
        "it",
        "L'azienda dà lavoro a 1.200 persone e fattura 300 milioni l'anno.",
        "L'azienda fattura 300 milioni l'anno.",
    ),
    (
        "it",
        "La Corte ha respinto il ricorso presentato da Arcea contro la multa da 12 milioni "
        "inflitta nel 2021 dall'Antitrust.",
        "La multa da 12 milioni è stata inflitta nel 2021 dall'Antitrust.",
    ),
    (
        "it",
        "Sembra che il marito, avendo visto uno spettacolo, l'abbia ritenuta una dilettante.",
        "Il marito l'ha ritenuta una dilettante.",
    ),
]
NEVER = [
    ("en", "Of the 14 people in her class at diving school, two still dive.", "The 14 people"),
    (
        "en",
        "The ferry is the third to be detained since the European Union extended the mandate of "
        "its naval mission in April.",
        "The ferry to be",
    ),
    (
        "en",
        '"I draw boxes around guns," says Brian Odhiambo, 26, who supports a mother and has not '
        "slept, he adds, since March.",
        "Brian Odhiambo adds",
    ),
    (
        "it",
        "Il sindaco è preoccupato perché risulta che tre scuole non hanno il certificato.",
        "Il sindaco risulta",
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_what_is_told(language: str, text: str, told: str) -> None:
    assert told in texts(text, language)


@pytest.mark.parametrize(("language", "text", "untrue"), NEVER)
def test_what_is_never_told(language: str, text: str, untrue: str) -> None:
    assert not [told for told in texts(text, language) if told.startswith(untrue)]
