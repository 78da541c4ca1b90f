"""How often one address may report errors, over pages and API together."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from annotations.api.access.clients import client_address


class ReportThrottle(SimpleRateThrottle):
    """A count per visitor's address, which is kept as a keyed digest only."""

    scope = "reports"

    def get_cache_key(self, request: Request | HttpRequest, view: Any) -> str:
        """Name the visitor without keeping their address."""
        ident = client_address(request)
        digest = salted_hmac("annotations.reports", ident).hexdigest()
        return str(self.cache_format % {"scope": self.scope, "ident": digest})


def seconds_to_wait(request: HttpRequest) -> int | None:
    """Count a page's report; None to go on, else how long the visitor has to wait."""
    throttle = ReportThrottle()
    if throttle.allow_request(request, None):  # type: ignore[arg-type]
        return None
    return int(throttle.wait() or 0) + 1
