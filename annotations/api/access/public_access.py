"""What every public answer has in common: open to all origins, revalidated, throttled.

Anybody may ask; who sends an API key may ask more, and the key must cover it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.http import HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotations.api.access.allowance import ClientThrottle, count_request
from annotations.api.access.key_access import ApiKeyAuthentication
from annotations.api.access.packing import pack
from annotations.models import ApiKey
from claims.exchange.change_dates import dated, pass_over_dates, proving_date, told_date

R = TypeVar("R", bound=HttpResponseBase)
REVALIDATED = "public, no-cache"
"""Anybody may keep it, but asks each time whether it still holds."""
PUBLIC_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type, "
    "Idempotency-Key, If-None-Match, If-Modified-Since",
    "Access-Control-Expose-Headers": "ETag, Idempotency-Replayed, Last-Modified, Link, Location, "
    "RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, WWW-Authenticate",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
    # data is no page: opened as one it may load nothing and be framed by nobody
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every public answer says: any site's pages may read it."""


class PublicView(APIView):
    """A view that anybody may read, from any site; no cookie counts here.

    read_scope, write_scope: what a key must cover, where one is sent. request_cost: how many plain
    requests one to this view counts for.
    """

    authentication_classes: list[Any] = [ApiKeyAuthentication]
    permission_classes = [AllowAny]
    throttle_classes = [ClientThrottle]
    read_scope = write_scope = ApiKey.Scope.READ_VERIFIED
    request_cost = 1
    cors_methods = "GET, HEAD, OPTIONS"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Let who may ask in; what is only asked about (OPTIONS) costs no more than a plain page.

        A browser asks so before each POST of another site's page.
        """
        if request.method == "OPTIONS":
            self.request_cost = 1
        super().initial(request, *args, **kwargs)

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Let other sites' pages read every answer, problems included; say what is left to ask.

        What was refused before it was counted (an unknown key, a form that isn't on offer) counts
        here, against the address.
        """
        response = super().finalize_response(request, response, *args, **kwargs)
        count_request(request, self.request_cost).write_to(response)
        for name, value in PUBLIC_HEADERS.items():
            response[name] = value
        response["Access-Control-Allow-Methods"] = self.cors_methods
        response.headers.setdefault("Cache-Control", "no-cache")
        dated(response, request.method)
        accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
        if isinstance(response, Response):
            response.add_post_render_callback(lambda rendered: pack(rendered, accepted))
        else:
            pack(response, accepted)
        return response


def not_modified(
    request: Request, *, etag: str, changed_at: datetime | None
) -> HttpResponse | None:
    """Give the 304 (or 412) that the request's conditions ask for; None to answer in full.

    changed_at: None where no date tells whether the answer is still the same.
    """
    if changed_at is None:
        pass_over_dates(request._request)
    since = proving_date(told_date(changed_at))
    short = get_conditional_response(request._request, etag=etag, last_modified=since)
    return None if short is None else marked(short, etag=etag, changed_at=changed_at)


def answer(body: Any, *, etag: str, changed_at: datetime | None) -> Response:
    """Answer in full, with the marks by which the client may ask again."""
    return marked(Response(body), etag=etag, changed_at=changed_at)


def marked(response: R, *, etag: str, changed_at: datetime | None) -> R:
    """Set the marks by which caches and clients ask again."""
    response["ETag"] = etag
    response["Last-Modified"] = http_date(told_date(changed_at))
    response["Cache-Control"] = REVALIDATED
    return response
