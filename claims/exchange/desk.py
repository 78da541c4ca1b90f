"""What every view of the desk has in common, in both apps: who, how often, how fresh."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.utils.cache import patch_cache_control
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle
from rest_framework.views import APIView

from claims.exchange.change_dates import dated
from claims.exchange.parsers import Utf8JSONParser
from claims.people import is_desk_member


class IsDeskMember(BasePermission):
    """Reviewers, moderators, editors and superusers."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Ask for the groups of the person logged in."""
        return is_desk_member(request.user)


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
        dated(final, request.method)
        return final


def person_of(request: Request) -> User:
    """Give the person logged in; the permissions let nobody else this far."""
    return cast(User, request.user)
