"""While a run is worked on, its lease and progress are kept fresh in the database."""

from __future__ import annotations

import datetime
import logging
import threading
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from claims.models import ExtractionRun

logger = logging.getLogger(__name__)

_EVERY = 0.5
"""Seconds between two looks at the progress."""


class LeaseLost(Exception):
    """Another worker took the run over: this one may stop."""


class Heartbeat:
    """Renews the lease of `run` from a thread of its own; use it as a context manager.

    The thread has its own database connection, so that it beats while the language code works.
    """

    def __init__(self, run: ExtractionRun) -> None:
        self._run = run
        self._progress = 0.0
        self._lost = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Heartbeat:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def report(self, share: float) -> None:
        """Note that `share` of the text, in [0, 1], is done. Raises LeaseLost."""
        if self._lost:
            raise LeaseLost
        self._progress = min(max(share, 0.0), 1.0)

    def _beat(self) -> None:
        written = 0.0
        renewed = timezone.now()
        try:
            while not self._over.wait(_EVERY):
                age = (timezone.now() - renewed).total_seconds()
                if self._progress > written or age > settings.EXTRACTION_LEASE_SECONDS / 4:
                    written, renewed = self._progress, timezone.now()
                    self._lost = not self._renew(written)
        finally:
            connection.close()

    def _renew(self, progress: float) -> bool:
        """Write lease and progress; False when another worker has the run."""
        row = ExtractionRun.objects.filter(pk=self._run.pk)
        mine = row.filter(
            extraction_state=ExtractionRun.ExtractionState.RUNNING, attempts=self._run.attempts
        )
        now = timezone.now()
        try:
            renewed = mine.update(progress=progress, lease_until=lease_end(), updated_at=now)
            return bool(renewed) or not row.exists()
        except DatabaseError:
            logger.warning("run %s: its lease could not be renewed", self._run.pk)
            connection.close()
            return True


def lease_end() -> datetime.datetime:
    """When a lease taken now runs out."""
    return timezone.now() + datetime.timedelta(seconds=settings.EXTRACTION_LEASE_SECONDS)
