"""Makes a program see only what `make demo` installs: the packages of the tests are not there.

Python reads this at its start when the folder is on PYTHONPATH. `ABSENT_MODULES` names the
top-level modules, with commas between.
"""

from __future__ import annotations

import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec


class _Absent(MetaPathFinder):
    """Finds nothing, aloud, where a module of the tests is asked for."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        """Refuse what isn't there; leave the rest to the others."""
        if fullname.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


sys.meta_path.insert(0, _Absent(frozenset(os.environ.get("ABSENT_MODULES", "").split(","))))
