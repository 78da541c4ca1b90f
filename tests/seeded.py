"""The demonstration's content, made once in a test run: half a minute of splitting and walking.

Whoever needs it first makes it; the other test process loads the rows that came of it.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import asdict
from pathlib import Path

import orjson
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from config.demo.seeding import Seeded, seed_demo
from config.embedded_postgres import SUPERUSER
from config.env import VAR_DIR, socket_dir
from tests.migrated import one_at_a_time, postgres_tool

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
"""Rows of another run may come of other code."""


def fill_seeded() -> Seeded:
    """Fill the emptied database of a transactional test; give what the first seeding said it made.

    The caller has filled in the rating scale and the roles.
    """
    folder = VAR_DIR / "seeded" / RUN
    with one_at_a_time("seeded"):
        if not folder.exists():
            _seed(folder)
        else:
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            _tool("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-f", str(folder / "rows.sql"))
            ContentType.objects.clear_cache()
        return Seeded(**orjson.loads((folder / "seeded.json").read_bytes()))


def _seed(folder: Path) -> None:
    shutil.rmtree(folder.parent, ignore_errors=True)
    fresh = folder.with_suffix(".new")
    fresh.mkdir(parents=True)
    (fresh / "seeded.json").write_bytes(orjson.dumps(asdict(seed_demo(lambda line: None))))
    flushed = ["--data-only", "--exclude-table=django_migrations"]  # which no flush empties
    _tool("pg_dump", *flushed, "--disable-triggers", "-f", str(fresh / "rows.sql"))
    fresh.rename(folder)


def _tool(program: str, *arguments: str) -> None:
    """Run a tool on this test's database, as one who may switch triggers off."""
    name = connection.settings_dict["NAME"]
    postgres_tool(program, "-h", str(socket_dir()), "-U", SUPERUSER, "-d", name, *arguments)
