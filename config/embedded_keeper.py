"""The process that keeps one embedded server: starts it, restarts it, stops it after the last user.

Run detached by `config.embedded`, never by hand. Every process that uses the server holds a shared
lock on the lease file; the kernel drops it however that process ends. As soon as this one can have
the lease to itself nobody uses the server any more. Should this one be killed, the kernel tells the
server to stop (`die_with_parent`), and the next caller of `ensure_running` starts a new keeper.
"""

from __future__ import annotations

import argparse
import fcntl
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Protocol

from config.embedded_broker import Broker
from config.embedded_postgres import Postgres

LOOK_SECONDS = 0.25
STEADY_SECONDS = 30.0
"""A server that ran this long and died is started again; sooner ones five times at most."""
MAX_EARLY_DEATHS = 5
SERVERS: dict[str, type[Postgres] | type[Broker]] = {"postgres": Postgres, "broker": Broker}
logger = logging.getLogger("vaglio.keeper")


class Server(Protocol):
    """What a keeper keeps."""

    def start(self) -> subprocess.Popen[bytes]: ...
    def stop(self, process: subprocess.Popen[bytes]) -> None: ...


def keep(server: Server, *, lease: int, asked_to_stop: list[int]) -> None:
    """Hold the server up until nobody holds the lease. Raises OSError, CalledProcessError.

    lease: descriptor of the lease file; held exclusively when this returns, unless asked to stop.
    asked_to_stop: signals received; the handler appends, which needs no lock of its own.
    """
    process, since, early = server.start(), time.monotonic(), 0
    try:
        while not asked_to_stop and not _have_alone(lease):
            time.sleep(LOOK_SECONDS)
            if process.poll() is None:
                continue
            early = early + 1 if time.monotonic() - since < STEADY_SECONDS else 0
            if early > MAX_EARLY_DEATHS:
                raise ChildProcessError(f"the server ended {early} times in a row")
            logger.warning("server ended with %s, starting it again", process.returncode)
            process, since = server.start(), time.monotonic()
    finally:
        server.stop(process)


def _have_alone(lease: int) -> bool:
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Keep the named server; the keeper's own lock came in as an open descriptor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=sorted(SERVERS))
    for name in ("var_dir", "sockets", "lease", "log"):
        parser.add_argument(name, type=Path)
    parser.add_argument("lock", type=int, help="descriptor of the keeper's lock, held")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s keeper: %(message)s")
    asked_to_stop: list[int] = []
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: asked_to_stop.append(number))
    server = SERVERS[given.kind](given.var_dir, given.sockets, given.log)
    with given.lease.open("rb") as lease:
        try:
            keep(server, lease=lease.fileno(), asked_to_stop=asked_to_stop)
        except Exception:
            logger.exception("the %s server can't be kept", given.kind)
            return 1
        finally:
            os.close(given.lock)  # before the lease: whoever waits for it must find us gone
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
