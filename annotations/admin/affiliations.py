"""Which party a speaker belongs to: kept by hand, by who settles or publishes."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from annotations.admin.desk import LookOnlyAdmin
from annotations.models import Affiliation
from annotations.policies import may_settle


@admin.register(Affiliation)
class AffiliationAdmin(LookOnlyAdmin):
    """A small table for the dashboard's balance; nothing else rests on it."""

    list_display = ("speaker", "party", "updated_at")
    list_filter = ("party",)
    search_fields = ("speaker", "party")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let who may look write too."""
        return bool(request.user.is_staff) and may_settle(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let who may look write too."""
        return self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let who may look write too."""
        return self.has_add_permission(request)
