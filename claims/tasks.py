"""What runs in the background: each task calls one service and is safe to run twice.

The database says what is to be done; a message only wakes a worker. So a broker that is down
when a request comes in, or forgets, costs seconds: `sweep` finds what waits.
"""

from __future__ import annotations

import datetime
import uuid

from celery import shared_task

from claims.queries import waiting_articles, waiting_runs
from claims.services import articles, extraction
from claims.waking import WakingTask

WAITED = datetime.timedelta(seconds=15)
"""How long something may be queued before the sweep takes its message for lost."""
_AT_ONCE = 200


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
    extraction.note_called(run_ids)
    return woken
