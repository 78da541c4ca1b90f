"""What is to be told is written with the act, sent to who wants it, and can be sent again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from annotations.models import WebhookDelivery, WebhookSecret
from annotations.services.delivering.webhooks import (
    create_endpoint,
    remove_endpoint,
    replay_delivery,
    replay_since,
    send_test,
)
from annotations.services.publishing.publication import publish
from annotations.webhook_tasks import deliver_webhook, sweep_webhooks, wake_webhooks
from tests.annotations.newsroom_cast import editor_of, make_newsroom
from tests.annotations.newsrooms.conftest import Hook, amend, published, verified
from tests.annotations.newsrooms.receiver import Clock, Receiver
from tests.annotations.publishing import make_published, make_ready_claim
from tests.factories import Cast


def test_the_outbox_is_part_of_the_publication(cast: Cast, hook: Hook) -> None:
    claim = make_ready_claim(cast)

    def publish_and_fail() -> None:
        with transaction.atomic():
            publish(claim=claim, by=cast.editor)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        publish_and_fail()
    assert WebhookDelivery.objects.count() == 0
    publish(claim=claim, by=cast.editor)
    assert WebhookDelivery.objects.count() == 1


def test_a_broker_that_forgets_is_made_up_for_by_the_sweep(
    cast: Cast, hook: Hook, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(cast)
    lost: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr("annotations.webhook_tasks.deliver_webhook.wake", lost.append)
        assert sweep_webhooks() == 1
        assert sweep_webhooks() == 0, "called just now"
    assert lost == [str(hook.endpoint.pk)]
    hook.endpoint.__class__.objects.update(woken_at=timezone.now() - timedelta(minutes=1))
    assert sweep_webhooks() == 1
    assert hook.states == ["delivered"]


def test_a_worker_is_called_for_an_attempt_that_is_due_soon_and_for_no_other(
    cast: Cast, hook: Hook, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(
        "annotations.webhook_tasks.deliver_webhook.wake_in", lambda wait, _: waits.append(wait)
    )
    first = published(cast)
    amend(first, cast)  # waits for the first, though it is due
    receiver.will(500, (503, {"Retry-After": "30"}), 500)
    assert deliver_webhook(str(hook.endpoint.pk)) == 1
    assert deliver_webhook(str(hook.endpoint.pk)) == 0, "another's call stands"
    assert len(waits) == 1
    assert 3 < waits[0] < 6.2
    published(cast)
    assert deliver_webhook(str(hook.endpoint.pk)) == 1, "overloaded"
    assert 25 < waits[1] < 31
    WebhookDelivery.objects.update(due_at=timezone.now())
    WebhookDelivery.objects.filter(published=first).update(tries=1)
    hook.endpoint.__class__.objects.update(not_before=None)
    assert deliver_webhook(str(hook.endpoint.pk)) == 2, "fails, and gets through"
    assert len(waits) == 2, "in five minutes: the sweep's"


def test_publishing_wakes_the_deliverer_at_once(
    cast: Cast, hook: Hook, receiver: Receiver, run_tasks: Any
) -> None:
    with run_tasks():
        published(cast)
        wake_webhooks()
    assert hook.states == ["delivered"]


def test_only_who_wants_an_event_is_told(cast: Cast, newsroom: Any, receiver: Receiver) -> None:
    wishes = [("Una", ["claim.corrected"], True), ("Due", ["claim.published"], True)]
    for name, events, approved in [*wishes, ("Tre", ["claim.published"], False)]:
        other = make_newsroom(name, approved=approved)
        by = editor_of(other)
        create_endpoint(newsroom=other, url=receiver.url, by=by, event_types=events)
    gone, _ = create_endpoint(newsroom=newsroom, url=receiver.url, by=editor_of(newsroom))
    remove_endpoint(endpoint=gone, by=editor_of(newsroom), now=timezone.now())
    published(cast)
    told = WebhookDelivery.objects.select_related("endpoint__newsroom")
    assert [row.endpoint.newsroom.name for row in told] == ["Due"]


def test_one_message_or_all_since_a_moment_are_sent_again_with_their_ids(
    cast: Cast, hook: Hook, receiver: Receiver, clock: Clock
) -> None:
    by = editor_of(hook.endpoint.newsroom)
    version = published(cast)
    amend(version, cast)
    hook.pump()
    oldest = WebhookDelivery.objects.order_by("id")[0]
    again = replay_delivery(delivery=oldest, by=by, now=clock.now)
    twice = replay_delivery(delivery=oldest, by=by, now=clock.now)
    assert again == twice, "it waits already"
    assert again.queued_by == by
    assert hook.pump() == 1
    assert replay_since(endpoint=hook.endpoint, since=version.created_at, by=by, now=clock.now) == 2
    assert hook.pump() == 2
    ids = [heard.headers["Webhook-Id"] for heard in receiver.heard]
    assert ids == [ids[0], ids[1], ids[0], ids[0], ids[1]]
    send_test(endpoint=hook.endpoint, by=by, now=clock.now)
    hook.pump()
    assert verified(receiver.heard[-1], hook.secret, clock)["type"] == "webhook.test"


def test_no_secret_lies_open_in_the_database(hook: Hook) -> None:
    row = WebhookSecret.objects.get()
    assert hook.secret not in row.sealed
    assert hook.secret.removeprefix("whsec_") not in row.sealed
    event = WebhookSecret.pgh_event_model  # type: ignore[attr-defined]
    assert "sealed" not in {field.name for field in event._meta.fields}


def test_what_waits_for_a_webhook_that_is_removed_is_given_up(cast: Cast, hook: Hook) -> None:
    make_published(cast)
    assert WebhookDelivery.objects.get().delivery_state == "waiting"
    remove_endpoint(
        endpoint=hook.endpoint, by=editor_of(hook.endpoint.newsroom), now=timezone.now()
    )
    left = WebhookDelivery.objects.get()
    assert (left.delivery_state, left.settled_at is None) == ("given_up", False)
    assert hook.pump() == 0
