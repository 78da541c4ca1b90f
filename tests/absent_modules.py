"""Programs under test that see only the packages of `make demo`, none that came for the tests."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from config.env import BASE_DIR

_HOOK = Path(__file__).parent / "runtime_only"
"""On PYTHONPATH, it hides what ABSENT_MODULES names."""


def only_runtime() -> dict[str, str]:
    """Give the environment variables under which a program finds no module of the tests."""
    return {"PYTHONPATH": str(_HOOK), "ABSENT_MODULES": ",".join(sorted(absent_modules()))}


@cache
def absent_modules() -> frozenset[str]:
    """Give the top-level modules that come with requirements-dev.lock only."""
    kept = _locked("requirements.lock")
    ours_too = _locked("requirements-dev.lock") - kept
    return frozenset(
        module
        for module, packages in packages_distributions().items()
        if {_normal(package) for package in packages} <= ours_too
    )


def _locked(lock: str) -> set[str]:
    """Names of the packages that a lock file pins."""
    lines = (BASE_DIR / lock).read_text().splitlines()
    return {_normal(line.partition("==")[0]) for line in lines if re.match(r"[\w.-]+==", line)}


def _normal(package: str) -> str:
    """Give a package's name in its one spelling (PEP 503)."""
    return re.sub(r"[-_.]+", "-", package).lower()
