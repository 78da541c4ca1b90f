"""Which claims stand in which file of the sitemap; by `seq`, so that a file is one range scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from annotations.models import PublishedClaim

WITHDRAWN = PublishedClaim.Act.WITHDRAWN
STARTS = """
SELECT seq FROM (
    SELECT seq, row_number() OVER (ORDER BY seq) AS place
    FROM annotations_publishedclaim WHERE is_current AND act <> 'withdrawn'
) AS numbered WHERE place > 1 AND place %% %s = 1 ORDER BY seq
"""


def listed_claims() -> QuerySet[PublishedClaim]:
    """Read what a sitemap lists: every claim that stands, oldest change first."""
    return PublishedClaim.objects.filter(is_current=True).exclude(act=WITHDRAWN).order_by("seq")


def file_starts(size: int) -> list[int]:
    """Give the seq after which each file of `size` claims begins; the first begins after 0."""
    with connection.cursor() as cursor:
        cursor.execute(STARTS, [size])
        firsts = [seq for (seq,) in cursor.fetchall()]
    return [0, *(first - 1 for first in firsts)]


def claims_of_file(after: int, size: int) -> Iterator[tuple[UUID, datetime]]:
    """Give (claim, moment of its last change) of one file."""
    rows = listed_claims().filter(seq__gt=after).values_list("claim_id", "created_at")
    return rows[:size].iterator(chunk_size=2000)
