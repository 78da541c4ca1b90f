"""What lasts is told in the present, what was done at a time in the past."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest

CASES = [
    (
        "it",
        "Il treno, gestito da Ferrovie del Lario, è deragliato a Colico.",
        "Il treno è gestito da Ferrovie del Lario.",
    ),
    (
        "it",
        "La squadra, gestita nel 2019 da un fondo greco, ha venduto lo stadio.",
        "La squadra è stata gestita nel 2019 da un fondo greco.",
    ),
    (
        "it",
        "Le navi, comandate dall'ammiraglio Sandro Pieri, hanno lasciato Taranto.",
        "Le navi sono comandate dall'ammiraglio Sandro Pieri.",
    ),
    (
        "it",
        "Il romanzo, ambientato a Trieste, ha venduto 40mila copie.",
        "Il romanzo è ambientato a Trieste.",
    ),
    (
        "it",
        "La cometa, inizialmente ritenuta un asteroide, è passata vicino a Marte.",
        "La cometa è stata inizialmente ritenuta un asteroide.",
    ),
    (
        "it",
        "L'inflazione, schizzata al 14 per cento, ha svuotato i negozi di Ankara.",
        "L'inflazione è schizzata al 14 per cento.",
    ),
    (
        "en",
        "The school, run by two nuns, has opened a library.",
        "The school is run by two nuns.",
    ),
    (
        "en",
        "The school, owned in 1994 by two nuns, has opened a library.",
        "The school was owned in 1994 by two nuns.",
    ),
    (
        "en",
        "The club, ranked ninth, has sold its striker.",
        "The club is ranked ninth.",
    ),
]


@pytest.mark.parametrize(("language", "text", "claim"), CASES)
def test_what_lasts_is_told_in_the_present(language: str, text: str, claim: str) -> None:
    assert claim in [c.text for c in split_text(SplitRequest(text, language)).claims]
