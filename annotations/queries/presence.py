"""Who is looking at a claim right now."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import Presence
from claims.models import Claim


def presences_at(claim: Claim) -> QuerySet[Presence]:
    """Read who looks at the claim, who came first first, each with their name."""
    earliest = timezone.now() - timedelta(seconds=settings.PRESENCE_SECONDS)
    seen = Presence.objects.filter(claim=claim, seen_at__gte=earliest)
    return seen.select_related("person__reviewer").order_by("since", "pk")
