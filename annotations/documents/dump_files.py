"""Where the nightly dumps lie, and how one comes into its place whole or not at all.

Knows files, no database: the task gives the lines.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

DUMPS = {
    "verified-claims.jsonl.gz": "jsonl",
    "verified-claims.csv.gz": "csv",
    "claimreview.json.gz": "claimreview",
    "factcricis.csv.gz": "factcricis",
}
"""The files of a night, each with its form."""
LEVEL = 6


@dataclass(frozen=True, slots=True)
class DumpFile:
    """A dump that is there; size in bytes, sha256 of the compressed file."""

    name: str
    size: int
    made_at: datetime
    sha256: bytes


def dump_path(folder: Path, name: str) -> Path:
    """Give the path of one of DUMPS; of no other name. Raises FileNotFoundError."""
    if name not in DUMPS:
        raise FileNotFoundError(name)
    return folder / name


def dumps_there(folder: Path) -> list[DumpFile]:
    """List the dumps that have been made."""
    paths = [folder / name for name in DUMPS]
    return [_seen(path) for path in paths if path.is_file()]


def write_dump(folder: Path, name: str, lines: Iterable[bytes]) -> int:
    """Write the compressed file beside its place and move it there; give its size in bytes.

    Readers of the former file go on reading it; a crash leaves the former one in place.
    """
    path = dump_path(folder, name)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    try:
        with (
            os.fdopen(descriptor, "wb") as raw,
            gzip.GzipFile(
                filename="", fileobj=raw, mode="wb", compresslevel=LEVEL, mtime=0
            ) as file,
        ):
            file.writelines(lines)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return path.stat().st_size


def sha256_of(path: Path, facts: os.stat_result) -> bytes:
    """Give the file's digest, read once while it stays as `facts` say."""
    return _digest(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=4 * len(DUMPS))
def _digest(path: Path, _mtime: int, _size: int) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _seen(path: Path) -> DumpFile:
    facts = path.stat()
    made_at = datetime.fromtimestamp(facts.st_mtime, UTC)
    return DumpFile(path.name, facts.st_size, made_at, sha256_of(path, facts))
