"""What is wrong with the settings of the language model, said before anything is asked of it."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

LONGEST = 500.0
"""Seconds that questions may take in all, or a worker's task would run into its own limit."""


def check_model(**options: Any) -> list[CheckMessage]:
    """Check VAGLIO_MODEL_URL and its kin; nothing to say where no model is to be asked."""
    if settings.MODEL_URL:
        return list(_faults())
    if settings.MODEL_NAME or settings.MODEL_KEY:
        words = (
            "VAGLIO_MODEL or VAGLIO_MODEL_KEY is set without VAGLIO_MODEL_URL: no model is asked."
        )
        return [Warning(words, id="claims.W001")]
    return []


def _faults() -> Iterator[CheckMessage]:
    if not settings.MODEL_NAME.strip():
        yield Error("VAGLIO_MODEL_URL is set, but VAGLIO_MODEL names no model.", id="claims.E001")
    place = _place(settings.MODEL_URL)
    if place is None:
        words = "VAGLIO_MODEL_URL must be an http or https address without log-in, query or #."
        yield Error(words, hint="For example https://models.example.org/v1", id="claims.E002")
    elif place.scheme == "http" and _is_public(place.hostname or ""):
        words = "VAGLIO_MODEL_URL sends articles and the key openly: a public address needs https."
        yield Error(words, id="claims.E003")
    if not settings.MODEL_KEY.isascii() or any(c <= " " for c in settings.MODEL_KEY):
        words = "VAGLIO_MODEL_KEY holds characters that no header can carry."
        yield Error(words, id="claims.E004")
    times = (settings.MODEL_SECONDS, settings.MODEL_RUN_SECONDS)
    if min(times) <= 0 or sum(times) > LONGEST:
        words = "VAGLIO_MODEL_SECONDS and VAGLIO_MODEL_RUN_SECONDS must be more than 0"
        yield Error(f"{words}, and {LONGEST:.0f} together at most.", id="claims.E005")


def _place(address: str) -> SplitResult | None:
    """The address taken apart; None where it can't be one of a model."""
    try:
        place = urlsplit(address)
        port_is_read = place.port is None or place.port > 0
    except ValueError:
        return None
    plain = not (place.username or place.password or place.query or place.fragment)
    whole = place.scheme in ("http", "https") and bool(place.hostname)
    return place if plain and whole and port_is_read and address.isprintable() else None


def _is_public(host: str) -> bool:
    """Whether a host is written as a public number; what a name means shows when it is asked."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False
