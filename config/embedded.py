"""The embedded servers' one door: `ensure_running()` before anything touches database or broker.

The caller takes a lease (a shared file lock, dropped by the kernel when the process ends in any
way) and makes sure that a keeper (`config.embedded_keeper`) holds each server up; the keeper stops
it once no lease is left. So any number of commands share one server, and none is ever orphaned.
"""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from config.embedded_broker import SOCKET
from config.embedded_postgres import DATABASE, ROLE
from config.env import BASE_DIR, EMBEDDED_BROKER, EMBEDDED_DATABASE, VAR_DIR, socket_dir

WAIT_SECONDS = 60.0
MAX_KEEPERS = 2
"""A keeper that ends while we wait is started once more, then its log is what we show."""
MAX_LOG = 5_000_000
"""Bytes after which a log is put aside at the next start."""
_leases: dict[str, int] = {}


class EmbeddedServerFailed(RuntimeError):
    """A server that doesn't come up; the message holds the end of its log."""


@dataclass(frozen=True)
class Places:
    """The files that the users of one server and its keeper share."""

    kind: str

    @property
    def lease(self) -> Path:
        """Held in common by every user."""
        return VAR_DIR / "run" / f"{self.kind}.lease"

    @property
    def lock(self) -> Path:
        """Held by the keeper for its whole life."""
        return VAR_DIR / "run" / f"{self.kind}.lock"

    @property
    def log(self) -> Path:
        """What server and keeper say."""
        return VAR_DIR / "log" / f"{self.kind}.log"


def ensure_running(*, database: bool = EMBEDDED_DATABASE, broker: bool = EMBEDDED_BROKER) -> None:
    """Hold leases on the servers this installation embeds, and return when they answer.

    Cheap to repeat; a long-lived process that does so also brings back a keeper that was killed.
    Raises EmbeddedServerFailed.
    """
    wanted: dict[str, Callable[[], bool]] = {}
    if database:
        wanted["postgres"] = database_answers
    if broker:
        wanted["broker"] = broker_answers
    for kind in wanted:  # both come up at the same time
        _take_lease(Places(kind))
        _start_keeper(Places(kind))
    for kind, answers in wanted.items():
        _wait_until(answers, Places(kind))


def database_answers() -> bool:
    """Say whether the embedded database accepts our log-in."""
    try:
        psycopg.connect(
            host=str(socket_dir()), user=ROLE, dbname=DATABASE, connect_timeout=2
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def broker_answers() -> bool:
    """Say whether the embedded broker has read its file and answers."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        try:
            line.connect(str(socket_dir() / SOCKET))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def release() -> None:
    """Give the leases back before the process ends: for tests and for the end of the demo."""
    while _leases:
        os.close(_leases.popitem()[1])


def _take_lease(places: Places) -> None:
    if places.kind in _leases:
        return
    places.lease.parent.mkdir(parents=True, exist_ok=True)
    lease = os.open(places.lease, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(lease, fcntl.LOCK_SH)  # waits while a keeper is busy stopping the server
    _leases[places.kind] = lease


def _start_keeper(places: Places) -> bool:
    """Start a keeper unless there is one; True if it did. The held lock goes over to it."""
    lock = os.open(places.lock, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        _spawn_keeper(places, lock)
        return True
    finally:
        os.close(lock)


def _is_kept(places: Places) -> bool:
    """Say whether a keeper lives; asked with a shared lock, which two askers may hold at once."""
    with places.lock.open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def _spawn_keeper(places: Places, lock: int) -> None:
    places.log.parent.mkdir(parents=True, exist_ok=True)
    module = [sys.executable, "-m", "config.embedded_keeper", places.kind]
    paths = [str(VAR_DIR), str(socket_dir()), str(places.lease), str(places.log)]
    if places.log.exists() and places.log.stat().st_size > MAX_LOG:
        places.log.replace(places.log.with_suffix(".log.old"))
    with places.log.open("ab") as log:
        subprocess.Popen(  # noqa: S603 - this Python, our module
            [*module, *paths, str(lock)],
            cwd=BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=(lock,),
        )


def _wait_until(answers: Callable[[], bool], places: Places) -> None:
    keepers, limit = 0, time.monotonic() + WAIT_SECONDS
    while not answers():
        if _is_kept(places):
            time.sleep(0.02)
        elif keepers < MAX_KEEPERS:
            keepers += _start_keeper(places)
        else:
            raise EmbeddedServerFailed(_account_of_failure(places))
        if time.monotonic() > limit:
            raise EmbeddedServerFailed(_account_of_failure(places))


def _account_of_failure(places: Places) -> str:
    lines = places.log.read_text(errors="replace").splitlines()[-15:]
    return "\n".join([f"The embedded {places.kind} didn't start; its log ({places.log}):", *lines])
