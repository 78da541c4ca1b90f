"""How many requests a server of this process is answering.

A page that is closed leaves behind what it had asked for. Whoever empties the database meanwhile
locks tables in another order than the answer reads them, and one of the two fails.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.signals import request_finished, request_started

LONGEST = 30.0
"""Seconds to wait for the last answer."""


class RequestsAtWork:
    """Counts requests that began and haven't ended."""

    def __init__(self) -> None:
        self._left = threading.Condition()
        self._count = 0

    def begin(self, **_: object) -> None:
        """A request begins."""
        with self._left:
            self._count += 1

    def end(self, **_: object) -> None:
        """A request was answered, or its asker has gone."""
        with self._left:
            self._count -= 1
            self._left.notify_all()

    def wait(self) -> None:
        """Wait until all are answered."""
        with self._left:
            done = self._left.wait_for(lambda: self._count <= 0, LONGEST)
        assert done, f"{self._count} requests still at work"


@contextmanager
def answered_in_the_end() -> Iterator[None]:
    """All requests that begin within are answered when it ends."""
    at_work = RequestsAtWork()
    request_started.connect(at_work.begin)
    request_finished.connect(at_work.end)
    try:
        yield
        at_work.wait()
    finally:
        request_started.disconnect(at_work.begin)
        request_finished.disconnect(at_work.end)
