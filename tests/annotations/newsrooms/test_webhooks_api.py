"""A newsroom looks after its webhooks over the API, with a key or in its editor's session."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Newsroom, WebhookEndpoint
from annotations.services.delivering.webhooks import MAX_ENDPOINTS, create_endpoint
from tests.annotations.newsroom_cast import client_with, editor_of, make_key, make_newsroom
from tests.annotations.newsrooms.conftest import Hook
from tests.annotations.newsrooms.receiver import Receiver
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_client

ALL = "/api/v1/webhooks/"
URL = "https://redazione.example.org/hook"


@pytest.fixture
def keyed(newsroom: Newsroom) -> APIClient:
    """Give a client with a key for webhooks."""
    return client_with(make_key(newsroom, "webhooks")[1])


def test_a_webhook_is_made_shown_changed_and_removed(keyed: APIClient) -> None:
    made = keyed.post(ALL, {"url": URL, "description": " Sito "})
    assert made.status_code == 201
    webhook = made.json()
    assert webhook["secret"].startswith("whsec_")
    assert made["Cache-Control"] == "private, no-store"
    assert made["Location"].endswith(f"{ALL}{webhook['id']}/")
    one = f"{ALL}{webhook['id']}/"
    shown = keyed.get(one)
    assert shown.json() == {key: value for key, value in webhook.items() if key != "secret"}
    assert (shown.json()["webhook_state"], shown.json()["description"]) == ("active", "Sito")
    assert shown.json()["events"] == ["claim.published", "claim.corrected", "claim.withdrawn"]
    assert keyed.get(one, headers={"If-None-Match": shown["ETag"]}).status_code == 304
    assert shown["RateLimit"].startswith('"key";r=')

    change = {"events": ["claim.withdrawn"]}
    assert keyed.patch(one, change).status_code == 428
    changed = keyed.patch(one, change, headers={"If-Match": shown["ETag"]})
    assert changed.json()["events"] == ["claim.withdrawn"]
    stale = keyed.patch(one, change, headers={"If-Match": shown["ETag"]})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")
    assert keyed.delete(one).status_code == 204
    assert keyed.get(one).status_code == 404
    assert keyed.get(ALL).json()["results"] == []


@pytest.mark.usefixtures("later")
def test_no_date_hides_what_came_to_wait(keyed: APIClient, hook: Hook, cast: Cast) -> None:
    one = f"{ALL}{hook.endpoint.pk}/"
    shown = keyed.get(one)
    make_published(cast)
    again = keyed.get(one, headers={"If-Modified-Since": shown["Last-Modified"]})
    assert (again.status_code, again.json()["waiting"]) == (200, 1)


def test_the_secret_is_shown_again_only_to_who_repeats_the_request(keyed: APIClient) -> None:
    answers = [keyed.post(ALL, {"url": URL}, headers={"Idempotency-Key": "uno"}) for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert answers[1]["Cache-Control"] == "private, no-store"
    assert WebhookEndpoint.objects.count() == 1


BAD = [
    ({}, 400, "invalid-input"),
    ({"url": "http://redazione.example.org/"}, 422, "insecure-url"),
    ({"url": "https://127.0.0.1/hook"}, 422, "private-address"),
    ({"url": "https://[::ffff:10.0.0.1]/"}, 422, "private-address"),
    ({"url": "https://localhost/hook"}, 422, "private-address"),
    ({"url": "https://a.example:8443/"}, 422, "invalid-url"),
    ({"url": "https://u:p@a.example/"}, 422, "invalid-url"),
    ({"url": "gopher://a.example/"}, 422, "invalid-url"),
    ({"url": URL, "events": []}, 400, "invalid-input"),
    ({"url": URL, "events": ["webhook.test"]}, 400, "invalid-input"),
    ({"url": "https://a.example/" + "x" * 2000}, 400, "invalid-input"),
]


@pytest.mark.parametrize(("given", "status", "code"), BAD)
def test_a_webhook_that_can_not_be_is_refused(
    keyed: APIClient, given: dict[str, Any], status: int, code: str
) -> None:
    answer = keyed.post(ALL, given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "article" not in answer.json()["title"]  # an address of theirs is none


def test_a_newsroom_has_so_many_webhooks_and_no_more(keyed: APIClient, newsroom: Newsroom) -> None:
    for _ in range(MAX_ENDPOINTS):
        create_endpoint(newsroom=newsroom, url=URL, by=editor_of(newsroom))
    refused = keyed.post(ALL, {"url": URL})
    assert (refused.status_code, refused.json()["code"]) == (409, "too-many-webhooks")


def test_the_log_tells_what_happened_and_sends_again(
    cast: Cast, hook: Hook, keyed: APIClient, receiver: Receiver, run_tasks: Any
) -> None:
    one = f"{ALL}{hook.endpoint.pk}/"
    receiver.will(500)
    version = make_published(cast)
    hook.pump()
    log = keyed.get(f"{one}deliveries/").json()["results"]
    assert log[0]["claim"] == str(version.claim_id)
    assert (log[0]["delivery_state"], log[0]["claim_version"]) == ("waiting", 1)
    attempt = log[0]["attempts"][0]
    assert (attempt["http_status"], attempt["problem"]) == (500, "")
    assert attempt["answer"].startswith("Però 👍")
    with run_tasks():
        again = keyed.post(f"{one}deliveries/{log[0]['id']}/replay/")
        assert (again.status_code, again.json()["id"]) == (202, log[0]["id"])
    delivered = keyed.get(f"{one}deliveries/?delivery_state=delivered").json()["results"]
    assert len(delivered[0]["attempts"]) == 2
    assert keyed.get(one).json()["delivered_at"] == delivered[0]["settled_at"]
    with run_tasks():
        replayed = keyed.post(f"{one}replay/", {"since": "2020-01-01T00:00:00Z"})
        assert replayed.json() == {"queued": 1}
        assert keyed.post(f"{one}test/").status_code == 202
    assert [heard.said["type"] for heard in receiver.heard[2:]] == [
        "claim.published",
        "webhook.test",
    ]
    assert keyed.get(f"{one}deliveries/?delivery_state=lost").status_code == 400
    assert keyed.post(f"{one}deliveries/{2**70}/replay/").status_code == 404
    assert keyed.post(f"{one}replay/", {"since": "ieri"}).status_code == 400


def test_pausing_resuming_and_rotating(keyed: APIClient, hook: Hook) -> None:
    one = f"{ALL}{hook.endpoint.pk}/"
    assert keyed.post(f"{one}resume/").json()["code"] == "wrong-state"
    assert keyed.post(f"{one}pause/").json()["webhook_state"] == "paused"
    assert keyed.post(f"{one}pause/").status_code == 409
    assert keyed.post(f"{one}test/").status_code == 409
    assert keyed.post(f"{one}resume/").json()["webhook_state"] == "active"
    rotated = keyed.post(f"{one}rotate-secret/")
    assert rotated.json()["secret"] not in ("", hook.secret)
    assert rotated.json()["old_expires_at"] > timezone.now().isoformat()
    assert rotated["Cache-Control"] == "private, no-store"
    WebhookEndpoint.objects.update(disabled_at=timezone.now(), disabled_reason="gone")
    assert keyed.get(one).json()["webhook_state"] == "disabled"


def test_nobody_reaches_another_s_webhooks(
    cast: Cast, hook: Hook, stranger: APIClient, anonymous: APIClient
) -> None:
    other = make_newsroom("Il Faro")
    one = f"{ALL}{hook.endpoint.pk}/"
    outsider = client_with(make_key(other, "webhooks")[1])
    for tail in ("", "deliveries/"):
        assert outsider.get(one + tail).status_code == 404
    for tail in ("pause/", "rotate-secret/", "test/", "replay/"):
        assert outsider.post(one + tail, {"since": "2020-01-01"}).status_code == 404
    wrong_scope = client_with(make_key(hook.endpoint.newsroom)[1])
    assert wrong_scope.get(ALL).json()["scope"] == "webhooks"
    assert stranger.get(ALL).json()["code"] == "no-newsroom"
    assert anonymous.get(ALL).status_code == 401
    assert anonymous.get(ALL)["WWW-Authenticate"].startswith("Bearer")
    editor = make_client(editor_of(hook.endpoint.newsroom))
    assert [row["id"] for row in editor.get(ALL).json()["results"]] == [str(hook.endpoint.pk)]


def test_who_left_the_newsroom_changes_nothing_with_an_old_key(
    keyed: APIClient, newsroom: Newsroom
) -> None:
    newsroom.editors.all().delete()
    assert keyed.post(ALL, {"url": URL}).json()["code"] == "no-newsroom"
