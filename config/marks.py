"""ETags for answers whose view gives them none, on HEAD as on GET."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware


class MarksMiddleware(ConditionalGetMiddleware):
    """Django's, which leaves HEAD without the headers of the GET that it stands for."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Mark the answer, or say that nothing changed."""
        if request.method != "HEAD":
            return super().process_response(request, response)
        request.method = "GET"  # the body is still there: the server leaves it out
        try:
            return super().process_response(request, response)
        finally:
            request.method = "HEAD"
