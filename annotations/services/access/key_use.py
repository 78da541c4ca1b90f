"""Counting what keys are used for, without a write for every request.

Each process counts in memory and writes a key's count at its first use and then at most once a
minute; a process that is killed forgets at most the last minute's counts.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

EVERY = datetime.timedelta(seconds=60)
_ADD = """
INSERT INTO annotations_apikeyuse (key_id, day, requests, last_used_at)
SELECT key.id, seen.day, seen.requests, seen.last_used_at
FROM unnest(%s::uuid[], %s::date[], %s::bigint[], %s::timestamptz[])
     AS seen (key_id, day, requests, last_used_at)
JOIN annotations_apikey AS key ON key.id = seen.key_id
ON CONFLICT (key_id, day) DO UPDATE
SET requests = annotations_apikeyuse.requests + excluded.requests,
    last_used_at = greatest(annotations_apikeyuse.last_used_at, excluded.last_used_at)
"""

Place = tuple[UUID, datetime.date]
Seen = tuple[int, datetime.datetime]


@dataclass
class UseCounter:
    """What this process hasn't written yet: requests and the last moment by key and day."""

    waiting: dict[Place, Seen] = field(default_factory=dict)
    written: dict[UUID, datetime.datetime] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, key_id: UUID, now: datetime.datetime) -> Mapping[Place, Seen]:
        """Count one use; give all that waits when it is time to write, else nothing."""
        place = (key_id, now.astimezone(datetime.UTC).date())
        with self.lock:
            count, _ = self.waiting.get(place, (0, now))
            self.waiting[place] = (count + 1, now)
            last = self.written.get(key_id)
            if last is not None and last <= now < last + EVERY:
                return {}
            taken, self.waiting = self.waiting, {}
            self.written |= {key: now for key, _ in taken}
            return taken

    def forget(self) -> None:
        """Start anew."""
        with self.lock:
            self.waiting, self.written = {}, {}


counter = UseCounter()


def note_use(*, key_id: UUID, now: datetime.datetime) -> None:
    """Count one request made with a key."""
    if taken := counter.note(key_id, now):
        _write(taken)


def _write(taken: Mapping[Place, Seen]) -> None:
    columns: list[list[object]] = [[], [], [], []]
    for (key_id, day), (requests, last_used_at) in sorted(taken.items()):
        for column, value in zip(columns, (key_id, day, requests, last_used_at), strict=True):
            column.append(value)
    with connection.cursor() as cursor:
        cursor.execute(_ADD, columns)
