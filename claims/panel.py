"""Panel tables whose rows only services write; each app says who may look at its own."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from django.http import HttpRequest
from unfold.admin import ModelAdmin


class LookOnlyPage(ModelAdmin):
    """A table to look at, for members of the staff whom `may_look` lets in."""

    list_per_page = 50
    show_full_result_count = False

    def may_look(self, person: User | AnonymousUser) -> bool:
        """Say whether the table is open to this person, who is of the staff."""
        raise NotImplementedError

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the table to whom may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let in the staff who may look."""
        return bool(request.user.is_staff) and self.may_look(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was read and what people did stays."""
        return False


class LookOnly:
    """Rows to look at beneath another: who may look at that one may look at these."""

    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let in whoever was let in above."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was written stays."""
        return False
