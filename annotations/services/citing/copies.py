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
from django.utils.translation import gettext as _

from annotations.errors.desk import CopyRefused
from annotations.models import ArchivedCopy, Source
from annotations.services.acting import act_of
from annotations.services.citing.anchoring import anchor_waiting
from annotations.services.citing.merging import merge_same_document
from annotations.sources.copy_content import PDF, TEXT, sniffed_type
from annotations.sources.pdf_reading import PdfWords
from claims.errors import WrongState

QUEUED, KEPT = ArchivedCopy.CopyState.QUEUED, ArchivedCopy.CopyState.KEPT
FAILED = ArchivedCopy.CopyState.FAILED
TextState = ArchivedCopy.TextState
MAX_ATTEMPTS = 5
MAX_TEXT = 2_000_000
"""Code points of readable words kept of one copy."""


def queue_copy(*, source: Source, by: User | None = None) -> ArchivedCopy:
    """Queue a fetch of a source; the one that waits already, if there is one.

    Raises WrongState for a source that came by file and has no address.
    """
    if not source.url:
        raise WrongState(_("This source has no address to fetch it from."))
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
    copy = _free_copy(copy_id, Q(copy_state=QUEUED))
    if copy is None:
        return None
    if copy.attempts >= MAX_ATTEMPTS:
        _fail(copy, "interrupted", "")
        return None
    return _lease(copy, settings.FETCH_SECONDS * 3)


@transaction.atomic
def take_unread_copy(copy_id: UUID) -> ArchivedCopy | None:
    """Take up a kept copy whose words wait to be read; None when read or held by another worker.

    Words that killed MAX_ATTEMPTS workers are left alone.
    """
    copy = _free_copy(copy_id, Q(copy_state=KEPT, text_state=TextState.WAITING))
    if copy is None:
        return None
    if copy.attempts >= MAX_ATTEMPTS:
        copy.text_state, copy.lease_until = TextState.COSTLY, None
        copy.save(update_fields=["text_state", "lease_until"])
        return None
    return _lease(copy, settings.PDF_SECONDS * 3)


def keep_words(*, copy: ArchivedCopy, words: PdfWords) -> None:
    """Keep the words read in a copy, and give excerpts written before their place in them."""
    with act_of(None):
        held = ArchivedCopy.objects.select_for_update().get(pk=copy.pk)
        if held.text_state != TextState.WAITING:
            return
        held.text, held.text_state = words.text, TextState(words.state.value)
        held.lease_until = None
        held.save(update_fields=["text", "text_state", "lease_until"])
        anchor_waiting(held)


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


def _free_copy(copy_id: UUID, wanted: Q) -> ArchivedCopy | None:
    free = Q(lease_until=None) | Q(lease_until__lt=timezone.now())
    waiting = ArchivedCopy.objects.defer("content", "text").filter(free, wanted, pk=copy_id)
    return waiting.select_for_update(of=("self",), skip_locked=True).first()


def _lease(copy: ArchivedCopy, seconds: float) -> ArchivedCopy:
    copy.attempts += 1
    copy.lease_until = timezone.now() + timedelta(seconds=seconds)
    copy.save(update_fields=["attempts", "lease_until"])
    return copy


def _keep(
    copy: ArchivedCopy, content: bytes, content_type: str, text: str, kept_at: datetime
) -> None:
    copy.copy_state, copy.kept_at, copy.lease_until = KEPT, kept_at, None
    copy.content, copy.sha256 = content, hashlib.sha256(content).hexdigest()
    copy.content_type = "text/plain; charset=utf-8" if content_type == TEXT else content_type
    copy.text, copy.text_state, copy.attempts = text[:MAX_TEXT], _text_state(content_type, text), 0
    copy.save()
    merge_same_document(copy)
    anchor_waiting(copy)


def _text_state(content_type: str, text: str) -> ArchivedCopy.TextState:
    if content_type == PDF:
        return TextState.WAITING
    if len(text) > MAX_TEXT:
        return TextState.PART
    return TextState.READ if text.strip() else TextState.NONE


def _fail(copy: ArchivedCopy, problem: str, detail: str) -> None:
    copy.copy_state, copy.lease_until = FAILED, None
    copy.problem, copy.problem_detail = problem, detail
    copy.save(update_fields=["copy_state", "lease_until", "problem", "problem_detail"])
