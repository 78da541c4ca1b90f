"""Secrets that we must be able to read again, encrypted at rest (Fernet: AES-128-CBC and HMAC).

The first of SEALING_KEYS seals, all of them open, so that keys can be changed. Without any, one is
derived from SECRET_KEY: what leaks from the database alone opens nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

_PURPOSE = b"vaglio sealing 1\0"


class SealBroken(Exception):
    """Sealed with a key that the settings no longer have, or damaged."""


def seal(content: bytes) -> bytes:
    """Encrypt; what comes out is base64 in ASCII."""
    return _box().encrypt(content)


def unseal(sealed: bytes) -> bytes:
    """Decrypt. Raises SealBroken."""
    try:
        return _box().decrypt(sealed)
    except InvalidToken as error:
        raise SealBroken from error


def _box() -> MultiFernet:
    return _box_of(tuple(settings.SEALING_KEYS), settings.SECRET_KEY)


@lru_cache(maxsize=4)
def _box_of(keys: Sequence[str], secret_key: str) -> MultiFernet:
    if not keys:
        digest = hashlib.sha256(_PURPOSE + secret_key.encode()).digest()
        return MultiFernet([Fernet(base64.urlsafe_b64encode(digest))])
    return MultiFernet([Fernet(key) for key in keys])
