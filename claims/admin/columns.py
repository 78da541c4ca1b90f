"""Columns of the admin panel's lists in the reader's language.

A field without a name of its own would stand there by its English identifier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

NAMES = {
    "added_by": _("added by"),
    "article": _("article"),
    "created_at": _("made on"),
    "pgh_created_at": _("when"),
    "pgh_label": _("change"),
}


class NamedColumns(ModelAdmin):
    """Lists its fields under names that people know."""

    def get_list_display(self, request: HttpRequest) -> Sequence[Any]:
        """Give each field that has no name of its own the one of NAMES."""
        return [self._column(name) for name in super().get_list_display(request)]

    def _column(self, name: Any) -> Any:
        """Give what shows a field under its name; all else as it is."""
        fields = {field.name: field for field in self.model._meta.concrete_fields}
        is_nameless = name in fields and fields[name]._verbose_name is None
        return _shown(name) if is_nameless and name in NAMES else name


def _shown(name: str) -> Callable[[Model], Any]:
    @admin.display(description=NAMES[name], ordering=name)
    def column(row: Model) -> Any:
        return getattr(row, name)

    column.__name__ = name
    return column
