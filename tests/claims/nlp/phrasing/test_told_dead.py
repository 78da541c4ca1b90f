"""Who has died was something; who kills, doesn't die or is named beside the dead still is."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str, language: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, language)).claims]


CASES = [
    ("it", "È morta ieri Ada Marchi, pittrice lombarda.", "Ada Marchi era una pittrice lombarda."),
    ("it", "Il pittore lombardo Pio Verdi è morto a Lodi.", "Pio Verdi era un pittore lombardo."),
    ("it", "Ada Marchi, pittrice lombarda, non è morta.", "Ada Marchi è una pittrice lombarda."),
    (
        "it",
        "Il sicario Pio Verdi ha ucciso il pittore lombardo Ugo Sarti.",
        "Pio Verdi è un sicario.",
    ),
    ("en", "Ann Cole, a painter, died in Leeds on Monday.", "Ann Cole was a painter."),
    ("en", "Tom Reed, a painter, killed a goat in Leeds.", "Tom Reed is a painter."),
    (
        "en",
        "Ann Cole gave the letters of her late husband, Max Cole, to the museum.",
        "Max Cole was Ann Cole's late husband.",
    ),
    (
        "it",
        "Ada Neri ha donato al museo le lettere del defunto marito Ugo Sarti.",
        "Ugo Sarti era il defunto marito.",
    ),
    (
        "it",
        "Il tribunale indaga sulla morte di Ugo Sarti, pittore lombardo.",
        "Ugo Sarti era un pittore lombardo.",
    ),
    (
        "it",
        "Il sicario è stato condannato per l'omicidio del pittore lombardo Ugo Sarti.",
        "Ugo Sarti era un pittore lombardo.",
    ),
    (
        "it",
        "Il sicario è stato condannato per il tentato omicidio di Ugo Sarti, pittore lombardo.",
        "Ugo Sarti è un pittore lombardo.",
    ),
    (
        "en",
        "Police are investigating the murder of Ann Cole, a painter.",
        "Ann Cole was a painter.",
    ),
    (
        "en",
        "Police are investigating a plot for the murder of Ann Cole, a painter.",
        "Ann Cole is a painter.",
    ),
]
SORTS = [
    (
        "Pio Verdi, medico di famiglia, ha chiuso lo studio di Lodi.",
        "Pio Verdi è un medico di famiglia.",
    ),
    (
        "Pio Verdi, avvocato di Ada Marchi, ha chiuso lo studio di Lodi.",
        "Pio Verdi è avvocato di Ada Marchi.",
    ),
    (
        "Ada Marchi, ex giocatrice di pallavolo, ha chiuso lo studio di Lodi.",
        "Ada Marchi è un'ex giocatrice di pallavolo.",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_dead_were_what_they_were(language: str, text: str, expected: str) -> None:
    assert expected in texts(text, language)


@pytest.mark.parametrize(("text", "expected"), SORTS)
def test_one_of_a_sort_gets_its_article(text: str, expected: str) -> None:
    assert expected in texts(text, "it")


def test_who_is_named_beside_the_dead_lives() -> None:
    text = "Ugo Sarti, padre del pittore lombardo Pio Verdi, è morto ieri a Lodi."
    assert not any(claim.startswith("Pio Verdi era") for claim in texts(text, "it"))
