"""The one place where failures become HTTP, and what every API answer has in common.

Problem documents follow RFC 9457; the `type` of each leads to its page under /problems/.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import Http404
from django.utils.translation import gettext, ngettext
from rest_framework import authentication, exceptions, pagination, renderers, serializers, status
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.pages.problem_texts import PROBLEMS
from claims.errors import DomainError, NotReadable

logger = logging.getLogger(__name__)

PROBLEM_TYPE = "application/problem+json"
CODES: Mapping[int, str] = {
    400: "invalid-input",
    401: "not-authenticated",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    415: "unsupported-media-type",
    429: "too-many-requests",
    500: "server-error",
}


class JSONRenderer(renderers.BaseRenderer):
    """JSON by orjson; a problem document names its own media type."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        """Render what a view answered; nothing at all for an empty answer."""
        if data is None:
            return b""
        try:
            return orjson.dumps(data, default=str)
        except TypeError:  # half a character or a huge number, in a refusal that quotes the input
            return json.dumps(data, default=str).encode()


class SessionAuthentication(authentication.SessionAuthentication):
    """DRF's, but saying 401 to strangers: the interface then asks them to log in."""

    def authenticate_header(self, request: Request) -> str:
        """Name the scheme, which is what turns 403 into 401."""
        return "Session"


class StrictNegotiation(DefaultContentNegotiation):
    """DRF's, for which `format=` is a form that isn't on offer, like any other unknown one."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        """Choose a form. Raises Http404 for one that isn't on offer."""
        if request.query_params.get("format") == "":
            raise Http404
        return super().select_renderer(request, renderers, format_suffix)


PAGE_SIZE = serializers.IntegerField(min_value=1)


class CursorPagination(pagination.CursorPagination):
    """Cursor pages, `page_size` up to 200; a view sets its own `ordering`."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    # None: more than a thousand claims may share one check-worthiness
    offset_cutoff = None  # type: ignore[assignment]
    ordering = ("-created_at", "id")

    def get_page_size(self, request: Request) -> int:
        """Read `page_size`, at most 200 of it. Raises ValidationError where it is no number."""
        written = request.query_params.get("page_size", self.page_size)
        try:
            asked = PAGE_SIZE.run_validation(written)
        except exceptions.ValidationError as error:
            raise exceptions.ValidationError({"page_size": error.detail}) from error
        return min(int(asked), self.max_page_size)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe `cursor` and `page_size` with their limits."""
        described: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in described:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] |= {"minimum": 1}
                parameter["description"] = f"At most {self.max_page_size}; more is cut down to it."
        return described

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        """Take the view's `cursor_ordering` where it has one."""
        return tuple(getattr(view, "cursor_ordering", None) or self.ordering)


def problem_type(code: str) -> str:
    """Give the address that names and explains a kind of problem."""
    return f"{settings.SITE_URL}/problems/{code}/"


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """Turn a failure into a problem document; None lets Django answer 500.

    Nothing is rolled back here: requests hold no transaction of their own (ATOMIC_REQUESTS is
    off), the services' transactions ended with the failure.
    """
    if isinstance(error, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        error = NotReadable("too-large", gettext("The request is too large."))
    if isinstance(error, DomainError):
        title = _title_of(error)
        detail = "" if error.detail == error.title else gettext(str(error.detail))
        response = _problem(error.http, error.code, title, detail, dict(error.extra))
        if error.challenge:
            response["WWW-Authenticate"] = error.challenge
        if error.retry_after is not None:
            response["Retry-After"] = str(error.retry_after)
        return response
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    return _api_problem(error)


def _title_of(error: DomainError) -> str:
    """Give the title of its kind of problem: what can't be read is of many kinds (RFC 9457)."""
    told = PROBLEMS.get(error.code) if isinstance(error, NotReadable) else None
    return gettext(str(told.title if told else error.title))


def _api_problem(error: exceptions.APIException) -> Response:
    code = CODES.get(error.status_code, "error")
    if isinstance(error, exceptions.ValidationError):
        errors = list(_pointed(error.detail, ""))
        return _problem(400, code, gettext("The input isn't valid."), "", {"errors": errors})
    title, detail = str(error.default_detail), str(error.detail)
    if isinstance(error, exceptions.Throttled):  # DRF has the wait in few languages
        title, detail = gettext("Too many requests."), _wait_in_words(error)
    if "{" in title:  # a method's or media type's place, which only the detail has filled
        title = detail
    response = _problem(error.status_code, code, title, detail, {})
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(int(wait) + 1)
    if challenge := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = challenge
    return response


def _wait_in_words(error: exceptions.Throttled) -> str:
    wait = getattr(error, "wait", None)
    if wait is None:
        return ""
    seconds = int(wait) + 1
    words = ngettext("Ask again in %(count)d second.", "Ask again in %(count)d seconds.", seconds)
    return words % {"count": seconds}


def _pointed(detail: Any, pointer: str) -> Iterator[dict[str, str]]:
    """Flatten DRF's nested messages to a list of {detail, pointer} (JSON Pointer, RFC 6901)."""
    if isinstance(detail, Mapping):
        for key, below in detail.items():
            escaped = str(key).replace("~", "~0").replace("/", "~1")
            part = "" if key == "non_field_errors" else f"/{escaped}"
            yield from _pointed(below, pointer + part)
    elif isinstance(detail, list) and any(isinstance(part, (Mapping, list)) for part in detail):
        for index, below in enumerate(detail):
            yield from _pointed(below, f"{pointer}/{index}")
    elif isinstance(detail, list):
        for message in detail:
            yield {"detail": str(message), "pointer": pointer}
    else:
        yield {"detail": str(detail), "pointer": pointer}


def _problem(
    code_number: int, code: str, title: str, detail: str, extra: dict[str, object]
) -> Response:
    body = {"type": problem_type(code), "title": title, "status": code_number, "code": code}
    if detail and detail != title:
        body["detail"] = detail
    response = Response({**body, **extra}, status=code_number, content_type=PROBLEM_TYPE)
    if code_number >= status.HTTP_500_INTERNAL_SERVER_ERROR:
        logger.error("problem %s: %s", code, detail)
    return response
