"""The embedded servers come up for whoever needs them and go with the last one, however it ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from config.embedded_home import UnsafeFolder, private_folder
from config.embedded_process import server_account
from config.env import socket_dir
from tests.config.installation import Installation, eventually, installation, kill

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
KINDS = ("postgres", "broker")
WRITE = """
import psycopg
from config.embedded import ensure_running
from config.env import socket_dir
ensure_running(broker=False)
with psycopg.connect(host=str(socket_dir()), user="vaglio", dbname="vaglio") as line:
    line.execute("SELECT pg_advisory_xact_lock(1)")  # IF NOT EXISTS is no lock
    line.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
    line.execute("INSERT INTO kept VALUES ('perché 👍')")
    print(line.execute("SELECT count(*) FROM kept").fetchone()[0])
"""
TIMED = """
import time
from config.embedded import ensure_running
ensure_running()
started = time.monotonic()
ensure_running()
print(time.monotonic() - started)
"""


@pytest.fixture(scope="module")
def running() -> Iterator[Installation]:
    """Give an installation in use, for tests that leave it as it is."""
    with installation() as made:
        made.start_user()
        yield made


def all_gone(home: Installation) -> bool:
    return not home.processes()


def is_back(home: Installation, kind: str, killed: int) -> bool:
    return any(pid > killed for pid in home.servers(kind)[:1])


def test_servers_start_for_the_first_user_and_stop_after_the_last(bare_home: Installation) -> None:
    first, second = bare_home.start_user(), bare_home.start_user()
    served = [bare_home.servers(kind)[0] for kind in KINDS]
    first.communicate("\n")
    time.sleep(1)
    assert [bare_home.servers(kind)[0] for kind in KINDS] == served, (
        "the second user still needs them"
    )
    second.communicate("\n")
    assert eventually(lambda: all_gone(bare_home), "servers have stopped") < 5


def test_many_first_users_at_once_share_one_server(bare_home: Installation) -> None:
    users = [bare_home.start("-c", WRITE) for _ in range(3)]
    said = sorted(user.communicate(timeout=60)[0].strip() for user in users)
    assert said == ["1", "2", "3"]


def test_servers_stop_when_all_users_are_killed(home: Installation) -> None:
    users = [home.start_user(), home.start_user()]
    kill(*(user.pid for user in users))
    assert eventually(lambda: not home.servers("postgres"), "the database has stopped") < 5
    eventually(lambda: all_gone(home), "servers have stopped")


def test_a_killed_server_comes_back_while_somebody_uses_it(home: Installation) -> None:
    home.run("-c", WRITE)
    home.start_user()
    killed = {kind: home.servers(kind)[0] for kind in KINDS}
    kill(*killed.values())
    for kind, pid in killed.items():
        eventually(partial(is_back, home, kind, pid), f"{kind} is back")
    assert home.run("-c", WRITE) == "2", "what was written before the kill is there"


def test_all_killed_at_once_leaves_data_that_the_next_start_uses(home: Installation) -> None:
    home.run("-c", WRITE)
    user = home.start_user()
    kill(home.servers("postgres")[0], home.servers("broker")[0], *home.keepers(), user.pid)
    assert home.run("-c", WRITE) == "2"


def test_servers_end_with_their_killed_keeper_and_the_next_caller_starts_both(
    home: Installation,
) -> None:
    home.start_user()
    kill(*home.keepers())
    eventually(lambda: not home.servers("postgres") and not home.servers("broker"), "they ended")
    home.start_user()
    assert home.servers("postgres")
    assert len(home.keepers()) == 2


def test_a_lock_left_behind_that_names_a_living_stranger_does_not_stop_the_start(
    home: Installation,
) -> None:
    home.run("-c", WRITE)
    eventually(lambda: all_gone(home), "servers have stopped")
    lock = home.var_dir / "servers" / "postgres" / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{lock.parent}\n")  # we are alive, but no postmaster
    assert home.run("-c", WRITE) == "2"


def test_two_installations_at_once_do_not_meet(home: Installation) -> None:
    with installation() as other:
        both = [place.start("-c", WRITE) for place in (home, other)]
        assert [program.communicate(timeout=60)[0].strip() for program in both] == ["1", "1"]


def test_servers_that_run_are_found_at_once(running: Installation) -> None:
    assert float(running.run("-c", TIMED)) < 0.1


def test_only_we_reach_the_database(running: Installation) -> None:
    assert stat.S_IMODE(socket_dir(running.var_dir).stat().st_mode) == 0o700
    command = running.servers("postgres")[0]
    assert b"listen_addresses=\0" in Path(f"/proc/{command}/cmdline").read_bytes()
    assert stat.S_IMODE((running.var_dir / "servers").stat().st_mode) == 0o700


def test_a_failing_start_shows_the_log(home: Installation) -> None:
    home.run("-c", WRITE)
    eventually(lambda: all_gone(home), "servers have stopped")
    (home.var_dir / "servers" / "postgres" / "PG_VERSION").write_text("9.6\n")
    program = home.start("manage.py", "migrate", "--check")
    said, _ = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "The embedded postgres didn't start" in said
    assert "initialized by PostgreSQL version 9.6" in said
    assert "Traceback" not in said.splitlines()[0]


def test_a_command_without_need_starts_no_server(bare_home: Installation) -> None:
    bare_home.run("manage.py", "check")
    assert not (bare_home.var_dir / "servers").exists()


def test_a_foreign_socket_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(UnsafeFolder):
        private_folder(tmp_path / "link", server_account())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's servers run as somebody else")
def test_below_a_closed_folder_the_data_goes_where_the_account_can_reach_it() -> None:
    closed = subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout
    parent = Path(closed.strip())
    with installation(str(parent)) as home:
        assert home.run("-c", WRITE) == "1"
        eventually(lambda: all_gone(home), "servers have stopped")
        assert home.run("-c", WRITE) == "2"
        assert (home.var_dir / "servers").is_symlink()
        assert stat.S_IMODE(parent.stat().st_mode) == 0o700, "no folder of others was opened"
    parent.rmdir()


def test_keepers_are_deaf_to_the_terminal(running: Installation) -> None:
    keepers = running.keepers()
    assert len(keepers) == 2
    for number in (signal.SIGINT, signal.SIGHUP):
        for pid in keepers:
            os.kill(pid, number)
    time.sleep(0.7)
    assert running.keepers() == keepers
    assert running.servers("postgres")
