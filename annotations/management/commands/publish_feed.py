"""`manage.py publish_feed`: every published claim to standard output, streaming."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from annotations.claim_review import Organisation
from annotations.dumps import FORMATS
from annotations.queries.publications import PublicFilter, public_claims

CHUNK = 500


class Command(BaseCommand):
    """Dump all published claims, oldest publication first; withdrawn ones are left out."""

    help = "Dumps all published claims to standard output"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --format."""
        parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        """Stream by a server-side cursor: memory stays the same for any number."""
        rows = public_claims(PublicFilter()).order_by("seq").values_list("body", "document")
        stored = ((bytes(body), document) for body, document in rows.iterator(chunk_size=CHUNK))
        by = Organisation(settings.SITE_NAME, settings.SITE_URL)
        for piece in FORMATS[options["format"]](stored, by):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
