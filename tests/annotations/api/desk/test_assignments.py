"""/assignments/: taking, assigning, reassigning, giving back over HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Assignment
from annotations.queries.people import display_name
from annotations.services.assigning.leases import take
from claims.models import Claim
from tests.annotations.builders import accepted_claim, review
from tests.factories import Cast, make_article, make_claim

ROOT = "/api/v1/assignments/"


@pytest.fixture
def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def test_the_next_claim_is_taken_with_the_queues_filters(
    ada: APIClient, bruno: APIClient, cast: Cast
) -> None:
    article = make_article("The council opened 12 schools. So it said.", language="en")
    english = make_claim(article, "12 schools", review_state="accepted", check_worthiness=0.2)
    accepted_claim(check_worthiness=0.9)
    answer = ada.post(f"{ROOT}take/?mode=first&language=en&publisher=prova")
    assert answer.status_code == 201
    taken = answer.json()
    assert (taken["claim"], taken["article"]) == (str(english.pk), str(article.pk))
    assert (taken["how"], taken["mine"], taken["overdue"]) == ("taken", True, False)
    held = datetime.fromisoformat(taken["until"]) - timezone.now()
    assert timedelta(minutes=19) < held <= timedelta(minutes=20)
    assert ada.get(answer.headers["Location"]).json() == taken
    assert bruno.get(answer.headers["Location"]).json()["mine"] is False

    refused = ada.post(f"{ROOT}take/?mode=second")
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing-to-take")
    review(english, cast.bruno)
    assert ada.post(f"{ROOT}take/?mode=second&language=en").json()["code"] == "nothing-to-take"
    Assignment.objects.all().delete()
    assert ada.post(f"{ROOT}take/?mode=second&language=en").json()["claim"] == str(english.pk)
    for senseless in ("mode=third", "review_state=", "language="):
        assert ada.post(f"{ROOT}take/?{senseless}").status_code == 400


def test_a_claim_is_taken_by_name(ada: APIClient, claim: Claim) -> None:
    accepted_claim(check_worthiness=0.9)
    taken = ada.post(f"{ROOT}take/", {"claim": str(claim.pk)})
    assert (taken.status_code, taken.json()["claim"]) == (201, str(claim.pk))


def test_the_list_tells_who_holds_what(
    ada: APIClient, bruno: APIClient, cast: Cast, claim: Claim
) -> None:
    other = accepted_claim()
    take(claim=claim, by=cast.ada)
    lapsed = take(claim=other, by=cast.bruno)
    Assignment.objects.filter(pk=lapsed.pk).update(held_until=timezone.now())
    for query, expected in [
        ({}, [claim]),
        ({"reviewer": "me"}, [claim]),
        ({"reviewer": str(cast.bruno.pk)}, []),
        ({"claim": str(other.pk)}, []),
        ({"article": str(claim.article_id)}, [claim]),
        ({"overdue": "true"}, []),
        ({"ended": "true"}, []),
    ]:
        rows = ada.get(ROOT, query).json()["results"]
        assert [row["claim"] for row in rows] == [str(one.pk) for one in expected], query
    assert bruno.get(ROOT, {"reviewer": "me"}).json()["results"] == []
    assert ada.get(ROOT, {"reviewer": "io"}).status_code == 400


def test_an_editor_assigns_reassigns_and_takes_back(
    editor: APIClient, cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    other = accepted_claim()
    listed = editor.get("/api/v1/reviewers/").json()["results"]
    ids_of = {row["display_name"]: row["id"] for row in listed}
    wanted = {"reviewer": ids_of[display_name(cast.ada)], "due_at": tomorrow.isoformat()}
    made = editor.post(ROOT, {**wanted, "claims": [str(claim.pk), str(other.pk)]})
    assert made.status_code == 201
    rows = made.json()["results"]
    assert [row["claim"] for row in rows] == [str(claim.pk), str(other.pk)]
    assert {row["assigned_by"]["display_name"] for row in rows} == {"Enea Sala"}
    assert {datetime.fromisoformat(row["until"]) for row in rows} == {tomorrow}

    moves = [{"assignment": row["id"], "reviewer": ids_of["Bruno Costa"]} for row in rows]
    moved = editor.post(f"{ROOT}reassign/", {"moves": moves}).json()["results"]
    assert {row["reviewer"]["display_name"] for row in moved} == {"Bruno Costa"}
    old = editor.get(f"{ROOT}{rows[0]['id']}/").json()
    assert (old["ending"], old["ended_at"] is not None) == ("reassigned", True)

    ids = [row["id"] for row in moved]
    ended = editor.post(f"{ROOT}give-back/", {"assignments": ids})
    assert ended.status_code == 200
    assert {row["ending"] for row in ended.json()["results"]} == {"taken_back"}
    again = editor.post(f"{ROOT}give-back/", {"assignments": ids})
    assert (again.status_code, again.json()["code"]) == (409, "bulk-refused")
    assert [part["pointer"] for part in again.json()["errors"]] == [
        "/assignments/0",
        "/assignments/1",
    ]


def test_a_refusal_says_in_the_readers_language_what_keeps_each_back(
    editor: APIClient, cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    review(claim, cast.ada)
    wanted = {"reviewer": cast.ada.pk, "due_at": tomorrow.isoformat(), "claims": [str(claim.pk)]}
    said = {}
    for language in ("it", "en"):
        answer = editor.post(ROOT, wanted, headers={"Accept-Language": language})
        said[language] = answer.json()["errors"][0]
        assert said[language]["code"] == "reviewed-by-them"
    assert said["en"]["detail"] == "This person has reviewed the claim before."
    assert said["it"]["detail"] != said["en"]["detail"]


def test_whole_articles_are_assigned(
    editor: APIClient, cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    wanted = {"reviewer": cast.ada.pk, "due_at": tomorrow.isoformat()}
    articles = [str(claim.article_id), str(accepted_claim().article_id)]
    made = editor.post(ROOT, {**wanted, "articles": articles})
    assert len(made.json()["results"]) == 2
    assert editor.post(ROOT, {**wanted, "articles": articles}).json()["code"] == "nothing-to-assign"


def test_bad_input_and_missing_rights(
    ada: APIClient, editor: APIClient, stranger: APIClient, cast: Cast, claim: Claim,
    tomorrow: datetime,
) -> None:  # fmt: skip
    wanted = {"reviewer": cast.ada.pk, "due_at": tomorrow.isoformat(), "claims": [str(claim.pk)]}
    for client, change, status, code in [
        (ada, {}, 403, "not-allowed"),
        (stranger, {}, 403, "not-allowed"),
        (editor, {"reviewer": cast.editor.pk}, 409, "not-a-reviewer"),
        (editor, {"reviewer": 0}, 400, "invalid-input"),
        (editor, {"due_at": "2020-01-01T00:00:00Z"}, 409, "invalid-due"),
        (editor, {"due_at": "presto"}, 400, "invalid-input"),
        (editor, {"claims": []}, 400, "invalid-input"),
        (editor, {"articles": [str(claim.article_id)]}, 400, "invalid-input"),
    ]:
        answer = client.post(ROOT, wanted | change)
        assert (answer.status_code, answer.json()["code"]) == (status, code), change
    assert stranger.get(ROOT).status_code == 403
    assert editor.post(f"{ROOT}take/").json()["code"] == "not-allowed"
    assert editor.post(f"{ROOT}reassign/", {"moves": [{"assignment": "x"}]}).status_code == 400


def test_reviewers_are_listed_with_what_they_hold_and_owe(
    editor: APIClient, cast: Cast, claim: Claim
) -> None:
    take(claim=claim, by=cast.ada)
    Assignment.objects.create(
        claim=claim, reviewer=cast.bruno, assigned_by=cast.editor, due_at=timezone.now()
    )
    rows = editor.get("/api/v1/reviewers/").json()["results"]
    assert [(row["display_name"], row["open_holds"], row["overdue"]) for row in rows] == [
        ("Ada Neri", 1, 0),
        ("Bruno Costa", 1, 1),
    ]


@pytest.mark.parametrize(
    ("reviewer", "code"),
    [("0", 400), ("", 400), ("ada", 400), (True, 400), (1.5, 400), (0, 400), (-1, 400),
     (None, 400), ("99999999999", 400), ("9999999999", 404), (2147483647, 404)],
)  # fmt: skip
def test_who_is_nobody_is_given_nothing(
    editor: APIClient, claim: Claim, tomorrow: datetime, reviewer: object, code: int
) -> None:
    wanted = {"reviewer": reviewer, "due_at": tomorrow.isoformat(), "claims": [str(claim.pk)]}
    assert editor.post(ROOT, wanted).status_code == code


@pytest.mark.parametrize("kind", [int, float])
def test_a_person_is_named_by_a_number_too(
    editor: APIClient, cast: Cast, claim: Claim, tomorrow: datetime, kind: type[float]
) -> None:
    wanted = {
        "reviewer": kind(cast.ada.pk),
        "due_at": tomorrow.isoformat(),
        "claims": [str(claim.pk)],
    }
    assert editor.post(ROOT, wanted).status_code == 201
