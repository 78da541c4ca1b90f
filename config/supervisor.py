"""Keeps a few child processes running until it is told to stop, and leaves none behind.

Each child leads a session of its own, so that Ctrl-C reaches the supervisor alone and a child's own
children go with it. Should the supervisor be killed, the kernel signals the children.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from config.embedded_process import die_with_parent

LOOK_SECONDS = 0.2
STEADY_SECONDS = 60.0
MAX_PAUSE = 30.0
STOP_SECONDS = 10.0
"""How long a child may finish what it is at; the sweep takes up what it left."""


@dataclass(frozen=True)
class Part:
    """One child: its name, command line, where its words go, the signal when we are gone."""

    name: str
    command: Sequence[str]
    log: Path
    orphan_signal: int = signal.SIGTERM


@dataclass
class Child:
    """A part as it runs now."""

    part: Part
    process: subprocess.Popen[bytes]
    since: float
    deaths: int = 0
    start_again_at: float | None = None


@dataclass
class Supervisor:
    """Runs parts.

    tell: says to people what happens. every_look: called every LOOK_SECONDS while it runs.
    """

    environment: Mapping[str, str]
    tell: Callable[[str], None]
    every_look: Callable[[], None] = lambda: None
    children: list[Child] = field(default_factory=list)
    asked_to_stop: bool = False

    def start(self, *parts: Part) -> None:
        """Start these parts, and look after them from now on."""
        self.children += [Child(part, self._spawn(part), time.monotonic()) for part in parts]

    def run(self, *, until: Callable[[], bool] = lambda: False) -> bool:
        """Restart what dies until asked to stop or `until()` holds; True for the latter."""
        while not self.asked_to_stop:
            if until():
                return True
            time.sleep(LOOK_SECONDS)
            self.every_look()
            for child in self.children:
                self._look_after(child)
        return False

    def stop(self) -> None:
        """Ask all children to end, kill those that don't in time, and whatever they left."""
        for child in self.children:
            child.process.terminate()
        limit = time.monotonic() + STOP_SECONDS
        for child in self.children:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, limit - time.monotonic()))
            _kill_session(child.process)
            child.process.wait()

    def stop_on(self, *numbers: int) -> None:
        """Let these signals end `run`."""
        for number in numbers:
            signal.signal(number, self._note_request)

    def _note_request(self, number: int, frame: object) -> None:
        self.asked_to_stop = True

    def _spawn(self, part: Part) -> subprocess.Popen[bytes]:
        part.log.parent.mkdir(parents=True, exist_ok=True)
        with part.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own parts
                part.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(self.environment),
                start_new_session=True,
                preexec_fn=die_with_parent(part.orphan_signal),
            )

    def _look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.start_again_at is None and child.process.poll() is not None:
            _kill_session(child.process)  # its own children would keep the port
            child.deaths = child.deaths + 1 if now - child.since < STEADY_SECONDS else 1
            pause = min(2.0 ** (child.deaths - 1), MAX_PAUSE)
            child.start_again_at = now + pause
            self.tell(
                f"{child.part.name} ended ({_ending(child.process.returncode)}); "
                f"starting it again in {pause:.0f} s, its log: {child.part.log}"
            )
        elif child.start_again_at is not None and now >= child.start_again_at:
            child.process, child.since = self._spawn(child.part), now
            child.start_again_at = None


def _kill_session(leader: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGKILL)


def _ending(returncode: int) -> str:
    return f"signal {-returncode}" if returncode < 0 else f"exit status {returncode}"
