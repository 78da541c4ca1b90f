"""Fill an installation with the demonstration's content; what is there already stays as it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import time as clock

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.models import ArchivedCopy, Source
from annotations.services.citing.copies import MAX_TEXT, attach_copy, fail_copy, keep_words
from annotations.services.citing.sources import SourceGiven, add_file_source, get_or_make_source
from annotations.sources.copy_content import readable
from annotations.sources.pdf_reading import read_pdf
from claims.models import Article, ExtractionRun
from claims.queries import newest_run
from claims.services.articles import Given, add_text, retry
from claims.services.extraction import run_extraction
from config.demo.cast import make_cast
from config.demo.content import SampleArticle, SamplePage, sample_articles, sample_pages
from config.demo.newsroom import seed_newsroom
from config.demo.outside import annotate_from_outside
from config.demo.past import give_past
from config.demo.reports import report_one_error
from config.demo.stages import planned_claims
from config.demo.walking import Desk, walk_claim

Say = Callable[[str], None]
NEWSROOM = "giulia"
"""Who brings in the articles and the sources."""
RunState = ExtractionRun.ExtractionState
OPEN = (RunState.QUEUED, RunState.RUNNING)


class SeedingFailed(RuntimeError):
    """A sample article that could not be split; the message says why."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """How much was new this time."""

    articles: int
    sources: int
    claims: int


def seed_demo(say: Say) -> Seeded:
    """Make the cast, the articles, the sources and every claim's story; safe to repeat.

    say: gets a line about each thing that is made. Raises SeedingFailed.
    """
    people = make_cast()
    added = {
        sample.key: _add_article(sample, people[NEWSROOM], say) for sample in sample_articles()
    }
    sources = {
        key: _add_source(page, people[NEWSROOM], say) for key, page in sample_pages().items()
    }
    articles = {key: article for key, (article, _) in added.items()}
    desk = Desk(people, {key: source for key, (source, _) in sources.items()})
    walked = _walk_claims(articles, desk, say)
    seed_newsroom(people)
    give_past(desk.sources)
    report_one_error()
    annotate_from_outside(articles, people)
    return Seeded(
        articles=sum(is_new for _, is_new in added.values()),
        sources=sum(is_new for _, is_new in sources.values()),
        claims=walked,
    )


def _add_article(sample: SampleArticle, by: User, say: Say) -> tuple[Article, bool]:
    added = add_text(text=sample.text, given=_given(sample), by=by)
    run = newest_run(added.article)
    if run is None or run.extraction_state != RunState.DONE:
        say(f"Splitting “{sample.title}”…")
        _wait_until_split(added.article)
        say(f"  {added.article.claims.count()} claims found.")
    return added.article, added.is_new


def _given(sample: SampleArticle) -> Given:
    return Given(
        title=sample.title,
        publisher=sample.publisher,
        published_at=timezone.make_aware(datetime.combine(sample.published_on, clock(8))),
        language=sample.language,
        canonical_url=sample.canonical_url,
    )


def _wait_until_split(article: Article) -> None:
    """Split the article here, or wait for the worker that does. Raises SeedingFailed."""
    run = newest_run(article)
    if run and run.extraction_state == RunState.FAILED:  # at an earlier start
        retry(article=article)
    limit = time.monotonic() + 2 * settings.EXTRACTION_LEASE_SECONDS
    while (run := newest_run(article)) and run.extraction_state in OPEN:
        if run_extraction(run.pk) is None:
            time.sleep(0.5)
        if time.monotonic() > limit:
            raise SeedingFailed(f"{article}: nobody finishes splitting it")
    if run is None or run.extraction_state == RunState.FAILED:
        raise SeedingFailed(f"{article}: {run.problem_detail if run else 'was never queued'}")


@transaction.atomic
def _add_source(page: SamplePage, by: User, say: Say) -> tuple[Source, bool]:
    """Make the source and attach its page as the copy; the address itself is never visited."""
    if not page.url:
        return _add_document(page, by, say)
    given = SourceGiven(
        url=page.url, title=page.title, publisher=page.publisher, published_on=page.published_on
    )
    source = get_or_make_source(given=given, by=by)
    if source.copies.filter(copy_state=ArchivedCopy.CopyState.KEPT).exists():
        return source, False
    if queued := source.copies.filter(copy_state=ArchivedCopy.CopyState.QUEUED).first():
        fail_copy(copy=queued, problem="sample-page", detail="A sample's address isn't visited.")
    content = page.file.read_bytes()
    attach_copy(
        source=source, content=content, text=readable(content, page.content_type).text, by=by
    )
    say(f"Source kept: {page.title}")
    return source, True


def _add_document(page: SamplePage, by: User, say: Say) -> tuple[Source, bool]:
    """Add a file that is a source of its own, and read its words here."""
    source, is_new = add_file_source(
        content=page.file.read_bytes(),
        title=page.title,
        publisher=page.publisher,
        published_on=page.published_on,
        by=by,
    )
    if is_new:
        for copy in source.copies.all():
            keep_words(copy=copy, words=read_pdf(bytes(copy.content or b""), most=MAX_TEXT))
        say(f"Document kept: {page.title}")
    return source, is_new


def _walk_claims(articles: Mapping[str, Article], desk: Desk, say: Say) -> int:
    done = 0
    for plan in planned_claims():
        if walk_claim(article=articles[plan.article], plan=plan, desk=desk):
            say(f"{plan.stage.replace('_', ' ')}: {plan.find}")
            done += 1
    return done
