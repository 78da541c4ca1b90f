"""Who may use the desk."""

from __future__ import annotations

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

DESK_GROUPS = ("reviewers", "moderators", "editors")
"""Groups whose members work at the desk; what each may decide is annotations' matter."""


class IsDeskMember(BasePermission):
    """Reviewers, moderators, editors and superusers."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Ask for the groups of the person logged in."""
        user = request.user
        if not (user and user.is_authenticated and user.is_active):
            return False
        return user.is_superuser or user.groups.filter(name__in=DESK_GROUPS).exists()
