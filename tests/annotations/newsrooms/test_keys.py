"""API keys: made once, found by their beginning, shut for good; nothing secret stays behind."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations.errors.newsroom import KeyNotMade, NewsroomTaken, NotANewsroomEditor
from annotations.key_text import is_key, prefix_of
from annotations.key_text import make_key as draw_key
from annotations.models import ApiKey
from annotations.services.access.api_keys import create_key, limit_key, revoke_key
from annotations.services.access.key_use import UseCounter
from annotations.services.access.newsrooms import (
    approve_newsroom,
    register_newsroom,
    withdraw_approval,
)
from claims.errors import NotAllowed, WrongState
from tests.annotations.builders import accepted_claim, review
from tests.annotations.newsroom_cast import client_with, editor_of, make_key, make_newsroom
from tests.factories import Cast, make_client

LIST = "/api/v1/verified-claims/"


def test_keys_differ_and_are_known_again_by_their_digest_alone() -> None:
    keys = [draw_key() for _ in range(50)]
    assert len({key.text for key in keys}) == 50
    first, second = keys[:2]
    assert prefix_of(first.text) == first.prefix
    assert is_key(first.text, first.digest)
    assert not is_key(second.text, first.digest)
    assert first.text not in (first.digest, first.prefix)


NO_KEYS = [
    "",
    "vg_",
    "vg_abcdefgh",
    "vg_abcdefgh_short",
    "xx_" + "a" * 52,
    "vg_ABCDEFGH_" + "a" * 43,
]


@pytest.mark.parametrize("text", [*NO_KEYS, "vg_abcdefgh_" + "a" * 44, "vg_àbcdefgh_" + "a" * 43])
def test_what_is_no_key_has_no_beginning(text: str) -> None:
    assert prefix_of(text) is None


def test_a_key_opens_the_public_api_and_says_what_is_left(cast: Cast) -> None:
    _, text = make_key(make_newsroom())
    answer = client_with(text).get(LIST)
    assert answer.status_code == 200
    assert answer["RateLimit-Policy"] == '"key";q=1200;w=60'
    assert answer["RateLimit"].startswith('"key";r=1199;t=')


REFUSALS: list[tuple[dict[str, Any], int, str]] = [
    ({"revoked_at": timezone.now()}, 401, "api-key-revoked"),
    ({"expires_at": timezone.now() - timedelta(seconds=1)}, 401, "api-key-expired"),
    ({"digest": "0" * 64}, 401, "api-key-unknown"),
]


@pytest.mark.parametrize(("fields", "status", "code"), REFUSALS)
@pytest.mark.parametrize("path", [LIST, "/api/v1/sources/", "/api/v1/me/"])
def test_a_key_that_no_longer_holds_is_refused_everywhere(
    cast: Cast, fields: dict[str, Any], status: int, code: str, path: str
) -> None:
    _, text = make_key(make_newsroom(), **fields)
    answer = client_with(text).get(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]
    assert answer["Content-Type"] == "application/problem+json"


def test_the_key_of_a_closed_account_is_refused(cast: Cast) -> None:
    newsroom = make_newsroom()
    _, text = make_key(newsroom)
    owner = editor_of(newsroom)
    owner.is_active = False
    owner.save()
    assert client_with(text).get(LIST).json()["code"] == "api-key-revoked"


@pytest.mark.parametrize("text", [*NO_KEYS, "vg_abcdefgh_" + "a" * 43])
def test_an_unknown_key_is_never_taken_for_nobody(db: None, text: str) -> None:
    answer = client_with(text).get(LIST)
    assert (answer.status_code, answer.json()["code"]) == (401, "api-key-unknown")
    assert answer["RateLimit"].startswith('"anon";r=119;t=')


def test_a_key_works_from_the_approval_to_its_withdrawal(cast: Cast) -> None:
    newsroom = make_newsroom(approved=False)
    client = client_with(make_key(newsroom)[1])
    assert client.get(LIST).json()["code"] == "newsroom-not-approved"
    with pytest.raises(NotAllowed):
        approve_newsroom(newsroom=newsroom, by=cast.editor, now=timezone.now())
    approve_newsroom(newsroom=newsroom, by=cast.moderator, now=timezone.now())
    assert client.get(LIST).status_code == 200
    with pytest.raises(WrongState):
        approve_newsroom(newsroom=newsroom, by=cast.moderator, now=timezone.now())
    withdraw_approval(newsroom=newsroom, by=cast.moderator)
    assert client.get(LIST).status_code == 403


def test_a_key_covers_only_its_scopes(cast: Cast) -> None:
    newsroom = make_newsroom()
    answer = client_with(make_key(newsroom, "match")[1]).get(LIST)
    assert answer.status_code == 403
    problem = answer.json()
    assert (problem["code"], problem["scope"]) == ("insufficient-scope", "read:verified")
    assert 'error="insufficient_scope", scope="read:verified"' in answer["WWW-Authenticate"]


def test_at_the_desk_a_key_acts_for_its_owner_within_their_rights(cast: Cast) -> None:
    newsroom = make_newsroom()
    newsroom.editors.create(user=cast.ada)
    _, reading = make_key(newsroom, "desk:read", by=cast.ada)
    answer = client_with(reading).get("/api/v1/me/")
    assert (answer.status_code, answer.json()["username"]) == (200, "ada")
    refused = client_with(reading).patch("/api/v1/me/", {"interface_language": "en"})
    assert (refused.status_code, refused.json()["scope"]) == (403, "desk:write")
    assert client_with(reading).get(LIST).status_code == 403
    _, writing = make_key(newsroom, "desk:read", "desk:write", by=cast.ada)
    changed = client_with(writing).patch("/api/v1/me/", {"interface_language": "en"})
    assert changed.json()["interface_language"] == "en"
    cast.ada.groups.clear()
    assert client_with(reading).get("/api/v1/sources/").status_code == 403


def test_a_key_counts_where_a_session_is_sent_along(cast: Cast) -> None:
    client = client_with(make_key(make_newsroom(), "match")[1])
    client.force_login(cast.ada)
    assert client.get("/api/v1/me/").json()["code"] == "insufficient-scope"


def test_the_list_with_a_key_costs_one_statement_more(cast: Cast) -> None:
    client = client_with(make_key(make_newsroom())[1])
    client.get(LIST)  # the first use of a minute is written
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(f"{LIST}?page_size=7").status_code == 200
    assert len(asked) == 3, [query["sql"] for query in asked]


def test_uses_are_counted_by_day_and_written_once_a_minute(cast: Cast) -> None:
    key, text = make_key(make_newsroom())
    client = client_with(text)
    for _ in range(3):
        client.get(LIST)
    assert key.uses.get().requests == 1  # the first is written at once, the others wait

    own, noon = UseCounter(), datetime(2026, 5, 4, 12, tzinfo=UTC)
    moments = [noon, noon + timedelta(seconds=59), noon + timedelta(seconds=60)]
    written = [own.note(key.pk, moment) for moment in moments]
    day = noon.date()
    assert written == [{(key.pk, day): (1, noon)}, {}, {(key.pk, day): (2, moments[2])}]


def test_a_key_reads_no_more_than_its_blind_owner(cast: Cast) -> None:
    claim = accepted_claim()
    review(claim, cast.bruno, "false")
    newsroom = make_newsroom()
    newsroom.editors.create(user=cast.ada)
    client = client_with(make_key(newsroom, "desk:read", by=cast.ada)[1])
    address = f"/api/v1/claims/{claim.pk}/annotations/"
    blind = client.get(address).json()
    assert blind == make_client(cast.ada).get(address).json()
    assert "Così dice" not in json.dumps(blind)
    review(claim, cast.ada)
    assert "Bruno" in json.dumps(client.get(address).json())


@pytest.mark.parametrize(
    "wish",
    [
        {"scopes": []},
        {"scopes": ["read:verified", "root"]},
        {"scopes": ["desk:read"]},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_a_key_that_can_not_be_is_not_made(cast: Cast, wish: dict[str, Any]) -> None:
    newsroom = make_newsroom()
    given = {"scopes": ["match"], **wish}
    with pytest.raises(KeyNotMade):
        create_key(newsroom=newsroom, name="x", by=editor_of(newsroom), **given)
    assert not ApiKey.objects.exists()


def test_only_the_newsroom_s_own_make_keys_and_moderators_may_revoke_them(cast: Cast) -> None:
    newsroom, other = make_newsroom(), make_newsroom("Il Faro")
    with pytest.raises(NotANewsroomEditor):
        create_key(newsroom=newsroom, name="x", scopes=["match"], by=editor_of(other))
    key, _ = make_key(newsroom)
    with pytest.raises(NotANewsroomEditor):
        revoke_key(key=key, by=editor_of(other), now=timezone.now())
    revoke_key(key=key, by=cast.moderator, now=timezone.now())
    with pytest.raises(WrongState):
        revoke_key(key=key, by=editor_of(newsroom), now=timezone.now())
    with pytest.raises(NotAllowed):
        limit_key(key=key, per_minute=5, by=editor_of(newsroom))


def test_a_newsroom_is_registered_once(cast: Cast) -> None:
    newsroom = make_newsroom()
    for name, person in (("Altro", editor_of(newsroom)), (newsroom.name, cast.stranger)):
        with pytest.raises(NewsroomTaken):
            register_newsroom(name=name, website="https://a.example", by=person)


def test_the_trail_names_person_and_key_and_holds_nothing_secret(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    newsroom = make_newsroom()
    newsroom.editors.create(user=cast.ada)
    key, text = make_key(newsroom, "desk:read", "desk:write", by=cast.ada)
    client = client_with(text)
    assert client.get("/api/v1/me/").status_code == 200
    given = {"url": "https://istat.example/nati"}
    client.post("/api/v1/sources/", given, headers={"Idempotency-Key": "uno"})
    revoke_key(key=key, by=cast.moderator, now=timezone.now())
    events = apps.get_model("annotations", "ApiKeyEvent").objects.order_by("pgh_id")
    people = [event.pgh_context.metadata["user"] for event in events]
    assert people == [cast.ada.pk, cast.moderator.pk]
    assert "digest" not in {field.name for field in events.model._meta.fields}
    source = apps.get_model("annotations", "SourceEvent").objects.get()
    assert source.pgh_context.metadata["user"] == cast.ada.pk
    assert source.pgh_context.metadata["api_key"] == str(key.pk)
    kept = json.dumps([list(rows.values()) for rows in (events, ApiKey.objects.all())], default=str)
    secret = text.rpartition("_")[2]
    assert secret not in kept
    assert secret not in caplog.text


def test_a_post_is_carried_out_once_for_a_key_too(cast: Cast) -> None:
    newsroom = make_newsroom()
    newsroom.editors.create(user=cast.ada)
    clients = [
        client_with(make_key(newsroom, "desk:read", "desk:write", by=cast.ada)[1]) for _ in "ab"
    ]
    given = {"url": "https://istat.example/nati"}
    answers = [
        client.post("/api/v1/sources/", given, headers={"Idempotency-Key": "uno"})
        for client in (clients[0], clients[0], clients[1])
    ]
    assert [answer.get("Idempotency-Replayed") for answer in answers] == [None, "true", None]
