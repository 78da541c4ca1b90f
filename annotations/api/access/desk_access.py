"""What every address of the desk has in common: who may come in, versions, conditions."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.contrib.auth.models import User
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework import status
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from annotations import policies
from claims.models import Claim


class DeskMember(BasePermission):
    """Lets in whoever has a role at the desk."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Ask the policies."""
        return policies.is_desk_member(request.user)


class DeskView(APIView):
    """A view for members of the desk; never kept by a cache without asking again."""

    permission_classes = [DeskMember]
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "desk"

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep what one person may see out of shared caches."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def person(request: Request) -> User:
    """Give the member who asks; the permission has let nobody else in."""
    assert isinstance(request.user, User)
    return request.user


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
        # by ETag alone: a copy may arrive within the second that Last-Modified tells apart
        response = get_conditional_response(request._request, etag=etag)
    response = response or Response(body, status=code)
    response.headers["ETag"] = etag
    if changed_at is not None:
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    if location:
        response.headers["Location"] = location
    return response
