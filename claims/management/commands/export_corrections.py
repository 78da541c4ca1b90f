"""Export what reviewers corrected as labelled articles, to train and to measure with."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from claims.corrections import corrections_of, reviewed_articles


class Command(BaseCommand):
    """`export_corrections [--output FILE] [--since DAY] [--language it|en]`: one article a line."""

    help = "Prints articles whose claims people reviewed, as labelled training data (JSONL)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which articles, and where to."""
        parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
        parser.add_argument("--since", type=_moment, metavar="DAY", help="reviewed since, ISO date")
        parser.add_argument("--language", choices=["it", "en"])
        parser.add_argument(
            "--complete", action="store_true", help="only articles with no claim left unreviewed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the documents; a file is there whole or not at all."""
        articles = reviewed_articles(since=options["since"], language=options["language"])
        documents = (
            document
            for document in tqdm(
                corrections_of(articles),
                total=articles.count(),
                unit="article",
                disable=not sys.stderr.isatty(),
            )
            if document["complete"] or not options["complete"]
        )
        lines = (json.dumps(document, ensure_ascii=False) for document in documents)
        if options["output"] is None:
            for line in lines:
                self.stdout.write(line)
        else:
            _write_whole(options["output"], lines)


def _write_whole(path: Path, lines: Iterator[str]) -> None:
    """Write beside the place and move there at the end; nothing is left when a line fails."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as draft:
        try:
            draft.writelines(f"{line}\n" for line in lines)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(path)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _moment(shown: str) -> dt.datetime:
    """The start of a day, or a moment, in the site's time zone where none is given."""
    try:
        found = dt.datetime.fromisoformat(shown)
    except ValueError as error:
        raise ArgumentTypeError(f"{shown!r} is no ISO date.") from error
    return found if found.tzinfo else timezone.make_aware(found)
