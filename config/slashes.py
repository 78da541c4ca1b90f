"""Addresses without their last slash lead to those with it; a POST stays a POST on the way."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.common import CommonMiddleware

from annotations.api.access.public_access import PUBLIC_HEADERS
from config.refusals import is_api

SAFE = ("GET", "HEAD", "OPTIONS")


class SlashMiddleware(CommonMiddleware):
    """Django's, with 308 where 301 would turn the request into a GET (RFC 9110, 15.4.2)."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Redirect what isn't found."""
        found = super().process_response(request, response)
        if found is response or found.status_code != 301:
            return found
        if request.method not in SAFE:
            found.status_code = 308
        if is_api(request.path):  # a page of another site may not be led on without
            for name, value in PUBLIC_HEADERS.items():
                found[name] = value
        return found
