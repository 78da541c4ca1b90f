"""GET /articles/{id}/verdicts/"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.models import Claim
from tests.annotations.builders import review
from tests.factories import Cast, make_claim, make_person


def verdict(client: APIClient, claim: Claim) -> dict[str, Any]:
    answer = client.get(f"/api/v1/articles/{claim.article_id}/verdicts/")
    assert answer.status_code == 200
    return next(row for row in answer.json()["results"] if row["claim"] == str(claim.pk))


def test_a_claim_goes_from_no_review_to_a_verdict(
    editor: APIClient, cast: Cast, claim: Claim
) -> None:
    assert verdict(editor, claim) == {
        "claim": str(claim.pk),
        "state": "needs_reviews",
        "reviews_needed": 2,
        "reviews_given": 0,
        "rating": None,
        "own_rating": None,
        "publication_state": "unpublished",
    }
    review(claim, cast.ada, "false")
    review(claim, cast.bruno, "false")
    agreed = verdict(editor, claim)
    assert (agreed["state"], agreed["rating"]) == ("agreed", "false")
    editor.post(f"/api/v1/claims/{claim.pk}/verdict/", {})
    settled = verdict(editor, claim)
    assert (settled["state"], settled["rating"]) == ("settled", "false")


def test_who_has_not_rated_reads_counts_only(
    ada: APIClient, bruno: APIClient, editor: APIClient, cast: Cast, claim: Claim
) -> None:
    review(claim, cast.ada, "false")
    blind = verdict(bruno, claim)
    assert (blind["state"], blind["reviews_given"]) == ("needs_reviews", 1)
    assert (blind["rating"], blind["own_rating"]) == (None, None)
    assert verdict(ada, claim)["own_rating"] == "false"
    review(claim, cast.bruno, "true")
    assert verdict(ada, claim)["state"] == "disputed"
    assert verdict(editor, claim)["rating"] is None


def test_only_accepted_claims_are_listed(ada: APIClient, claim: Claim) -> None:
    proposed = make_claim(claim.article)
    rows = ada.get(f"/api/v1/articles/{claim.article_id}/verdicts/").json()["results"]
    assert str(proposed.pk) not in [row["claim"] for row in rows]


def test_strangers_are_kept_out(anonymous: APIClient, stranger: APIClient, claim: Claim) -> None:
    address = f"/api/v1/articles/{claim.article_id}/verdicts/"
    assert anonymous.get(address).status_code == 401
    assert stranger.get(address).status_code == 403


def test_the_queries_do_not_grow_with_the_claims(
    ada: APIClient, editor: APIClient, cast: Cast, claim: Claim
) -> None:
    def queries() -> list[int]:
        counted = []
        for client in (ada, editor):
            with CaptureQueriesContext(connection) as seen:
                client.get(f"/api/v1/articles/{claim.article_id}/verdicts/")
            counted.append(len(seen))
        return counted

    review(claim, cast.bruno, "true")
    review(claim, make_person("carla", "Carla Blu", "reviewers"), "true")
    few = queries()
    for start in range(5):
        other = make_claim(
            claim.article, start=start, end=start + 3, review_state=Claim.ReviewState.ACCEPTED
        )
        review(other, cast.bruno, "true")
        review(other, User.objects.get(username="carla"), "true")
    assert queries() == few
