"""The desk's matches: found in the background, decided by people, undoable."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import ClaimComparison, ClaimMatch, PublishedClaim
from annotations.services.publishing.publication import withdraw
from annotations.tasks import match_claims
from claims.models import Claim, ExtractionRun
from claims.services.claims import reword
from claims.services.split_rows import untouched_claims
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article, make_claim

SAID = "Il comune di Vorré ha aperto dodici scuole nel 2024."
AGAIN = "Nel 2024 il comune di Vorré ha aperto 12 scuole."


@pytest.fixture
def earlier(cast: Cast) -> PublishedClaim:
    return make_published(cast, make_article(f"{SAID} Fine."), text=SAID)


@pytest.fixture
def claim(earlier: PublishedClaim) -> Claim:
    article = make_article(f"{AGAIN} Piove.")
    run = ExtractionRun.objects.create(article=article)
    return make_claim(article, AGAIN, run=run)


def of(claim: Claim, tail: str = "") -> str:
    return f"/api/v1/claims/{claim.pk}/matches/{tail}"


def matches(client: APIClient, claim: Claim) -> list[dict[str, Any]]:
    response = client.get(of(claim))
    assert response.status_code == 200, response.content
    results: list[dict[str, Any]] = response.json()["results"]
    return results


def decide(client: APIClient, claim: Claim, decision: str | None) -> Any:
    (known,) = ClaimMatch.objects.filter(claim=claim)
    return client.post(of(claim, f"{known.pk}/decision/"), {"decision": decision})


def best(client: APIClient, *claims: Claim) -> list[dict[str, Any]]:
    response = client.get("/api/v1/claims/matches/", {"claim": [claim.pk for claim in claims]})
    assert response.status_code == 200, response.content
    results: list[dict[str, Any]] = response.json()["results"]
    return results


def test_a_new_claim_is_compared_with_what_is_published(
    claim: Claim, earlier: PublishedClaim, ada: APIClient
) -> None:
    assert ada.get(of(claim)).json() == {"compared_at": None, "results": []}
    other = make_claim(claim.article, "Piove")
    assert match_claims() == 2
    (known,) = matches(ada, claim)
    assert known["score"] > 0.6
    assert known["decision"] is None
    assert known["earlier"]["id"] == str(earlier.claim_id)
    assert known["earlier"]["rating"]["key"] == "false"
    assert known["earlier"]["url"] == earlier.document["url"]
    assert known["earlier"]["evidence"] == earlier.document["evidence"]
    assert matches(ada, other) == []
    assert ada.get(of(other)).json()["compared_at"] is not None
    assert match_claims() == 0


def test_nothing_is_compared_while_nothing_is_published(cast: Cast) -> None:
    make_claim(make_article())
    assert match_claims() == 0
    assert not ClaimComparison.objects.exists()


def test_a_person_says_same_or_different_and_takes_it_back(
    claim: Claim, earlier: PublishedClaim, ada: APIClient, stranger: APIClient
) -> None:
    match_claims()
    assert decide(stranger, claim, "same").status_code == 403
    assert decide(ada, claim, "perhaps").status_code == 400
    (said,) = decide(ada, claim, "same").json()["results"]
    assert (said["decision"], said["decided_by"]["display_name"]) == ("same", "Ada Neri")
    assert decide(ada, claim, "same").json()["code"] == "wrong-state"
    assert best(ada, claim)[0]["decision"] == "same"
    assert decide(ada, claim, "different").status_code == 200
    assert best(ada, claim) == []
    (back,) = decide(ada, claim, None).json()["results"]
    assert (back["decision"], back["decided_by"]) == (None, None)
    events = ClaimMatch.pgh_event_model.objects.order_by("pgh_id")  # type: ignore[attr-defined]
    assert list(events.values_list("decision", flat=True)) == ["", "same", "different", ""]
    assert events[1].pgh_context.metadata["user"] is not None


def test_a_match_of_another_claim_isnt_found_here(claim: Claim, ada: APIClient) -> None:
    match_claims()
    (known,) = ClaimMatch.objects.all()
    other = make_claim(claim.article, "Piove")
    response = ada.post(of(other, f"{known.pk}/decision/"), {"decision": "same"})
    assert response.status_code == 404


def test_a_decision_outlives_a_new_comparison_and_an_extraction(
    claim: Claim, cast: Cast, ada: APIClient
) -> None:
    match_claims()
    assert list(untouched_claims(claim.article)) == [claim]
    decide(ada, claim, "same")
    assert list(untouched_claims(claim.article)) == []
    reword(claim_id=claim.pk, text="Piove sul lago di Corvara.", by=cast.ada)
    assert match_claims() == 1
    assert [known["decision"] for known in matches(ada, claim)] == ["same"]
    decide(ada, claim, None)
    reword(claim_id=claim.pk, text="Piove ancora sul lago di Corvara.", by=cast.ada)
    match_claims()
    assert matches(ada, claim) == []


def test_what_was_withdrawn_is_no_match_any_more(
    claim: Claim, earlier: PublishedClaim, cast: Cast, ada: APIClient
) -> None:
    match_claims()
    withdraw(claim=earlier.claim, by=cast.editor, notice="Errore nostro.")
    assert best(ada, claim) == matches(ada, claim) == []
    decide(ada, claim, "same")
    (known,) = matches(ada, claim)
    assert known["earlier"]["publication_state"] == "withdrawn"
    assert known["earlier"]["headline"] == "Errore nostro."


def test_the_best_of_a_whole_page_is_one_statement(
    claim: Claim, earlier: PublishedClaim, ada: APIClient
) -> None:
    twins = [make_claim(make_article(f"{AGAIN} {n}"), AGAIN) for n in range(3)]
    match_claims()
    asked = [claim, *twins, make_claim(claim.article, "Piove")]
    with CaptureQueriesContext(connection) as statements:
        rows = best(ada, *asked)
    assert sum("claimmatch" in one["sql"] for one in statements) == 1
    assert {row["claim"] for row in rows} == {str(one.pk) for one in (claim, *twins)}
    assert rows[0]["headline"] == earlier.headline
    assert rows[0]["rating"] == "false"
    assert rows[0]["url"] == earlier.document["url"]
    assert ada.get("/api/v1/claims/matches/", {"claim": "x"}).status_code == 400
