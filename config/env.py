"""What the environment says: where data lies, which servers are ours, which secrets came."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAGLIO_VAR", default=str(BASE_DIR / ".var"))).resolve()
"""Everything the embedded servers and the set-up keep: one folder, safe to delete when stopped."""


def socket_dir(var_dir: Path = VAR_DIR) -> Path:
    """Give the private folder for unix sockets of an installation, by default ours.

    A socket's path may have 107 bytes at most, so it can't live under a deep checkout; the name
    carries a digest of the data folder, so that two installations never meet.
    """
    digest = hashlib.sha256(str(var_dir).encode()).hexdigest()[:12]
    # not XDG_RUNTIME_DIR: root's is closed to the server's account, and it differs between log-ins
    return Path("/tmp") / f"vaglio-{os.getuid()}-{digest}"  # noqa: S108 - made 0700 by embedded_home


def embedded_secret_key() -> str:
    """Read the key of an embedded installation, made at its first start, never committed."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        if not path.exists():
            fresh.replace(path)
        fresh.unlink(missing_ok=True)
    return path.read_text().strip()


def secret_key() -> str:
    """Give the key of sessions and links. Raises ImproperlyConfigured in production without one."""
    if given := env.str("SECRET_KEY", default=""):
        return given
    if EMBEDDED_DATABASE:
        return embedded_secret_key()
    raise ImproperlyConfigured("Set SECRET_KEY: with DATABASE_URL set, no key is made up.")


EMBEDDED_DATABASE = not env.str("DATABASE_URL", default="")
EMBEDDED_BROKER = not env.str("CELERY_BROKER_URL", default="")
DATABASE_URL = env.str("DATABASE_URL", default="") or "postgres://vaglio@localhost/vaglio"
"""The embedded server listens on a socket in `socket_dir()` only; settings put that in."""
BROKER_URL = env.str("CELERY_BROKER_URL", default="") or (
    f"redis+socket://{socket_dir() / 'broker.sock'}"
)
