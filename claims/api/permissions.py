"""Who may use the desk's API."""

from __future__ import annotations

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.people import is_desk_member


class IsDeskMember(BasePermission):
    """Reviewers, moderators, editors and superusers."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Ask for the groups of the person logged in."""
        return is_desk_member(request.user)
