"""Time expressions and their EDTF values."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from claims.nlp.dating.dates import find_dates

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


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("tra il 3 e il 5 maggio", "it", [("3", "2024-05-03"), ("5 maggio", "2024-05-05")]),
        ("dal 28/2 al 1/3", "it", [("28/2", "2024-02-28"), ("1/3", "2024-03-01")]),
        ("da maggio a ottobre 2020", "it", [("maggio", "2020-05"), ("ottobre 2020", "2020-10")]),
        ("fino al 2010, dal 2008", "it", [("2010", "2010"), ("2008", "2008")]),
        ("il ventinove maggio", "it", [("ventinove maggio", "2024-05-29")]),
        ("negli anni '90", "it", [("anni '90", "199X")]),
        (
            "negli anni settanta del XIX secolo",
            "it",
            [("anni settanta", "187X"), ("XIX secolo", "18XX")],
        ),
        ("negli anni venti", "it", [("anni venti", None)]),
        ("anni sessanta e settanta", "it", [("anni sessanta", "196X"), ("settanta", "197X")]),
        ("nel III secolo a.C.", "it", [("III secolo a.C", None)]),
        ("nel '68", "it", [("68", "1968")]),
        (
            "stamattina e questa settimana",
            "it",
            [("stamattina", "2024-07-15"), ("questa settimana", "2024-07-15/2024-07-21")],
        ),
        (
            "due mesi fa, lunedì scorso",
            "it",
            [("due mesi fa", "2024-05"), ("lunedì scorso", "2024-07-08")],
        ),
        ("lo ha detto sabato", "it", [("sabato", "2024-07-13")]),
        ("partirà sabato", "it", [("sabato", "2024-07-20")]),
        ("aperto il lunedì e ogni venerdì", "it", []),
        ("a ottobre; a Pasqua 2025", "it", [("ottobre", "2024-10"), ("Pasqua 2025", "2025-04-20")]),
        ("il signor Natale Rossi", "it", []),
        ("questo trimestre", "it", [("questo trimestre", "2024")]),
        (
            "until the 1920s, the 15th century",
            "en",
            [("the 1920s", "192X"), ("15th century", "14XX")],
        ),
        ("from May to Oct 2020", "en", [("May", "2020-05"), ("Oct 2020", "2020-10")]),
        ("Nov-Feb 2017", "en", [("Nov", "2016-11"), ("Feb 2017", "2017-02")]),
        ("April 9th through 17th", "en", [("April 9th", "2024-04-09"), ("17th", "2024-04-17")]),
        ("10/1-11/2/2017", "en", [("10/1", "2017-10-01"), ("11/2", "2017-11-02")]),
        ("2/30-3/1", "en", []),
        (
            "the twenty-third of September, 2019",
            "en",
            [("twenty-third of September, 2019", "2019-09-23")],
        ),
        ("in nineteen ninety six", "en", [("nineteen ninety six", "1996")]),
        (
            "next week, this quarter",
            "en",
            [("next week", "2024-07-22/2024-07-28"), ("this quarter", "2024")],
        ),
        (
            "He said on Friday it will open on Friday.",
            "en",
            [("Friday", "2024-07-19"), ("Friday", "2024-07-19")],
        ),
        ("two weeks ago", "en", [("two weeks ago", "2024-07-01/2024-07-07")]),
        ("Easter Monday", "en", [("Easter Monday", "2024-04-01")]),
        ("2015-12 and 2019 H2", "en", [("2015-12", "2015-12"), ("2019 H2", "2019")]),
    ],
)
def test_stretches_and_days_are_read_from_where_the_article_stands(
    text: str, language: str, dates: list[tuple[str, str | None]]
) -> None:
    assert found(text, language, MONDAY) == dates


def test_a_day_beside_a_full_date_shares_its_year() -> None:
    assert ("11 maggio", "2001-05-11") in found("dal 7 maggio 2001 fino all'11 maggio", "it")


def test_dates_never_overlap() -> None:
    dates = find_dates("sabato 5 maggio 2020, nel maggio 2020, 5/5/2020, anni '80", "it")
    assert all(a.end <= b.start for a, b in pairwise(dates))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Il bando, che è stato pubblicato a dicembre, scade presto.", "it", "2023-12"),
        ("Nominata a novembre, la prefetta ha già lasciato.", "it", "2023-11"),
        ("La giunta ha avvisato i negozianti a gennaio.", "it", "2024-01"),
        ("Il ponte verrà ripristinato a gennaio.", "it", "2025-01"),
        ("Il questore ha detto che la strada riaprirà a novembre.", "it", "2024-11"),
        ("Il verdetto è atteso per il 22 maggio.", "it", "2025-05-22"),
        ("La squadra non ha vinto più dal 12 ottobre.", "it", "2023-10-12"),
        ("Ha proclamato lo sciopero per venerdì.", "it", "2024-07-19"),
        ("The bridge had opened in December.", "en", "2023-12"),
        ("The bridge will be opened in December.", "en", "2024-12"),
        ("The verdict is due on 22 May.", "en", "2024-05-22"),
    ],
)
def test_the_nearest_verb_says_on_which_side_a_date_lies(
    text: str, language: str, value: str
) -> None:
    assert [edtf for _, edtf in found(text, language, MONDAY)] == [value]


MAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The inquiry began on 4 July. It goes on.", [("4 July", "2023-07-04")]),
        ("The fair will be on 4 July.", [("4 July", "2024-07-04")]),
        ("Shares fell to 41 euros, their lowest since November.", [("November", "2023-11")]),
        ("The club, unbeaten since October, leads.", [("October", "2023-10")]),
        ("She replaced a teacher who left in November.", [("November", "2023-11")]),
        ("Parents have until January 15 to apply.", [("January 15", "2025-01-15")]),
        (
            "They had lived there until October 5.",
            [("October 5", "2023-10-05")],
        ),
        ("The parts should be here by Christmas.", [("Christmas", "2024-12-25")]),
        ("Talks might resume on Thursday.", [("Thursday", "2024-05-16")]),
        ("A woman in her 70s and a man in his mid-80s died.", []),
        ("It was built in the 70s.", [("the 70s", "197X")]),
    ],
)
def test_words_round_an_english_date_tell_its_year(text: str, dates: list[tuple[str, str]]) -> None:
    assert found(text, "en", MAY) == dates
