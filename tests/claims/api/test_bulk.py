"""POST /claims/decide/: one decision about many claims, whole or not at all."""

from __future__ import annotations

import uuid

import pytest

from claims.models import Claim
from tests.factories import make_article, make_claim

ADDRESS = "/api/v1/claims/decide/"


@pytest.fixture
def claims(db):
    article = make_article()
    return [make_claim(article, words) for words in ("12 nuove scuole", "Anna Righi", "così")]


def seen(*claims, **more):
    return [{"id": str(claim.pk), "version": claim.version, **more} for claim in claims]


def states():
    return list(Claim.objects.order_by("start").values_list("review_state", flat=True))


def test_many_claims_are_accepted_and_dismissed_and_each_act_taken_back(ada, claims):
    for act, state in [
        ({"act": "accept"}, "accepted"),
        ({"act": "reopen"}, "proposed"),
        ({"act": "dismiss", "reason": "opinion"}, "dismissed"),
        ({"act": "reopen"}, "proposed"),
    ]:
        rows = list(Claim.objects.order_by("-start"))
        answer = ada.post(ADDRESS, {**act, "claims": seen(*rows)})
        assert answer.status_code == 200
        assert [row["id"] for row in answer.json()["results"]] == [str(row.pk) for row in rows]
        assert {row["version"] for row in answer.json()["results"]} == {rows[0].version + 1}
        assert states() == [state] * 3


def test_one_that_cannot_be_keeps_all_back_and_each_is_named(ada, claims):
    _, second, third = claims
    Claim.objects.filter(pk=second.pk).update(review_state="accepted")
    Claim.objects.filter(pk=third.pk).update(version=7)
    wanted = [*seen(*claims), {"id": str(uuid.uuid4())}]
    answer = ada.post(ADDRESS, {"act": "accept", "claims": wanted})
    assert (answer.status_code, answer.json()["code"]) == (409, "bulk-refused")
    assert [(part["pointer"], part["code"]) for part in answer.json()["errors"]] == [
        ("/claims/1", "wrong-state"),
        ("/claims/2", "stale-version"),
        ("/claims/3", "not-found"),
    ]
    assert answer.json()["errors"][1]["version"] == 7
    assert states() == ["proposed", "accepted", "proposed"]


@pytest.mark.parametrize(
    "body",
    [
        {"act": "accept", "claims": []},
        {"act": "accept"},
        {"act": "publish", "claims": [{"id": str(uuid.uuid4())}]},
        {"act": "dismiss", "claims": [{"id": str(uuid.uuid4())}]},
        {"act": "dismiss", "reason": "bah", "claims": [{"id": str(uuid.uuid4())}]},
        {"act": "accept", "reason": "opinion", "claims": [{"id": str(uuid.uuid4())}]},
        {"act": "accept", "claims": [{"id": "x"}]},
        {"act": "accept", "claims": [{"id": str(uuid.uuid4()), "version": 0}]},
    ],
)
def test_bad_input_is_refused(ada, body):
    answer = ada.post(ADDRESS, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-input")


def test_only_the_desk_decides(stranger, anonymous, claims):
    body = {"act": "accept", "claims": seen(*claims)}
    assert stranger.post(ADDRESS, body).status_code == 403
    assert anonymous.post(ADDRESS, body).status_code == 401
    assert states() == ["proposed"] * 3
