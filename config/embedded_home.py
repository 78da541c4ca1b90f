"""Where the embedded servers keep their files, and that their account can get there."""

from __future__ import annotations

import os
import shutil
import stat
import sysconfig
import tempfile
from importlib.metadata import version
from pathlib import Path

from config.embedded_process import Account

FALLBACK = Path("/var/lib/vaglio")
"""For root's own checkouts: below a closed /root the account `nobody` can't reach anything."""


class UnsafeFolder(RuntimeError):
    """A folder that must be private belongs to someone else or stands open."""


def server_home(var_dir: Path, account: Account | None) -> Path:
    """Give the folder for binaries and data, made at the first call.

    Normally `var_dir`/servers. Where `account` can't traverse to it, that name is a link to a
    folder of its own below FALLBACK: no parent folder's mode is ever changed.
    """
    home = var_dir / "servers"
    if home.is_symlink() and not home.exists():
        home.unlink()
    if not home.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        if account is None or _reachable(var_dir):
            home.mkdir(mode=0o700)
        else:
            FALLBACK.mkdir(mode=0o755, parents=True, exist_ok=True)
            home.symlink_to(tempfile.mkdtemp(prefix="", dir=FALLBACK))
        give(home, account)
    return home.resolve()


def private_folder(folder: Path, account: Account | None) -> Path:
    """Make or check the 0700 folder of the sockets. Raises UnsafeFolder when it isn't ours.

    It lies in a folder where anyone may write, so somebody may have been there before us.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        found = folder.lstat()
        owner = account.uid if account else os.geteuid()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner, os.geteuid()}:
            raise UnsafeFolder(f"{folder} belongs to someone else") from None
        folder.chmod(0o700)
    give(folder, account)
    return folder


def installed(package: str, *, parts: tuple[str, ...], home: Path, account: Account | None) -> Path:
    """Give the folder that holds `parts` of site-packages where `account` can run them.

    Without a switch of account that is site-packages itself; else a copy, made once a version.
    """
    site = Path(sysconfig.get_paths()["platlib"])
    if account is None:
        return site
    copy = home / f"{package}-{version(package)}"
    if not copy.exists():
        fresh = Path(tempfile.mkdtemp(prefix=f"{package}-", dir=home))
        for part in parts:
            shutil.copytree(site / part, fresh / part)
        _open_for_all(fresh)
        fresh.rename(copy)
    return copy


def give(folder: Path, account: Account | None) -> None:
    """Hand one folder over to the account."""
    if account is not None:
        os.chown(folder, account.uid, account.gid)


def _reachable(folder: Path) -> bool:
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _open_for_all(folder: Path) -> None:
    # the home above it is 0700, so this opens it to the account alone
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
            if path.stat().st_mode & stat.S_IXUSR:
                path.chmod(path.stat().st_mode | 0o111)
