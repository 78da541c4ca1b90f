"""The audit trail of this app's tables."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.admin.served import ServedAdmin
from claims.models import Article, Claim, ExtractionRun, ModelAnswer


class TrailAdmin(ServedAdmin):
    """The audit trail of a table: newest first, nothing to change."""

    list_display = ("pgh_created_at", "pgh_label", "__str__", "who", "deed")
    list_filter = ("pgh_label", "pgh_created_at")
    search_fields = ("id",)
    ordering = ("-pgh_id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the context."""
        return super().get_queryset(request).select_related("pgh_context")

    @admin.display(description=_("person"))
    def who(self, event: Any) -> str:
        """The id of the account, as the trail keeps it."""
        return str(self._context(event).get("user") or "–")

    @admin.display(description=_("act"))
    def deed(self, event: Any) -> str:
        """What the service called it."""
        return str(self._context(event).get("act") or "–")

    def _context(self, event: Any) -> dict[str, Any]:
        return event.pgh_context.metadata if event.pgh_context else {}


for tracked, name in (
    (Article, _("trail of articles")),
    (Claim, _("trail of claims")),
    (ExtractionRun, _("trail of extractions")),
    (ModelAnswer, _("trail of the language model")),
):
    events = tracked.pgh_event_model  # type: ignore[union-attr]
    # the tables are made by a package, whose names for them are English
    events._meta.verbose_name = events._meta.verbose_name_plural = name
    admin.site.register(events, TrailAdmin)
