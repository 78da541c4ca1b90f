"""Addresses without their last slash lead to those with it; a POST stays a POST on the way."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.common import CommonMiddleware

SAFE = ("GET", "HEAD", "OPTIONS")


class SlashMiddleware(CommonMiddleware):
    """Django's, with 308 where 301 would turn the request into a GET (RFC 9110, 15.4.2)."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Redirect what isn't found."""
        found = super().process_response(request, response)
        if found is not response and found.status_code == 301 and request.method not in SAFE:
            found.status_code = 308
        return found
