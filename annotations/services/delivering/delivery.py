"""Webhook messages taken up for sending, and what came of it.

At least once: a message is taken under a lease and settled after its answer, so that a worker
killed in between leaves it to the next. One message at a time goes to an endpoint; events of one
claim go in their order (queries.webhooks.due_deliveries).
"""

from __future__ import annotations

import datetime
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from annotations.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import (
    State,
    due_deliveries,
    endpoints_to_wake,
    is_in_flight,
    open_endpoints,
    standing_secrets,
)
from annotations.sealing import SealBroken, unseal
from annotations.webhooks.message import Message, message
from annotations.webhooks.schedule import MAX_TRIES, asked_wait, delay_after

logger = logging.getLogger(__name__)

GONE = 410
OVERLOADED = frozenset({429, 502, 503, 504})
"""Answers that ask for fewer messages, not only for this one again."""
LONGEST_HOLD = datetime.timedelta(minutes=5)
"""How long an overloaded server is left alone that doesn't say for how long."""
CHANCE = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Taken:
    """A message to be sent now, and the lease under which."""

    delivery_id: int
    url: str
    told: Message
    whsecs: Sequence[str]
    lease_until: datetime.datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt: an answer, or the code of the problem that there was none."""

    milliseconds: int
    http_status: int | None = None
    problem: str = ""
    retry_after: str = ""
    answer: str = ""

    @property
    def is_success(self) -> bool:
        """Say whether the receiver has it."""
        return self.http_status is not None and 200 <= self.http_status < 300


@transaction.atomic
def take_delivery(endpoint_id: UUID, now: datetime.datetime) -> Taken | None:
    """Take up the next message for an endpoint; None when nothing is due or a worker sends."""
    endpoints = open_endpoints().select_for_update(of=("self",), no_key=True)
    endpoint = endpoints.filter(pk=endpoint_id, paused_at=None).first()
    if endpoint is None or (endpoint.not_before is not None and endpoint.not_before > now):
        return None
    if is_in_flight(endpoint, now):
        return None
    due = due_deliveries(now).filter(endpoint=endpoint).select_related("published")
    delivery = due.first()
    if delivery is None:
        return None
    delivery.lease_until = now + datetime.timedelta(seconds=settings.WEBHOOK_SECONDS * 3)
    delivery.save(update_fields=["lease_until"])
    return Taken(
        delivery.pk,
        endpoint.url,
        message_of(delivery),
        _readable_secrets(endpoint, now),
        delivery.lease_until,
    )


def _readable_secrets(endpoint: WebhookEndpoint, now: datetime.datetime) -> list[str]:
    """Open the secrets that sign now; one whose sealing key is lost signs no more."""
    whsecs = []
    for row in standing_secrets(endpoint, now):
        try:
            whsecs.append(unseal(row.sealed.encode()).decode())
        except SealBroken:
            logger.error("secret %s of webhook %s can't be opened", row.pk, endpoint.pk)
    return whsecs


def message_of(delivery: WebhookDelivery) -> Message:
    """Write what an endpoint is told: the public document or tombstone with the notice."""
    version = delivery.published
    if version is None:
        return message(
            id=delivery.message_id,
            event=delivery.event,
            at=delivery.created_at,
            data={"endpoint": str(delivery.endpoint_id)},
        )
    return message(
        id=delivery.message_id,
        event=delivery.event,
        at=version.created_at,
        data={**version.document, "severity": version.severity, "notice": version.notice},
    )


@transaction.atomic
def settle_attempt(
    taken: Taken,
    outcome: Outcome,
    *,
    started_at: datetime.datetime,
    now: datetime.datetime,
    chance: random.Random = CHANCE,
) -> bool:
    """Log an attempt and settle what follows: done, again later, given up, or the endpoint shut.

    True when this attempt was the one that disabled the endpoint.
    """
    endpoints = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True)
    endpoint = endpoints.get(deliveries__pk=taken.delivery_id)
    delivery = WebhookDelivery.objects.select_for_update(no_key=True).get(pk=taken.delivery_id)
    WebhookAttempt.objects.create(
        delivery=delivery,
        started_at=started_at,
        milliseconds=outcome.milliseconds,
        http_status=outcome.http_status,
        problem=outcome.problem,
        answer=outcome.answer,
    )
    if delivery.lease_until != taken.lease_until:
        return False  # the lease ran out and another worker sends, or sent, it
    delivery.lease_until = None
    was_open = endpoint.disabled_at is None
    if outcome.is_success:
        _settle(delivery, State.DELIVERED, now)
    else:
        _plan_next(endpoint, delivery, outcome, now, chance)
    delivery.save()
    return was_open and endpoint.disabled_at is not None


def _plan_next(
    endpoint: WebhookEndpoint,
    delivery: WebhookDelivery,
    outcome: Outcome,
    now: datetime.datetime,
    chance: random.Random,
) -> None:
    delivery.tries += 1
    is_gone = outcome.http_status == GONE
    delay = None if is_gone else delay_after(delivery.tries, chance)
    if delay is not None:
        asked = asked_wait(outcome.retry_after, now)
        delivery.due_at = now + max(delay, asked)
        if outcome.http_status in OVERLOADED:
            endpoint.not_before = now + (asked or min(delay, LONGEST_HOLD))
            endpoint.save(update_fields=["not_before"])
        return
    if is_gone:
        _disable(endpoint, WebhookEndpoint.DisabledReason.GONE, now)
    elif _is_dead(endpoint, delivery):
        _disable(endpoint, WebhookEndpoint.DisabledReason.FAILING, now)
    _settle(delivery, State.GIVEN_UP, now)  # who resumes the endpoint is sent it again


def _is_dead(endpoint: WebhookEndpoint, delivery: WebhookDelivery) -> bool:
    """Say whether nothing has got through since this round of tries began."""
    tried = delivery.attempts.order_by("-id").values_list("started_at", flat=True)
    began = list(tried[:MAX_TRIES])[-1]
    delivered = endpoint.deliveries.filter(delivery_state=State.DELIVERED)
    return not delivered.filter(settled_at__gte=began).exists()


def _disable(
    endpoint: WebhookEndpoint, reason: WebhookEndpoint.DisabledReason, now: datetime.datetime
) -> None:
    if endpoint.disabled_at is None:
        endpoint.disabled_at, endpoint.disabled_reason = now, reason
        endpoint.version += 1
        endpoint.save()


def _settle(delivery: WebhookDelivery, state: State, now: datetime.datetime) -> None:
    delivery.delivery_state, delivery.settled_at = state, now


def call_for(now: datetime.datetime, waited: datetime.timedelta) -> Sequence[UUID]:
    """Name the endpoints that want a worker, and note that one was called for each."""
    endpoint_ids = endpoints_to_wake(now, waited)
    WebhookEndpoint.objects.filter(pk__in=endpoint_ids).update(woken_at=now)
    return endpoint_ids
