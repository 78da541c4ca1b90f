"""Work beside the requests: copies of sources and visits to them, mail, comparing claims."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from annotations.documents.dump_files import DUMPS, write_dump
from annotations.documents.dumps import FORMATS
from annotations.documents.imprint import our_organisation
from annotations.models import ArchivedCopy, ReportEvent, Source
from annotations.queries.error_reports import contacts_to_forget
from annotations.queries.links import sources_to_visit
from annotations.queries.matches import claims_to_compare
from annotations.queries.public_export import exported_claims
from annotations.queries.public_filters import PublicFilter
from annotations.queries.publications import public_mark
from annotations.queries.sources import copies_to_anchor, copies_to_fetch, copies_to_read
from annotations.services.citing.anchoring import anchor_waiting
from annotations.services.citing.copies import (
    MAX_TEXT,
    checked_type,
    fail_copy,
    keep_fetched_copy,
    keep_words,
    take_copy,
    take_unread_copy,
)
from annotations.services.citing.link_checks import compared, keep_failure, keep_finding
from annotations.services.citing.sources import fill_source
from annotations.services.matching import compare_claims
from annotations.services.publishing.error_reports import forget_contact
from annotations.services.publishing.report_mail import mail_of, send_mail_to_reader
from annotations.services.telling.mail import send_waiting_mails
from annotations.sources.copy_content import readable
from annotations.sources.pdf_reading import read_pdf
from claims.errors import DomainError, NotReadable
from claims.reading import ARCHIVABLE, fetch
from claims.waking import WakingTask

CLAIMS_AT_ONCE = 200
"""How many claims one call compares: some seconds' work."""


@shared_task(base=WakingTask)
def archive_source(copy_id: str) -> bool:
    """Fetch one queued copy and keep it; True when this call settled it. Safe to run twice."""
    copy = take_copy(UUID(copy_id))
    if copy is None:
        return False
    try:
        keep_what_is_there(copy)
    except DomainError as error:
        fail_copy(copy=copy, problem=error.code, detail=error.detail)
    else:
        read_copy(copy_id)
    return True


@shared_task(base=WakingTask)
def read_copy(copy_id: str) -> bool:
    """Read the words of a kept PDF; True when this call settled it. Safe to run twice."""
    copy = take_unread_copy(UUID(copy_id))
    if copy is None:
        return False
    words = read_pdf(bytes(copy.content or b""), most=MAX_TEXT)
    keep_words(copy=copy, words=words)
    fill_source(source=copy.source, title=words.title, publisher="", published_on=None)
    return True


@shared_task
def sweep_copies() -> int:
    """Wake a worker for every copy that nobody holds, queued or unread; returns how many.

    An excerpt saved in the very moment in which its copy came gets its place here.
    """
    for copy in copies_to_anchor(timezone.now() - timedelta(hours=1)):
        anchor_waiting(copy)
    waiting, unread = copies_to_fetch(timezone.now()), copies_to_read(timezone.now())
    for copy_id in waiting:
        archive_source.wake(str(copy_id))
    for copy_id in unread:
        read_copy.wake(str(copy_id))
    return len(waiting) + len(unread)


@shared_task(
    base=WakingTask, autoretry_for=(SMTPException, OSError), retry_backoff=30, max_retries=8
)
def mail_reader(event_id: int) -> bool:
    """Send an answer to the reader who left an address, and forget it once the report is closed.

    True when there was one. A mail server that fails is tried again; a killed worker may send the
    same answer twice.
    """
    event = ReportEvent.objects.select_related("report__claim").get(pk=event_id)
    mail = mail_of(event)
    if mail is not None:
        send_mail_to_reader(mail)
    if event.act == ReportEvent.Act.CLOSE:
        forget_contact(event.report)
    return mail is not None


@shared_task
def forget_reporters() -> int:
    """Delete the addresses of reports closed a day ago whose mail never went; returns how many."""
    stale = contacts_to_forget(timezone.now() - timedelta(days=1))
    reports = [contact.report for contact in stale.select_related("report")]
    for report in reports:
        forget_contact(report)
    return len(reports)


@shared_task
def match_claims() -> int:
    """Compare claims that weren't compared yet with what is published; returns how many.

    Asked again every few seconds, a part at a time; safe to run twice.
    """
    waiting = claims_to_compare(CLAIMS_AT_ONCE)
    compare_claims(waiting)
    return len(waiting)


@shared_task(time_limit=3600)
def dump_public() -> int:
    """Write last night's dumps, each form whole or not at all; returns how many bytes."""
    by = our_organisation()
    written = 0
    for name, form in DUMPS.items():
        newest, _ = public_mark() or (0, None)
        claims = exported_claims(PublicFilter(), after=0, tombstones_after=newest)
        written += write_dump(settings.DUMPS_DIR, name, FORMATS[form](claims, by))
    return written


def wake_reader(source_id: UUID) -> None:
    """Call a worker for the unread words of a source's copies."""
    for copy_id in copies_to_read(timezone.now(), source_id):
        read_copy.delay_on_commit(str(copy_id))


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


@shared_task
def check_links() -> int:
    """Visit the sources that are due, one after the other and few at a time; returns how many."""
    due = sources_to_visit(timezone.now(), settings.LINK_CHECKS_AT_ONCE)
    for source in due:
        visit(source)
    return len(due)


@shared_task(base=WakingTask)
def check_link(source_id: str) -> bool:
    """Visit one source now; False when there is none. Run twice, it adds a second visit."""
    source = Source.objects.filter(pk=UUID(source_id)).first()
    if source is not None:
        visit(source)
    return source is not None


@shared_task
def send_mails() -> int:
    """Send by e-mail what people haven't read yet; returns how many mails."""
    return send_waiting_mails() if settings.MAIL_NOTIFICATIONS else 0


def visit(source: Source) -> None:
    """Look whether a source's page is still there and still says what was cited."""
    try:
        fetched = fetch(source.url, media_types=ARCHIVABLE)
    except NotReadable as error:
        status = error.extra.get("http_status")
        keep_failure(
            source=source,
            problem=error.code,
            http_status=status if isinstance(status, int) else None,
        )
        return
    finding = compared(source, fetched.content, fetched.content_type)
    keep_finding(source=source, finding=finding)
