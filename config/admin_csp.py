"""The admin panel's own Content-Security-Policy.

Its interface (Alpine.js, htmx) evaluates expressions written in attributes and puts styles into
the page, which the site's policy forbids. It is loosened below the admin's address only, for
staff who are logged in; nothing else of the policy changes.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

LOOSER = {
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
}

GetResponse = Callable[[HttpRequest], HttpResponse]


def admin_csp(get_response: GetResponse) -> GetResponse:
    """Stand below django-csp's middleware, which reads the mark left on the response."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(reverse("admin:index")):
            setattr(response, "_csp_replace", LOOSER)  # noqa: B010 - django-csp's own hook
        return response

    return middleware
