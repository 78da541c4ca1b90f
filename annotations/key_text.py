"""How an API key reads: `vg_` + 8 readable characters + `_` + 43 random ones (256 bits)."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that are taken for another when read aloud."""
_PREFIX_LENGTH = 8
_FORM = re.compile(rf"vg_([{_LETTERS}]{{{_PREFIX_LENGTH}}})_[A-Za-z0-9_-]{{43}}")


@dataclass(frozen=True, slots=True)
class FreshKey:
    """A key just made: `text` goes to its owner once, the other two are stored."""

    text: str
    prefix: str
    digest: str


def make_key() -> FreshKey:
    """Draw a new key from the system's source of randomness."""
    prefix = "".join(secrets.choice(_LETTERS) for _ in range(_PREFIX_LENGTH))
    text = f"vg_{prefix}_{secrets.token_urlsafe(32)}"
    return FreshKey(text, prefix, _digest(text))


def prefix_of(text: str) -> str | None:
    """Give the part by which a key is found; None for what can't be a key."""
    match = _FORM.fullmatch(text)
    return match[1] if match else None


def is_key(text: str, digest: str) -> bool:
    """Say whether `text` is the key with this digest, in a time that tells nothing."""
    return hmac.compare_digest(_digest(text), digest)


def _digest(text: str) -> str:
    """SHA-256 is enough for 256 random bits: there is no list of likely keys to try."""
    return hashlib.sha256(text.encode()).hexdigest()
