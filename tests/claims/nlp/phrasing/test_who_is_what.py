"""What one is told to be: ages, lists, days of the week and shares of a phrase."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "it")).claims]


TOLD = [
    ("A sparare è stato Remo Borghi, di 48 anni.", "Remo Borghi ha 48 anni."),
    (
        "In Brasile è arrivato un sistema di pagamento chiamato Vexo.",
        "Vexo è un sistema di pagamento.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_ages_and_names_are_told_of_the_right_noun(text: str, expected: str) -> None:
    assert expected in texts(text)


NEVER = [
    (
        "L'assessora regionale alla Cultura, Sport e Spettacolo, Ada Loi, ha firmato il bando.",
        "è Sport",
    ),
    ("Il signor Ugo Trasi ha venduto 3 case nel 2019.", "è un signore"),
    ("Data la natura ignota del frammento, i tecnici hanno fermato il robot.", "stata data"),
    ("Martedì 4 dicembre Tarvia - Lodi si gioca a porte chiuse.", "è martedì"),
    ("La strada è chiusa tra Borgo Trasi (km 38) e Borgo Loi (km 41).", "è km"),
    ("Nel 1960 divenne socio di una ditta di Lodi, di una di Tarvia e di due banche.", "è di una"),
    (
        "I due fratelli, Antonio e Francesco, rispettivamente di 27 e 21 anni, sono in carcere.",
        "Antonio ha",
    ),
    ("La Brunex ha lanciato un nuovo sistema di pagamento chiamato Vexo.", "Pagamento è"),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_lists_days_and_milestones_are_no_predicates(text: str, wrong: str) -> None:
    assert not [claim for claim in texts(text) if wrong in claim]
