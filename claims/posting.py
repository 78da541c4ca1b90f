"""Sending a message to a server that somebody named, over the guarded wire (claims.wire).

No redirect is followed, no more of the answer is read than is kept, one deadline covers all.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpcore2
from django.utils.translation import gettext as _

from claims.addresses import Network, check_addresses, check_url, port_of
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
"""How much of an answer's body is read and kept."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server said to a message; `retry_after` as it was sent, empty where it wasn't."""

    http_status: int
    retry_after: str
    body: str


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
    resolve: Resolver = resolve_host,
) -> Answered:
    """Send `body` once and give the answer, whatever its status.

    Raises NotReadable: invalid-url, insecure-url, private-address, too-slow, unreachable,
    untrusted-certificate.
    """
    check_target(url, allowed)
    deadline = Deadline(seconds)
    place = check_url(url, allowed)
    addresses = addresses_of(place, resolve, deadline)
    check_addresses(addresses, port_of(place), allowed)
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
            return _answered(response)
    except httpcore2.TimeoutException as error:
        raise NotReadable("too-slow", _("The server took too long to answer.")) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError, ssl.SSLError) as error:
        raise NotReadable("unreachable", _("The server can't be reached.")) from error


def _answered(response: httpcore2.Response) -> Answered:
    found = {name.lower(): value for name, value in response.headers}
    retry_after = found.get(b"retry-after", b"").decode("latin-1")
    return Answered(response.status, retry_after, _beginning(response))


def _beginning(response: httpcore2.Response) -> str:
    """Read what is kept of the body; one that ends too soon or never is no failure."""
    content = b""
    try:
        for piece in response.iter_stream():
            content += piece
            if len(content) >= KEPT_BYTES:
                break
    except NotReadable:  # the deadline: the status is the answer all the same
        pass
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError, OSError):
        pass
    return content[:KEPT_BYTES].decode("utf-8", "replace").replace("\0", "")
