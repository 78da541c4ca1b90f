"""Numbers beside words that they don't count, and words beside numbers that bound nothing."""

from __future__ import annotations

import pytest

from claims.nlp.counting.quantities import find_quantities

UNITS = [
    ("it", "Oneri per 8 milioni legati alla chiusura.", 8e6, None),
    ("it", "Un debito di 8 milioni di euro legati al cantiere.", 8e6, "euro"),
    ("it", "Una rendita di 21.300\nLodi invece cresce.", 21_300, None),
    ("it", "Fondi per due terzi dall'Unione europea.", 2 / 3, None),
    ("it", "The council voted 12 to 3 on Monday.", 12, None),
    ("it", "L'aliquota sale al 10,6 per mille.", 10.6, "per mille"),
    ("it", "Un dividendo superiore agli 0,38 dell'anno prima.", 0.38, None),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), UNITS)
def test_a_number_counts_only_what_belongs_to_it(
    language: str, text: str, value: float, unit: str | None
) -> None:
    found = [(round(q.value, 4), q.unit) for q in find_quantities(text, language)]
    assert (round(value, 4), unit) in found


LINES = [
    "Per informazioni chiamare lo 02 1234567.",
    "Il numero è +39 333 1234567.",
    "Gli disse: sei stato il migliore.",
    "Un rifugio per gli amici a quattro zampe.",
    'La canottiera è stata staccata di 1"4.',
    "Ha chiuso in 7'18\"32.",
    "Secondo la procura, i due avrebbero mentito.",
    "Il bando è su https://www.comune.example/bandi?id=12&x=3 da ieri.",
]


@pytest.mark.parametrize("text", LINES)
def test_telephone_numbers_addresses_and_idioms_count_nothing(text: str) -> None:
    assert find_quantities(text, "it") == []


BOUNDS = [
    ("The bill sets aside €64m over three years.", None),
    ("The trial lasted over three years.", "over"),
    ("She was held for over three years.", "over"),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_over_some_years_is_a_span_not_a_bound(text: str, bound: str | None) -> None:
    years = [q for q in find_quantities(text, "en") if q.unit == "years"]
    assert [q.bound for q in years] == [bound]
