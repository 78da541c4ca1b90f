"""What every table of this app has in common in the admin panel.

Nothing is typed into these rows: every change goes through the services that the API calls, and
each service's own checks and audit trail with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin, TabularInline

from claims.errors import DomainError
from claims.people import is_desk_member


class ServedAdmin(ModelAdmin):
    """A table whose rows only services write; members of the desk who are staff may look."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the table to whom may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let the desk look."""
        return bool(request.user.is_staff) and is_desk_member(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was read and what people did stays."""
        return False

    def do_each(
        self, request: HttpRequest, rows: QuerySet[Any], act: Callable[[Any, User], None]
    ) -> None:
        """Do `act` for each row, tell how many it was done for and why not for the others."""
        assert isinstance(request.user, User)
        done, refusals = 0, []
        for row in rows:
            try:
                act(row, request.user)
                done += 1
            except DomainError as refusal:
                refusals.append(f"{row}: {refusal.detail}")
        if done:
            message = ngettext("Done for %(done)d row.", "Done for %(done)d rows.", done)
            messages.success(request, message % {"done": done})
        for reason in refusals:
            messages.warning(request, reason)


class RowsInline(TabularInline):
    """Rows below another, to look at."""

    extra = 0
    can_delete = False
    per_page = 20
    show_change_link = True

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Who may look at the row above may look at these."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False
