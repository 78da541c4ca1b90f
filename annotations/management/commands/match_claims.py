"""`manage.py match_claims`: which published claims say what a query says (contract, 1)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from annotations.matching.matcher import Matcher, Text

RUN = "vaglio"


class Command(BaseCommand):
    """Prints TREC run lines: query_id Q0 published_id rank score run."""

    help = "Ranks published claims for each query and prints a TREC run"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Arguments as the contract has them."""
        shape = 'JSON lines {"id", "text", "title"?, "language"?}'
        parser.add_argument("--published", type=Path, required=True, help=shape)
        parser.add_argument("--queries", type=Path, required=True, help=shape)
        parser.add_argument("--top", type=int, default=10, help="matches a query (default 10)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the run; CommandError (exit status 1) when a line could not be read."""
        if options["top"] < 1:
            raise CommandError("--top must be at least 1.")
        self._unread = 0
        matcher = Matcher(list(self._texts(options["published"])))
        queries = list(self._texts(options["queries"]))
        for query in tqdm(queries, unit="query", disable=not sys.stderr.isatty()):
            for rank, match in enumerate(matcher.matches(query, options["top"]), start=1):
                line = f"{query.id} Q0 {match.id} {rank} {match.score:.6f} {RUN}"
                self.stdout.write(line)
        if self._unread:
            raise CommandError(f"{self._unread} of the lines could not be read.")

    def _texts(self, path: Path) -> Iterator[Text]:
        """Read the file; a line that makes no sense is named on standard error and left out."""
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    if line.strip():
                        yield from self._text(line, f"{path.name}, line {number}")
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error

    def _text(self, line: bytes, where: str) -> Iterator[Text]:
        try:
            yield read_text(orjson.loads(line))
        except ValueError as error:
            self._unread += 1
            self.stderr.write(f"{where}: {error}")


def read_text(fields: Any) -> Text:
    """Check one line's fields. Raises ValueError."""
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")
    name, text = fields.get("id"), fields.get("text")
    if not isinstance(name, str | int) or not str(name).strip() or len(str(name).split()) > 1:
        raise ValueError("id must be a word without white space")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("text must be a text that isn't empty")
    title, language = fields.get("title") or "", fields.get("language") or ""
    if not isinstance(title, str) or not isinstance(language, str):
        raise ValueError("title and language must be texts")
    return Text(str(name), text, title, language)
