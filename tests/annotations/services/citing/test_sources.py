"""Sources: one document, one row."""

from __future__ import annotations

from datetime import date

import pytest

from annotations.models import ArchivedCopy, Source
from annotations.services.citing.sources import (
    SourceGiven,
    describe_source,
    fill_source,
    get_or_make_source,
)
from tests.factories import Cast

SAME = [
    "https://istat.example/nati",
    "HTTPS://ISTAT.example:443/nati",
    "  https://istat.example/nati#tabella-2 ",
    "https://istat.example/x/../nati?utm_source=posta&utm_medium=mail",
    "https://istat.example/nati?fbclid=abc",
]
OTHER = [
    "https://istat.example/nati?anno=2024",
    "https://istat.example/nati/",
    "https://dati.istat.example/nati",
]


def source(cast: Cast, url: str, **given: object) -> Source:
    return get_or_make_source(given=SourceGiven(url=url, **given), by=cast.ada)  # type: ignore[arg-type]


@pytest.mark.parametrize("url", SAME)
def test_one_document_is_one_source_however_its_address_is_written(cast: Cast, url: str) -> None:
    assert source(cast, SAME[0]) == source(cast, url)


@pytest.mark.parametrize("url", OTHER)
def test_another_document_is_another_source(cast: Cast, url: str) -> None:
    assert source(cast, SAME[0]) != source(cast, url)


def test_a_new_source_waits_for_its_copy_once(cast: Cast) -> None:
    for _ in range(2):
        source(cast, SAME[0])
    assert [copy.copy_state for copy in ArchivedCopy.objects.all()] == ["queued"]


def test_a_failed_copy_is_tried_again_when_the_source_is_cited_again(cast: Cast) -> None:
    first = source(cast, SAME[0])
    first.copies.update(copy_state="failed", problem="unreachable")
    source(cast, SAME[1])
    assert sorted(copy.copy_state for copy in first.copies.all()) == ["failed", "queued"]


def test_what_is_known_fills_only_what_was_empty(cast: Cast) -> None:
    source(cast, SAME[0], title="Nascite")
    again = source(cast, SAME[1], title="Altro", publisher="Istat", published_on=date(2025, 3, 1))
    again.refresh_from_db()
    assert (again.title, again.publisher, again.published_on) == (
        "Nascite",
        "Istat",
        date(2025, 3, 1),
    )


def test_a_pages_long_title_is_cut_to_fit(cast: Cast) -> None:
    cited = source(cast, SAME[0])
    fill_source(source=cited, title="👶" * 600, publisher="", published_on=None)
    cited.refresh_from_db()
    assert cited.title == "👶" * 500


def test_details_are_corrected_one_by_one(cast: Cast) -> None:
    cited = source(cast, SAME[0], title="Nascite", publisher="Istat")
    describe_source(source=cited, by=cast.bruno, title="Nascite 2024", published_on=None)
    cited.refresh_from_db()
    assert (cited.title, cited.publisher) == ("Nascite 2024", "Istat")
