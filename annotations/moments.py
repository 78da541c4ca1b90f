"""How moments are written for programs outside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

Precision = Literal["seconds", "milliseconds", "microseconds"]


def utc(at: datetime, precision: Precision = "microseconds") -> str:
    """Write a moment in UTC, ending in Z: to the microsecond it can mark a delta's beginning."""
    return at.astimezone(UTC).isoformat(timespec=precision).replace("+00:00", "Z")
