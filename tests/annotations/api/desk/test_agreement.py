"""GET /agreement/"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from annotations.models import Annotation
from annotations.services.reviewing.moderation import hide_annotation
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Article, Claim
from tests.annotations.builders import accepted_claim, review
from tests.factories import Cast, make_client, make_person

ADDRESS = "/api/v1/agreement/"


def reviewed(cast: Cast, first: str, second: str, **fields: Any) -> Claim:
    """Make a claim that Ada and Bruno rated."""
    claim = accepted_claim(**fields)
    review(claim, cast.ada, first)
    review(claim, cast.bruno, second)
    return claim


def test_the_figures_are_given_for_desk_languages_and_pairs(cast: Cast, editor: APIClient) -> None:
    for pair in [("true", "true")] * 3 + [("false", "false")] * 2 + [("true", "false")]:
        reviewed(cast, *pair)
    english = reviewed(cast, "false", "false")
    Article.objects.filter(pk=english.article_id).update(language="en")
    seen = editor.get(ADDRESS).json()
    # by hand: 7 claims, 14 ratings (7 true, 7 false), one pair differs: 1 - 13 * 2 / (2 * 49)
    assert seen["desk"]["claims"] == 7
    assert seen["desk"]["alpha"] == pytest.approx(1 - 13 * 2 / 98)
    assert seen["desk"]["alpha_nominal"] == seen["desk"]["alpha"]
    assert seen["desk"]["alike"] == pytest.approx(6 / 7)
    assert (
        seen["desk"]["interval"]["low"] < seen["desk"]["alpha"] <= seen["desk"]["interval"]["high"]
    )
    assert [(row["language"], row["agreement"]["claims"]) for row in seen["languages"]] == [
        ("en", 1),
        ("it", 6),
    ]
    (pair,) = seen["pairs"]
    assert {pair["first"]["display_name"], pair["second"]["display_name"]} == {
        "Ada Neri",
        "Bruno Costa",
    }
    # alike 6/7; chance (4 * 3 + 3 * 4) / 49
    chance = (4 * 3 + 3 * 4) / 49
    assert pair["kappa"] == pytest.approx((6 / 7 - chance) / (1 - chance))


def test_a_blind_reviewer_reads_nothing_of_claims_they_have_not_rated(cast: Cast) -> None:
    reviewed(cast, "true", "false")
    shared = reviewed(cast, "true", "true")
    carla = make_person("carla", "Carla Blu", "reviewers")
    review(shared, carla, "true")
    seen = make_client(carla).get(ADDRESS).json()
    assert seen["desk"]["claims"] == 1
    assert seen["desk"]["alike"] == 1
    assert make_client(cast.ada).get(ADDRESS).json()["desk"]["claims"] == 2


def test_only_complete_or_settled_claims_count(
    cast: Cast, editor: APIClient, settings: Any
) -> None:
    settled = reviewed(cast, "true", "true")
    settle_verdict(claim=settled, by=cast.editor)
    reviewed(cast, "true", "false")
    settings.REVIEWS_NEEDED = 3
    # two of three reviews are no agreement yet, but what is settled stays; an editor reads the
    # reviews of neither before there are enough, their author does
    assert editor.get(ADDRESS).json()["desk"]["claims"] == 0
    assert make_client(cast.ada).get(ADDRESS).json()["desk"]["claims"] == 1


def test_withdrawn_and_hidden_reviews_do_not_count(cast: Cast, editor: APIClient) -> None:
    claim = reviewed(cast, "true", "false")
    hidden = Annotation.objects.get(claim=claim, author=cast.bruno)
    hide_annotation(annotation=hidden, by=cast.moderator, reason="Offende.")
    assert editor.get(ADDRESS).json()["desk"]["claims"] == 0


def test_days_and_language_narrow_it(cast: Cast, editor: APIClient) -> None:
    early, _late = reviewed(cast, "true", "true"), reviewed(cast, "true", "false")
    Annotation.objects.filter(claim=early).update(
        created_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    )
    # half past midnight of the 2nd in Rome
    for query, claims in [
        ("?since=2026-03-02&until=2026-03-02", 1),
        ("?until=2026-03-01", 0),
        ("?since=2026-03-03&language=it", 1),
        ("?language=en", 0),
    ]:
        assert editor.get(ADDRESS + query).json()["desk"]["claims"] == claims, query
    refused = editor.get(ADDRESS + "?since=2026-03-03&until=2026-03-02")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["pointer"] == "/until"


def test_it_is_closed_to_strangers(anonymous: APIClient, stranger: APIClient) -> None:
    assert anonymous.get(ADDRESS).status_code == 401
    assert stranger.get(ADDRESS).status_code == 403


def test_it_takes_the_same_statements_for_any_number_of_claims(
    cast: Cast, editor: APIClient, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        reviewed(cast, "true", "false")
    with django_assert_max_num_queries(8):  # session, person, roles (twice); three of its own
        answer = editor.get(ADDRESS)
    again = editor.get(ADDRESS, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert json.loads(answer.content)["desk"]["claims"] == 4
