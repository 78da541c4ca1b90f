"""The log of deliveries is pruned: what got through long ago goes, what was given up stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from annotations.models import Newsroom, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.services.delivering.log import log_span
from annotations.webhook_tasks import deliver_webhook, prune_webhook_log
from config.celery import app
from tests.factories import Cast

State = WebhookDelivery.DeliveryState


@pytest.fixture
def endpoint(cast: Cast, newsroom: Newsroom) -> WebhookEndpoint:
    return WebhookEndpoint.objects.create(
        newsroom=newsroom,
        url="https://hooks.example.org/",
        event_types=["claim.published"],
        created_by=cast.editor,
    )


def log_entry(endpoint: WebhookEndpoint, state: str, days_ago: int) -> WebhookDelivery:
    then = timezone.now() - timedelta(days=days_ago)
    delivery = WebhookDelivery.objects.create(
        endpoint=endpoint,
        event="webhook.test",
        delivery_state=state,
        due_at=then,
        created_at=then,
        settled_at=None if state == State.WAITING else then,
    )
    WebhookAttempt.objects.create(delivery=delivery, started_at=then, milliseconds=5)
    return delivery


def test_only_what_got_through_long_ago_goes(endpoint: WebhookEndpoint) -> None:
    gone = log_entry(endpoint, State.DELIVERED, 91)
    kept = [
        log_entry(endpoint, State.DELIVERED, 89),
        log_entry(endpoint, State.GIVEN_UP, 400),
        log_entry(endpoint, State.WAITING, 400),
    ]
    assert prune_webhook_log() == 1
    assert not WebhookAttempt.objects.filter(delivery=gone.pk).exists()
    assert set(WebhookDelivery.objects.all()) == set(kept)
    assert WebhookAttempt.objects.count() == len(kept)
    assert prune_webhook_log() == 0


def test_attempts_refuse_deletion_elsewhere(endpoint: WebhookEndpoint) -> None:
    log_entry(endpoint, State.DELIVERED, 400)
    with pytest.raises(DatabaseError), transaction.atomic():
        WebhookAttempt.objects.all().delete()


def test_the_log_outlasts_the_retries(settings: object) -> None:
    settings.WEBHOOK_LOG_DAYS = 1  # type: ignore[attr-defined]
    assert log_span() == timedelta(days=7)


def test_deliveries_have_a_queue_of_their_own() -> None:
    route = app.amqp.router.route({}, deliver_webhook.name)
    assert route["queue"].name == "webhooks"
    assert app.amqp.router.route({}, "claims.tasks.extract_claims")["queue"].name == "celery"
    # a worker that names no queue serves both
    assert {queue.name for queue in settings.CELERY_TASK_QUEUES} == {"celery", "webhooks"}
