"""Every published claim, oldest change first, by COPY and in constant memory.

Chunk by chunk: no statement lasts long, no transaction stays open while a client reads, and what
is published or corrected meanwhile comes at the end, because it is the newest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from annotations.queries.public_filters import NEWEST, PublicFilter, fitting
from annotations.queries.statements import Fragment, all_of

CHUNK = 5_000
"""Rows a statement."""
COPY = """
COPY (SELECT seq, body FROM annotations_publishedclaim WHERE {where} ORDER BY seq LIMIT {most})
TO STDOUT (FORMAT binary)
"""


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
    told = Fragment("act <> 'withdrawn' OR seq > %s", (tombstones_after,))
    rows = all_of([NEWEST, fitting(wanted), told, Fragment("seq > %s", (after,))])
    connection.ensure_connection()
    raw: Any = connection.connection
    # BINARY: the bytes come as they are; text would have them in hexadecimal
    statement = COPY.format(where=rows.sql, most=CHUNK)
    with raw.cursor() as cursor, cursor.copy(statement, rows.values) as copy:
        copy.set_types(["int8", "bytea"])
        return list(copy.rows())
