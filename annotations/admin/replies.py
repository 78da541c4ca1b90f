"""Requests for a reply, and what came of them: to look at, in the order they were written down."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.admin.desk import LookOnlyAdmin, LookOnlyTable, not_blind
from annotations.models import ReplyOutcome, ReplyRequest


class OutcomeInline(LookOnlyTable):
    """Every outcome of a request; the newest stands."""

    model = ReplyOutcome
    fields = readonly_fields = ("outcome", "words", "received_at", "written_by", "created_at")


@admin.register(ReplyRequest)
class ReplyRequestAdmin(LookOnlyAdmin):
    """Append-only: what came of a request is a row of its own."""

    inlines = (OutcomeInline,)
    list_display = ("__str__", "claim", "channel", "asked_at", "due_at", "written_by")
    list_filter = ("channel", "written_by", "asked_at")
    search_fields = ("asked", "note", "claim__text", "outcomes__words")
    list_select_related = ("claim", "written_by")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReplyRequest]:
        """Keep reviewers blind: an answer may tell what the others rated."""
        requests: QuerySet[ReplyRequest] = super().get_queryset(request)
        return requests.filter(not_blind(request))
