"""Every published claim, oldest change first, by COPY and in constant memory.

Chunk by chunk: no statement lasts long, no transaction stays open while a client reads, and what
is published or corrected meanwhile comes at the end, because it is the newest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import Q

from annotations.models import PublishedClaim
from annotations.queries.publications import PublicFilter, public_claims

CHUNK = 5_000
WITHDRAWN = PublishedClaim.Act.WITHDRAWN


def exported_claims(
    wanted: PublicFilter, *, after: int, tombstones_after: int
) -> Iterator[tuple[int, bytes]]:
    """Give (seq, body) of the claims that fit and changed after the place `after`.

    tombstones_after: withdrawals from this place on come too, so that who has what stood before it
    learns of them.
    """
    while chunk := _chunk(wanted, after, tombstones_after):
        yield from chunk
        if len(chunk) < CHUNK:
            return
        after = chunk[-1][0]


def _chunk(wanted: PublicFilter, after: int, tombstones_after: int) -> list[tuple[int, bytes]]:
    is_told = ~Q(act=WITHDRAWN) | Q(seq__gt=tombstones_after)
    rows = public_claims(wanted, with_withdrawn=True).filter(is_told, seq__gt=after)
    statement, parameters = (
        rows.order_by("seq").values_list("seq", "body")[:CHUNK].query.sql_with_params()
    )
    connection.ensure_connection()
    raw: Any = connection.connection
    # BINARY: the bytes come as they are; text would have them in hexadecimal
    with (
        raw.cursor() as cursor,
        cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT binary)", parameters) as copy,
    ):
        copy.set_types(["int8", "bytea"])
        return list(copy.rows())
