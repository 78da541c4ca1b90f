"""`manage.py publish_feed`: every published claim to standard output, streaming."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from annotations.documents.dumps import FORMATS
from annotations.documents.imprint import our_organisation
from annotations.queries.public_export import exported_claims
from annotations.queries.public_filters import PublicFilter
from annotations.queries.publications import public_mark


class Command(BaseCommand):
    """Dump all published claims, oldest change first; withdrawn ones are left out."""

    help = "Dumps all published claims to standard output"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --format."""
        parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        """Stream by COPY: memory stays the same for any number."""
        newest, _ = public_mark() or (0, None)
        claims = exported_claims(PublicFilter(), after=0, tombstones_after=newest)
        by = our_organisation()
        for piece in FORMATS[options["format"]](claims, by):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
