"""The log of deliveries, kept for so long."""

from __future__ import annotations

import datetime

import pgtrigger
from django.conf import settings
from django.db import transaction

from annotations.models import WebhookAttempt, WebhookDelivery

SHORTEST = datetime.timedelta(days=7)
"""The retries last three days, and giving up looks at what got through since."""
AT_ONCE = 5_000


def log_span() -> datetime.timedelta:
    """Give how long the log keeps what got through."""
    return max(datetime.timedelta(days=settings.WEBHOOK_LOG_DAYS), SHORTEST)


def prune_deliveries(*, before: datetime.datetime) -> int:
    """Delete what got through before a moment, with its attempts; gives how many.

    What waits or was given up stays: it may be sent again. Attempts refuse deletion everywhere but
    here.
    """
    old = WebhookDelivery.objects.filter(
        delivery_state=WebhookDelivery.DeliveryState.DELIVERED, settled_at__lt=before
    )
    pruned = 0
    while ids := list(old.order_by("id").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic(), pgtrigger.ignore("annotations.WebhookAttempt:append_only"):
            WebhookAttempt.objects.filter(delivery__in=ids).delete()
            pruned += old.filter(pk__in=ids).delete()[0]
    return pruned
