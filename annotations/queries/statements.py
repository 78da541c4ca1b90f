"""Statements written by hand, for what is asked with every public request.

The ORM builds a query anew each time, and its cursor brings stored bytes as hexadecimal text: for a
page of fifty claims that costs twice what reading them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.pq import Format

_PLACEHOLDER = re.compile(r"%s(?:::\w+(?:\[\])?)?")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL, made of constants only, with the values for its placeholders in order."""

    sql: str
    values: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sql)


def all_of(parts: Iterable[Fragment]) -> Fragment:
    """Join conditions by AND, leaving out those that ask for nothing."""
    asked = [part for part in parts if part]
    return Fragment(
        " AND ".join(f"({part.sql})" for part in asked),
        tuple(value for part in asked for value in part.values),
    )


class Given:
    """The values of a statement, each worked out once, in its first part, `given`.

    A plan that never saw them is the same for all, so that the connection can keep it; and what is
    made of a value (a text search query) isn't made anew for each row. Whoever speaks of them reads
    `given`, which has one row: asked for one by one, each took a plan of its own. While the
    statement is put together values have names only: it is the same text whatever they are, and is
    put together once.
    """

    def __init__(self) -> None:
        self._columns: dict[tuple[str, tuple[str, ...]], str] = {}
        self._made: tuple[dict[str, str], dict[str, str]] = ({}, {})

    def once(self, sql: str, *names: str) -> str:
        """Give what stands for `sql`, whose placeholders, each with its type, take the values."""
        return f"given.{self._columns.setdefault((sql, names), f'v{len(self._columns)}')}"

    def once_each(self, sql: str, *names: str) -> str:
        """Give the condition with each of its values worked out once."""
        values = iter(names)
        return _PLACEHOLDER.sub(lambda typed: self.once(typed[0], next(values)), sql)

    def made_of(self, sql: str) -> str:
        """Give what stands for `sql`, which is made of other values: worked out once as well."""
        return f"given.{self._made[0].setdefault(sql, f'm{len(self._made[0])}')}"

    def made_last(self, sql: str) -> str:
        """Do the same for what is made of values that were made."""
        return f"given.{self._made[1].setdefault(sql, f'n{len(self._made[1])}')}"

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the values, in the order of the statement's placeholders."""
        return tuple(name for _, names in self._columns for name in names)

    @property
    def part(self) -> str:
        """Give the first part of the statement."""
        told = ", ".join(f"{sql} AS {column}" for (sql, _), column in self._columns.items())
        part = f"SELECT {told}"
        for layer in filter(None, self._made):
            made = ", ".join(f"{sql} AS {column}" for sql, column in layer.items())
            part = f"SELECT *, {made} FROM ({part} OFFSET 0) AS given"  # noqa: S608 - our own names
        return f"given AS MATERIALIZED ({part})"


def written(value: Any) -> str:
    """Write a value as PostgreSQL reads it."""
    if isinstance(value, list):
        each = [str(part).replace("\\", "\\\\").replace('"', '\\"') for part in value]
        return "{" + ",".join([f'"{part}"' for part in each]) + "}"
    return value.isoformat() if isinstance(value, datetime) else str(value)


class BinaryCursor(psycopg.Cursor[Any]):
    """A cursor of psycopg's own: values bound by the server, rows in binary."""

    def __init__(self, connection: Any, *, is_prepared: bool) -> None:
        super().__init__(connection)
        self.format = Format.BINARY
        self._is_prepared = is_prepared

    def execute(self, query: Any, params: Any = None, **_options: Any) -> BinaryCursor:
        """Run a statement, by its kept plan where it has one."""
        return super().execute(query, params, prepare=self._is_prepared)
