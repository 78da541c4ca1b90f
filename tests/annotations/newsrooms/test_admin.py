"""Moderators approve newsrooms, revoke and limit keys, and replay messages in the admin panel."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from annotations.models import ApiKey, ApiKeyUse, Newsroom, WebhookDelivery, WebhookEndpoint
from tests.annotations.newsroom_cast import client_with, make_key, make_newsroom
from tests.annotations.newsrooms.conftest import Hook
from tests.annotations.newsrooms.receiver import Receiver
from tests.annotations.publishing import make_published
from tests.factories import Cast

TABLES = [Newsroom, ApiKey, WebhookEndpoint, WebhookDelivery]


@pytest.fixture
def panel(cast: Cast) -> Client:
    """Give the browser of a moderator who is staff."""
    return staff(cast.moderator)


def staff(person: User) -> Client:
    person.is_staff = True
    person.save()
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(person)
    return client


def act(panel: Client, row: Any, action: str) -> str:
    place = reverse(f"admin:annotations_{row._meta.model_name}_changelist")
    given = {"action": action, "_selected_action": [str(row.pk)]}
    return panel.post(place, given, follow=True).content.decode()


def test_a_newsroom_is_approved_and_its_approval_withdrawn(panel: Client) -> None:
    newsroom = make_newsroom(approved=False)
    reader = client_with(make_key(newsroom)[1])
    assert "Done for 1 row." in act(panel, newsroom, "approve")
    assert reader.get("/api/v1/verified-claims/").status_code == 200
    assert "approved already" in act(panel, newsroom, "approve")
    act(panel, newsroom, "withdraw")
    assert reader.get("/api/v1/verified-claims/").status_code == 403


def test_editors_look_and_do_not_act(cast: Cast) -> None:
    newsroom = make_newsroom(approved=False)
    act(staff(cast.editor), newsroom, "approve")
    newsroom.refresh_from_db()
    assert newsroom.approved_at is None


def test_a_key_is_limited_and_revoked(panel: Client) -> None:
    key, text = make_key(make_newsroom())
    place = reverse("admin:annotations_apikey_change", args=[key.pk])
    page = panel.get(place).content.decode()
    assert key.prefix in page
    assert key.digest not in page
    panel.post(place, {"per_minute": "7"})
    answer = client_with(text).get("/api/v1/verified-claims/")
    assert answer["RateLimit-Policy"] == '"key";q=7;w=60'
    act(panel, key, "revoke")
    assert client_with(text).get("/api/v1/verified-claims/").status_code == 401


def test_a_limit_of_nothing_is_refused_in_words(panel: Client) -> None:
    key, _ = make_key(make_newsroom())
    place = reverse("admin:annotations_apikey_change", args=[key.pk])
    page = panel.post(place, {"per_minute": "0"}).content.decode()
    assert "key_limit_positive" not in page
    assert "greater than or equal to 1" in page


def test_a_key_tells_when_it_was_last_used_as_people_write_it(panel: Client) -> None:
    key, _ = make_key(make_newsroom())
    used = datetime.datetime(2026, 3, 4, 9, 30, tzinfo=datetime.UTC)
    ApiKeyUse.objects.create(key=key, day=used.date(), requests=1, last_used_at=used)
    page = panel.get(reverse("admin:annotations_apikey_change", args=[key.pk])).content.decode()
    assert "4 Mar 2026" in page
    assert "2026-03-04" not in page


def test_a_message_is_sent_again_and_a_webhook_paused(
    panel: Client, cast: Cast, hook: Hook, receiver: Receiver, run_tasks: Any
) -> None:
    make_published(cast)
    hook.pump()
    with run_tasks():
        act(panel, WebhookDelivery.objects.get(), "replay")
    assert len(receiver.heard) == 2
    act(panel, hook.endpoint, "pause")
    hook.endpoint.refresh_from_db()
    assert hook.endpoint.paused_at is not None
    assert "paused" in act(panel, hook.endpoint, "pause")
    act(panel, hook.endpoint, "resume")


def test_every_table_opens_and_shows_no_secret(
    panel: Client, cast: Cast, hook: Hook, admin: APIClient
) -> None:
    key, text = make_key(hook.endpoint.newsroom)
    make_published(cast)
    hook.pump()
    for model in TABLES:
        name = f"admin:annotations_{model._meta.model_name}"
        row = model.objects.first()
        for place in (reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[row.pk])):
            for client in (panel, admin):
                answer = client.get(place)
                assert answer.status_code == 200, place
                page = answer.content.decode()
                assert not any(part in page for part in (text, key.digest, hook.secret))
