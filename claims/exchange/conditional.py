"""Versions over HTTP: `ETag` on what is read, `If-Match` on what is written (RFC 9110).

A row's `version` is its ETag: `"3"`, or `"3-1f0c…"` where the answer also holds parts of other
rows, whose changes show after the dash. Services check the number under a row lock.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims.errors import DomainError

ENTITY_TAGS = r'^(\*|(W/)?"[!#-~]*"( *, *(W/)?"[!#-~]*")*)$'
"""What If-Match may hold (RFC 9110, section 13.1.1), also in the OpenAPI file."""
_TAG = re.compile(r'"([0-9]{1,9})(?:-[^"]*)?"')

IF_MATCH = OpenApiParameter(
    "If-Match",
    {"type": "string", "pattern": ENTITY_TAGS},
    OpenApiParameter.HEADER,
    required=True,
    description='The version you saw, e.g. `"3"` (a draft\'s is `"0"` at first); `*` for any.',
)


class VersionMissing(DomainError):
    """A write that doesn't say which version it saw."""

    code = "version-missing"
    title = "Say with If-Match which version you saw."
    http = 428


class VersionUnknown(DomainError):
    """An If-Match without any of our ETags."""

    code = "stale-version"
    title = "Someone changed this in the meantime."
    http = 412


def version_seen(request: Request) -> int | None:
    """Read the version the client saw; None for `*`.

    Of several the newest counts: versions only grow, so none but that can still stand.
    Raises VersionMissing, VersionUnknown; ValidationError for what holds no ETags at all.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise VersionMissing
    if header == "*":
        return None
    if not re.match(ENTITY_TAGS, header):
        raise ValidationError({"If-Match": [_("Give an ETag in its quotation marks.")]})
    versions = [int(number) for number in _TAG.findall(header)]
    if not versions:
        raise VersionUnknown
    return max(versions)


def with_version(response: Response, version: int) -> Response:
    """Put the row's version into the answer's ETag."""
    response["ETag"] = f'"{version}"'
    return response
