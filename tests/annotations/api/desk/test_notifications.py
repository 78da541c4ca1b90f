"""/notifications/: one reads one's own, marks them as read, and no rating is in them."""

from __future__ import annotations

import json

from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from annotations.models import Notification
from annotations.services.reviewing.verdicts import settle_verdict
from annotations.services.telling.notifications import News, tell
from claims.models import Claim
from tests.annotations.builders import disputed
from tests.factories import Cast

ADDRESS = "/api/v1/notifications/"


def test_one_reads_ones_own_newest_first_and_no_rating(
    claim: Claim, cast: Cast, ada: APIClient, editor: APIClient
) -> None:
    disputed(claim, cast)
    settle_verdict(claim=claim, by=cast.editor, rating="false", reason="La fonte è prima.")
    answer = ada.get(ADDRESS)
    newest, oldest = answer.json()["results"]
    assert [newest["kind"], oldest["kind"]] == ["adjudicated", "disputed"]
    assert newest["actor"] == "Enea Sala"
    assert oldest["actor"] is None
    assert newest["claim"]["id"] == str(claim.pk)
    assert newest["claim"]["article_title"] == "Dodici scuole nuove"
    words = json.dumps([{**row, "claim": None} for row in answer.json()["results"]])
    assert not any(rating in words for rating in ('"true"', '"false"', "La fonte"))
    assert [row["kind"] for row in editor.get(ADDRESS).json()["results"]] == ["disputed"]
    again = ada.get(ADDRESS, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_the_count_is_cheap_to_ask_for(
    claim: Claim, cast: Cast, ada: APIClient, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    disputed(claim, cast)
    with django_assert_num_queries(4):  # session, person, groups, the count
        answer = ada.get(ADDRESS + "unread/")
    assert answer.json() == {"unread": 1}
    asked = {"If-None-Match": answer["ETag"]}
    assert ada.get(ADDRESS + "unread/", headers=asked).status_code == 304
    review_again = Notification.objects.get(recipient=cast.ada)
    assert ada.post(f"{ADDRESS}{review_again.pk}/read/").json() == {"unread": 0}
    assert ada.get(ADDRESS + "unread/", headers=asked).json() == {"unread": 0}
    assert ada.get(ADDRESS + "?unread=true").json()["results"] == []


def test_nobody_marks_another_persons_as_read(
    claim: Claim, cast: Cast, bruno: APIClient, stranger: APIClient, anonymous: APIClient
) -> None:
    disputed(claim, cast)
    other = Notification.objects.get(recipient=cast.ada)
    assert bruno.post(f"{ADDRESS}{other.pk}/read/").status_code == 404
    assert bruno.post(ADDRESS + "read/", {}).json() == {"unread": 0}
    assert Notification.objects.filter(read_at=None).count() == 3
    assert stranger.get(ADDRESS).status_code == 403
    assert anonymous.get(ADDRESS + "unread/").status_code == 401


def test_all_that_was_seen_is_marked_read(claim: Claim, cast: Cast, ada: APIClient) -> None:
    disputed(claim, cast)
    seen = ada.get(ADDRESS).json()["results"][0]["created_at"]
    settle_verdict(claim=claim, by=cast.editor, rating="false", reason="La fonte è prima.")
    assert ada.post(ADDRESS + "read/", {"until": seen}).json() == {"unread": 1}
    assert ada.post(ADDRESS + "read/", {}).json() == {"unread": 0}


def test_the_list_takes_the_same_statements_for_any_number(
    claim: Claim, cast: Cast, ada: APIClient, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        news = News(Notification.Kind.ASSIGNED, str(number), claim=claim, actor=cast.editor)
        tell([cast.ada.pk], news)
    with django_assert_max_num_queries(4):
        assert len(ada.get(ADDRESS).json()["results"]) == 5
