"""The rating scale."""

from __future__ import annotations

from django.db.models import QuerySet

from annotations.models import Rating


def ratings_in_use() -> QuerySet[Rating]:
    """Read the steps a reviewer may choose, in the scale's order."""
    return Rating.objects.filter(is_active=True).order_by("position")
