"""What the steps of the set-up share: where things are, saying what happens, remembering it."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

BASE = Path(__file__).resolve().parents[2]
VENV = BASE / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = BASE / ".tools"


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what begins and, at its end, how long it took."""
    started = time.monotonic()
    print(f"{what} ...", flush=True)
    yield
    print(f"{what}: done in {time.monotonic() - started:.1f} s", flush=True)


def run(
    command: Sequence[str], *, cwd: Path = BASE, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command to its end; its words are shown when it fails. Raises CalledProcessError."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout, flush=True)
        raise subprocess.CalledProcessError(done.returncode, command)


def digest(files: Iterable[Path], *extra: str) -> str:
    """Give one SHA-256 for names and contents of files, relative to the checkout."""
    total = hashlib.sha256("\0".join(extra).encode())
    for file in sorted(files):
        total.update(f"\0{file.relative_to(BASE)}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def is_stamped(stamp: Path, content: str) -> bool:
    """Say whether the step that wrote `stamp` saw the same content."""
    return stamp.exists() and stamp.read_text() == content


def write_stamp(stamp: Path, content: str) -> None:
    """Remember what a step has seen, once it is done."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(content)
