"""A real Chromium for the browser tests: the machine's own, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from steps import run, step

CHROMIUM = Path("/usr/bin/chromium")
HINT = (
    "Browser tests are LEFT OUT: there is no /usr/bin/chromium on this machine.\n"
    "To have them: install Debian's package `chromium` (as root: apt-get install chromium)."
)


def find_browser() -> None:
    """Have Chromium on the machine if that is possible, else say plainly what is left out."""
    if CHROMIUM.exists():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        try:
            _install()
        except subprocess.CalledProcessError:
            print("apt-get couldn't install it.", flush=True)
    if not CHROMIUM.exists():
        print(HINT, flush=True)


def _install() -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step("Chromium for the browser tests, from Debian's packages"):
        apt = ["apt-get", "-q", "-o", "Dpkg::Use-Pty=0"]
        run([*apt, "update"], environment=environment)
        install = [*apt, "install", "-y", "--no-install-recommends", "chromium"]
        run(install, environment=environment)
