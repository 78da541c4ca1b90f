"""Waking a worker: the row is the job, a message only calls somebody to it."""

from __future__ import annotations

import functools
import logging
from typing import Any

from celery.contrib.django.task import DjangoTask
from django.db import transaction

logger = logging.getLogger(__name__)

_RETRY = {"max_retries": 1, "interval_start": 0.1, "interval_max": 0.1}


class WakingTask(DjangoTask):
    """A task whose message may fail to be sent: a sweep finds the row that waits for it."""

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:  # type: ignore[override]
        """Send the message once the rows are committed; a broker that is down is only logged."""
        transaction.on_commit(functools.partial(self.wake, *args, **kwargs), robust=True)

    def wake(self, *args: Any, **kwargs: Any) -> bool:
        """Send the message now; False when the broker can't be reached."""
        return self._send(args, kwargs)

    def wake_in(self, seconds: float, *args: Any, **kwargs: Any) -> bool:
        """Send the message now, for a worker to heed after so many seconds: few, it holds it."""
        return self._send(args, kwargs, countdown=seconds)

    def _send(self, args: tuple[Any, ...], kwargs: dict[str, Any], **options: Any) -> bool:
        try:
            self.apply_async(args, kwargs, retry=True, retry_policy=_RETRY, **options)
        except (self.OperationalError, OSError) as error:
            logger.warning("%s waits for the sweep, the broker is down: %s", self.name, error)
            return False
        return True
