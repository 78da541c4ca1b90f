"""`manage.py catalogue`: bring the Italian catalogue to the sources, and compile it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import get_resolver

from config.translations import compile_catalogue, update_catalogue


class Command(BaseCommand):
    """Collect what people read from the sources; fails where a translation is missing."""

    help = "Updates and compiles the Italian catalogue; exit status 1 where a text isn't translated"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --compile-only."""
        parser.add_argument("--compile-only", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        get_resolver().url_patterns  # noqa: B018 - loads every module, so that all errors are known
        missing = [] if options["compile_only"] else update_catalogue("it")
        compile_catalogue("it")
        for message in missing:
            self.stderr.write(f"no Italian: {message!r}")
        if missing:
            raise CommandError(f"{len(missing)} texts have no Italian yet")
