"""The rating scale, which an installation may edit."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from annotations.models import Rating


@admin.register(Rating)
class RatingAdmin(ModelAdmin):
    """A step of the scale. Its key is the API's and never changes; a step goes out of use, it is
    not deleted, since reviews and verdicts point at it."""

    list_display = ("key", "position", "name_it", "name_en", "value", "export", "is_active")
    list_filter = ("is_active", "export")
    search_fields = ("key", "name_it", "name_en")
    ordering = ("position",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Keep the key of a step that exists."""
        return ["key"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Switch a step off instead."""
        return False
