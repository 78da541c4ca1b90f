"""GET and POST /claims/{id}/verdict/"""

from __future__ import annotations

from rest_framework.test import APIClient

from annotations.models import Verdict
from annotations.services.publishing.publication import withdraw
from claims.models import Claim
from tests.annotations.builders import review
from tests.annotations.publishing import make_published
from tests.factories import Cast


def address(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/verdict/"


def test_an_editor_is_led_from_reviews_to_the_verdict(
    editor: APIClient, cast: Cast, claim: Claim
) -> None:
    review(claim, cast.ada, "false")
    waiting = editor.get(address(claim)).json()
    assert waiting == {
        "state": "needs_reviews",
        "reviews_needed": 2,
        "reviews_given": 1,
        "may_settle": False,
        "why_not": "not-enough-reviews",
        "agreed_rating": None,
        "verdict": None,
        "may_reopen": False,
        "why_not_reopen": "wrong-state",
    }
    review(claim, cast.bruno, "false")
    ready = editor.get(address(claim)).json()
    assert (ready["state"], ready["agreed_rating"]) == ("agreed", "false")
    assert (ready["may_settle"], ready["why_not"]) == (True, "")
    answer = editor.post(address(claim), {})
    assert answer.status_code == 201
    settled = editor.get(address(claim)).json()
    assert settled == answer.json()
    assert (settled["state"], settled["why_not"]) == ("settled", "already-settled")
    assert (settled["may_reopen"], settled["why_not_reopen"]) == (True, "")
    verdict = settled["verdict"]
    assert (verdict["rating"], verdict["method"], verdict["settled_by"]) == (
        "false",
        "agreement",
        "Enea Sala",
    )


def test_a_dispute_is_adjudicated(moderator: APIClient, cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada, "false")
    review(claim, cast.bruno, "true")
    assert moderator.get(address(claim)).json()["state"] == "disputed"
    assert moderator.post(address(claim), {}).json()["code"] == "rating-missing"
    refused = moderator.post(address(claim), {"rating": "false"})
    assert (refused.status_code, refused.json()["code"]) == (409, "reason-missing")
    answer = moderator.post(address(claim), {"rating": "false", "reason": "La fonte A è prima."})
    assert answer.status_code == 201
    assert answer.json()["verdict"]["method"] == "adjudication"


def test_refusals_carry_their_codes(
    ada: APIClient,
    editor: APIClient,
    anonymous: APIClient,
    stranger: APIClient,
    claim: Claim,
    cast: Cast,
) -> None:
    assert anonymous.post(address(claim)).status_code == 401
    assert stranger.post(address(claim)).status_code == 403
    early = editor.post(address(claim), {"rating": "true"})
    assert (early.status_code, early.json()["code"]) == (409, "not-enough-reviews")
    assert (early.json()["reviews_given"], early.json()["reviews_needed"]) == (0, 2)
    review(claim, cast.ada, "false")
    review(claim, cast.bruno, "false")
    assert ada.post(address(claim), {}).json()["code"] == "not-allowed"
    other = editor.post(address(claim), {"rating": "true", "reason": "No."})
    assert (other.status_code, other.json()["code"]) == (409, "differs-from-agreement")
    editor.post(address(claim), {})
    again = editor.post(address(claim), {})
    assert (again.status_code, again.json()["code"]) == (409, "already-settled")
    assert again.json()["verdict"] == str(Verdict.objects.get().pk)


def test_a_verdict_seen_may_be_replaced(editor: APIClient, cast: Cast, claim: Claim) -> None:
    review(claim, cast.ada, "false")
    review(claim, cast.bruno, "true")
    words = {"rating": "false", "reason": "A."}
    first = editor.post(address(claim), words).json()["verdict"]["id"]
    second = editor.post(address(claim), {"rating": "true", "reason": "B.", "replaces": first})
    assert (second.status_code, second.json()["verdict"]["rating"]) == (201, "true")


def test_it_answers_304(editor: APIClient, claim: Claim) -> None:
    etag = editor.get(address(claim)).headers["ETag"]
    assert editor.get(address(claim), headers={"If-None-Match": etag}).status_code == 304


def test_every_verdict_stays_in_the_history_for_those_who_may_see_it(
    moderator: APIClient, bruno: APIClient, stranger: APIClient, cast: Cast, claim: Claim
) -> None:
    history = f"/api/v1/claims/{claim.pk}/verdicts/"
    review(claim, cast.ada, "false")
    review(claim, cast.bruno, "true")
    moderator.post(address(claim), {"rating": "false", "reason": "La fonte A è prima."})
    first = moderator.get(address(claim)).json()["verdict"]["id"]
    moderator.post(address(claim), {"rating": "true", "reason": "La B.", "replaces": first})
    rows = bruno.get(history).json()["results"]
    assert [(row["rating"], row["settled_by"]) for row in rows] == [
        ("false", "Marta Riva"),
        ("true", "Marta Riva"),
    ]
    assert stranger.get(history).status_code == 403


def test_a_verdict_is_reopened_by_naming_it(cast: Cast, claim: Claim, editor: APIClient) -> None:
    review(claim, cast.ada)
    review(claim, cast.bruno)
    there = f"/api/v1/claims/{claim.pk}/verdict/"
    settled = editor.post(there).json()["verdict"]["id"]
    assert editor.post(f"{there}reopen/", {}).status_code == 400
    reopened = editor.post(f"{there}reopen/", {"verdict": settled})
    assert (reopened.status_code, reopened.json()["state"]) == (201, "agreed")
    stale = editor.post(f"{there}reopen/", {"verdict": settled})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")
    history = editor.get(f"/api/v1/claims/{claim.pk}/verdicts/").json()["results"]
    assert [row["method"] for row in history] == ["agreement", "reopened"]


def test_a_public_verdict_says_beforehand_that_it_is_not_taken_back(
    cast: Cast, editor: APIClient, ada: APIClient
) -> None:
    claim = make_published(cast).claim
    seen = editor.get(address(claim)).json()
    assert (seen["may_reopen"], seen["why_not_reopen"]) == (False, "verdict-is-public")
    refused = editor.post(f"{address(claim)}reopen/", {"verdict": seen["verdict"]["id"]})
    assert (refused.status_code, refused.json()["code"]) == (409, seen["why_not_reopen"])
    withdraw(claim=claim, by=cast.editor, notice="Era di un altro comune.")
    assert editor.get(address(claim)).json()["may_reopen"]
    assert ada.get(address(claim)).json()["why_not_reopen"] == "not-allowed"
