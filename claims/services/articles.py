"""Texts, files and pages become articles; each text once, each change a new revision."""

from __future__ import annotations

import datetime
import hashlib
import logging
import uuid
from dataclasses import dataclass

import pghistory
from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
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

logger = logging.getLogger(__name__)

_READING_MARGIN = 60
"""Seconds that parsing and storing may take after the fetch, before a reader counts as dead."""
MAX_ATTEMPTS = 3
"""How many readers may die over a page before it is given up."""
_ONE_PER_TEXT = "article_one_per_text"


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says about the article; empty where the page itself is to be asked."""

    title: str = ""
    publisher: str = ""
    published_at: datetime.datetime | None = None
    language: str = ""
    canonical_url: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The article that now holds the text; `run` is the splitting to be started, if any."""

    article: Article
    is_new: bool
    run: ExtractionRun | None = None


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
        _one_at_a_time(address)
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
        return None if held is None else _settle(held, page, language, text).run


def retry(*, article: Article) -> ExtractionRun | None:
    """Queue again what failed: the reading, else the splitting (then its run is given).

    Raises WrongState when nothing failed.
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
        if newest is None or newest.extraction_state != ExtractionRun.ExtractionState.FAILED:
            raise WrongState(_("Nothing has failed that could be tried again."))
        return extraction.queue_extraction(article=locked)


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
        return _settle(article, page, language, text)


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
        raise NotReadable(extraction.problem_code(error), error.detail) from error


def _settle(article: Article, page: reading.Page, language: str, text: str) -> Added:
    """Store the text in `article` (new, or locked by us), or find the article that has it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    canonical = article.canonical_url or page.canonical_url
    if canonical:
        _one_at_a_time(canonical)
    existing = _with_text(digest)
    if existing is not None:
        return _point_to(existing, article)
    _fill(article, page)
    article.canonical_url = canonical
    article.language, article.text, article.text_sha256 = language, text, digest
    article.supersedes = _newest_at(canonical)
    _mark_read(article)
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError as error:
        if _ONE_PER_TEXT not in str(error):
            raise
        return _point_to(Article.objects.get(text_sha256=digest, duplicate_of=None), article)
    return Added(article, is_new=True, run=extraction.queue_extraction(article=article))


def _fill(article: Article, page: reading.Page) -> None:
    """Take from the page what the person didn't say."""
    article.title = article.title or page.title or _first_line(page.text)
    article.publisher = article.publisher or page.publisher
    article.published_at = article.published_at or page.published_at


def _first_line(text: str) -> str:
    """A first line that stands alone and ends like a heading is the title."""
    line, _newline, rest = text.strip().partition("\n")
    line = line.strip()
    is_heading = bool(rest.strip()) and len(line) <= 200 and not line.endswith((".", ":", ";", ","))
    return normalise(line).text if is_heading else ""


def _mark_read(article: Article) -> None:
    article.reading_state = Article.ReadingState.READ
    article.reading_problem = article.reading_detail = ""
    article.reading_lease_until = None
    article.read_at = timezone.now()


def _point_to(existing: Article, article: Article) -> Added:
    """A queued article whose text is known already keeps no text, only the way to it."""
    if not article._state.adding:
        article.refresh_from_db()
        article.duplicate_of = existing
        _mark_read(article)
        article.save()
    return Added(existing, is_new=False)


def _with_text(digest: str) -> Article | None:
    return Article.objects.filter(text_sha256=digest, duplicate_of=None).first()


def _newest_at(canonical_url: str) -> Article | None:
    """The revision that a changed text at this address follows."""
    if not canonical_url:
        return None
    return Article.objects.filter(
        canonical_url=canonical_url,
        reading_state=Article.ReadingState.READ,
        duplicate_of=None,
        superseded_by=None,
    ).first()


def _one_at_a_time(address: str) -> None:
    """Let one transaction at a time work on an address."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [address])


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
