"""The short road: what newsrooms ask most, answered before anything else is set up.

A middleware that stands right below Django's SecurityMiddleware. It answers GET and HEAD of the
list and of one verified claim, to who sends no key and wants JSON: no session, no language, no view
counts there. Allowance, conditions, compression and headers are those of the long road; whatever
else comes (a problem, a withdrawn claim, another form) goes on to the view.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.exceptions import APIException

from annotations.api.access.allowance import count_request
from annotations.api.access.packing import SMALLEST, packed, takes_gzip, weakened
from annotations.api.access.public_access import (
    PUBLIC_HEADERS,
    REVALIDATED,
)
from annotations.api.newsroom.public_pages import asked_list, list_body, packed_list_body
from annotations.queries.publications import current_bytes

PLAIN = frozenset(
    {"", "*/*", "application/json", "application/json, text/plain, */*", "application/json, */*"}
)
"""What programs say that want JSON or don't mind; who says more goes the long road."""
METHODS = "GET, HEAD, OPTIONS"
_ONE = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
_LONG = ("HTTP_AUTHORIZATION", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def short_road(get_response: GetResponse) -> GetResponse:
    """Answer at once where that can be done, else go on."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        try:
            answered = _answered(request)
        except DisallowedHost:  # refused further on, with every header
            answered = None
        return get_response(request) if answered is None else answered

    return middleware


@cache
def _list_path() -> str:
    return reverse("verified-claims")


def _answered(request: HttpRequest) -> HttpResponse | None:
    path, start = request.path_info, _list_path()
    if not (path.startswith(start) and request.method in ("GET", "HEAD")):
        return None
    asked = request.META
    if asked.get("HTTP_ACCEPT", "") not in PLAIN or any(name in asked for name in _LONG):
        return None
    if len(path) == len(start):
        # `format` picks a renderer: the view's matter
        return None if "format" in asked.get("QUERY_STRING", "") else _list(request)
    one = _ONE.fullmatch(path, len(start))
    if one is None or asked.get("QUERY_STRING"):
        return None
    request.get_host()
    return _claim(request, UUID(one[1]))


def _list(request: HttpRequest) -> HttpResponse | None:
    try:
        listed = asked_list(request.build_absolute_uri(), request.META["QUERY_STRING"])
    except APIException:
        return None
    is_packed = takes_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    etag = weakened(listed.etag) if is_packed else listed.etag
    if (short := _unchanged(request, etag, listed.changed_at)) is None:
        small = packed_list_body(listed) if is_packed else None
        body = list_body(listed) if small is None else small
        short = _json(body, is_packed=small is not None)
    return _finished(request, short, etag, listed.changed_at, vary="Accept-Encoding")


def _claim(request: HttpRequest, claim_id: UUID) -> HttpResponse | None:
    row = current_bytes(claim_id)
    if row is None or row[0] == "withdrawn":
        return None
    _, digest, changed_at, body = row
    etag, is_packed = f'"{digest}"', takes_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    if is_packed:
        etag, is_packed = weakened(etag), len(body) >= SMALLEST
    if (short := _unchanged(request, etag, changed_at)) is None:
        short = _json(packed(body) if is_packed else body, is_packed=is_packed)
    return _finished(request, short, etag, changed_at, vary="Accept, Accept-Encoding")


def _unchanged(request: HttpRequest, etag: str, changed_at: datetime | None) -> HttpResponse | None:
    if not ("HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META):
        return None
    stamp = int(changed_at.timestamp()) if changed_at else None
    found = get_conditional_response(request, etag=etag, last_modified=stamp)
    return HttpResponse(status=304) if found is not None else None


def _json(body: bytes, *, is_packed: bool) -> HttpResponse:
    response = HttpResponse(body, content_type="application/json")
    response.headers["Content-Length"] = str(len(body))
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _finished(
    request: HttpRequest,
    response: HttpResponse,
    etag: str,
    changed_at: datetime | None,
    *,
    vary: str,
) -> HttpResponse | None:
    """Count the request and set the headers; None for one too many, which the view refuses."""
    allowance = count_request(request)
    if allowance.is_over:
        return None
    headers = response.headers
    for name, value in PUBLIC_HEADERS.items():
        headers[name] = value
    headers["ETag"] = etag
    if changed_at is not None:
        headers["Last-Modified"] = http_date(changed_at.timestamp())
    headers["Cache-Control"] = REVALIDATED
    headers["Vary"] = vary
    headers["Allow"] = headers["Access-Control-Allow-Methods"] = METHODS
    headers["X-Frame-Options"] = settings.X_FRAME_OPTIONS
    allowance.write_to(response)
    return response
