"""Score single sentences for check-worthiness (contract, section 1)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.streams import line_groups
from claims.nlp.json_lines import score_lines


class Command(BaseCommand):
    """`score_sentences`: one sentence a line on standard input, one score a line."""

    help = (
        "Prints id, check_worthiness, label, checkable and subjective for each line of standard "
        "input. The label says whether the sentence can be checked (`checkable` is the share "
        "behind it), check_worthiness whether it deserves it (above .5), subjective whether its "
        "writer judges or urges (above .5)."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Arguments as the contract has them."""
        parser.add_argument(
            "--jsonl", action="store_true", help='read one {"id", "text"} a line, not plain text'
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the scores; CommandError (exit status 1) when a line could not be read."""
        failed, first = 0, 1
        for lines in line_groups(sys.stdin.fileno()):
            filled = [line for line in lines if line.strip() or not options["jsonl"]]
            for answer in score_lines(filled, is_json=options["jsonl"], first=first):
                self.stdout.write(answer.line)
                failed += not answer.is_done
            self.stdout.flush()
            first += len(filled)
        if failed:
            raise CommandError(f"{failed} of the lines could not be read.")
