"""Split texts into sentences and claims without storing anything (contract, section 1)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.checks import check_model
from claims.decoding import decode
from claims.errors import NotReadable
from claims.language_model import is_model_set
from claims.management.streams import answers_in_order, line_groups
from claims.nlp.extract import split_text
from claims.nlp.json_lines import Answer, Split, split_line, split_one
from claims.nlp.types import SplitDocument, SplitRequest
from claims.services.asking import Asking


class Command(BaseCommand):
    """`split_article [FILE...]`: one JSON document a text; `-` is standard input."""

    help = "Splits text files into sentences and claims and prints one JSON document each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Arguments as the contract has them."""
        parser.add_argument("files", nargs="*", metavar="FILE", default=["-"])
        parser.add_argument("--language", choices=["it", "en", "auto"], default="auto")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='read one {"id", "text", "language"?, "date"?} a line, print one document a line',
        )
        parser.add_argument("--workers", type=int, default=1, metavar="N")
        parser.add_argument(
            "--model",
            action="store_true",
            help="let the language model of VAGLIO_MODEL_URL propose claims; nothing is kept",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the documents; CommandError (exit status 1) when one could not be made."""
        files, language = options["files"] or ["-"], options["language"]
        self.unreadable = self.unanswered = 0
        if options["model"]:
            self._refuse_model(options["workers"])
        split = self._split_with_model if options["model"] else split_text
        if options["jsonl"]:
            lines = chain.from_iterable(map(self._lines, files))
            answers = answers_in_order(
                partial(split_line, language=language, split=split), lines, options["workers"]
            )
            failed = self._print(answers, total=None)
        else:
            read = (self._split_file(name, language, split) for name in files)
            answers = (answer for answer in read if answer is not None)
            failed = self._print(answers, total=len(files))
        if failed or self.unreadable:
            raise CommandError(f"{failed + self.unreadable} of the texts could not be split.")
        if self.unanswered:
            raise CommandError(f"{self.unanswered} of the texts were split without all answers.")

    def _refuse_model(self, workers: int) -> None:
        """Raise CommandError where no model can be asked."""
        if not is_model_set():
            raise CommandError("Set VAGLIO_MODEL_URL and VAGLIO_MODEL to ask a model.")
        if faults := check_model():
            raise CommandError(faults[0].msg)
        if workers > 1:
            raise CommandError("A model is asked by one worker.")

    def _split_with_model(self, request: SplitRequest) -> SplitDocument:
        """The document with what the model proposes; a failure is told and counted."""
        asking = Asking(None)
        document = split_text(request, proposer=asking.proposer())
        if asking.problem:
            self.unanswered += 1
            self.stderr.write(f"The model gave no answer: {asking.problem}")
        return document

    def _print(self, answers: Iterator[Answer], total: int | None) -> int:
        """Print each answer as it comes; give how many were failures."""
        failed = 0
        for answer in tqdm(answers, total=total, unit="text", disable=not sys.stderr.isatty()):
            self.stdout.write(answer.line)
            self.stdout.flush()
            failed += not answer.is_done
        return failed

    def _lines(self, name: str) -> Iterator[bytes]:
        if name == "-":
            yield from chain.from_iterable(line_groups(sys.stdin.fileno()))
            return
        try:
            with Path(name).open("rb") as opened:
                yield from opened
        except OSError as error:
            self._complain(name, str(error))

    def _split_file(self, name: str, language: str, split: Split) -> Answer | None:
        """The document of one file; None, and a message, when it can't be read as text."""
        try:
            text = decode(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
        except (OSError, NotReadable) as error:
            self._complain(name, str(error))
            return None
        answer = split_one(name, SplitRequest(text, language), split)
        if not answer.is_done:
            self.stderr.write(f"{name}: {answer.line}")
        return answer

    def _complain(self, name: str, reason: str) -> None:
        self.unreadable += 1
        self.stderr.write(f"{name}: {reason}")
