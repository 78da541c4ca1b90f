"""`manage.py seed_demo`: sample articles, a cast and claims at every stage."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.demo.cast import PASSWORD_FILE, logins
from config.demo.seeding import SeedingFailed, seed_demo
from config.env import EMBEDDED_DATABASE


class Command(BaseCommand):
    """Fill this installation with the demonstration's content; a second run changes nothing."""

    help = "Fill an installation with sample articles, a cast and claims at every stage."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --force, for a database that isn't the embedded one."""
        parser.add_argument(
            "--force", action="store_true", help="also where DATABASE_URL names an outside database"
        )

    def handle(self, *args: Any, force: bool = False, **options: Any) -> None:
        """Seed, unless the database may be a newsroom's own."""
        if not EMBEDDED_DATABASE and not force:
            raise CommandError("DATABASE_URL is set: samples go there only with --force.")
        try:
            seeded = seed_demo(self._say)
        except SeedingFailed as failure:
            raise CommandError(str(failure)) from failure
        if seeded.articles or seeded.sources or seeded.claims:
            self.stdout.write(
                f"New: {seeded.articles} articles, {seeded.sources} sources, {seeded.claims} claims"
                f" with a story. Log-ins: {', '.join(login.username for login in logins())};"
                f" the password is in {PASSWORD_FILE}."
            )
        else:
            self.stdout.write(self.style.SUCCESS("The samples are all there."))

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
