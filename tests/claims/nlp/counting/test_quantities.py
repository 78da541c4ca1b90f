"""Numbers with what they count."""

from __future__ import annotations

import pytest

from claims.nlp.counting.number_words import english_number, italian_number
from claims.nlp.counting.quantities import find_quantities
from claims.nlp.dating.dates import find_dates


def found(text: str, language: str) -> list[tuple[float, str | None]]:
    return [
        (round(q.value, 4), q.unit)
        for q in find_quantities(text, language, find_dates(text, language))
    ]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("arrivano 64mila schede", [(64000, "schede")]),
        ("1,5 miliardi di euro", [(1.5e9, "euro")]),
        ("1 milione e 250mila euro", [(1250000, "euro")]),
        ("un miliardo e mezzo di euro", [(1.5e9, "euro")]),
        ("il 12,3% e il 22,1 per cento", [(12.3, "%"), (22.1, "per cento")]),
        ("tra 10 e 20 metri", [(10, "metri"), (20, "metri")]),
        ("da 40 a 95 megawatt", [(40, "megawatt"), (95, "megawatt")]),
        ("655 milioni di euro dai 790 di fine 2023", [(655e6, "euro"), (790e6, "euro")]),
        ("655 milioni di euro da 40 Paesi", [(655e6, "euro"), (40, "Paesi")]),
        ("31 milioni di euro contro i 35,5 del 2023", [(31e6, "euro"), (35.5e6, "euro")]),
        ("quarantasei morti", [(46, "morti")]),
        ("un terzo dei seggi", [(0.3333, None)]),
        ("una sessantina di operai", [(60, "operai")]),
        ("tre ore e mezza", [(3.5, "ore")]),
        ("mezz'ora", [(0.5, "ora")]),
        ("24.4 km e 1.004 interviste", [(24.4, "km"), (1004, "interviste")]),
        ("dell'1,9% l’anno", [(1.9, "%")]),
        ("una su cinque", [(0.2, None)]),
        ("un 34enne", [(34, "anni")]),
        ("un decennio", [(10, "anni")]),
        ("soltanto una persona ha visto l'auto", [(1, "persona")]),
        ("era di turno un solo medico", [(1, "medico")]),
        ("a -70 °C", [(-70, "°C")]),
        ("5 000 copie", [(5000, "copie")]),
    ],
)
def test_italian_quantities_have_value_and_unit(
    text: str, quantities: list[tuple[float, str | None]]
) -> None:
    assert found(text, "it") == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("$1.5bn and 350k users", [(1.5e9, "$"), (350000, "users")]),
        ("A$7.8 million", [(7.8e6, "A$")]),
        ("CHF 9.2–9.5 billion", [(9.2e9, "CHF"), (9.5e9, "billion")]),
        ("half a billion francs", [(5e8, "francs")]),
        ("four and a half years", [(4.5, "years")]),
        ("one in 12 cases", [(0.0833, "cases")]),
        ("two thirds of them", [(0.6667, None)]),
        ("four hundred and fifty people", [(450, "people")]),
        ("a 12-storey building, a 61-year-old man", [(12, "storey"), (61, "year")]),
        ("two former graduate students", [(2, "students")]),
        ("within a month", [(1, "month")]),
        ("one hundred and six men, a hundred days", [(106, "men"), (100, "days")]),
        ("three dozen eggs and several hundred more", [(36, "eggs")]),
        ("1.2 percentage points", [(1.2, "percentage points")]),
    ],
)
def test_english_quantities_have_value_and_unit(
    text: str, quantities: list[tuple[float, str | None]]
) -> None:
    got = found(text, "en")
    assert [value for value, _ in got] == [value for value, _ in quantities]
    assert [u for _, u in got][:1] == [u for _, u in quantities][:1]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("mezza dozzina, due e tre quarti", "it", [6, 2.75]),
        ("un milione duecentomila euro", "it", [1.2e6]),
        ("un quarto di milione di euro", "it", [250000]),
        ("uno virgola due per cento", "it", [1.2]),
        ("un centesimo della spesa, 3/4 dei seggi", "it", [0.01, 0.75]),
        ("il 3/4 alle 9", "it", []),
        ("½ litro e 2 ½ ore", "it", [0.5, 2.5]),
        ("sono 120 e un terzo dei quali grave", "it", [120, 1 / 3]),
        ("un mezzo pesante, due mezzi", "it", [2]),
        ("i quarti di finale, due quarti di finale", "it", [2]),
        ("50 centesimi, 64,2 centesimi", "it", [50, 64.2]),
        ("è di -3 punti, meno 5 gradi", "it", [-3, -5]),
        ("5,000 miglia e 1,674.5 euro", "it", [5, 1674.5]),
        ("tra 0 e 6 gradi", "it", [0, 6]),
        ("three and a fifth, five billion and three quarters", "en", [3.2, 5.75e9]),
        ("half a million, quarter million", "en", [5e5, 2.5e5]),
        ("nine point nought four", "en", [9.04]),
        ("minus five percent, negative one", "en", [-5, -1]),
        ("75 USD million, 13 lakh rupees", "en", [75e6, 1.3e6]),
        ("700 third-party extensions", "en", [700]),
        ("12,34,567.89 rupees, 1.2b people", "en", [1234567.89, 1.2e9]),
        ("a 1/4 mile, 10 1/2 miles", "en", [0.25, 10.5]),
        ("hundred thousand dollars, several hundred more", "en", [1e5]),
    ],
)
def test_fractions_signs_and_scales_make_one_number(
    text: str, language: str, values: list[float]
) -> None:
    assert [value for value, _ in found(text, language)] == pytest.approx(values, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "language", "measures"),
    [
        ("1,5 miliardi di euro, 500 €, EUR 20", "it", ["EUR", "EUR", "EUR"]),
        ("10 metri quadrati, 5 km², 12,3%", "it", ["m²", "km²", "%"]),
        ("100 chilometri orari e 40 operai", "it", ["km/h", None]),
        ("$5, £3m, 188 miles an hour, five miles", "en", ["USD", "GBP", "mph", "mi"]),
        ("660 square metres, 1.2 percentage points", "en", ["m²", "pp"]),
    ],
)
def test_measures_have_one_sign(text: str, language: str, measures: list[str | None]) -> None:
    assert [q.measure for q in find_quantities(text, language)] == measures


