"""add_article: store a page or file as an article and queue its splitting."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
import uuid
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.errors import DomainError
from claims.models import Article
from claims.moments import read_moment
from claims.queries import newest_run
from claims.services import articles, extraction
from claims.services.articles import Added, Given
from claims.tasks import extract_claims, read_article

_URL = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://")


class Command(BaseCommand):
    """Prints the article's id on standard output, everything else on standard error."""

    help = "Store an article from an address, an HTML or text file, or - for standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name what can be given."""
        parser.add_argument("place", metavar="URL_OR_FILE")
        parser.add_argument("--title", default="")
        parser.add_argument("--publisher", default="")
        parser.add_argument("--published-at", type=_moment, metavar="ISO_DATE")
        parser.add_argument("--language", default="", help="it or en; found when it isn't given")
        parser.add_argument("--canonical-url", default="")
        parser.add_argument("--wait", action="store_true", help="read and split here and now")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add, start, print the id. Raises CommandError (exit status 1) for what failed."""
        given = Given(
            title=options["title"],
            publisher=options["publisher"],
            published_at=options["published_at"],
            language=options["language"],
            canonical_url=options["canonical_url"],
        )
        try:
            added = _add(options["place"], given)
        except DomainError as refusal:
            raise CommandError(f"{refusal.code}: {refusal.detail}") from refusal
        if not added.is_new:
            self.stderr.write("This article is here already.")
        article_id = _work(added) if options["wait"] else _start(added)
        self.stdout.write(str(article_id))
        if options["wait"]:
            _check(article_id)


def _add(place: str, given: Given) -> Added:
    if _URL.match(place):
        return articles.add_url(url=place, given=given)
    try:
        content = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    except OSError as error:
        raise CommandError(f"{place}: {error.strerror}") from error
    return articles.add_file(name=place, content=content, given=given)


def _start(added: Added) -> uuid.UUID:
    """Wake a worker; if the broker is down, the sweep will."""
    if added.run is not None:
        extract_claims.delay_on_commit(str(added.run.pk))
    elif added.article.reading_state == Article.ReadingState.QUEUED:
        read_article.delay_on_commit(str(added.article.pk))
    return added.article.pk


def _work(added: Added) -> uuid.UUID:
    """Read and split in this process; give the article that holds the text in the end."""
    run = added.run
    if added.article.reading_state == Article.ReadingState.QUEUED:
        run = articles.read_article(added.article.pk)
    article = Article.objects.get(pk=added.article.pk)
    run = run or newest_run(article)
    if run is not None:
        extraction.run_extraction(run.pk)
    return article.duplicate_of_id or article.pk


def _check(article_id: uuid.UUID) -> None:
    """Raise CommandError unless the article is read and split."""
    article = Article.objects.get(pk=article_id)
    if article.reading_state == Article.ReadingState.FAILED:
        raise CommandError(f"{article.reading_problem}: {article.reading_detail}")
    run = newest_run(article)
    if run is None or run.extraction_state != "done":
        problem = run.problem or run.extraction_state if run else "not-read"
        raise CommandError(f"{problem}: {run.problem_detail if run else ''}")


def _moment(word: str) -> datetime.datetime:
    try:
        return read_moment(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{word!r} is no ISO date") from error
