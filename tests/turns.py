"""In which turn tests come, and how two processes share them so that both end together."""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadScheduling
from xdist.workermanage import WorkerController

FIRST = (
    "tests/flow/",
    "tests/config/test_demo.py",
    "tests/config/test_outside_servers.py",
    "tests/config/test_embedded.py",
)
"""Real servers, on databases of their own."""
DEAR = (
    "tests/browser/test_screens.py",
    "tests/browser/",
    "tests/claims/api/test_offsets.py",
    "tests/config/demo/test_seeding.py",
)
"""What empties the tables and takes ten seconds to two minutes, the longest first."""
EMPTYING = {"live_server", "transactional_db"}
TABLES = EMPTYING | {"db", "django_db_setup"}


def in_turn(items: list[pytest.Item]) -> None:
    """Put tests in order: servers, what needs no tables, what leans on them, what empties them.

    The tables are made while the first two run. Tests that empty them must come after all that
    lean on the migrations' rows. Files stay whole, for what their tests share.
    """
    on_tables = {item.path for item in items if needs_tables(item)}
    items.sort(key=lambda item: (turn_of(item), item.path in on_tables, dearness(item)))


def turn_of(item: pytest.Item) -> int:
    """Give 0 for what comes first, 2 for what empties the tables, 1 else."""
    if item.nodeid.startswith(FIRST):
        return 0
    return 2 if empties_tables(item) else 1


def dearness(item: pytest.Item) -> int:
    """Give a test's place among those that empty the tables."""
    if not empties_tables(item):
        return 0
    return next((at for at, name in enumerate(DEAR) if item.nodeid.startswith(name)), len(DEAR))


def needs_tables(item: pytest.Item) -> bool:
    """Say whether a test asks for the database."""
    wanted = set(getattr(item, "fixturenames", []))
    return item.get_closest_marker("django_db") is not None or bool(wanted & TABLES)


def empties_tables(item: pytest.Item) -> bool:
    """Say whether the tables are empty after a test."""
    mark = item.get_closest_marker("django_db")
    wanted = set(getattr(item, "fixturenames", []))
    return bool(mark and mark.kwargs.get("transaction")) or bool(wanted & EMPTYING)


class OneByOneAtLast(LoadScheduling):
    """Shares tests out in stretches, but the dear ones singly.

    A stretch with all of them would keep one process at work while the other has ended.
    """

    def check_schedule(self, node: WorkerController, duration: float = 0) -> None:
        """Give a process more tests, if it has few left."""
        if self.collection:
            names = [self.collection[at] for at in self.pending]
            cheap = next((at for at, name in enumerate(names) if is_dear(name)), len(names))
            self.maxschedchunk = max(1, cheap) if any(map(is_dear, names)) else len(names)
        super().check_schedule(node, duration)


def is_dear(name: str) -> bool:
    """Say whether a test, known by its name alone, is among the dear ones."""
    return name.startswith(DEAR)
