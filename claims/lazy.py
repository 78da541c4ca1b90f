"""Heavy modules that a process loads when it first needs them, not when it starts.

A web process answers most requests without parsing a sentence or a page; a command that shows its
help needs neither. The standard library's LazyLoader is no choice: before Python 3.12 two threads
that ask at once may see a module half loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class LazyModule:
    """Stands for the module `name`: its names are looked up there, which loads it once.

    Safe from several threads (the import system locks). Where types matter, the module is imported
    under TYPE_CHECKING beside it.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)
