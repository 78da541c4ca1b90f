"""Versions over HTTP: `ETag` on what is read, `If-Match` on what is written (RFC 9110).

A row's `version` is its ETag: `"3"`, or `"3-1f0c…"` where the answer also holds parts of other
rows, whose changes show after the dash. Services check the number under a row lock.
"""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from claims.errors import DomainError

IF_MATCH = OpenApiParameter(
    "If-Match",
    {"type": "string", "pattern": r'^(\*|"[0-9]{1,9}(-[0-9a-f]{1,64})?")$'},
    OpenApiParameter.HEADER,
    required=True,
    description='The version you saw, e.g. `"3"` (a draft\'s is `"0"` at first); `*` for any.',
)


class VersionMissing(DomainError):
    """A write that doesn't say which version it saw."""

    code = "version-missing"
    title = "Say with If-Match which version you saw."
    http = 428


class VersionUnreadable(DomainError):
    """An If-Match that is not one of our ETags."""

    code = "stale-version"
    title = "Someone changed this in the meantime."
    http = 412


def version_seen(request: Request) -> int | None:
    """Read the version the client saw; None for `*`. Raises VersionMissing, VersionUnreadable."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise VersionMissing
    if header == "*":
        return None
    digits = header.removeprefix("W/").strip('"').partition("-")[0]
    if not digits.isdigit():
        raise VersionUnreadable
    return int(digits)


def with_version(response: Response, version: int) -> Response:
    """Put the row's version into the answer's ETag."""
    response["ETag"] = f'"{version}"'
    return response
