"""Work that waits for the network: keeping copies of the sources that reviews cite."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from annotations.copy_content import readable
from annotations.models import ArchivedCopy
from annotations.queries.sources import copies_to_fetch
from annotations.services.copies import (
    checked_type,
    fail_copy,
    keep_fetched_copy,
    take_copy,
)
from annotations.services.evidence import fill_source
from claims.errors import DomainError
from claims.reading import ARCHIVABLE, fetch


@shared_task
def archive_source(copy_id: str) -> bool:
    """Fetch one queued copy and keep it; True when this call settled it. Safe to run twice."""
    copy = take_copy(UUID(copy_id))
    if copy is None:
        return False
    try:
        keep_what_is_there(copy)
    except DomainError as error:
        fail_copy(copy=copy, problem=error.code, detail=error.detail)
    return True


@shared_task
def sweep_copies() -> int:
    """Wake a worker for every queued copy that nobody holds; returns how many."""
    waiting = copies_to_fetch(timezone.now())
    for copy_id in waiting:
        archive_source.delay(str(copy_id))
    return len(waiting)


def wake_archiver(copy: ArchivedCopy) -> None:
    """Call a worker once the present transaction is in; the sweep finds what a dead broker lost."""

    def call() -> None:
        archive_source.delay(str(copy.pk))

    transaction.on_commit(call, robust=True)


def keep_what_is_there(copy: ArchivedCopy) -> None:
    """Fetch the source's page, keep it, and fill what the source lacks from it.

    Raises NotReadable, CopyRefused.
    """
    fetched = fetch(copy.source.url, media_types=ARCHIVABLE)
    content_type = checked_type(fetched.content)
    page = readable(fetched.content, content_type, fetched.content_type)
    keep_fetched_copy(
        copy=copy,
        content=fetched.content,
        content_type=content_type,
        text=page.text,
        fetched_at=fetched.fetched_at,
    )
    fill_source(
        source=copy.source,
        title=page.title,
        publisher=page.publisher,
        published_on=timezone.localdate(page.published_at) if page.published_at else None,
    )
