"""Python packages, exactly those of the lock, in a virtual environment of the checkout's own."""

from __future__ import annotations

import subprocess
import sys

from steps import BASE, PYTHON, VENV, digest, is_stamped, run, step, write_stamp

STAMPS = VENV / "stamps"


def install_packages(lock: str) -> None:
    """Install what `lock` names, every file checked against its hash; no work when it stands."""
    stamp, content = STAMPS / lock, digest([BASE / lock], sys.version)
    if is_stamped(stamp, content):
        return
    if not _works():
        with step(f"Virtual environment in {VENV.name}/"):
            run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    with step(f"Python packages of {lock} (several minutes the first time)"):
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pip.append("--no-compile")  # Python compiles what it imports; most of this it never does
        run([*pip, "--require-hashes", "-r", str(BASE / lock)])
    write_stamp(stamp, content)


def _works() -> bool:
    if not PYTHON.exists():
        return False
    found = subprocess.run(  # noqa: S603 - our own venv
        [str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False
    )
    return found.returncode == 0