@pytest.mark.parametrize(
    ("text", "language", "bounds"),
    [
        ("oltre 300 persone, circa il 20%, 40 euro", "it", ["over", "about", None]),
        ("almeno 3 morti, fino a 10 metri", "it", ["at_least", "at_most"]),
        ("meno dei 20 euro, non più di 5 ore, 3 kg o più", "it", ["under", "at_most", "at_least"]),
        ("more than 300 people, up to $5m", "en", ["over", "at_most"]),
        ("fewer than 3kg, about 20 cats", "en", ["under", "about"]),
    ],
)
def test_a_bound_is_told(text: str, language: str, bounds: list[str | None]) -> None:
    assert [q.bound for q in find_quantities(text, language)] == bounds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("alle 21.30 e alle 9", "it"),
        ("il terzo posto, la 2ª giornata", "it"),
        ("il software Calliope 3 e il modello T-800", "it"),
        ("l'articolo 12, pagina 7, legge n. 128", "it"),
        ("nel 2020 e il 5 maggio 2021", "it"),
        ("ha vinto 3-1, poi 25–18", "it"),
        ("chiamate il 118", "it"),
        ("un gatto e una volpe", "it"),
        ("ha chiamato un medico e una persona fidata", "it"),
        ("the 3rd of a kind, at 5.30 p.m.", "en"),
        ("room 12, version 4.0, Windows 11", "en"),
        ("a cat and a third trial", "en"),
        ("", "en"),
    ],
)
def test_labels_times_dates_and_articles_are_no_quantities(text: str, language: str) -> None:
    assert found(text, language) == []


def test_two_numbers_do_not_share_one_currency() -> None:
    text = "👍 1999 euro cento"
    first, second = find_quantities(text, "it")
    assert (first.unit, second.unit) == ("euro", None)
    assert first.end <= second.start


def test_the_span_holds_number_and_unit() -> None:
    text = "👍 “Perché\u0301” arrivano 64mila schede nuove"
    (quantity,) = find_quantities(text, "it")
    assert text[quantity.start : quantity.end] == "64mila schede"


@pytest.mark.parametrize("figure", ["1" * 100, "1.1.1.1", "1,2,3", "0" * 30])
def test_serial_numbers_break_nothing(figure: str) -> None:
    find_quantities(f"codice {figure} fine", "it")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("ventuno", 21),
        ("trentotto", 38),
        ("centottanta", 180),
        ("duemilaventitré", 2023),
        ("centoventimila", 120000),
        ("mille", 1000),
        ("centro", None),
        ("milano", None),
        ("setta", None),
        ("un", None),
    ],
)
def test_italian_number_words(word: str, value: int | None) -> None:
    assert italian_number(word) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-five", 25),
        ("one hundred thousand", 100000),
        ("two and three", 2),
        ("seventeenth", None),
        ("often", None),
    ],
)
def test_english_number_words(words: str, value: int | None) -> None:
    read = english_number(words, 0)
    assert (read[0] if read else None) == value


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("a planet 124 light years away", [(124, "light years")]),
        ("She teaches a class of 34 herself.", [(34, None)]),
        ("It left one tenant in three spending more.", [(0.3333, None)]),
        ("It has 2 million pre-orders and 40 tie-ins.", [(2e6, "pre-orders"), (40, "tie-ins")]),
        ("a 12-mile line and 3 semi-detached flats", [(12, "mile"), (3, "flats")]),
        ("A woman in her 70s and a man in his mid-80s won.", []),
        ("Call 0114 496 0000 or 020 7946 0000.", []),
    ],
)
def test_english_units_are_whole_words_that_count(
    text: str, quantities: list[tuple[float, str | None]]
) -> None:
    assert sorted(found(text, "en")) == sorted(quantities)
