"""Copies of sources, fetched by a worker; only the network is played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from annotations.models import ArchivedCopy, Evidence, Source
from annotations.services.citing.copies import (
    MAX_ATTEMPTS,
    attach_copy,
    queue_copy,
    take_copy,
    take_unread_copy,
)
from annotations.tasks import archive_source, read_copy, sweep_copies
from claims.errors import NotReadable
from claims.reading import Fetched
from tests.annotations.builders import accepted_claim, evidence, review
from tests.annotations.pdfs import pdf_of
from tests.factories import Cast

PAGE = """<!doctype html><html lang="it"><head><title>Nascite nel 2024</title>
<meta property="og:site_name" content="Istituto di prova">
<meta property="article:published_time" content="2025-03-31T10:00:00+02:00"></head><body><article>
<h1>Nascite nel 2024</h1><p>Nel 2024 sono nati 370 mila bambini 👶, il dato più basso di sempre.</p>
<p>“Serve una svolta”, ha detto la ministra, perché il calo dura da sedici anni.</p>
</article></body></html>"""


@pytest.fixture
def source(db: None) -> Source:
    return Source.objects.create(url="https://istat.example/nati")


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], list[str]]:
    """Let the network answer with some bytes, or fail."""

    def answer_with(answer: Any, content_type: str = "text/html; charset=utf-8") -> list[str]:
        asked: list[str] = []

        def fetch(url: str, **options: Any) -> Fetched:
            asked.append(url)
            if isinstance(answer, Exception):
                raise answer
            return Fetched(answer, content_type, url, datetime(2026, 1, 2, tzinfo=UTC))

        monkeypatch.setattr("annotations.tasks.fetch", fetch)
        return asked

    return answer_with


def test_a_page_is_kept_and_tells_what_the_source_lacks(
    source: Source, network: Callable[[Any], list[str]]
) -> None:
    network(PAGE.encode())
    copy = queue_copy(source=source)
    assert archive_source(str(copy.pk))
    copy.refresh_from_db()
    source.refresh_from_db()
    assert (copy.copy_state, copy.content_type) == ("kept", "text/html")
    assert bytes(copy.content or b"") == PAGE.encode()
    assert "370 mila bambini 👶" in copy.text
    assert copy.kept_at == datetime(2026, 1, 2, tzinfo=UTC)
    assert (source.title, source.publisher) == ("Nascite nel 2024", "Istituto di prova")
    assert source.published_on == date(2025, 3, 31)


def test_what_a_person_wrote_about_a_source_stays(
    source: Source, network: Callable[[Any], list[str]]
) -> None:
    network(PAGE.encode())
    Source.objects.update(title="Il mio titolo", published_on=date(2024, 1, 1))
    archive_source(str(queue_copy(source=source).pk))
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Il mio titolo", "Istituto di prova")
    assert source.published_on == date(2024, 1, 1)


def test_what_a_person_writes_while_the_page_is_fetched_stays(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(url: str, **options: Any) -> Fetched:
        Source.objects.update(title="Scritto intanto")
        return Fetched(PAGE.encode(), "text/html", url, datetime(2026, 1, 2, tzinfo=UTC))

    monkeypatch.setattr("annotations.tasks.fetch", fetch)
    archive_source(str(queue_copy(source=source).pk))
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Scritto intanto", "Istituto di prova")


def test_a_copy_is_fetched_once_however_often_the_task_runs(
    source: Source, network: Callable[[Any], list[str]]
) -> None:
    asked = network(PAGE.encode())
    copy = queue_copy(source=source)
    assert [archive_source(str(copy.pk)) for _ in range(3)] == [True, False, False]
    assert asked == ["https://istat.example/nati"]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (NotReadable("private-address", "The address leads into a private network."), None),
        (NotReadable("too-slow"), None),
        (b"PK\x03\x04\x00", "unsupported-type"),
        (b"", "empty-file"),
    ],
)
def test_a_failure_is_kept_with_its_reason(
    source: Source, network: Callable[[Any], list[str]], answer: Any, problem: str | None
) -> None:
    network(answer)
    copy = queue_copy(source=source)
    archive_source(str(copy.pk))
    copy.refresh_from_db()
    assert copy.copy_state == "failed"
    assert copy.problem == (problem or answer.code)
    assert copy.problem_detail


@pytest.mark.parametrize(
    ("content", "state", "text", "title"),
    [
        (b"%PDF-1.7 \xe2\xe3", "broken", "", ""),
        (pdf_of([]), "none", "", ""),
        (pdf_of(["Nati: 370 mila."], title="Nascite"), "read", "Nati: 370 mila.", "Nascite"),
    ],
)
def test_a_pdf_is_kept_and_says_how_far_its_words_were_read(
    source: Source,
    network: Callable[[Any, str], list[str]],
    content: bytes,
    state: str,
    text: str,
    title: str,
) -> None:
    network(content, "text/html")
    copy = queue_copy(source=source)
    archive_source(str(copy.pk))
    copy.refresh_from_db()
    source.refresh_from_db()
    assert (copy.copy_state, copy.content_type, source.title) == ("kept", "application/pdf", title)
    assert (copy.text_state, copy.text) == (state, text)


def test_words_that_kill_their_workers_are_given_up(source: Source, cast: Cast) -> None:
    copy = attach_copy(source=source, content=pdf_of(["Nati."]), text="", by=cast.ada)
    for _ in range(MAX_ATTEMPTS):
        assert take_unread_copy(copy.pk)
        assert take_unread_copy(copy.pk) is None  # another worker holds it
        ArchivedCopy.objects.filter(pk=copy.pk).update(lease_until=None)
    assert not read_copy(str(copy.pk))
    copy.refresh_from_db()
    assert (copy.copy_state, copy.text_state) == ("kept", "costly")


def test_an_excerpt_finds_its_place_when_the_copy_comes(
    cast: Cast, network: Callable[[Any], list[str]]
) -> None:
    network(PAGE.encode())
    words = evidence(excerpt="sono nati 370 mila bambini 👶")
    other = evidence(url="https://b.example/", excerpt="parole di nessuno")
    cited = review(accepted_claim(), cast.ada, cites=[words, other]).evidence.order_by("position")
    for copy in ArchivedCopy.objects.all():
        archive_source(str(copy.pk))
    found, lost = cited
    assert found.copy is not None
    assert found.copy.text[found.start : found.start + 28] == "sono nati 370 mila bambini 👶"
    assert (found.prefix[-9:], found.suffix[:2]) == ("Nel 2024 ", ", ")
    assert (lost.copy, lost.start) == (None, None)


def test_the_sweep_anchors_an_excerpt_that_came_beside_its_copy(cast: Cast, source: Source) -> None:
    attach_copy(source=source, content=b"Nati: 370 mila.", text="Nati: 370 mila.", by=cast.ada)
    cited = review(accepted_claim(), cast.ada, cites=[evidence(excerpt="370 mila")]).evidence.get()
    Evidence.objects.update(copy=None, start=None)
    sweep_copies()
    cited.refresh_from_db()
    assert cited.start == 6


def test_the_sweep_wakes_what_nobody_holds(source: Source, monkeypatch: Any) -> None:
    woken: list[str] = []
    monkeypatch.setattr("annotations.tasks.archive_source.wake", woken.append)
    held = queue_copy(source=source)
    take_copy(held.pk)
    free = queue_copy(source=Source.objects.create(url="https://b.example/"))
    ArchivedCopy.objects.create(source=source, copy_state="failed", problem="too-slow")
    assert sweep_copies() == 1
    assert woken == [str(free.pk)]
