"""Migrated once, copied often: test databases and whole installations share the long road.

Going through every migration costs twenty seconds of computing. The first who needs it does so;
the digest of all migrations in its name says when it must be done again.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.db import connection

from config.embedded import ensure_running
from config.embedded_postgres import DATABASE, ROLE
from config.env import BASE_DIR, VAR_DIR, socket_dir

PREFIX = "migrated_"


def digest_of_migrations() -> str:
    """Give a name for all migrations of all installed apps as they are written now."""
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def migrated_template() -> str:
    """Give the name of a migrated database for others to be copied from, made at the first call."""
    name = PREFIX + digest_of_migrations()
    with one_at_a_time("template"):
        if name not in _databases():
            _drop_stale()
            _make(name)
    return name


def fill_migrated(sockets: Path) -> None:
    """Give another installation's running, empty database all tables.

    sockets: the folder of its server's socket. The template is asked for in a process of its own:
    a test that has no database of ours may want one elsewhere.
    """
    ensure_running(broker=False)
    found = subprocess.run(
        [sys.executable, "-m", "tests.migrated"],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    dump = ["pg_dump", "-h", str(socket_dir()), "-U", ROLE, "-d", found.stdout.strip()]
    load = ["psql", "-h", str(sockets), "-U", ROLE, "-d", DATABASE, "-qX", "-v", "ON_ERROR_STOP=1"]
    words = postgres_tool(*dump, "--no-owner", "--no-comments")
    postgres_tool(*load, "--single-transaction", words=words)


def postgres_tool(program: str, *arguments: str, words: str = "") -> str:
    """Run one of PostgreSQL's own programs; give what it printed."""
    programs = Path(sysconfig.get_paths()["platlib"]) / "embedded_postgres" / "pginstall" / "bin"
    done = subprocess.run(
        [str(programs / program), *arguments],
        input=words,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def prepared_folder(make: Path, name: str) -> Path:
    """Keep a copy of a stopped server's folder under a name; give the copy."""
    kept = VAR_DIR / "prepared" / name
    fresh = kept.with_suffix(".new")
    shutil.rmtree(kept.parent, ignore_errors=True)
    kept.parent.mkdir(parents=True)
    copy_folder(make, fresh)
    fresh.rename(kept)
    return kept


def copy_folder(source: Path, target: Path) -> None:
    """Copy with owners, modes and links: the servers may run as another account."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Let the other test process wait until we are done, then find what we made."""
    place = VAR_DIR / "run" / f"{what}.making"
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _databases() -> set[str]:
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT datname FROM pg_database")
        return {name for (name,) in cursor.fetchall()}


def _drop_stale() -> None:
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        for name in _databases():
            if name.startswith(PREFIX):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _make(name: str) -> None:
    """Migrate a database aside and give it its name: half a road is never copied."""
    kept, tests = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    aside = f"{PREFIX}new"
    usual = tests.get("NAME")
    tests["NAME"] = aside
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    finally:
        connection.close()
        tests["NAME"] = usual
        connection.settings_dict["NAME"] = kept
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f'ALTER DATABASE "{aside}" RENAME TO "{name}"')


if __name__ == "__main__":
    django.setup()
    ensure_running(broker=False)
    print(migrated_template())
