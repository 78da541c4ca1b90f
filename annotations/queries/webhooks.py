"""Webhooks: which are told, what is due for them, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from annotations.models import (
    Newsroom,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookSecret,
)

State = WebhookDelivery.DeliveryState
WAITING = State.WAITING


def open_endpoints() -> QuerySet[WebhookEndpoint]:
    """Read the endpoints whose events are queued: also paused ones, for later."""
    rows = WebhookEndpoint.objects.filter(removed_at=None, disabled_at=None)
    return rows.filter(newsroom__approved_at__isnull=False)


def endpoints_of(newsroom: Newsroom) -> QuerySet[WebhookEndpoint]:
    """Read a newsroom's endpoints, with how many messages wait and when one last got through."""
    rows = WebhookEndpoint.objects.filter(newsroom=newsroom, removed_at=None)
    return with_deliveries(rows)


def with_deliveries(endpoints: QuerySet[WebhookEndpoint]) -> QuerySet[WebhookEndpoint]:
    """Read along `waiting`, `given_up` and `delivered_at` (the last time)."""
    return endpoints.annotate(
        waiting=Count("deliveries", filter=Q(deliveries__delivery_state=WAITING)),
        given_up=Count("deliveries", filter=Q(deliveries__delivery_state=State.GIVEN_UP)),
        delivered_at=Max(
            "deliveries__settled_at", filter=Q(deliveries__delivery_state=State.DELIVERED)
        ),
    )


def next_deliveries() -> QuerySet[WebhookDelivery]:
    """Read what waits to be sent, what is due earliest first.

    A later event of a claim waits until the earlier one for the same endpoint is settled.
    """
    earlier = WebhookDelivery.objects.filter(
        endpoint=OuterRef("endpoint"),
        delivery_state=WAITING,
        published__claim=OuterRef("published__claim"),
        published__lt=OuterRef("published"),
    )
    rows = WebhookDelivery.objects.filter(~Exists(earlier), delivery_state=WAITING)
    return rows.order_by("due_at", "id")


def due_deliveries(now: datetime.datetime) -> QuerySet[WebhookDelivery]:
    """Read what is to be sent now, what is due longest first."""
    return next_deliveries().filter(due_at__lte=now)


def next_attempt_at(endpoint_id: UUID) -> datetime.datetime | None:
    """Say when an endpoint is to be sent something next; None for nothing that waits."""
    endpoints = open_endpoints().filter(pk=endpoint_id, paused_at=None)
    rows = next_deliveries().filter(endpoint__in=endpoints)
    found = rows.values_list("due_at", "endpoint__not_before").first()
    return max(filter(None, found)) if found else None


def is_in_flight(endpoint: WebhookEndpoint, now: datetime.datetime) -> bool:
    """Say whether a worker is sending to this endpoint: one message at a time each."""
    rows = WebhookDelivery.objects.filter(endpoint=endpoint, delivery_state=WAITING)
    return rows.filter(lease_until__gt=now).exists()


def endpoints_to_wake(now: datetime.datetime, waited: datetime.timedelta) -> Sequence[UUID]:
    """Name the endpoints for which something is due and no worker was called lately."""
    due = due_deliveries(now).filter(endpoint=OuterRef("pk"))
    rows = open_endpoints().filter(Exists(due), paused_at=None)
    rows = rows.filter(Q(not_before=None) | Q(not_before__lte=now))
    rows = rows.filter(Q(woken_at=None) | Q(woken_at__lte=now - waited))
    return list(rows.values_list("pk", flat=True))


def standing_secrets(endpoint: WebhookEndpoint, now: datetime.datetime) -> Sequence[WebhookSecret]:
    """Give the secrets that sign now, the newest first."""
    return list(endpoint.secrets.filter(Q(expires_at=None) | Q(expires_at__gt=now)))


def deliveries_of(endpoint: WebhookEndpoint) -> QuerySet[WebhookDelivery]:
    """Read an endpoint's log, newest first, with the attempts and the version told of."""
    rows = WebhookDelivery.objects.filter(endpoint=endpoint)
    rows = rows.select_related("published").defer(
        "published__document", "published__body", "published__search"
    )
    return rows.prefetch_related("attempts").order_by("-id")
