"""An installation of its own for tests that start, use and kill real servers."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from config.embedded_home import server_home
from config.embedded_process import processes_in, server_account
from config.env import BASE_DIR, VAR_DIR, socket_dir
from tests.absent_modules import only_runtime
from tests.migrated import (
    copy_folder,
    digest_of_migrations,
    fill_migrated,
    one_at_a_time,
    prepared_folder,
)

USER = """
from config.embedded import ensure_running
ensure_running()
print("up", flush=True)
input()
"""
"""A program that uses the servers until its input ends."""


@dataclass
class Installation:
    """A data folder, and the programs started on it."""

    var_dir: Path
    programs: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """Ours, without the test run's own choice of servers and settings, and no models loaded.

        Programs find no package that `make demo` doesn't install.
        """
        left_out = {"DATABASE_URL", "CELERY_BROKER_URL", "DJANGO_SETTINGS_MODULE"}
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        return {
            **kept,
            **only_runtime(),
            "VAGLIO_VAR": str(self.var_dir),
            "WARM_UP_SECONDS": "0",
        }

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        """Start a program of ours in this installation; `more` goes into its environment."""
        program = subprocess.Popen(
            [sys.executable, *command],
            cwd=BASE_DIR,
            env=self.environment | more,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.programs.append(program)
        return program

    def start_user(self) -> subprocess.Popen[str]:
        """Start a program that uses both servers, and return once it has them."""
        user = self.start("-c", USER)
        assert user.stdout is not None
        said = user.stdout.readline()
        assert said == "up\n", said + user.stdout.read()
        return user

    def run(self, *command: str, seconds: float = 90) -> str:
        """Run a program of ours to its end and give what it said."""
        program = self.start(*command)
        said, _ = program.communicate(timeout=seconds)
        assert program.returncode == 0, said
        return said.strip()

    def servers(self, kind: str) -> list[int]:
        """List the live processes of one server, its first process first."""
        return sorted(processes_in(self.var_dir / "servers" / kind))

    def keepers(self) -> list[int]:
        """List the keepers of this installation."""
        return [pid for pid in self.processes() if "config.embedded_keeper" in words_of(pid)]

    def processes(self) -> list[int]:
        """List everything alive that belongs to this installation, by environment or folder."""
        mark = f"VAGLIO_VAR={self.var_dir}".encode()
        ours = [pid for pid in _pids() if mark in _environ(pid).split(b"\0")]
        return ours + self.servers("postgres") + self.servers("broker")

    def kill_everything(self) -> None:
        """Kill all that belongs to this installation, and return when it is gone."""
        for pid in self.processes():
            _kill(pid)
        eventually(lambda: not self.processes(), "everything has ended", 60)

    def clear(self) -> None:
        """End whatever is left and remove the folder."""
        self.kill_everything()
        for program in self.programs:
            program.communicate()
        shutil.rmtree((self.var_dir / "servers").resolve(), ignore_errors=True)
        shutil.rmtree(self.var_dir, ignore_errors=True)
        shutil.rmtree(socket_dir(self.var_dir), ignore_errors=True)


@contextmanager
def installation(parent: str = "/tmp") -> Iterator[Installation]:
    """Make an installation that has its tables in a new folder, and clear it away afterwards."""
    with bare_installation(parent) as made:
        copy_folder(_migrated(), server_home(made.var_dir, server_account()) / "postgres")
        yield made


@contextmanager
def bare_installation(parent: str = "/tmp") -> Iterator[Installation]:
    """Make an installation that has never been started, and clear it away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="vaglio-test-", dir=parent))
    folder.chmod(0o755)  # pytest's own folders are closed to the servers' account
    made = Installation(folder)
    try:
        yield made
    finally:
        made.clear()


def _migrated() -> Path:
    """Give the data of a stopped database server with all tables, made at the first call."""
    name = digest_of_migrations()
    with one_at_a_time("installation"):
        kept = VAR_DIR / "prepared" / name
        if kept.exists():
            return kept
        with bare_installation() as first:
            user = first.start_user()
            fill_migrated(socket_dir(first.var_dir))
            user.communicate("\n")
            eventually(lambda: not first.processes(), "the servers have stopped")
            return prepared_folder((first.var_dir / "servers").resolve() / "postgres", name)


def eventually(holds: Callable[[], object], what: str, seconds: float = 30.0) -> float:
    """Wait until `holds()`; give the seconds it took. Fails with `what` when it never does."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < seconds, f"never came true: {what}"
        time.sleep(0.05)
    return time.monotonic() - started


def kill(*pids: int) -> None:
    """Send SIGKILL to each."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def words_of(pid: int) -> str:
    """Give a process's command line; empty when it is gone meanwhile."""
    return _read(Path(f"/proc/{pid}/cmdline")).decode(errors="replace").replace("\0", " ")


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _environ(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/environ"))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # gone meanwhile, or another user's
        return b""
