"""The outbox of webhooks: what is to be told, written in the transaction in which it happened."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils import timezone

from annotations.models import (
    PublishedClaim,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
)
from annotations.queries.webhooks import WAITING, State, open_endpoints

Act = PublishedClaim.Act
EVENT_OF_ACT = {
    Act.PUBLISHED: WebhookEvent.PUBLISHED,
    Act.CORRECTED: WebhookEvent.CORRECTED,
    Act.WITHDRAWN: WebhookEvent.WITHDRAWN,
}
ACT_OF_EVENT = {event: act for act, event in EVENT_OF_ACT.items()}
_AT_ONCE = 1000


def queue_event(version: PublishedClaim) -> None:
    """Queue a version for every endpoint that wants it; part of the publishing transaction."""
    event = EVENT_OF_ACT[Act(version.act)]
    now = timezone.now()
    WebhookDelivery.objects.bulk_create(
        _row(endpoint, version.seq, event, now)
        for endpoint in open_endpoints().filter(event_types__contains=[event])
    )


def queue_test(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> WebhookDelivery:
    """Queue a message that tells of nothing."""
    row = _row(endpoint, None, WebhookEvent.TEST, now, by)
    row.save()
    return row


def queue_again(*, delivery: WebhookDelivery, by: User, now: datetime.datetime) -> WebhookDelivery:
    """Queue a message of the log again, or make it due now where it waits still."""
    if delivery.published_id is None:
        return queue_test(endpoint=delivery.endpoint, by=by, now=now)
    row, made = WebhookDelivery.objects.get_or_create(
        endpoint=delivery.endpoint,
        published_id=delivery.published_id,
        delivery_state=WAITING,
        defaults={"event": delivery.event, "due_at": now, "created_at": now, "queued_by": by},
    )
    if not made:
        hasten(WebhookDelivery.objects.filter(pk=row.pk), now)
    return row


def queue_missed(
    *, endpoint: WebhookEndpoint, since: datetime.datetime, by: User, now: datetime.datetime
) -> int:
    """Queue what an endpoint missed that was disabled at `since`; gives how many.

    That is every version since then, and the one that it was disabled over.
    """
    lost = endpoint.deliveries.filter(delivery_state=State.GIVEN_UP, settled_at__gte=since)
    is_missed = Q(created_at__gte=since) | Q(
        pk__in=lost.exclude(published=None).values("published")
    )
    return _queue_versions(endpoint, is_missed, by, now)


def queue_since(
    *, endpoint: WebhookEndpoint, since: datetime.datetime, by: User, now: datetime.datetime
) -> int:
    """Queue every version since a moment that the endpoint wants; gives how many."""
    return _queue_versions(endpoint, Q(created_at__gte=since), by, now)


def _queue_versions(endpoint: WebhookEndpoint, chosen: Q, by: User, now: datetime.datetime) -> int:
    """Queue the versions chosen whose events the endpoint wants; what waits stays as it is."""
    acts = [ACT_OF_EVENT[WebhookEvent(name)] for name in endpoint.event_types]
    waiting = endpoint.deliveries.filter(delivery_state=WAITING).values("published")
    versions = PublishedClaim.objects.filter(chosen, act__in=acts)
    versions = versions.exclude(pk__in=waiting.exclude(published=None)).order_by("seq")
    rows = [
        _row(endpoint, seq, EVENT_OF_ACT[Act(act)], now, by)
        for seq, act in versions.values_list("seq", "act").iterator(_AT_ONCE)
    ]
    WebhookDelivery.objects.bulk_create(rows, batch_size=_AT_ONCE)
    return len(rows)


def hasten(deliveries: QuerySet[WebhookDelivery], now: datetime.datetime) -> None:
    """Start the schedule of waiting messages anew, from now."""
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    deliveries.filter(free, delivery_state=WAITING).update(due_at=now, tries=0)


def give_up_waiting(endpoint: WebhookEndpoint, now: datetime.datetime) -> None:
    """Give up what waits for an endpoint that will never be sent anything again."""
    waiting = endpoint.deliveries.filter(delivery_state=WAITING)
    waiting.update(delivery_state=State.GIVEN_UP, settled_at=now)


def _row(
    endpoint: WebhookEndpoint,
    seq: int | None,
    event: WebhookEvent,
    now: datetime.datetime,
    by: User | None = None,
) -> WebhookDelivery:
    return WebhookDelivery(
        endpoint=endpoint, published_id=seq, event=event, due_at=now, created_at=now, queued_by=by
    )
