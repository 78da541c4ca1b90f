"""GET and PATCH /me/"""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from annotations.models import Reviewer
from tests.factories import Cast


def test_it_says_who_is_logged_in_and_their_roles(editor: APIClient, cast: Cast) -> None:
    answer = editor.get("/api/v1/me/")
    assert answer.status_code == 200
    assert answer.json() == {
        "id": str(cast.editor.pk),
        "username": cast.editor.username,
        "display_name": "Enea Sala",
        "roles": ["editor"],
        "interface_language": "it",
        "reviews_needed": 2,
        "mail_notifications": True,
        "mail_is_configured": False,
        "may_open_panel": False,
    }


def test_the_admin_has_every_role(admin: APIClient) -> None:
    me = admin.get("/api/v1/me/").json()
    assert me["roles"] == ["editor", "moderator", "reviewer"]
    assert me["may_open_panel"]


def test_an_account_without_a_role_learns_so(stranger: APIClient, cast: Cast) -> None:
    answer = stranger.get("/api/v1/me/").json()
    assert (answer["roles"], answer["display_name"]) == ([], cast.stranger.username)


def test_who_is_not_logged_in_gets_401_as_a_problem(anonymous: APIClient) -> None:
    answer = anonymous.get("/api/v1/me/")
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"]
    assert answer.json()["code"] == "not-authenticated"


def test_the_language_is_kept(ada: APIClient) -> None:
    assert ada.patch("/api/v1/me/", {"interface_language": "en"}).status_code == 200
    assert ada.get("/api/v1/me/").json()["interface_language"] == "en"


def test_a_profile_is_made_where_there_is_none(stranger: APIClient, cast: Cast) -> None:
    stranger.patch("/api/v1/me/", {"interface_language": "en"})
    assert Reviewer.objects.get(user=cast.stranger).display_name == cast.stranger.username


@pytest.mark.parametrize("language", ["fr", "", None, "en\x00"])
def test_another_language_is_refused(ada: APIClient, language: str | None) -> None:
    answer = ada.patch("/api/v1/me/", {"interface_language": language})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/interface_language"


def test_an_unchanged_answer_is_304(ada: APIClient) -> None:
    etag = ada.get("/api/v1/me/").headers["ETag"]
    answer = ada.get("/api/v1/me/", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_mails_are_switched_off_and_the_language_stays(ada: APIClient) -> None:
    ada.patch("/api/v1/me/", {"interface_language": "en"})
    answer = ada.patch("/api/v1/me/", {"mail_notifications": False}).json()
    assert (answer["mail_notifications"], answer["interface_language"]) == (False, "en")


def test_a_new_person_reads_the_desk_in_the_language_of_the_log_in(
    stranger: APIClient, cast: Cast
) -> None:
    stranger.cookies["django_language"] = "en"
    assert stranger.get("/api/v1/me/").json()["interface_language"] == "en"
    stranger.patch("/api/v1/me/", {"mail_notifications": False})
    assert Reviewer.objects.get(user=cast.stranger).interface_language == "en"
