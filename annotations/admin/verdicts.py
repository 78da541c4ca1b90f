"""Verdicts, every one of them: the newest stands as long as its reviews do."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.admin.desk import LookOnlyAdmin, not_blind
from annotations.models import Verdict


@admin.register(Verdict)
class VerdictAdmin(LookOnlyAdmin):
    """Append-only: settling again adds a row."""

    list_display = ("claim", "rating", "method", "settled_by", "created_at")
    list_filter = ("rating", "method", "settled_by", "claim__article__language", "created_at")
    search_fields = ("claim__text", "reason", "settled_by__username")
    list_select_related = ("claim", "rating", "settled_by")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        """Keep reviewers blind: a verdict tells what the others rated."""
        verdicts: QuerySet[Verdict] = super().get_queryset(request)
        return verdicts.filter(not_blind(request))
