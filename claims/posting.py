"""Sending a message to a server that somebody named, over the guarded wire (claims.wire).

No redirect is followed, no more of the answer is read than is kept, one deadline covers all.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpcore2
from django.utils.translation import gettext as _

from claims.addresses import Address, Network, check_addresses, check_url, port_of
from claims.errors import NotReadable
from claims.wire import (
    CheckedBackend,
    Deadline,
    Resolver,
    addresses_of,
    resolve_host,
    tls_context,
)

KEPT_BYTES = 400
"""How much of an answer's body is read and kept where its status is what counts."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server said to a message; `retry_after` as it was sent, empty where it wasn't.

    missing: why the body isn't whole (too-large, too-slow, unreachable), empty where it is.
    """

    http_status: int
    retry_after: str
    body: str
    missing: str = ""


def check_target(url: str, allowed: Sequence[Network]) -> None:
    """Refuse an address that no message could go to, before anybody stores it.

    allowed: private networks that may be written to, there also without TLS.
    Raises NotReadable: invalid-url, private-address, insecure-url.
    """
    place = check_url(url, allowed)
    if place.scheme != "https" and not allowed:
        raise NotReadable("insecure-url", _("The address must start with https://."))


def post(
    url: str,
    *,
    body: bytes,
    headers: Mapping[str, str],
    seconds: float,
    allowed: Sequence[Network] = (),
    kept: int = KEPT_BYTES,
    resolve: Resolver = resolve_host,
) -> Answered:
    """Send `body` once and give the answer, whatever its status, with the first `kept` bytes of it.

    Raises NotReadable: invalid-url, insecure-url, private-address, too-slow, unreachable,
    untrusted-certificate.
    """
    check_target(url, allowed)
    deadline = Deadline(seconds)
    place = check_url(url, allowed)
    addresses = addresses_of(place, resolve, deadline)
    check_addresses(addresses, port_of(place), allowed)
    if place.scheme != "https":
        check_private(addresses, allowed)
    wire = CheckedBackend(addresses, deadline)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=tls_context(), network_backend=wire) as pool,
            pool.stream(
                "POST",
                str(place.copy_with(fragment=None)),
                headers=[*headers.items(), ("Connection", "close")],
                content=body,
            ) as response,
        ):
            return _answered(response, kept)
    except httpcore2.TimeoutException as error:
        raise NotReadable("too-slow", _("The server took too long to answer.")) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError, ssl.SSLError) as error:
        raise NotReadable("unreachable", _("The server can't be reached.")) from error


def check_private(addresses: Sequence[Address], allowed: Sequence[Network]) -> None:
    """Refuse to send openly what leaves the private networks. Raises NotReadable (insecure-url)."""
    if not all(any(address in network for network in allowed) for address in addresses):
        raise NotReadable("insecure-url", _("The address must start with https://."))


def _answered(response: httpcore2.Response, kept: int) -> Answered:
    found = {name.lower(): value for name, value in response.headers}
    retry_after = found.get(b"retry-after", b"").decode("latin-1")
    content, missing = _beginning(response, kept)
    body = content.decode("utf-8", "replace").replace("\0", "")
    return Answered(response.status, retry_after, body, missing)


def _beginning(response: httpcore2.Response, kept: int) -> tuple[bytes, str]:
    """Read what is kept of the body; one that ends too soon or never is no failure."""
    content = b""
    try:
        for piece in response.iter_stream():
            content += piece
            if len(content) > kept:
                return content[:kept], "too-large"
    except (NotReadable, httpcore2.TimeoutException):
        return content, "too-slow"  # the status is the answer all the same
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError):
        return content, "unreachable"
    return content, ""
