"""ETags for answers whose view gives them none, and what the client has already, HEAD as GET."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import parse_http_date_safe

from claims.exchange.change_dates import proving_date


class MarksMiddleware(ConditionalGetMiddleware):
    """Django's, which leaves HEAD without the headers of the GET that it stands for.

    And which takes a date's word for it that nothing changed, however new the date is.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Mark the answer, or say that nothing changed."""
        if request.method not in ("GET", "HEAD"):
            return response
        if self.needs_etag(response) and not response.has_header("ETag"):
            set_response_etag(response)  # of HEAD too: the server leaves the body out, not we
        told = parse_http_date_safe(response.get("Last-Modified", ""))
        unchanged = get_conditional_response(
            request,
            etag=response.get("ETag"),
            last_modified=proving_date(told),
            response=cast(HttpResponse, response),
        )
        return unchanged or response
