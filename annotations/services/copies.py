"""Copies of sources: queued, fetched under a lease, or attached by a person.

The row says what is queued, so that a broker that forgets or a worker that dies loses nothing.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from annotations.copy_content import TEXT, sniffed_type
from annotations.errors import CopyRefused
from annotations.models import ArchivedCopy, Source
from annotations.services.acting import act_of

QUEUED, KEPT = ArchivedCopy.CopyState.QUEUED, ArchivedCopy.CopyState.KEPT
FAILED = ArchivedCopy.CopyState.FAILED
MAX_ATTEMPTS = 5
MAX_TEXT = 2_000_000
"""Code points of readable words kept of one copy."""


def queue_copy(*, source: Source, by: User | None = None) -> ArchivedCopy:
    """Queue a fetch of a source; the one that waits already, if there is one."""
    with act_of(by):
        return ArchivedCopy.objects.get_or_create(source=source, copy_state=QUEUED)[0]


def queue_first_copy(*, source: Source) -> ArchivedCopy | None:
    """Queue a fetch of a source of which we keep nothing and wait for nothing."""
    if source.copies.filter(copy_state__in=[QUEUED, KEPT]).exists():
        return None
    return ArchivedCopy.objects.get_or_create(source=source, copy_state=QUEUED)[0]


@transaction.atomic
def take_copy(copy_id: UUID) -> ArchivedCopy | None:
    """Take a queued copy up under a lease; None when it is done or another worker holds it.

    After MAX_ATTEMPTS leases that ended with the worker's death, the copy fails for good.
    """
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    waiting = ArchivedCopy.objects.defer("content", "text").filter(free, copy_state=QUEUED)
    copy = waiting.select_for_update(of=("self",), skip_locked=True).filter(pk=copy_id).first()
    if copy is None:
        return None
    if copy.attempts >= MAX_ATTEMPTS:
        _fail(copy, "interrupted", "")
        return None
    copy.attempts += 1
    copy.lease_until = now + timedelta(seconds=settings.FETCH_SECONDS * 3)
    copy.save(update_fields=["attempts", "lease_until"])
    return copy


def keep_fetched_copy(
    *, copy: ArchivedCopy, content: bytes, content_type: str, text: str, fetched_at: datetime
) -> bool:
    """Keep what was fetched; False when the copy was settled by someone else meanwhile."""
    with act_of(None):
        held = ArchivedCopy.objects.select_for_update().get(pk=copy.pk)
        if held.copy_state != QUEUED:
            return False
        _keep(held, content, content_type, text, fetched_at)
        return True


@transaction.atomic
def fail_copy(*, copy: ArchivedCopy, problem: str, detail: str) -> None:
    """Note why a copy could not be fetched."""
    held = ArchivedCopy.objects.select_for_update().get(pk=copy.pk)
    if held.copy_state == QUEUED:
        _fail(held, problem, detail)


def attach_copy(*, source: Source, content: bytes, text: str, by: User) -> ArchivedCopy:
    """Keep a copy that a person saved by hand; `text` is the readable words in it.

    Raises CopyRefused: empty-file, too-large, unsupported-type.
    """
    content_type = checked_type(content)
    with act_of(by):
        copy = ArchivedCopy(source=source, attached_by=by)
        _keep(copy, content, content_type, text, timezone.now())
        return copy


def checked_type(content: bytes) -> str:
    """Name the type of an attached copy by its bytes, or refuse it. Raises CopyRefused."""
    if len(content) > settings.COPY_MAX_BYTES:
        raise CopyRefused("too-large", limit=settings.COPY_MAX_BYTES)
    if not content.strip():
        raise CopyRefused("empty-file")
    content_type = sniffed_type(content)
    if content_type is None:
        raise CopyRefused("unsupported-type")
    return content_type


def _keep(
    copy: ArchivedCopy, content: bytes, content_type: str, text: str, kept_at: datetime
) -> None:
    copy.copy_state, copy.kept_at, copy.lease_until = KEPT, kept_at, None
    copy.content, copy.sha256 = content, hashlib.sha256(content).hexdigest()
    copy.content_type = "text/plain; charset=utf-8" if content_type == TEXT else content_type
    copy.text = text[:MAX_TEXT]
    copy.save()


def _fail(copy: ArchivedCopy, problem: str, detail: str) -> None:
    copy.copy_state, copy.lease_until = FAILED, None
    copy.problem, copy.problem_detail = problem, detail
    copy.save(update_fields=["copy_state", "lease_until", "problem", "problem_detail"])
