"""Processes of the embedded servers: without privileges, never outliving their keeper."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if LINUX else None


@dataclass(frozen=True)
class Account:
    """The system account a server runs as."""

    uid: int
    gid: int


def server_account() -> Account | None:
    """Give the account to switch to: `nobody` when we are root, None to stay who we are.

    PostgreSQL refuses to run as root. Raises KeyError where root's machine has no `nobody`.
    """
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def die_with_parent(number: int) -> Callable[[], None]:
    """Make a `preexec_fn`: the kernel sends signal `number` when the parent is gone (Linux)."""
    parent = os.getpid()

    def arm() -> None:
        follow_parent(number)
        if os.getppid() != parent:  # it died before the kernel knew of our wish
            os._exit(1)

    return arm


def follow_parent(number: int) -> None:
    """Have the kernel send ourselves signal `number` when our parent is gone (Linux)."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)


def start_server(
    command: Sequence[str], *, log: Path, account: Account | None, farewell: int
) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own; `farewell` is the signal for an orderly end."""
    with log.open("ab") as out:
        return subprocess.Popen(  # noqa: S603 - our own binary
            command,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=_environment(),
            preexec_fn=die_with_parent(farewell),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )


def run_tool(
    command: Sequence[str], *, log: Path, account: Account | None, words: str = ""
) -> None:
    """Run a server's tool to its end. Raises CalledProcessError; what it said is in `log`."""
    with log.open("ab") as out:
        subprocess.run(  # noqa: S603 - our own binary
            command,
            cwd="/",
            input=words.encode(),
            stdout=out,
            stderr=subprocess.STDOUT,
            env=_environment(),
            check=True,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )


def stop_server(process: subprocess.Popen[bytes], signals: Sequence[tuple[int, float]]) -> None:
    """Send each (signal, seconds to wait) in turn until the process has ended."""
    for number, seconds in signals:
        if process.poll() is not None:
            return
        process.send_signal(number)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


def clear_strays(folder: Path, *, farewell: int, seconds: float = 10.0) -> None:
    """End what still works in a data folder whose keeper was killed; we hold its lock.

    Both servers change into their data folder, so /proc tells surely; a number in a pid file
    doesn't, since it may be a zombie's or a stranger's by now.
    """
    for number in (farewell, signal.SIGKILL):
        for pid in processes_in(folder):
            _send(pid, number)
        limit = time.monotonic() + seconds
        while processes_in(folder) and time.monotonic() < limit:
            time.sleep(0.02)


def processes_in(folder: Path) -> list[int]:
    """List the live processes whose working directory is `folder` (Linux; elsewhere none)."""
    if not LINUX:
        return []
    own = os.path.realpath(folder)
    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and _cwd(p) == own]


def _cwd(process: Path) -> str | None:
    try:
        return os.readlink(process / "cwd")  # noqa: PTH115 - compared as text with realpath
    except OSError:  # gone, a zombie, or not ours to look at
        return None


def _send(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
