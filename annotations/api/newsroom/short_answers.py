"""What newsrooms ask most, answered from the environment of a request alone.

GET and HEAD of the list and of one verified claim, from who sends no key and wants JSON: no request
or response is made, no session, language or view counts. Allowance, conditions and compression are
those of the long road; whatever else comes (a problem, a withdrawn claim, another form) is left to
that. Where the doors are: annotations.api.newsroom.short_road.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.exceptions import APIException

from annotations.api.access.allowance import count_anonymous
from annotations.api.access.packing import SMALLEST, packed, takes_gzip, weakened
from annotations.api.access.public_access import PUBLIC_HEADERS, REVALIDATED
from annotations.api.newsroom.public_pages import AskedList, asked_list, list_body, packed_list_body
from annotations.queries.publications import current_bytes
from claims.exchange.change_dates import proving_date, told_date

Environ = MutableMapping[str, Any]
"""What a WSGI server tells of a request (PEP 3333); Django's `request.META` is the same."""
Headers = list[tuple[str, str]]

PLAIN = frozenset(
    {"", "*/*", "application/json", "application/json, text/plain, */*", "application/json, */*"}
)
"""What programs say that want JSON or don't mind; who says more goes the long road."""
METHODS = "GET, HEAD, OPTIONS"
OK, NOT_MODIFIED = "200 OK", "304 Not Modified"
_ONE = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
_LONG = frozenset({"HTTP_AUTHORIZATION", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"})


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """A whole answer: its status line, its headers but those that fit every page, its body."""

    status: str
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address: its bytes are made only if they are wanted."""

    etag: str
    changed_at: datetime | None
    vary: str


def is_short(environ: Environ) -> bool:
    """Say whether the request may be answered here; decides nothing about its words."""
    return (
        environ["PATH_INFO"].startswith(_list_path())
        and environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and environ.get("HTTP_ACCEPT", "") in PLAIN
        and _LONG.isdisjoint(environ)
        and not environ.get("SCRIPT_NAME")
    )


def short_answer(environ: Environ, origin: str) -> ShortAnswer | None:
    """Answer a short request; None for what the long road must answer.

    origin: scheme and host under which it came, both believed. Raises django.db.Error.
    """
    path, start = environ["PATH_INFO"], _list_path()
    query = environ.get("QUERY_STRING", "")
    if len(path) == len(start):
        # `format` picks a renderer: the view's matter
        return None if "format" in query else _list(environ, f"{origin}{path}", query)
    one = _ONE.fullmatch(path, len(start))
    return None if one is None or query else _claim(environ, one[1])


@cache
def _list_path() -> str:
    return reverse("verified-claims")


def _list(environ: Environ, place: str, query: str) -> ShortAnswer | None:
    try:
        listed = asked_list(place, query)
    except (APIException, TooManyFieldsSent):
        return None
    is_packed = takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = weakened(listed.etag) if is_packed else listed.etag
    found = Found(etag, listed.changed_at, "Accept-Encoding")
    if _is_known(environ, found):
        return _finished(environ, found, NOT_MODIFIED, b"", [])
    body, is_packed = _list_bytes(listed, is_packed=is_packed)
    return _finished(environ, found, OK, body, _described(body, is_packed=is_packed))


def _list_bytes(listed: AskedList, *, is_packed: bool) -> tuple[bytes, bool]:
    small = packed_list_body(listed) if is_packed else None
    return (list_body(listed), False) if small is None else (small, True)


def _claim(environ: Environ, claim_id: str) -> ShortAnswer | None:
    row = current_bytes(claim_id)
    if row is None or row[0] == "withdrawn":
        return None
    _, digest, changed_at, body = row
    etag, is_packed = f'"{digest}"', takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    if is_packed:
        etag, is_packed = weakened(etag), len(body) >= SMALLEST
    found = Found(etag, changed_at, "Accept, Accept-Encoding")
    if _is_known(environ, found):
        return _finished(environ, found, NOT_MODIFIED, b"", [])
    body = packed(body) if is_packed else body
    return _finished(environ, found, OK, body, _described(body, is_packed=is_packed))


def _is_known(environ: Environ, found: Found) -> bool:
    """Say whether the client has this already."""
    if not ("HTTP_IF_NONE_MATCH" in environ or "HTTP_IF_MODIFIED_SINCE" in environ):
        return False
    request = HttpRequest()
    request.method, request.META = "GET", environ  # type: ignore[assignment]
    since = proving_date(told_date(found.changed_at))
    return get_conditional_response(request, etag=found.etag, last_modified=since) is not None


def _described(body: bytes, *, is_packed: bool) -> Headers:
    told = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    return [*told, ("Content-Encoding", "gzip")] if is_packed else told


def _finished(
    environ: Environ, found: Found, status: str, body: bytes, headers: Headers
) -> ShortAnswer | None:
    """Count the request and set the headers; None for one too many, which the view refuses."""
    allowance = count_anonymous(environ)
    if allowance.is_over:
        return None
    headers += _common(settings.X_FRAME_OPTIONS)
    headers += (("ETag", found.etag), ("Vary", found.vary))
    headers.append(("Last-Modified", _date(told_date(found.changed_at))))
    headers += allowance.headers()
    return ShortAnswer(status, headers, body)


@lru_cache(maxsize=2)
def _common(framing: str) -> tuple[tuple[str, str], ...]:
    """Give what every answer here says."""
    return (
        *PUBLIC_HEADERS.items(),
        ("Cache-Control", REVALIDATED),
        ("Allow", METHODS),
        ("Access-Control-Allow-Methods", METHODS),
        ("X-Frame-Options", framing),
    )


@lru_cache(maxsize=1024)
def _date(seconds: int) -> str:
    return http_date(seconds)
