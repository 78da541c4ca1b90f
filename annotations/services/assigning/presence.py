"""Signs of life from open workbenches; whoever works on a claim also keeps their lease of it."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from annotations.models import Presence
from annotations.services.assigning.leases import renew_lease
from claims.models import Claim


def look_at(*, claim: Claim, by: User, is_active: bool) -> None:
    """Note that somebody has the claim open, and forget who was there long ago.

    is_active: they did something of late, so that a lease they hold is renewed; a page left open
    holds nothing.
    """
    now = timezone.now()
    gone = now - timedelta(seconds=settings.PRESENCE_SECONDS)
    Presence.objects.filter(claim=claim, seen_at__lt=gone).delete()
    Presence.objects.bulk_create(
        [Presence(claim=claim, person=by, since=now, seen_at=now)],
        update_conflicts=True,
        unique_fields=["claim", "person"],
        update_fields=["seen_at"],
    )
    if is_active:
        renew_lease(claim=claim, by=by)


def look_away(*, claim: Claim, by: User) -> None:
    """Note that somebody closed the claim; nothing happens if they weren't there."""
    Presence.objects.filter(claim=claim, person=by).delete()
