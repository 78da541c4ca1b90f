"""The short road: two doors at which what newsrooms ask most is answered before all else is set up.

`in_front` stands before Django in the WSGI application (config.wsgi), `short_road` right below
Django's SecurityMiddleware, for whoever calls Django itself. What the first can't answer the second
isn't asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.security import SecurityMiddleware

from annotations.api.newsroom.short_answers import (
    Environ,
    Headers,
    ShortAnswer,
    is_short,
    short_answer,
)

TRIED = "vaglio.short_road"
"""In a request's environment: the short road had no answer."""
HOST_TOLD_BY = (
    "wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT",
    "SERVER_NAME", "SERVER_PORT",
)  # fmt: skip
"""What in a request's environment says under which scheme and host it came."""

GetResponse = Callable[[HttpRequest], HttpResponseBase]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Site:
    """Scheme and host under which a request came, and the headers SecurityMiddleware adds there."""

    origin: str
    headers: Headers


def short_road(get_response: GetResponse) -> GetResponse:
    """Answer at once where that can be done, else go on: a middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        environ = request.META
        if TRIED in environ or not is_short(environ):
            return get_response(request)
        try:
            origin = f"{request.scheme}://{request.get_host()}"
        except DisallowedHost:  # refused further on, with every header
            return get_response(request)
        answer = short_answer(environ, origin)
        return get_response(request) if answer is None else _response(answer)

    return middleware


def _response(answer: ShortAnswer) -> HttpResponse:
    status, _, reason = answer.status.partition(" ")
    response = HttpResponse(answer.body, status=int(status), reason=reason)
    del response.headers["Content-Type"]
    for name, value in answer.headers:
        response.headers[name] = value
    return response


def in_front(inner: Application) -> Application:
    """Answer at once where that can be done, else let `inner` do it: a WSGI application."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = _at_once(environ) if is_short(environ) else None
        if answer is None:
            return inner(environ, start_response)
        start_response(answer.status, answer.headers)
        return [answer.body]

    return application


def _at_once(environ: Environ) -> ShortAnswer | None:
    """Answer with SecurityMiddleware's headers, looking after the connection as Django does."""
    site = site_of(environ)
    if site is None:
        return None
    environ[TRIED] = True
    here = connections[DEFAULT_DB_ALIAS]
    here.close_if_unusable_or_obsolete()
    try:
        answer = short_answer(environ, site.origin)
    except Error:  # the long road says so, in its own form
        answer = None
    here.close_if_unusable_or_obsolete()
    if answer is not None:
        answer.headers.extend(site.headers)
    return answer


def site_of(environ: Environ) -> Site | None:
    """Say under which site a request came; None where Django must refuse it or lead it on."""
    told_by: tuple[str, ...] = HOST_TOLD_BY
    if settings.SECURE_PROXY_SSL_HEADER is not None:
        told_by = (*told_by, settings.SECURE_PROXY_SSL_HEADER[0])
    return known_site(tuple([(name, environ[name]) for name in told_by if name in environ]))


@lru_cache(maxsize=64)
def known_site(told: tuple[tuple[str, str], ...]) -> Site | None:
    """Ask Django once for each host: clients and proxies come under few."""
    environ = {"REQUEST_METHOD": "GET", "wsgi.input": BytesIO(), "wsgi.url_scheme": "http"}
    request = WSGIRequest(environ | dict(told))
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    security = SecurityMiddleware(lambda _: HttpResponse())
    if security.process_request(request) is not None:
        return None
    response = security.process_response(request, HttpResponse())
    del response.headers["Content-Type"]
    return Site(f"{request.scheme}://{host}", list(response.headers.items()))
