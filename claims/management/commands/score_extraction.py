"""Score the splitter over the development sets and print figures beside their targets."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.nlp.scoring.figures import Figure, as_table
from claims.nlp.scoring.sets import LabelledSet, all_sets

DATA = "VAGLIO_DATA"


class Command(BaseCommand):
    """`score_extraction [--data DIR] [--only NAME]...`: one table; missing sets are named."""

    help = "Prints how right the splitter is on each labelled set that is there, and its targets."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the sets lie, and which are wanted."""
        parser.add_argument(
            "--data",
            type=Path,
            default=os.environ.get(DATA),
            metavar="DIR",
            help=f"folder of the sets (default: the environment's {DATA})",
        )
        names = [labelled.name for labelled in all_sets()]
        parser.add_argument("--only", action="append", choices=names, metavar="NAME")
        parser.add_argument("--json", action="store_true", help="one JSON object, not a table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure set by set; CommandError where no folder is given or a wanted set isn't there."""
        if options["data"] is None:
            raise CommandError(f"Say where the labelled sets lie: --data DIR, or {DATA}.")
        data, wanted = Path(options["data"]), options["only"]
        sets = [labelled for labelled in all_sets() if not wanted or labelled.name in wanted]
        figures: list[Figure] = []
        missing: list[str] = []
        for labelled in (bar := tqdm(sets, unit="set", disable=not sys.stderr.isatty())):
            bar.set_description(labelled.name)
            if absent := _absent(labelled, data):
                missing.append(f"{labelled.name}: {', '.join(absent)} not in {data}")
            else:
                figures += labelled.figures(data)
        self._print(figures, missing, as_json=options["json"])
        if wanted and missing:
            raise CommandError("Not all of the sets asked for are there.")

    def _print(self, figures: list[Figure], missing: list[str], *, as_json: bool) -> None:
        if as_json:
            rows = [asdict(figure) | {"verdict": figure.verdict} for figure in figures]
            self.stdout.write(json.dumps({"figures": rows, "missing": missing}))
            return
        if figures:
            self.stdout.write(as_table(figures))
        for line in missing:
            self.stderr.write(f"Left out, {line}.")


def _absent(labelled: LabelledSet, data: Path) -> list[str]:
    return [need for need in labelled.needs if not (data / need).exists()]
