"""Which addresses the reader may visit, and one spelling for each.

The checks are on numbers, never on names: a name is resolved once and the connection goes to
the numbers that were checked (claims.fetching).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Sequence

import httpx2
from django.conf import settings
from django.utils.translation import gettext as _
from url_normalize import url_normalize

from claims.errors import NotReadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

MAX_URL = 2000
PORTS = {"http": 80, "https": 443}

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48")))
"""Special-purpose blocks (IANA registries) that Python 3.11 takes for global."""
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_HOST = re.compile(rb"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", re.IGNORECASE)
"""Names that may stand in the DNS (RFC 1035, with the underscore that is met)."""


def check_url(url: str, allowed: Sequence[Network] | None = None) -> httpx2.URL:
    """Give `url` parsed. Raises NotReadable: invalid-url, private-address.

    Only http and https, no log-in inside; a host written as a number is checked at once.
    allowed: private networks that may be visited, by default the reader's.
    """
    allowed = allowed_networks() if allowed is None else allowed
    place = _parse(url)
    if place.userinfo:
        raise NotReadable("invalid-url", _("The address must not hold a user name or password."))
    if place.host.rstrip(".").lower() == "localhost" and not allowed:
        raise NotReadable("private-address", _("The address leads into a private network."))
    literal = _literal(place.host)
    if literal is not None:
        check_addresses([literal], port_of(place), allowed)
    elif not allowed:
        _check_port(port_of(place))
    return place


def check_addresses(
    addresses: Iterable[Address], port: int, allowed: Sequence[Network] | None = None
) -> None:
    """Raise NotReadable (private-address, invalid-url) unless every address may be visited."""
    allowed = allowed_networks() if allowed is None else allowed
    for address in addresses:
        if any(address in network for network in allowed):
            continue
        if not is_public(address):
            raise NotReadable("private-address", _("The address leads into a private network."))
        _check_port(port)


def is_public(address: Address) -> bool:
    """Say whether `address` belongs to the open internet, and so does any address inside it."""
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if isinstance(address, ipaddress.IPv6Address) and address.sixtofour is not None:
        return is_public(address.sixtofour)  # 2002::/16 itself: releases of Python 3.11 differ
    special = (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
        or any(address in block for block in _SPECIAL)
    )
    if special or not address.is_global:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return True
    inner = [address.ipv4_mapped, *(address.teredo or ())]
    return not address.is_site_local and all(is_public(a) for a in inner if a is not None)


def allowed_networks() -> list[Network]:
    """Read the private networks that the operator lets the reader visit."""
    return [ipaddress.ip_network(name) for name in settings.FETCH_ALLOWED_NETWORKS]


def port_of(place: httpx2.URL) -> int:
    """Give the port, the scheme's own where none is written."""
    return place.port or PORTS[place.scheme]


def normal_url(url: str) -> str:
    """Spell an address one way: no fragment, no tracking parameters, host in lower case.

    Raises NotReadable (invalid-url).
    """
    place = _parse(url)
    kept = [(k, v) for k, v in place.params.multi_items() if not _TRACKING.match(k)]
    if len(kept) != len(place.params.multi_items()):
        place = place.copy_with(params=kept) if kept else place.copy_with(query=None)
    try:
        normal = url_normalize(str(place.copy_with(fragment=None)), filter_params=False)
    except ValueError as error:
        raise NotReadable("invalid-url", _("The address can't be understood.")) from error
    if not normal or len(normal) > MAX_URL:
        raise NotReadable("invalid-url", _("The address can't be understood."))
    return normal


def _parse(url: str) -> httpx2.URL:
    if len(url) > MAX_URL or _UNSAFE.search(url.strip()):
        raise NotReadable("invalid-url", _("The address can't be understood."))
    try:
        place = httpx2.URL(url.strip())
    except (httpx2.InvalidURL, ValueError) as error:
        raise NotReadable("invalid-url", _("The address can't be understood.")) from error
    if place.scheme not in PORTS or not place.host:
        raise NotReadable("invalid-url", _("The address must start with http:// or https://."))
    if _literal(place.host) is None and not _HOST.fullmatch(place.raw_host):
        raise NotReadable("invalid-url", _("The address can't be understood."))
    return place


def _check_port(port: int) -> None:
    if port not in PORTS.values():
        raise NotReadable("invalid-url", _("Only the ports 80 and 443 are read."))


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
