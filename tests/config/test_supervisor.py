"""The supervisor keeps its parts running and takes everything with it when it stops."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from config.supervisor import Part, Supervisor
from tests.config.installation import eventually, kill

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""


def start(part: Part, told: list[str]) -> Supervisor:
    supervisor = Supervisor(dict(os.environ), told.append)
    supervisor.start(part)
    return supervisor


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}/cwd").exists()


def test_a_dead_part_is_started_again_and_people_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    supervisor = start(Part("sleeper", SLEEPER, tmp_path / "log"), told)
    first = supervisor.children[0].process.pid
    kill(first)
    limit = time.monotonic() + 20
    came_back = supervisor.run(
        until=lambda: (
            time.monotonic() > limit
            or (supervisor.children[0].process.pid != first and alive(first) is False)
        )
    )
    second = supervisor.children[0].process.pid
    assert came_back
    assert second != first
    assert alive(second)
    supervisor.stop()
    assert not alive(second)
    assert told == [
        f"sleeper ended (signal 9); starting it again in 1 s, its log: {tmp_path / 'log'}"
    ]


def test_a_part_that_keeps_dying_is_started_less_and_less_often(tmp_path: Path) -> None:
    told: list[str] = []
    broken = Part("broken", [sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "log")
    supervisor = start(broken, told)
    limit = time.monotonic() + 30
    supervisor.run(until=lambda: len(told) == 3 or time.monotonic() > limit)
    supervisor.stop()
    assert [words.split("again in ")[1].split(" s")[0] for words in told] == ["1", "2", "4"]
    assert all("exit status 3" in words for words in told)


def test_children_of_a_killed_part_do_not_outlive_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    told: list[str] = []
    supervisor = start(Part("parent", [sys.executable, "-c", PARENT], log), told)
    eventually(lambda: log.read_text(), "the part has started its child")
    grandchild = int(log.read_text())
    kill(supervisor.children[0].process.pid)
    supervisor.run(until=lambda: bool(told))
    eventually(lambda: not alive(grandchild), "its child has ended")
    supervisor.stop()


def test_a_part_deaf_to_sigterm_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.supervisor.STOP_SECONDS", 0.5)
    log = tmp_path / "log"
    supervisor = start(Part("deaf", [sys.executable, "-c", STUBBORN], log), [])
    eventually(lambda: log.read_text(), "the part ignores SIGTERM")
    supervisor.stop()
    assert supervisor.children[0].process.returncode == -9
