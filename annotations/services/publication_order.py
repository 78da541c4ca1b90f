"""The one order of publications: held while a version enters it, and by who must not miss any."""

from __future__ import annotations

from django.db import connection

ORDER_LOCK = 7_401_001
"""Key of the advisory lock that puts publications in one order."""


def hold_order() -> None:
    """Wait for publications under way, and let none begin before this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ORDER_LOCK])
