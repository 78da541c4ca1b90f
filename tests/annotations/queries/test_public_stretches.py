"""A search stretch by stretch finds what looking at every claim finds, wherever stretches end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection

from annotations.queries import public_stretches
from annotations.queries.public_filters import STANDING, PublicFilter, fitting
from annotations.queries.public_lists import Asked, listed_page
from annotations.queries.public_places import Order
from annotations.queries.public_search_statement import statement
from annotations.queries.statements import all_of
from tests.bench.fill import UNGUARDED, put_rows

COUNT = 150
APART = 400
"""Places from claim to claim, so that they lie in several blocks of the order."""
SOUGHT = {
    "in every claim": PublicFilter(words="registro"),
    "in many": PublicFilter(words="ospedale"),
    "in few": PublicFilter(words="ospedale biblioteche demolito"),
    "left out by reasons": PublicFilter(words="ospedale -ponti"),
    "left out alone": PublicFilter(words="-ponti"),
    "a phrase": PublicFilter(words='"treni del porto" or "registro del ospedale conta letti"'),
    "not this phrase": PublicFilter(words='registro -"conta letti"'),
    "either": PublicFilter(words="ponti or zzyzx"),
    "a word with a space": PublicFilter(words="½ or ospedale"),
    "in none": PublicFilter(words="zzyzx"),
    "one language": PublicFilter(words="treni", language="it", ratings=("false", "true")),
    "a name": PublicFilter(entity="città7"),
    "a site": PublicFilter(source_domain="dati7.example.org"),
    "a site of some": PublicFilter(source_domain="example.org", kind="event"),
}


@pytest.fixture(autouse=True)
def put_together_anew() -> Iterator[None]:
    """Let no statement with other stretches stay kept, before or after."""
    statement.cache_clear()
    yield
    statement.cache_clear()


@pytest.fixture
def many(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNGUARDED)
        put_rows(cursor, COUNT)
        cursor.execute(f"UPDATE annotations_publishedclaim SET seq = -{APART} * seq")
        cursor.execute("UPDATE annotations_publishedclaim SET seq = -seq")


def expected(wanted: PublicFilter, *, is_foremost_first: bool = False) -> list[bytes]:
    """Look at every claim, newest first, or those first whose headline and claim hold the words."""
    fits = all_of([STANDING, fitting(wanted)])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT body, to_tsvector('vaglio_it', headline || ' ' || (document->'claim'->>'text'))"
            " @@ websearch_to_tsquery('vaglio_it', %s) FROM annotations_publishedclaim"
            f" WHERE {fits.sql} ORDER BY seq DESC",
            (wanted.words, *fits.values),
        )
        rows = [(bytes(body), is_foremost) for body, is_foremost in cursor.fetchall()]
    if is_foremost_first:
        rows.sort(key=lambda row: not row[1])
    return [body for body, _ in rows]


def paged(asked: Asked, *, is_back: bool = False) -> list[bytes]:
    """Follow the places of the list to its end."""
    found: list[bytes] = []
    while True:
        page = listed_page(asked)
        bodies = [body for body, _ in page.rows]
        found = bodies + found if is_back else found + bodies
        place = page.back if is_back else page.further
        if place is None:
            return found
        asked = replace(asked, place=place)


@pytest.mark.parametrize(
    ("first", "short", "narrow", "broad"),
    [(1, 256, 5000, 9000), (3200, 10_000, 0, 0), (3200, 0, 100_000, 9000), (25_600, 0, 0, 20_000)],
)
def test_stretches_hide_no_claim_and_show_none_twice(
    many: None, monkeypatch: pytest.MonkeyPatch, first: int, short: int, narrow: int, broad: int
) -> None:
    monkeypatch.setattr(public_stretches, "FIRST", first)
    monkeypatch.setattr(public_stretches, "SHORT", short)
    monkeypatch.setattr(public_stretches, "NARROW", narrow)
    monkeypatch.setattr(public_stretches, "BROAD", broad)
    monkeypatch.setattr(public_stretches, "AMPLE", 0)
    for name, wanted in SOUGHT.items():
        newest_first = expected(wanted)
        asked = Asked(wanted, Order.NEWEST, 7, top=COUNT * APART)
        assert paged(asked) == newest_first, name
        assert paged(replace(asked, order=Order.OLDEST)) == newest_first[::-1], name
        skipping = replace(asked, offset=3)
        assert [body for body, _ in listed_page(skipping).rows] == newest_first[3:10], name
        if further := listed_page(asked).further:
            back = replace(asked, place=replace(further, seq=0, is_back=True))
            assert paged(back, is_back=True) == newest_first, name


@pytest.mark.parametrize(("first", "stretches"), [(1, 0), (1, 1000), (3200, 2), (25_600, 6)])
def test_relevance_shows_what_headlines_hold_first_and_the_rest_after_it(
    many: None, monkeypatch: pytest.MonkeyPatch, first: int, stretches: int
) -> None:
    monkeypatch.setattr(public_stretches, "FIRST", first)
    monkeypatch.setattr(public_stretches, "STRETCHES", stretches)
    for name, wanted in SOUGHT.items():
        if not wanted.words:
            continue
        best_first = expected(wanted, is_foremost_first=True)
        asked = Asked(wanted, Order.RELEVANCE, 7, top=COUNT * APART)
        assert paged(asked) == best_first, name
        skipping = replace(asked, offset=12)
        assert [body for body, _ in listed_page(skipping).rows] == best_first[12:19], name
        if further := listed_page(asked).further:
            back = replace(asked, place=replace(further, seq=0, key=0.0, is_back=True))
            assert paged(back, is_back=True) == best_first, name
