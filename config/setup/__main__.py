"""The set-up of a checkout, step by step; each step is skipped when nothing it reads has changed.

Run by the Makefile with any Python 3.11+ (`python3 config/setup STEP...`), before anything is
installed: standard library only.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file alone may meet an older Python
    sys.exit(f"Vaglio needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import subprocess
from collections.abc import Callable

from browser import find_browser
from messages import compile_messages
from packages import install_packages
from workbench import build_frontend, install_frontend

STEPS: dict[str, Callable[[], None]] = {
    "packages": lambda: install_packages("requirements.lock"),
    "dev-packages": lambda: install_packages("requirements-dev.lock"),
    "messages": compile_messages,
    "frontend-packages": install_frontend,
    "frontend": build_frontend,
    "browser": find_browser,
}


def main(names: list[str]) -> int:
    """Do the named steps in turn."""
    for name in names:
        try:
            STEPS[name]()
        except subprocess.CalledProcessError as failure:
            print(f"{name}: {' '.join(failure.cmd[:4])} ... ended with {failure.returncode}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
