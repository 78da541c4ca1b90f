"""Fetching a page without harm to us or others, over the guarded wire (claims.wire).

Every redirect goes through the same checks as the first address. One deadline covers names,
connections and all bytes.
"""

from __future__ import annotations

import datetime
import ssl
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import httpcore2
import httpx2
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.addresses import check_addresses, check_url, port_of
from claims.errors import NotReadable
from claims.wire import (
    CheckedBackend,
    Deadline,
    Resolver,
    addresses_of,
    resolve_host,
    tls_context,
)

MAX_REDIRECTS = 5
READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""Media types that can become an article."""
ARCHIVABLE = READABLE | {"application/pdf", "image/jpeg", "image/png", "image/webp", "image/gif"}
"""Media types that can be kept as a copy of a source."""

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered; `content_type` as it was sent, charset included."""

    content: bytes
    content_type: str
    final_url: str
    fetched_at: datetime.datetime


def fetch(
    url: str,
    *,
    media_types: Collection[str] = READABLE,
    resolve: Resolver = resolve_host,
) -> Fetched:
    """Fetch `url`, following at most MAX_REDIRECTS redirects.

    Raises NotReadable: invalid-url, private-address, too-many-redirects, too-slow, too-large,
    not-html, http-error (with `http_status`), unreachable, untrusted-certificate.
    """
    deadline = Deadline(settings.FETCH_SECONDS)
    visited: set[str] = set()
    place = check_url(url)
    while str(place) not in visited and len(visited) <= MAX_REDIRECTS:
        visited.add(str(place))
        answer = _visit(place, media_types, resolve, deadline)
        if isinstance(answer, Fetched):
            return answer
        place = answer
    raise NotReadable("too-many-redirects", _("The address redirects in circles or too often."))


def _visit(
    place: httpx2.URL, media_types: Collection[str], resolve: Resolver, deadline: Deadline
) -> Fetched | httpx2.URL:
    """One request: what it brought, or where it leads."""
    addresses = addresses_of(place, resolve, deadline)
    check_addresses(addresses, port_of(place))
    wire = CheckedBackend(addresses, deadline)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=tls_context(), network_backend=wire) as pool,
            pool.stream("GET", str(place.copy_with(fragment=None)), headers=_headers()) as response,
        ):
            return _answer(place, response, media_types)
    except httpcore2.TimeoutException as error:
        raise NotReadable("too-slow", _("The server took too long to answer.")) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError, ssl.SSLError) as error:
        raise NotReadable("unreachable", _("The server can't be reached.")) from error


def _answer(
    place: httpx2.URL, response: httpcore2.Response, media_types: Collection[str]
) -> Fetched | httpx2.URL:
    headers = httpx2.Headers(response.headers)
    if response.status in (301, 302, 303, 307, 308) and "location" in headers:
        return check_url(str(_joined(place, headers["location"])))
    if not 200 <= response.status < 300:
        raise NotReadable(
            "http-error",
            _("The server answered with the status %(status)d.") % {"status": response.status},
            http_status=response.status,
        )
    content_type = headers.get("content-type", "")
    _check_media_type(content_type, media_types)
    content = _read_all(response.iter_stream(), headers)
    return Fetched(content, content_type, str(place.copy_with(fragment=None)), timezone.now())


def _joined(place: httpx2.URL, location: str) -> httpx2.URL:
    try:
        return place.join(location)
    except (httpx2.InvalidURL, ValueError) as error:
        raise NotReadable("invalid-url", _("The redirect can't be understood.")) from error


def _check_media_type(content_type: str, media_types: Collection[str]) -> None:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type and media_type not in media_types:
        raise NotReadable(
            "not-html",
            _("The address leads to a file of the kind %(kind)s, not to a page.")
            % {"kind": media_type},
        )


def _read_all(stream: Iterable[bytes], headers: httpx2.Headers) -> bytes:
    """All bytes, never more than the limit in memory, however small they came packed."""
    limit = settings.FETCH_MAX_BYTES
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise _too_large()
    content = bytearray()
    for piece in _unpacked(stream, headers.get("content-encoding", "identity").strip().lower()):
        content += piece
        if len(content) > limit:
            raise _too_large()
    return bytes(content)


def _unpacked(stream: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Undo gzip or deflate, at most _CHUNK bytes at a time: a bomb is met before it bursts."""
    if encoding in ("", "identity"):
        yield from stream
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise NotReadable("unreachable", _("The server packed the page in a way we can't undo."))
    unpacker = zlib.decompressobj(wbits=47)  # finds out itself whether gzip or zlib
    try:
        for packed in stream:
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, _CHUNK)
                packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise NotReadable("unreachable", _("The server sent a damaged page.")) from error


def _too_large() -> NotReadable:
    return NotReadable(
        "too-large",
        _("The page is larger than %(limit)d bytes.") % {"limit": settings.FETCH_MAX_BYTES},
    )


def _headers() -> list[tuple[str, str]]:
    return [
        ("User-Agent", settings.FETCH_USER_AGENT),
        ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"),
        ("Accept-Language", "it, en;q=0.8"),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]
