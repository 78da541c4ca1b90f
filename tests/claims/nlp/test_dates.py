"""Time expressions and their EDTF values."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from claims.nlp.dates import find_dates

MONDAY = dt.date(2024, 7, 15)


def found(text: str, language: str, base: dt.date | None = None) -> list[tuple[str, str | None]]:
    return [(text[d.start : d.end], d.edtf) for d in find_dates(text, language, base)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Uscì ad aprile 2021.", [("aprile 2021", "2021-04")]),
        ("un messaggio dell’ottobre 2022", [("ottobre 2022", "2022-10")]),
        (
            "Il 1° luglio 2026 e il 2 di agosto del 2027",
            [("1° luglio 2026", "2026-07-01"), ("2 di agosto del 2027", "2027-08-02")],
        ),
        ("dal 2008 al 2012", [("2008", "2008"), ("2012", "2012")]),
        ("tra il 1992 e il 95", [("1992", "1992"), ("95", "1995")]),
        ("(1919-2006)", [("1919", "1919"), ("2006", "2006")]),
        ("nella primavera del 2014", [("primavera del 2014", "2014")]),
        ("il 3/4/2020 e il 2021-05-06", [("3/4/2020", "2020-04-03"), ("2021-05-06", "2021-05-06")]),
        ("la stagione 2019/20", [("2019/20", "2019/2020")]),
        ("a Santo Stefano 2022", [("Santo Stefano 2022", "2022-12-26")]),
        ("il 30 febbraio 2020", [("febbraio 2020", "2020-02")]),
        ("2000 persone e 1500 euro, il 12,3% in più alle 21.30", []),
        ("👍 nel 1999: perché\u0301 no", [("1999", "1999")]),
    ],
)
def test_italian_dates_have_a_value(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(w, v) for w, v in found(text, "it") if v] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "on 9 May 2022 and Dec. 31, 2025",
            [("9 May 2022", "2022-05-09"), ("Dec. 31, 2025", "2025-12-31")],
        ),
        ("since June 2021", [("June 2021", "2021-06")]),
        ("the second quarter of 2027", [("the second quarter of 2027", "2027")]),
        ("until the 1920s", [("the 1920s", "192X")]),
        ("by 2050.", [("2050", "2050")]),
        ("March of the penguins, may I go?", []),
        ("30/07/2026", [("30/07/2026", "2026-07-30")]),
        ("04/05/2026", [("04/05/2026", "2026")]),
        ("Boxing Day 2022", [("Boxing Day 2022", "2022-12-26")]),
        ("a 2021 warning to 2,021 people", [("2021", "2021")]),
    ],
)
def test_english_dates_have_a_value(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(w, v) for w, v in found(text, "en") if v] == dates


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("È successo ieri.", "it", "2024-07-14"),
        ("lo scorso ottobre", "it", "2023-10"),
        ("il prossimo anno", "it", "2025"),
        ("due anni fa", "it", "2022"),
        ("il 12 marzo", "it", "2024-03-12"),
        ("il 30 dicembre scorso", "it", "2023-12-30"),
        ("last October", "en", "2023-10"),
        ("next year", "en", "2025"),
        ("March last year", "en", "2023-03"),
        ("yesterday", "en", "2024-07-14"),
        ("Aug. 2", "en", "2024-08-02"),
        ("last Friday", "en", "2024-07-12"),
    ],
)
def test_relative_dates_need_the_article_date(text: str, language: str, value: str) -> None:
    assert [v for _, v in found(text, language)] == [None]
    assert [v for _, v in found(text, language, MONDAY)] == [value]


def test_a_day_beside_a_full_date_shares_its_year() -> None:
    assert ("11 maggio", "2001-05-11") in found("dal 7 maggio 2001 fino all'11 maggio", "it")


def test_dates_never_overlap() -> None:
    dates = find_dates("sabato 5 maggio 2020, nel maggio 2020, 5/5/2020, anni '80", "it")
    assert all(a.end <= b.start for a, b in pairwise(dates))
