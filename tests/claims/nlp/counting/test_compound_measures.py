"""Measures in two steps are one quantity; numbers that name something are none."""

from __future__ import annotations

import pytest

from claims.nlp.counting.quantities import find_quantities
from claims.nlp.dating.dates import find_dates


def found(text: str, language: str) -> list[tuple[str, float, str | None]]:
    dates = find_dates(text, language)
    return [
        (text[q.start : q.end], round(q.value, 4), q.unit)
        for q in find_quantities(text, language, dates)
    ]


@pytest.mark.parametrize(
    ("text", "language", "quantities"),
    [
        ("Le prove durano un'ora e venti.", "it", [("un'ora e venti", 80, "minuti")]),
        ("È alta un metro e sessanta.", "it", [("un metro e sessanta", 1.6, "metro")]),
        ("Il pane costa 4 euro e 20.", "it", [("4 euro e 20", 4.2, "euro")]),
        ("Il film dura 2 ore 14 minuti.", "it", [("2 ore 14 minuti", 134, "minuti")]),
        (
            "Il volo dura due ore e 14 minuti.",
            "it",
            [("due ore", 2, "ore"), ("14 minuti", 14, "minuti")],
        ),
        (
            "Dura tre ore e venti persone aspettano.",
            "it",
            [("tre ore", 3, "ore"), ("venti persone", 20, "persone")],
        ),
        ("She won in 1 hour 58 minutes.", "en", [("1 hour 58 minutes", 118, "minutes")]),
        ("A two-and-a-half-hour film.", "en", [("two-and-a-half-hour", 2.5, "hour")]),
        ("A pint of milk costs 95p.", "en", [("95p", 95, "p")]),
        ("I comuni erano solo sei: Lodi, Pavia e altri.", "it", [("sei", 6, None)]),
    ],
)
def test_two_steps_of_a_measure_are_one_quantity(
    text: str, language: str, quantities: list[tuple[str, float, str | None]]
) -> None:
    assert found(text, language) == quantities


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Formula 1 torna a Monza.", "it"),
        ("Formula 1 teams are angry.", "en"),
        ("Windows 11 chiede una conferma.", "it"),
        ("Users of 4.x keep the old menu.", "en"),
        ("Il 5G arriva in valle.", "it"),
        ("La riunione comincia alle 3 e mezza.", "it"),
        ("It was the best half of the season.", "en"),
    ],
)
def test_numbers_of_versions_models_and_clocks_count_nothing(text: str, language: str) -> None:
    assert found(text, language) == []


def test_a_thing_made_around_a_year_is_dated() -> None:
    text = "A clock built in Bristol around 1742 and sold last month."
    dates = find_dates(text, "en")
    assert [text[d.start : d.end] for d in dates if d.edtf == "1742"] == ["1742"]
    assert found(text, "en") == []
