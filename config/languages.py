"""Which language an address speaks.

Public pages carry their language in the path: Italian without a prefix, English below /en/. What
has one address for all (log-in, desk, admin panel, API) speaks the language the visitor chose by
the switch, or the one their browser asks for.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

ONE_ADDRESS_FOR_ALL = ("/api/", "/accounts/", "/admin/", "/desk", "/i18n/")


class PathOrChoiceLocaleMiddleware(LocaleMiddleware):
    """Django's, which would speak Italian at every address without a prefix."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language of the path, or of the visitor."""
        super().process_request(request)
        if request.path_info.startswith(ONE_ADDRESS_FOR_ALL):
            translation.activate(translation.get_language_from_request(request))
            request.LANGUAGE_CODE = translation.get_language()
