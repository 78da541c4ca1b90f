"""The claim that a desk's address names, and answers with versions and conditions."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.exchange.change_dates import pass_over_dates, told_date
from claims.models import Claim


def claim_at(claim_id: UUID) -> Claim:
    """Read the claim an address names. Raises Http404."""
    return get_object_or_404(Claim.objects.select_related("article"), pk=claim_id)


def answer(
    request: Request,
    body: Any,
    *,
    version: int | None = None,
    changed_at: datetime | None = None,
    code: int = status.HTTP_200_OK,
    location: str = "",
) -> HttpResponseBase:
    """Answer with ETag and Last-Modified, or with the 304 that the request's conditions ask for.

    version: of the row, so that the ETag serves for If-Match too; its other half is a digest of
    the body, which also holds rows that change by themselves (a copy that is being fetched).
    """
    digest = hashlib.sha256(orjson.dumps(body, default=str)).hexdigest()[:16]
    etag = f'"{digest}"' if version is None else f'"{version}-{digest}"'
    response: HttpResponseBase | None = None
    if request.method in ("GET", "HEAD"):
        pass_over_dates(request._request)
        response = get_conditional_response(request._request, etag=etag)
    response = response or Response(body, status=code)
    response.headers["ETag"] = etag
    if changed_at is not None:
        response.headers["Last-Modified"] = http_date(told_date(changed_at))
    if location:
        response.headers["Location"] = location
    return response
