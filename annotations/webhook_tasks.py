"""Sending webhooks: a task for each endpoint, and the sweep that calls it again."""

from __future__ import annotations

import datetime
import time
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from annotations.queries.webhooks import next_attempt_at
from annotations.services.delivering.delivery import (
    Outcome,
    Taken,
    call_for,
    settle_attempt,
    take_delivery,
)
from annotations.services.delivering.log import log_span, prune_deliveries
from annotations.services.delivering.mail import mail_disabled
from annotations.services.delivering.webhooks import allowed_networks
from annotations.webhooks.message import signed_headers
from claims.errors import NotReadable
from claims.posting import post
from claims.waking import WakingTask

TURN_SECONDS = 60.0
"""Seconds after which a worker that sends to one endpoint lets others have their turn."""
WOKEN_LATELY = datetime.timedelta(seconds=15)
"""For so long the sweep takes it that the worker it called is still on its way."""
SOON = datetime.timedelta(seconds=60)
"""Within this time a worker is called for the next attempt; what is due later the sweep finds."""
_A_MOMENT = datetime.timedelta(seconds=0.1)
"""By how much a worker that was called comes after the message is due, not just before."""


@shared_task(base=WakingTask, name="annotations.tasks.deliver_webhook")
def deliver_webhook(endpoint_id: str) -> int:
    """Send what is due for an endpoint, one message after the other; gives how many were tried.

    Safe to run twice: another worker's message is left alone.
    """
    began, tried = time.monotonic(), 0
    while deliver_next(UUID(endpoint_id), timezone.now()):
        tried += 1
        if time.monotonic() - began > TURN_SECONDS:
            deliver_webhook.wake(endpoint_id)
            return tried
    if tried:  # who sent nothing leaves it to who did: one call follows another, never two
        call_for_next(UUID(endpoint_id), timezone.now())
    return tried


@shared_task(name="annotations.tasks.sweep_webhooks")
def sweep_webhooks() -> int:
    """Call a worker for every endpoint for which something is due; gives how many."""
    waiting = call_for(timezone.now(), WOKEN_LATELY)
    for endpoint_id in waiting:
        deliver_webhook.wake(str(endpoint_id))
    return len(waiting)


@shared_task(name="annotations.tasks.prune_webhook_log")
def prune_webhook_log() -> int:
    """Delete old deliveries that got through; gives how many."""
    return prune_deliveries(before=timezone.now() - log_span())


def call_for_next(endpoint_id: UUID, now: datetime.datetime) -> None:
    """Call a worker for when an endpoint's next attempt is due, if that is soon.

    The sweep alone would come up to 25 seconds late: it calls nobody twice within 15.
    """
    due_at = next_attempt_at(endpoint_id)
    if due_at is not None and due_at <= now + SOON:
        wait = max(due_at - now, datetime.timedelta()) + _A_MOMENT
        deliver_webhook.wake_in(wait.total_seconds(), str(endpoint_id))


def wake_webhooks() -> None:
    """Call workers once the present transaction is in; the sweep finds what a dead broker lost."""

    def call() -> None:
        for endpoint_id in call_for(timezone.now(), datetime.timedelta()):
            deliver_webhook.wake(str(endpoint_id))

    transaction.on_commit(call, robust=True)


def deliver_next(endpoint_id: UUID, now: datetime.datetime) -> bool:
    """Send the next message that is due for an endpoint; False when there is none."""
    taken = take_delivery(endpoint_id, now)
    if taken is None:
        return False
    began = time.monotonic()
    outcome = send(taken, now)
    after = now + datetime.timedelta(seconds=time.monotonic() - began)
    if settle_attempt(taken, outcome, started_at=now, now=after):
        mail_disabled(endpoint_id)
    return True


def send(taken: Taken, now: datetime.datetime) -> Outcome:
    """Send one message; no answer is an outcome too."""
    if not taken.whsecs:
        return Outcome(0, problem="secret-unreadable")
    agent = settings.FETCH_USER_AGENT
    headers = signed_headers(taken.told, taken.whsecs, now=now, user_agent=agent)
    began = time.monotonic()
    try:
        answered = post(
            taken.url,
            body=taken.told.body,
            headers=headers,
            seconds=settings.WEBHOOK_SECONDS,
            allowed=allowed_networks(),
        )
    except NotReadable as failure:
        return Outcome(_milliseconds(began), problem=failure.code)
    return Outcome(
        _milliseconds(began),
        http_status=answered.http_status,
        retry_after=answered.retry_after,
        answer=answered.body,
    )


def _milliseconds(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
