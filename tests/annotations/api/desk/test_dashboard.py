"""GET /dashboard/: every figure against a small desk that is counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from annotations.models import (
    Affiliation,
    Annotation,
    Assignment,
    LinkCheck,
    Rating,
    Source,
    Verdict,
)
from annotations.queries.verdict_times import time_to_verdict
from annotations.services.publishing.publication import withdraw
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Article, Claim
from tests.annotations.builders import accepted_claim, evidence, review
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_client, make_person

ADDRESS = "/api/v1/dashboard/"


def seen_by(client: APIClient, query: str = "") -> dict[str, Any]:
    answer = client.get(ADDRESS + query)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def rated(cast: Cast, *ratings: str, **fields: Any) -> Claim:
    """Make a claim that Ada, then Bruno, rated."""
    claim = accepted_claim(**fields)
    for author, rating in zip((cast.ada, cast.bruno), ratings, strict=False):
        review(claim, author, rating)
    return claim


@pytest.fixture
def desk(cast: Cast) -> None:
    """Make claims at every step: two proposed, the others as the test says."""
    for _ in range(2):
        Claim.objects.filter(pk=accepted_claim().pk).update(review_state="proposed")
    accepted_claim()
    rated(cast, "true")
    rated(cast, "true", "true")
    rated(cast, "true", "false")
    settle_verdict(claim=rated(cast, "false", "false"), by=cast.editor)
    make_published(cast)
    withdraw(claim=make_published_elsewhere(cast), by=cast.editor, notice="Fonte ritirata.")


def make_published_elsewhere(cast: Cast) -> Claim:
    claim: Claim = make_published(cast, accepted_claim().article).claim
    Claim.objects.filter(article=claim.article).exclude(pk=claim.pk).delete()
    return claim


def test_the_work_is_counted_step_by_step(desk: None, editor: APIClient) -> None:
    assert seen_by(editor)["work"] == {
        "proposed": 2,
        "unreviewed": 1,
        "second_review": 1,
        "agreed": 1,
        "disputed": 1,
        "reviewed": 0,
        "settled": 1,  # not the one withdrawn from the public, which nobody is to publish
        "published": 1,
    }
    assert set(seen_by(editor, "?language=en")["work"].values()) == {0}


def test_a_blind_reviewer_does_not_learn_who_agrees(desk: None, cast: Cast) -> None:
    blind = make_client(make_person("carla", "Carla Blu", "reviewers"))
    work = seen_by(blind)["work"]
    assert (work["agreed"], work["disputed"], work["reviewed"]) == (0, 0, 2)
    own = seen_by(make_client(cast.ada))["work"]
    assert (own["agreed"], own["disputed"], own["reviewed"]) == (1, 1, 0)


def test_overdue_assignments_are_listed_longest_first(cast: Cast, editor: APIClient) -> None:
    now = timezone.now()
    claims = {
        days: hold(accepted_claim(), cast.ada, cast.editor, now - timedelta(days=days))
        for days in (1, 3, -1)
    }
    late = seen_by(editor)["overdue"]
    assert late["total"] == 2
    assert [row["claim"]["id"] for row in late["results"]] == [str(claims[3]), str(claims[1])]
    assert late["results"][0]["reviewer"]["display_name"] == "Ada Neri"


def hold(claim: Claim, reviewer: User, by: User, due_at: datetime) -> Any:
    Assignment.objects.create(claim=claim, reviewer=reviewer, assigned_by=by, due_at=due_at)
    return claim.pk


def settled_after(cast: Cast, hours: float, at: datetime, clock: Any) -> None:
    claim = rated(cast, "true", "true")
    Claim.objects.filter(pk=claim.pk).update(created_at=at - timedelta(hours=hours))
    with clock(at):
        settle_verdict(claim=claim, by=cast.editor)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], Any]:
    """Let it be some moment for a while."""

    def at(moment: datetime) -> Any:
        patch = pytest.MonkeyPatch.context()

        class Held:
            def __enter__(self) -> None:
                patch.__enter__().setattr("django.utils.timezone.now", lambda: moment)

            def __exit__(self, *error: Any) -> None:
                patch.__exit__(*error)

        return Held()

    return at


def test_the_time_to_the_first_verdict_is_given_by_week(
    cast: Cast, editor: APIClient, clock: Callable[[datetime], Any]
) -> None:
    # Sunday 23:30 in Rome is still the week of Monday the 2nd, half an hour later is the next
    sunday = datetime(2026, 3, 8, 22, 30, tzinfo=UTC)
    for hours, at in [(2, sunday), (10, sunday), (4, sunday + timedelta(hours=1))]:
        settled_after(cast, hours, at, clock)
    Verdict.objects.create(  # a second verdict of a claim changes nothing
        claim=Claim.objects.order_by("created_at").first(),
        rating=Rating.objects.get(pk="false"),
        method="adjudication",
        reason="Riletta.",
        settled_by=cast.editor,
    )
    times = seen_by(editor)["verdict_times"]
    assert times["whole"] == {"verdicts": 3, "median": 4.0, "p90": 10.0}
    assert times["weeks"] == [
        {"week": "2026-03-02", "time": {"verdicts": 2, "median": 6.0, "p90": 10.0}},
        {"week": "2026-03-09", "time": {"verdicts": 1, "median": 4.0, "p90": 4.0}},
    ]
    assert seen_by(editor, "?until=2026-03-08")["verdict_times"]["whole"]["verdicts"] == 2
    assert seen_by(editor, "?since=2026-04-01")["verdict_times"]["whole"]["median"] is None


@pytest.mark.parametrize(
    ("hours", "p90"), [([5], 5), (range(1, 11), 9), (range(1, 12), 10), (range(1, 21), 18)]
)
def test_nine_of_ten_took_at_most_as_long(hours: Any, p90: float) -> None:
    assert time_to_verdict(list(hours)).p90 == p90


def test_the_balance_holds_what_is_checked_against_what_is_seen(
    cast: Cast, editor: APIClient
) -> None:
    make_published(cast)  # said by Anna Righi, false
    article = Article.objects.get()
    for name, state, dismissal in [
        ("ANNA  RIGHI", "proposed", ""),
        ("Anna Righi", "dismissed", "out_of_scope"),
        ("Anna Righi", "dismissed", "opinion"),
        ("Anna Righi", "dismissed", "split"),
        ("Bruno Lai", "accepted", ""),
        ("", "proposed", ""),
        ("Carla Sì", "proposed", ""),
        ("Carla Si\u0300", "proposed", ""),  # the same name, its accent a mark of its own
    ]:
        number = Claim.objects.count()
        Claim.objects.create(
            article=article, text=f"Frase {number}", start=number, end=number + 1,
            speaker_name=name, review_state=state, dismissal=dismissal,
        )  # fmt: skip
    Affiliation.objects.create(speaker="anna righi", party="Lista Prova")
    Affiliation.objects.create(speaker="Carla Sì", party="Lista Prova")
    balance = seen_by(editor)["balance"]
    columns = ("name", "seen", "accepted", "checked", "published", "ratings")
    assert [tuple(row[column] for column in columns) for row in balance["speakers"]] == [
        ("Anna Righi", 3, 1, 1, 1, {"false": 1}),
        ("Carla S\u00ec", 2, 0, 0, 0, {}),
        ("Bruno Lai", 1, 1, 0, 0, {}),
        ("", 1, 0, 0, 0, {}),
    ]
    (party,) = balance["parties"]
    assert (party["name"], party["seen"], party["published"]) == ("Lista Prova", 5, 1)


def test_sources_and_publishers_are_ranked_by_who_cites_them(cast: Cast, editor: APIClient) -> None:
    one, other = "https://a.example/1", "https://a.example/2"
    first, second = accepted_claim(), accepted_claim()
    review(first, cast.ada, cites=[evidence(one), evidence(other)])
    review(first, cast.bruno, cites=[evidence(one)])
    review(second, cast.ada, cites=[evidence(one)])
    withdrawn = review(second, cast.bruno, cites=[evidence(other)])
    Annotation.objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    Source.objects.update(publisher="Istituto A")
    seen = seen_by(editor)
    rows = [(row["url"], row["citations"], row["claims"]) for row in seen["cited_sources"]]
    assert rows == [(one, 3, 2), (other, 1, 1)]
    assert seen["cited_publishers"] == [
        {"publisher": "Istituto A", "sources": 2, "citations": 4, "claims": 2}
    ]
    assert seen_by(editor, "?until=2020-01-01")["cited_sources"] == []


def test_failing_sources_say_what_rests_on_them(
    cast: Cast, editor: APIClient, clock: Callable[[datetime], Any]
) -> None:
    make_published(cast)
    review(accepted_claim(), cast.ada, cites=[evidence("https://fine.example/")])
    dead, watched = Source.objects.filter(url__contains="registro").order_by("url")
    fine = Source.objects.get(url__contains="fine")
    for days in (1, 2, 3):
        with clock(timezone.now() + timedelta(days=days)):
            LinkCheck.objects.create(source=dead, outcome="failed", problem="unreachable")
            LinkCheck.objects.create(source=fine, outcome="same")
    LinkCheck.objects.create(source=watched, outcome="changed")
    with clock(timezone.now() + timedelta(days=9)):
        LinkCheck.objects.create(source=dead, outcome="refused", http_status=403)
    found = seen_by(editor)["failing_sources"]
    rows = {(row["id"], row["link"]["state"], row["claims"], row["published"]) for row in found}
    # the copies of both were fetched before the visits
    assert rows == {(str(dead.pk), "dead", 1, 1), (str(watched.pk), "watched", 1, 1)}


def test_it_takes_the_same_statements_for_any_size(
    desk: None, editor: APIClient, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(18):
        answer = editor.get(ADDRESS)
    again = editor.get(ADDRESS, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_it_is_closed_to_strangers(anonymous: APIClient, stranger: APIClient) -> None:
    assert anonymous.get(ADDRESS).status_code == 401
    assert stranger.get(ADDRESS).status_code == 403
    assert make_client().get(ADDRESS).status_code == 401
