"""What every view of the desk has in common: who, how fast, and how answers are kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, cast

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle
from rest_framework.views import APIView

from claims.api.permissions import IsDeskMember
from claims.exchange.parsers import Utf8JSONParser


class DeskThrottle(UserRateThrottle):
    """The desk's rate, counted per person."""

    scope = "desk"


class ReadingThrottle(UserRateThrottle):
    """The rate of adding articles, which may send us on the network."""

    scope = "reading"


class DeskView(APIView):
    """A view for members of the desk; its answers are private and checked again each time."""

    permission_classes = [IsDeskMember]
    throttle_classes = [DeskThrottle]
    parser_classes = [Utf8JSONParser]

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Say how long the answer holds: until someone asks again (ETag, Last-Modified)."""
        final = super().finalize_response(request, response, *args, **kwargs)
        patch_cache_control(final, private=True, no_cache=True)
        if request.method in ("GET", "HEAD") and final.status_code == 200:
            final.headers.setdefault("Last-Modified", http_date(timezone.now().timestamp()))
        return final


class DeskListView(DeskView, GenericAPIView[Any]):
    """A list in cursor pages; `queryset` serves the API's description alone."""

    def page_of(self, found: QuerySet[Any]) -> Response:
        """Answer with the page that is asked for of `found`."""
        shape = self.get_serializer_class()(self.paginate_queryset(found), many=True)
        return self.get_paginated_response(shape.data)


def person_of(request: Request) -> User:
    """Give the person logged in; the permissions let nobody else this far."""
    return cast(User, request.user)


def with_last_modified(response: Response, moments: Iterable[datetime.datetime | None]) -> Response:
    """Put the latest of `moments` into Last-Modified."""
    latest = max(moment for moment in moments if moment is not None)
    response["Last-Modified"] = http_date(latest.timestamp())
    return response
