"""A text that was read finds its row: the one that has it already, or a new revision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Article, ExtractionRun
from claims.nlp.normalise import normalise
from claims.reading import Page
from claims.services import extraction

_ONE_PER_TEXT = "article_one_per_text"


@dataclass(frozen=True, slots=True)
class Added:
    """The article that now holds the text; `run` is the splitting to be started, if any."""

    article: Article
    is_new: bool
    run: ExtractionRun | None = None


def settle_article(article: Article, page: Page, language: str, text: str) -> Added:
    """Store the text in `article` (new, or locked by us), or find the article that has it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    canonical = article.canonical_url or page.canonical_url
    if canonical:
        one_at_a_time(canonical)
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


def one_at_a_time(address: str) -> None:
    """Let one transaction at a time work on an address."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [address])


def _fill(article: Article, page: Page) -> None:
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
