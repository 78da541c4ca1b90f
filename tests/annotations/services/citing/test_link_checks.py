"""Cited sources are visited again; only the network is played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from annotations.models import LinkCheck, Notification, Source
from annotations.queries.links import sources_to_visit
from annotations.queries.sources import with_shown_copy
from annotations.queries.visits import link_of
from annotations.services.citing.copies import keep_fetched_copy
from annotations.services.reviewing.annotations import withdraw_annotation
from annotations.tasks import check_link, check_links
from claims.errors import NotReadable
from claims.models import Claim
from claims.reading import Fetched
from tests.annotations.builders import evidence, review
from tests.annotations.publishing import make_published
from tests.factories import Cast

WORDS = "Nel 2024 sono nati 370 mila “nati” 👶 in tutto il paese, meno che nell’anno di prima."
PAGE = f"<!doctype html><html><body><article><p>{WORDS}</p></article></body></html>"
OTHER = PAGE.replace(WORDS, "Questa pagina ora parla di tutt’altro: orari, tariffe e contatti.")
GONE = NotReadable("http-error", http_status=404)

Answer = str | Exception


@pytest.fixture
def source(cast: Cast, claim: Claim) -> Source:
    """Give a source that Ada cites, with a copy fetched long ago."""
    review(claim, cast.ada, cites=[evidence()])
    source = Source.objects.get()
    long_ago = timezone.now() - timedelta(days=30)
    Source.objects.update(created_at=long_ago)
    keep_fetched_copy(
        copy=source.copies.get(),
        content=PAGE.encode(),
        content_type="text/html",
        text=WORDS,
        fetched_at=long_ago,
    )
    return Source.objects.get()


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], list[str]]:
    """Let the network answer with a page, or fail."""

    def answer_with(answer: Answer) -> list[str]:
        asked: list[str] = []

        def fetch(url: str, **options: Any) -> Fetched:
            asked.append(url)
            if isinstance(answer, Exception):
                raise answer
            return Fetched(answer.encode(), "text/html; charset=utf-8", url, datetime.now(UTC))

        monkeypatch.setattr("annotations.tasks.fetch", fetch)
        return asked

    return answer_with


@pytest.fixture
def visit_on(
    source: Source, network: Callable[[Answer], list[str]], monkeypatch: pytest.MonkeyPatch
) -> Callable[[int, Answer], str]:
    """Visit the source so many days from now and tell the state that follows."""

    def visit(day: int, answer: Answer) -> str:
        network(answer)
        now = datetime.now(UTC) + timedelta(days=day)
        with monkeypatch.context() as patch:
            patch.setattr("django.utils.timezone.now", lambda: now)
            assert check_link(str(source.pk))
        return str(link_of(with_shown_copy().get()).state)

    return visit


def told() -> list[tuple[str, str]]:
    rows = Notification.objects.order_by("created_at", "recipient__username")
    return [(row.recipient.username, row.kind) for row in rows.select_related("recipient")]


def test_a_source_dies_after_days_of_silence_and_its_reviewer_is_told_once(
    visit_on: Callable[[int, Answer], str],
) -> None:
    assert visit_on(0, GONE) == "watched"
    assert visit_on(0, NotReadable("too-slow")) == "watched"
    assert told() == []
    assert visit_on(2, NotReadable("unreachable")) == "dead"
    assert told() == [("ada", "source_dead")]
    assert visit_on(3, GONE) == "dead"
    assert told() == [("ada", "source_dead")]
    assert visit_on(4, PAGE) == "alive"
    check = LinkCheck.objects.order_by("checked_at").first()
    assert check is not None
    assert (check.problem, check.http_status) == ("http-error", 404)


def test_a_page_that_says_something_else_twice_has_changed(
    visit_on: Callable[[int, Answer], str],
) -> None:
    assert visit_on(0, OTHER) == "watched"
    assert visit_on(1, OTHER) == "changed"
    assert told() == [("ada", "source_changed")]
    check = LinkCheck.objects.order_by("-checked_at")[0]
    assert check.lost_excerpts == 1
    assert check.likeness is not None
    assert check.likeness < 0.1
    assert len(check.text_sha256) == 64


def test_one_cited_figure_that_was_altered_is_a_change(
    visit_on: Callable[[int, Answer], str],
) -> None:
    visit_on(0, PAGE.replace("370 mila", "390 mila"))
    assert visit_on(1, PAGE.replace("370 mila", "390 mila")) == "changed"


@pytest.mark.parametrize(
    "answer",
    [
        NotReadable("http-error", http_status=403),
        NotReadable("http-error", http_status=429),
        NotReadable("private-address"),
        NotReadable("too-large"),
    ],
)
def test_a_refusal_says_nothing_about_the_page(
    visit_on: Callable[[int, Answer], str], answer: Exception
) -> None:
    for day in (0, 3, 6):
        assert visit_on(day, answer) == "alive"  # it could be fetched once
    assert told() == []


def test_a_picture_is_the_same_while_its_bytes_are(
    source: Source, network: Callable[[Answer], list[str]]
) -> None:
    copy = source.copies.get()
    copy.text, copy.content_type = "", "application/pdf"
    copy.save()
    network(PAGE)
    check_link(str(source.pk))
    network(PAGE + " ")
    check_link(str(source.pk))
    found = LinkCheck.objects.order_by("checked_at").values_list("outcome", "likeness")
    assert list(found) == [("same", 1.0), ("changed", 0.0)]


def test_who_published_what_rests_on_a_source_is_told_too(
    cast: Cast, network: Callable[[Answer], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = make_published(cast).claim
    source = Source.objects.get(
        evidence__annotation__claim=claim, evidence__annotation__author=cast.ada
    )
    network(GONE)
    start = datetime.now(UTC)
    for day in (0, 1, 2):
        monkeypatch.setattr(
            "django.utils.timezone.now", lambda day=day: start + timedelta(days=day)
        )
        check_link(str(source.pk))
    assert told() == [("ada", "source_dead"), ("enea", "source_dead")]


def test_only_what_is_cited_and_due_is_visited_and_few_at_a_time(
    cast: Cast, source: Source, network: Callable[[Answer], list[str]], settings: Any
) -> None:
    Source.objects.create(url="https://nobody-cites.example/")
    fresh = Source.objects.create(url="https://fresh.example/")
    fresh.evidence.create(annotation=source.evidence.get().annotation, excerpt="x")
    asked = network(PAGE)
    assert check_links() == 1
    assert asked == [source.url]
    assert check_links() == 0
    now = timezone.now() + timedelta(days=8)
    assert [found.pk for found in sources_to_visit(now, 10)] == [fresh.pk, source.pk]
    assert len(sources_to_visit(now, 1)) == 1


def test_a_source_under_watch_is_visited_next_day_a_dead_one_next_week(
    source: Source, visit_on: Callable[[int, Answer], str]
) -> None:
    start = timezone.now()
    visit_on(0, GONE)
    assert sources_to_visit(start + timedelta(hours=12), 9) == []
    assert sources_to_visit(start + timedelta(days=1, hours=1), 9) == [source]
    visit_on(1, GONE)
    visit_on(2, GONE)
    assert sources_to_visit(start + timedelta(days=4), 9) == []
    assert sources_to_visit(start + timedelta(days=10), 9) == [source]


def test_a_withdrawn_review_relies_on_nothing(
    cast: Cast, source: Source, visit_on: Callable[[int, Answer], str]
) -> None:
    annotation = source.evidence.get().annotation
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=None)
    visit_on(0, OTHER)
    assert visit_on(1, OTHER) == "changed"  # the words are gone, whoever cites them
    assert told() == []


def test_a_visit_stays_as_it_was(source: Source) -> None:
    check = LinkCheck.objects.create(source=source, outcome="same")
    for change in (lambda: LinkCheck.objects.update(outcome="failed"), check.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nobody_visits_a_source_that_is_not_there(db: None) -> None:
    assert not check_link("00000000-0000-4000-8000-000000000000")
