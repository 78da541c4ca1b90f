"""What runs in the background: each task calls one service and is safe to run twice.

The database says what is to be done; a message only wakes a worker. So a broker that is down
when a request comes in, or forgets, costs seconds: `sweep` finds what waits.
"""

from __future__ import annotations

import datetime
import functools
import logging
import uuid
from typing import Any

from celery import shared_task
from celery.contrib.django.task import DjangoTask
from django.db import transaction
from django.utils import timezone

from claims.queries import waiting_articles, waiting_runs
from claims.services import articles, extraction

logger = logging.getLogger(__name__)

WAITED = datetime.timedelta(seconds=15)
"""How long something may be queued before the sweep takes its message for lost."""
_AT_ONCE = 200
_RETRY = {"max_retries": 1, "interval_start": 0.1, "interval_max": 0.1}


class WakingTask(DjangoTask):
    """A task whose message may fail to be sent: the row is the job, the sweep finds it."""

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:  # type: ignore[override]
        """Send the message once the rows are committed; a broker that is down is only logged."""
        transaction.on_commit(functools.partial(self.wake, *args, **kwargs), robust=True)

    def wake(self, *args: Any, **kwargs: Any) -> bool:
        """Send the message now; False when the broker can't be reached."""
        try:
            self.apply_async(args, kwargs, retry=True, retry_policy=_RETRY)
        except (self.OperationalError, OSError) as error:
            logger.warning("%s waits for the sweep, the broker is down: %s", self.name, error)
            return False
        return True


@shared_task(base=WakingTask)
def read_article(article_id: str) -> None:
    """Read a queued article's page and start its splitting."""
    run = articles.read_article(uuid.UUID(article_id))
    if run is not None:
        extract_claims.delay_on_commit(str(run.pk))


@shared_task(base=WakingTask)
def extract_claims(run_id: str) -> int | None:
    """Split the article of a run; give the number of claims, None when nothing was to be done."""
    return extraction.run_extraction(uuid.UUID(run_id))


@shared_task(base=WakingTask)
def sweep() -> int:
    """Send again what waits too long or whose worker is gone; give how many."""
    woken = 0
    for article_id in waiting_articles(WAITED).values_list("pk", flat=True)[:_AT_ONCE]:
        woken += read_article.wake(str(article_id))
    run_ids = list(waiting_runs(WAITED).values_list("pk", flat=True)[:_AT_ONCE])
    for run_id in run_ids:
        woken += extract_claims.wake(str(run_id))
    extraction.ExtractionRun.objects.filter(pk__in=run_ids).update(updated_at=timezone.now())
    return woken
