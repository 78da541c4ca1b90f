"""A real Chromium for the browser tests: the machine's own, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
import subprocess

from steps import run, step

NAMES = ("chromium", "chromium-browser")
HINT = (
    "Browser tests are LEFT OUT: there is no Chromium on this machine.\n"
    "To have them: install Debian's package `chromium` (as root: apt-get install chromium),\n"
    "or name a Chromium in the variable CHROMIUM."
)


def find_browser() -> None:
    """Have Chromium on the machine if that is possible, else say plainly what is left out."""
    if _is_there():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        try:
            _install()
        except subprocess.CalledProcessError:
            print("apt-get couldn't install it.", flush=True)
    if not _is_there():
        print(HINT, flush=True)


def _is_there() -> bool:
    return bool(os.environ.get("CHROMIUM") or any(map(shutil.which, NAMES)))


def _install() -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step("Chromium for the browser tests, from Debian's packages"):
        apt = ["apt-get", "-q", "-o", "Dpkg::Use-Pty=0"]
        run([*apt, "update"], environment=environment)
        install = [*apt, "install", "-y", "--no-install-recommends", "chromium"]
        run(install, environment=environment)
