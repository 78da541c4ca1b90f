"""Visits to the addresses of sources."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.desk import LookOnlyAdmin, told_problem
from annotations.models import LinkCheck
from annotations.tasks import check_link


@admin.register(LinkCheck)
class LinkCheckAdmin(LookOnlyAdmin):
    """What each visit found; a source is dead or changed only after several."""

    actions = ("visit_again",)
    list_display = (
        "source",
        "outcome",
        told_problem,
        "http_status",
        "likeness",
        "lost_excerpts",
        "checked_at",
    )
    fields = readonly_fields = (
        "source", "outcome", told_problem, "http_status", "likeness", "lost_excerpts",
        "text_sha256", "checked_at",
    )  # fmt: skip
    list_filter = ("outcome", "problem", "checked_at")
    search_fields = ("source__title", "source__url")
    list_select_related = ("source",)

    @admin.action(description=_("Visit now"), permissions=["view"])
    def visit_again(self, request: HttpRequest, queryset: QuerySet[LinkCheck]) -> None:
        """Send a worker to each source once."""
        for source_id in set(queryset.values_list("source", flat=True)):
            check_link.delay_on_commit(str(source_id))
        messages.success(request, _("The visits are queued."))
