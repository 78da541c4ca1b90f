"""GET /claims/: the queue by what claims wait for, and who holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Annotation, Assignment
from annotations.services.assigning.leases import take
from annotations.services.publishing.publication import publish, withdraw
from annotations.services.reviewing.annotations import revise_annotation
from claims.models import Claim
from tests.annotations.builders import accepted_claim, review
from tests.annotations.publishing import make_ready_claim
from tests.factories import Cast, make_article, make_claim, make_client, make_person


def ids(claims: Iterable[Claim]) -> list[str]:
    return [str(claim.pk) for claim in claims]


def listed(client: APIClient, **query: str) -> list[str]:
    answer = client.get("/api/v1/claims/", query)
    assert answer.status_code == 200, answer.content
    return [row["id"] for row in answer.json()["results"]]


def test_each_mode_lists_what_waits_for_it(ada: APIClient, bruno: APIClient, cast: Cast) -> None:
    proposed = make_claim(make_article(), check_worthiness=0.3)
    fresh, once, twice = (accepted_claim(check_worthiness=n / 10) for n in (9, 8, 7))
    review(once, cast.bruno)
    review(twice, cast.bruno)
    review(twice, cast.ada)
    assert listed(ada, mode="triage") == ids([proposed])
    assert listed(ada, mode="first") == ids([fresh])
    assert listed(ada, mode="second") == ids([once])
    assert listed(bruno, mode="second") == []  # it is their own review that stands there
    assert listed(ada, mode="mine") == []
    assert listed(ada, mode="decide") == ids([twice])
    assert listed(ada, mode="publish") == []
    assert listed(ada) == ids([fresh, once, twice, proposed])


def test_a_decided_claim_waits_for_its_publication_until_it_was_out(
    ada: APIClient, cast: Cast
) -> None:
    agreed, disputed = (accepted_claim(check_worthiness=n / 10) for n in (9, 8))
    for claim in (agreed, disputed):
        review(claim, cast.ada)
        review(claim, cast.bruno, rating="true" if claim == agreed else "false")
    settled = make_ready_claim(cast)
    assert listed(ada, mode="decide") == ids([agreed, disputed])
    assert listed(ada, mode="publish") == ids([settled])
    publish(claim=settled, by=cast.editor)
    assert listed(ada, mode="publish") == []
    withdraw(claim=settled, by=cast.editor, notice="Il registro era sbagliato.")
    assert listed(ada, mode="publish") == []
    assert listed(ada, mode="decide") == ids([agreed, disputed])
    revise_annotation(
        annotation=Annotation.objects.get(claim=settled, author=cast.ada),
        rating="true",
        by=cast.ada,
        seen=1,
    )
    assert str(settled.pk) in listed(ada, mode="decide")


def test_a_dispute_shows_in_the_queue_to_who_may_know_of_it(
    ada: APIClient, editor: APIClient, cast: Cast
) -> None:
    agreed, disputed, waiting = (accepted_claim(check_worthiness=n / 10) for n in (9, 8, 7))
    for claim in (agreed, disputed):
        review(claim, cast.ada)
        review(claim, cast.bruno, rating="true" if claim == agreed else "false")
    review(waiting, cast.bruno)

    def states(client: APIClient) -> list[str]:
        return [row["verdict_state"] for row in client.get("/api/v1/claims/").json()["results"]]

    carla = make_client(make_person("carla", "Carla Blu", "reviewers"))
    assert states(ada) == states(editor) == ["agreed", "disputed", "needs_reviews"]
    assert states(carla) == ["reviewed", "reviewed", "needs_reviews"]


def test_ones_own_claims_come_by_due_time(ada: APIClient, cast: Cast) -> None:
    claims = [accepted_claim() for _ in range(4)]
    now = timezone.now()
    for claim, hours in zip(claims, (5, -1, 3), strict=False):
        Assignment.objects.create(
            claim=claim,
            reviewer=cast.ada,
            assigned_by=cast.editor,
            due_at=now + timedelta(hours=hours),
        )
    take(claim=claims[3], by=cast.ada)
    in_order = [claims[1], claims[3], claims[2], claims[0]]
    assert listed(ada, mode="mine", ordering="due_at") == ids(in_order)
    pages: list[str] = []
    address = "/api/v1/claims/?mode=mine&ordering=due_at&page_size=1"
    while address:
        page = ada.get(address).json()
        pages += [row["id"] for row in page["results"]]
        address = page["next"]
    assert pages == ids(in_order)
    assert listed(ada, overdue="true") == ids([claims[1]])


def test_who_holds_a_claim_shows_in_its_row(
    ada: APIClient, bruno: APIClient, cast: Cast, claim: Claim
) -> None:
    lease = take(claim=claim, by=cast.ada)
    row = bruno.get("/api/v1/claims/").json()["results"][0]
    hold = row["holds"][0]
    assert (row["reviews_given"], row["reviews_needed"], row["reviewed_by_me"]) == (0, 2, False)
    assert (hold["reviewer"]["display_name"], hold["how"], hold["mine"]) == (
        "Ada Neri", "taken", False,
    )  # fmt: skip
    assert lease.held_until is not None
    assert hold["until"] == timezone.localtime(lease.held_until).isoformat()
    assert listed(bruno, assigned_to=str(cast.ada.pk)) == ids([claim])
    assert listed(bruno, assigned_to="me") == listed(bruno, assigned_to="nobody") == []
    assert listed(ada, assigned_to="me") == ids([claim])
    Assignment.objects.update(held_until=timezone.now())
    assert bruno.get("/api/v1/claims/").json()["results"][0]["holds"] == []
    assert listed(bruno, assigned_to="nobody") == ids([claim])


@pytest.mark.parametrize(
    "query", [{"mode": "third"}, {"assigned_to": "io"}, {"overdue": "forse", "mode": "x"}]
)
def test_a_filter_that_makes_no_sense_is_invalid_input(
    ada: APIClient, query: dict[str, str]
) -> None:
    answer = ada.get("/api/v1/claims/", query)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-input")


def test_the_number_of_queries_does_not_grow(
    ada: APIClient, cast: Cast, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(6):
        claim = accepted_claim(article_text=f"Nacquero {number} bambini.")
        review(claim, cast.bruno)
        take(claim=claim, by=cast.ada)
    with django_assert_max_num_queries(11):
        assert len(listed(ada, mode="second")) == 6


def test_articles_are_narrowed_by_who_holds_a_claim_of_theirs(
    ada: APIClient, bruno: APIClient, cast: Cast
) -> None:
    hers, free = accepted_claim(article_text="Uno, 1."), accepted_claim(article_text="Due, 2.")
    take(claim=hers, by=cast.ada)

    def articles(client: APIClient, holder: str) -> list[str]:
        answer = client.get("/api/v1/articles/", {"assigned_to": holder})
        return [row["id"] for row in answer.json()["results"]]

    assert articles(ada, "me") == articles(bruno, str(cast.ada.pk)) == [str(hers.article_id)]
    assert articles(bruno, "me") == []
    assert articles(bruno, "nobody") == [str(free.article_id)]
    refused = ada.get("/api/v1/articles/", {"assigned_to": "someone"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "/assigned_to")
