"""Webhooks, against a real receiver: everything arrives, signed, in order, at least once."""

from __future__ import annotations

import socket
from collections import defaultdict
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from annotations.models import PublishedClaim, WebhookAttempt, WebhookDelivery
from annotations.services.delivering.delivery import Outcome, settle_attempt, take_delivery
from annotations.services.delivering.webhooks import (
    create_endpoint,
    pause_endpoint,
    replay_delivery,
    replay_since,
    resume_endpoint,
    rotate_secret,
    send_test,
)
from annotations.services.publishing.publication import withdraw
from annotations.webhook_tasks import deliver_next
from annotations.webhooks.schedule import MAX_TRIES
from claims.posting import KEPT_BYTES
from tests.annotations.newsroom_cast import editor_of
from tests.annotations.newsrooms.conftest import Hook, amend, published, verified
from tests.annotations.newsrooms.receiver import CUT, HANG, Clock, Receiver
from tests.factories import Cast


def test_a_newsroom_is_told_of_each_act_with_document_and_notice(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    version = published(cast)
    amend(version, cast, "Era nove, non dieci 👍.")
    withdraw(claim=version.claim, by=cast.editor, notice="Era di un altro.")
    assert hook.pump() == 3
    said = [verified(heard, hook.secret, clock) for heard in receiver.heard]
    assert [part["type"] for part in said] == [
        "claim.published",
        "claim.corrected",
        "claim.withdrawn",
    ]
    stored = PublishedClaim.objects.order_by("seq")
    for part, row in zip(said, stored, strict=True):
        assert {**part["data"], **row.document} == part["data"]
        assert part["data"]["notice"] == row.notice
        assert part["timestamp"].endswith("Z")
        assert part["data"]["id"] == str(version.claim_id)
    assert said[1]["data"]["severity"] == "minor"
    assert said[2]["data"]["publication_state"] == "withdrawn"
    assert len({heard.headers["Webhook-Id"] for heard in receiver.heard}) == 3
    assert set(hook.states) == {"delivered"}
    assert hook.pump() == 0


def test_a_bad_receiver_gets_everything_in_order_per_claim(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock, settings: LazySettings
) -> None:
    settings.WEBHOOK_SECONDS = 2  # as long as the one that hangs is waited for
    date = format_datetime((clock.now + timedelta(hours=2)).replace(microsecond=0), usegmt=False)
    receiver.will(
        500, HANG, (302, {"Location": receiver.url.replace("/hook", "/elsewhere")}), CUT,
        (429, {"Retry-After": "7200"}), 404, (503, {"Retry-After": date}), 204, 500, 201,
    )  # fmt: skip
    first, second = published(cast), published(cast)
    amend(first, cast)
    amend(second, cast)
    withdraw(claim=first.claim, by=cast.editor, notice="Ritirata.")
    hook.pump_to_the_end()
    assert set(hook.states) == {"delivered"}
    assert {heard.path for heard in receiver.heard} == {"/hook"}
    taken: dict[str, list[int]] = defaultdict(list)
    for heard in receiver.heard:
        said = verified(heard, hook.secret, clock)
        versions = taken[said["data"]["id"]]
        assert said["data"]["version"] == len(versions) + 1, "a later event overtook an earlier"
        if heard.is_taken:
            versions.append(said["data"]["version"])
    assert sorted(map(len, taken.values())) == [2, 3]
    refused = next(heard for heard in receiver.heard if heard.answer == 429)
    later = receiver.heard[receiver.heard.index(refused) + 1]
    assert later.at >= refused.at + timedelta(seconds=7200)
    problems = set(WebhookAttempt.objects.values_list("problem", flat=True))
    assert problems == {"", "too-slow", "unreachable"}
    answers = [attempt.answer for attempt in WebhookAttempt.objects.filter(http_status=404)]
    assert 0 < len(answers[0].encode()) <= KEPT_BYTES + 2


def test_a_claim_that_can_not_be_delivered_holds_up_no_other(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    first = published(cast)
    receiver.will(500)
    assert hook.pump() == 1
    second = published(cast)
    amend(first, cast)
    assert hook.pump() == 1
    assert receiver.heard[-1].said["data"]["id"] == str(second.claim_id)
    clock.forward(seconds=7)
    assert hook.pump() == 2


def test_an_overloaded_server_is_left_alone_as_long_as_it_asks_and_no_longer(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    published(cast)
    receiver.will(500, (503, {"Retry-After": "20"}))
    assert hook.pump() == 1
    clock.forward(seconds=7)
    assert hook.pump() == 1
    published(cast)
    assert hook.pump() == 0
    clock.forward(seconds=21)
    assert hook.pump() == 1


def test_who_says_that_the_receiver_is_back_is_believed(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    editor, first = editor_of(hook.endpoint.newsroom), published(cast)
    receiver.will((503, {"Retry-After": "7200"}))
    assert hook.pump() == 1
    amend(first, cast)
    send_test(endpoint=hook.endpoint, by=editor, now=clock.now)
    assert hook.pump() == 1, "the test alone, at once"
    newest = WebhookDelivery.objects.get(published__version=2)
    replay_delivery(delivery=newest, by=editor, now=clock.now)
    assert hook.pump() == 2, "its claim's earlier message first"
    receiver.will((503, {"Retry-After": "7200"}))
    published(cast)
    assert hook.pump() == 1
    assert replay_since(endpoint=hook.endpoint, since=clock.now, by=editor, now=clock.now) == 0
    assert hook.pump() == 1
    assert set(hook.states) == {"delivered"}


def test_ten_attempts_over_three_days_then_the_endpoint_is_disabled_and_keeps_what_waits(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    published(cast)
    receiver.will(*[500] * MAX_TRIES)
    began = clock.now
    hook.pump_to_the_end()
    assert len(receiver.heard) == MAX_TRIES == 10
    took = receiver.heard[-1].at - began
    assert timedelta(days=2.4) < took < timedelta(days=3.9)
    hook.endpoint.refresh_from_db()
    assert hook.endpoint.disabled_reason == "failing"
    missed = published(cast)
    assert hook.states == ["given_up"]
    later = clock.forward(days=1)
    hook.endpoint.disabled_at = missed.created_at - timedelta(seconds=1)
    hook.endpoint.save()
    by = editor_of(hook.endpoint.newsroom)
    assert resume_endpoint(endpoint=hook.endpoint, by=by, now=later) == 2
    hook.pump_to_the_end()
    assert hook.states == ["given_up", "delivered", "delivered"]


def test_a_message_that_alone_fails_is_given_up_and_its_successor_sent(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    first = published(cast)
    receiver.will(400)
    hook.pump()
    published(cast)
    assert hook.pump() == 1
    amend(first, cast)
    receiver.will(*[400] * (MAX_TRIES - 1))
    hook.pump_to_the_end()
    assert hook.states == ["given_up", "delivered", "delivered"]
    hook.endpoint.refresh_from_db()
    assert hook.endpoint.disabled_at is None


def test_410_disables_and_resuming_brings_what_was_missed(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    version = published(cast)
    clock.now = timezone.now()
    receiver.will(410)
    assert hook.pump() == 1
    hook.endpoint.refresh_from_db()
    assert hook.endpoint.disabled_reason == "gone"
    told = mail.outbox.pop()
    assert told.to == [editor_of(hook.endpoint.newsroom).email]
    assert str(hook.endpoint.pk) in told.body
    assert "410 Gone" in told.body
    amend(version, cast)
    assert WebhookDelivery.objects.count() == 1
    assert hook.states == ["given_up"]
    clock.forward(hours=5)
    assert hook.pump() == 0
    by = editor_of(hook.endpoint.newsroom)
    assert resume_endpoint(endpoint=hook.endpoint, by=by, now=clock.now) == 2
    hook.pump_to_the_end()
    assert hook.states == ["given_up", "delivered", "delivered"]
    versions = [heard.said["data"]["version"] for heard in receiver.heard if heard.is_taken]
    assert versions == [1, 2]


def test_what_happens_while_paused_waits(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    by = editor_of(hook.endpoint.newsroom)
    pause_endpoint(endpoint=hook.endpoint, by=by, now=clock.now)
    published(cast)
    assert hook.pump() == 0
    assert resume_endpoint(endpoint=hook.endpoint, by=by, now=clock.now) == 0
    assert hook.pump() == 1


def test_both_secrets_sign_while_one_takes_the_other_s_place(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    version = published(cast)
    by = editor_of(hook.endpoint.newsroom)
    new = rotate_secret(endpoint=hook.endpoint, by=by, now=clock.now)
    hook.pump()
    amend(version, cast)
    clock.forward(hours=25)
    hook.pump()
    during, after = receiver.heard
    assert len(during.headers["Webhook-Signature"].split(" ")) == 2
    for secret in (hook.secret, new):
        assert verified(during, secret, clock)["type"] == "claim.published"
    assert verified(after, new, clock)["type"] == "claim.corrected"
    with pytest.raises(WebhookVerificationError):
        verified(after, hook.secret, clock)
    with pytest.raises(WebhookVerificationError):
        Webhook(new).verify(during.body + b" ", during.headers)


def test_a_worker_killed_after_sending_leaves_the_message_to_the_next(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    published(cast)
    assert take_delivery(hook.endpoint.pk, clock.now) is not None  # and the worker dies
    assert hook.pump() == 0
    clock.forward(minutes=1)
    assert hook.pump() == 1
    assert hook.states == ["delivered"]


def test_a_worker_that_comes_back_late_changes_nothing(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    published(cast)
    late = take_delivery(hook.endpoint.pk, clock.now)
    assert late is not None
    clock.forward(minutes=1)
    hook.pump()
    settle_attempt(late, Outcome(9, http_status=410), started_at=clock.now, now=clock.now)
    hook.endpoint.refresh_from_db()
    assert (hook.states, hook.endpoint.disabled_at) == (["delivered"], None)
    assert WebhookAttempt.objects.count() == 2


def test_a_name_that_leads_into_the_private_network_is_not_visited(
    cast: Cast, newsroom: Any, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = editor_of(newsroom)
    endpoint, _ = create_endpoint(newsroom=newsroom, url="https://hooks.example.org/", by=by)
    published(cast)
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **options: here)
    monkeypatch.setattr(socket, "create_connection", lambda *given, **options: pytest.fail("went"))
    assert deliver_next(endpoint.pk, timezone.now() + timedelta(seconds=1))
    assert WebhookAttempt.objects.get().problem == "private-address"
