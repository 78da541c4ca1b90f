"""Panel tables whose rows only services write; each app says who may look at its own."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from unfold.admin import ModelAdmin


class LookOnlyPage(ModelAdmin):
    """A table to look at, for members of the staff whom `may_look` lets in."""

    list_per_page = 50
    show_full_result_count = False
    change_form_outer_after_template = "admin/row_acts.html"

    def may_look(self, person: User | AnonymousUser) -> bool:
        """Say whether the table is open to this person, who is of the staff."""
        raise NotImplementedError

    def fits(self, act: str, row: Any) -> bool:
        """Say whether an act may be done to a row as it stands: its page offers no other."""
        return True

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer the list's acts on the row's own page too, where one reads what they are about."""
        row = self.get_object(request, unquote(object_id))
        offered = [(name, words) for _, name, words in self.get_actions(request).values()]
        acts = [(name, words) for name, words in offered if row is None or self.fits(name, row)]
        more = {"row_acts": acts, "checkbox_name": ACTION_CHECKBOX_NAME}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **more})

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
