"""What is refused before a view is reached: problem documents below /api/, pages elsewhere.

Django calls these by the names handler400 to handler500 in `config.urls`.
"""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views import defaults

from annotations.api.access.public_access import PUBLIC_HEADERS
from annotations.pages.problem_texts import PROBLEMS
from config.http import CODES, PROBLEM_TYPE, problem_type

API = ("/api/", "/v1alpha1/", "/claims:")
"""Where programs ask: Google's forms of the search have addresses of their own."""


def is_api(path: str) -> bool:
    """Say whether programs ask at a path."""
    return path.startswith(API)


def bad_request(request: HttpRequest, exception: Exception, **kwargs: Any) -> HttpResponse:
    """Refuse what Django itself can't read."""
    return _problem(400) if is_api(request.path) else defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception, **kwargs: Any) -> HttpResponse:
    """Refuse who may not."""
    return _problem(403) if is_api(request.path) else defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception, **kwargs: Any) -> HttpResponse:
    """Say that nothing is at this address."""
    return _problem(404) if is_api(request.path) else defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; what it is stands in the log alone."""
    return _problem(500) if is_api(request.path) else defaults.server_error(request)


def _problem(status: int) -> HttpResponse:
    """Refuse in a way that any site's page may read: who mistyped an address must be told so."""
    code = CODES[status]
    body = {
        "type": problem_type(code),
        "title": gettext(str(PROBLEMS[code].title)),
        "status": status,
        "code": code,
    }
    return HttpResponse(
        orjson.dumps(body), status=status, content_type=PROBLEM_TYPE, headers=PUBLIC_HEADERS
    )
