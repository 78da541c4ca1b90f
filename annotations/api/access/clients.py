"""From where a request comes, believing only proxies that the settings name."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_HOME_BITS = 64
"""One household or server has at least this much of IPv6 to itself, and may walk through it."""


def client_address(request: HttpRequest | Request) -> str:
    """Give the address of the client, of IPv6 its /64; empty for none (a unix socket)."""
    return address_of(request.META)


def address_of(environ: Mapping[str, Any]) -> str:
    """Give the same, read from the environment of a request.

    Each proxy appends whom it heard from to X-Forwarded-For: read from the right, the first one
    that isn't a proxy of ours is the client. What stands further left may be made up.
    """
    peer = environ.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:  # the usual case, asked with every public request
        return _one_client(peer)
    trusted = _networks(tuple(settings.TRUSTED_PROXIES))
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for heard in (peer, *reversed(forwarded)):
        written = heard.strip()
        if not _is_trusted(written, trusted):
            return _one_client(written) or _one_client(peer)
    return _one_client(peer)


def _is_trusted(written: str, trusted: Sequence[Network]) -> bool:
    address = _read(written)
    if address is None:  # a unix socket has no address: whoever may write to it is ours
        return written == ""
    return any(address in network for network in trusted)


@lru_cache(maxsize=4096)
def _one_client(written: str) -> str:
    address = _read(written)
    if address is None:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _HOME_BITS), strict=False))
    return str(address)


def _read(written: str) -> Address | None:
    try:
        return ipaddress.ip_address(written)
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _networks(names: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(name) for name in names)
