"""The few hottest statements, planned once a connection and sent by libpq itself.

psycopg's cursor walks through Python a dozen times a statement, for more than the server takes to
answer. These go through its documented door to libpq (`psycopg.pq`), which waits without holding
the interpreter, and their rows are read as the server sends them. Wherever somebody looks on (a
log, a guard, a transaction) or the direct way fails, a cursor runs them as it runs any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

from annotations.queries.statements import BinaryCursor

MOST = 32
"""Statements that one connection keeps; a page of unusual size isn't worth more."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""From where PostgreSQL counts the microseconds of a timestamptz."""
_REFUSED = b""
_kept: WeakKeyDictionary[psycopg.Connection[Any], dict[str, bytes]] = WeakKeyDictionary()
"""Under which name each connection keeps a statement; a connection is one thread's at a time."""


def read_kept(statement: str, values: Sequence[str] = ()) -> PGresult:
    """Run one statement on Django's connection and give what the server sent, in binary.

    values: for its placeholders, as PostgreSQL reads them. Raises django.db.Error.
    """
    return _read(statement, values, is_kept=True)


def read_once(statement: str, values: Sequence[str] = ()) -> PGresult:
    """Do the same by a plan made anew, knowing the values: where the best plan hangs on them."""
    return _read(statement, values, is_kept=False)


def _read(statement: str, values: Sequence[str], *, is_kept: bool) -> PGresult:
    here: Any = connections[DEFAULT_DB_ALIAS]
    here.close_if_health_check_failed()
    here.ensure_connection()
    if not (here.queries_logged or here.execute_wrappers or here.in_atomic_block):
        directly = _directly if is_kept else _directly_once
        answer = directly(here.connection, statement, values)
        if answer is not None:
            return answer
    raw = BinaryCursor(here.connection, is_prepared=is_kept)
    with here._prepare_cursor(raw) as cursor:
        cursor.execute(statement, list(values) or None)
        answered: PGresult = raw.pgresult  # type: ignore[assignment] # there is one now
        return answered


def whole(value: bytes | None) -> int:
    """Read a bigint as it comes."""
    return int.from_bytes(value or b"", "big", signed=True)


def moment(value: bytes | None) -> datetime:
    """Read a timestamptz as it comes, in UTC."""
    return _EPOCH + timedelta(microseconds=whole(value))


def _directly(
    connection: psycopg.Connection[Any], statement: str, values: Sequence[str]
) -> PGresult | None:
    """Run it by the plan that the connection keeps; None where that can't be done.

    A plan that failed once isn't tried again on its connection: what was wrong is told by a cursor.
    """
    kept = _kept.get(connection)
    if kept is None:
        kept = _kept[connection] = {}
    name = kept.get(statement) or _keep(connection, kept, statement)
    if not name:
        return None
    answer = connection.pgconn.exec_prepared(name, _sent(values), None, Format.BINARY)
    if answer.status == ExecStatus.TUPLES_OK:
        return answer
    kept[statement] = _REFUSED
    return None


def _directly_once(
    connection: psycopg.Connection[Any], statement: str, values: Sequence[str]
) -> PGresult | None:
    """Run it by a plan of its own; None where it failed: what was wrong is told by a cursor."""
    sql = _numbered(statement).encode()
    answer = connection.pgconn.exec_params(sql, _sent(values), None, None, Format.BINARY)
    return answer if answer.status == ExecStatus.TUPLES_OK else None


def _sent(values: Sequence[str]) -> list[bytes]:
    return [value.encode() for value in values]


def _numbered(statement: str) -> str:
    """Write the placeholders as PostgreSQL does."""
    number = count(1)
    return re.sub("%s", lambda _: f"${next(number)}", statement)


def _keep(connection: psycopg.Connection[Any], kept: dict[str, bytes], statement: str) -> bytes:
    if statement in kept or len(kept) >= MOST or connection.prepare_threshold is None:
        return _REFUSED
    name = f"vaglio_{len(kept)}".encode()
    answer = connection.pgconn.prepare(name, _numbered(statement).encode())
    kept[statement] = name if answer.status == ExecStatus.COMMAND_OK else _REFUSED
    return kept[statement]
