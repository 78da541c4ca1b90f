"""Texts, files and pages become articles; each text once, each change a new revision."""

from __future__ import annotations

import datetime
import logging
import uuid
from dataclasses import dataclass

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import reading
from claims.errors import NotReadable, WrongState
from claims.models import Article, ExtractionRun
from claims.nlp.language import resolve_language
from claims.nlp.normalise import check_text, normalise
from claims.nlp.types import SplitError
from claims.services import extraction
from claims.services.article_rows import Added, one_at_a_time, settle_article

logger = logging.getLogger(__name__)

_READING_MARGIN = 60
"""Seconds that parsing and storing may take after the fetch, before a reader counts as dead."""
MAX_ATTEMPTS = 3
"""How many readers may die over a page before it is given up."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says about the article; empty where the page itself is to be asked."""

    title: str = ""
    publisher: str = ""
    published_at: datetime.datetime | None = None
    language: str = ""
    canonical_url: str = ""


def add_text(*, text: str, given: Given = Given(), by: User | None = None) -> Added:
    """Store a text and queue its splitting.

    Raises NotReadable: empty-text, whitespace-only, binary-text, wrong-encoding, too-long,
    unsupported-language, invalid-url.
    """
    return _add_page(reading.Page(reading.read_text(text)), given, by)


def add_file(
    *,
    name: str,
    content: bytes,
    content_type: str = "",
    given: Given = Given(),
    by: User | None = None,
) -> Added:
    """Store what an HTML or text file holds and queue its splitting. Raises NotReadable."""
    if len(content) > settings.FETCH_MAX_BYTES:
        raise NotReadable("too-large", _("The file is too large."))
    return _add_page(reading.read_file(name, content, content_type), given, by)


def add_url(*, url: str, given: Given = Given(), by: User | None = None) -> Added:
    """Queue the reading of a page; one that already waits to be read is not queued twice.

    Raises NotReadable for what shows at once: invalid-url, private-address, unsupported-language.
    """
    reading.check_url(url)
    address = reading.normal_url(url)
    canonical = _checked_given(given)
    with transaction.atomic(), pghistory.context(act="add-article"):
        one_at_a_time(address)
        waiting = Article.objects.filter(
            requested_url=address, reading_state=Article.ReadingState.QUEUED
        ).first()
        if waiting is not None:
            return Added(waiting, is_new=False)
        article = Article.objects.create(
            title=given.title,
            publisher=given.publisher,
            published_at=given.published_at,
            language=given.language,
            canonical_url=canonical,
            requested_url=address,
            added_by=by,
        )
    return Added(article, is_new=True)


def read_article(article_id: uuid.UUID) -> ExtractionRun | None:
    """Fetch a queued article's page and store it; give the splitting to be started, if any.

    Safe to run twice: only the holder of the lease stores what it read. A page that can't be
    read leaves the article failed, with its problem.
    """
    article = _lease(article_id)
    if article is None:
        return None
    lease = article.reading_lease_until
    try:
        page = reading.read_fetched(reading.fetch(article.requested_url))
        language, text = _readable(page.text, article.language or "auto")
    except NotReadable as problem:
        _fail(article_id, lease, problem.code, problem.detail)
        return None
    except Exception as fault:
        logger.exception("article %s: reading broke", article_id)
        _fail(article_id, lease, "reading-failed", f"{type(fault).__name__}: {fault}"[:500])
        return None
    with transaction.atomic(), pghistory.context(act="read-article"):
        held = _held(article_id, lease)
        return None if held is None else settle_article(held, page, language, text).run


def retry(*, article: Article) -> ExtractionRun | None:
    """Queue again what failed: the reading, else the splitting (then its run is given).

    A run that had to do without the language model failed in part. Raises WrongState when nothing
    failed.
    """
    with transaction.atomic(), pghistory.context(act="retry"):
        locked = Article.objects.select_for_update().get(pk=article.pk)
        if locked.reading_state == Article.ReadingState.FAILED:
            locked.reading_state = Article.ReadingState.QUEUED
            locked.reading_problem = locked.reading_detail = ""
            locked.reading_lease_until = None
            locked.reading_attempts = 0
            locked.save()
            return None
        newest = locked.extraction_runs.order_by("-created_at").first()
        if newest is None or not _may_run_again(newest):
            raise WrongState(_("Nothing has failed that could be tried again."))
        return extraction.queue_extraction(article=locked)


def _may_run_again(run: ExtractionRun) -> bool:
    states = ExtractionRun.ExtractionState
    is_partial = run.extraction_state == states.DONE and bool(run.model_problem)
    return is_partial or run.extraction_state == states.FAILED


def _add_page(page: reading.Page, given: Given, by: User | None) -> Added:
    canonical = _checked_given(given)
    language, text = _readable(page.text, given.language or "auto")
    article = Article(
        title=given.title,
        publisher=given.publisher,
        published_at=given.published_at,
        canonical_url=canonical,
        added_by=by,
    )
    with transaction.atomic(), pghistory.context(act="add-article"):
        return settle_article(article, page, language, text)


def _checked_given(given: Given) -> str:
    """Check what the person said; give the canonical address in its one spelling."""
    if given.language not in ("", *Article.Language.values):
        raise NotReadable(
            "unsupported-language",
            _("Texts in %(language)s can't be split yet.") % {"language": given.language},
        )
    return reading.normal_url(given.canonical_url) if given.canonical_url else ""


def _readable(raw: str, language: str) -> tuple[str, str]:
    """Give language and normalised text. Raises NotReadable."""
    if any("\ud800" <= letter <= "\udfff" for letter in raw):
        raise NotReadable("wrong-encoding", _("The text holds halves of characters."))
    try:
        check_text(raw, max_bytes=settings.ARTICLE_MAX_BYTES)
        text = normalise(raw).text.strip()
        return resolve_language(text, language), text
    except SplitError as error:
        raise extraction.refusal_of(error) from error


def _lease(article_id: uuid.UUID) -> Article | None:
    """Take a queued article for ourselves; None when it is read or another reads it."""
    with transaction.atomic(), pghistory.context(act="read-article"):
        article = (
            Article.objects.select_for_update(skip_locked=True)
            .filter(pk=article_id, reading_state=Article.ReadingState.QUEUED)
            .filter(
                Q(reading_lease_until=None) | Q(reading_lease_until__lt=timezone.now()),
            )
            .first()
        )
        if article is None:
            return None
        if article.reading_attempts >= MAX_ATTEMPTS:
            detail = _("The worker stopped each time it was tried.")
            _mark_failed(article, "worker-lost", detail)
            return None
        article.reading_attempts += 1
        seconds = settings.FETCH_SECONDS + _READING_MARGIN
        article.reading_lease_until = timezone.now() + datetime.timedelta(seconds=seconds)
        article.save()
        return article


def _held(article_id: uuid.UUID, lease: datetime.datetime | None) -> Article | None:
    """The article, locked, if the lease is still ours."""
    return (
        Article.objects.select_for_update()
        .filter(
            pk=article_id,
            reading_state=Article.ReadingState.QUEUED,
            reading_lease_until=lease,
        )
        .first()
    )


@transaction.atomic
def _fail(
    article_id: uuid.UUID, lease: datetime.datetime | None, problem: str, detail: str
) -> None:
    with pghistory.context(act="read-article"):
        article = _held(article_id, lease)
        if article is not None:
            _mark_failed(article, problem, detail)


def _mark_failed(article: Article, problem: str, detail: str) -> None:
    article.reading_state = Article.ReadingState.FAILED
    article.reading_problem, article.reading_detail = problem, detail
    article.reading_lease_until = None
    article.save()
