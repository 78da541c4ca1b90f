"""When the program itself last changed: what hangs on it alone changed then."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

APPS = Path(__file__).resolve().parents[3]


@cache
def program_changed_at() -> datetime:
    """Give the moment at which the apps' newest file was written: the same in each process."""
    files = (file for app in ("annotations", "claims") for file in (APPS / app).rglob("*.py"))
    newest = max(file.stat().st_mtime for file in files)
    return datetime.fromtimestamp(newest, UTC)
