"""Which claims may be checked already: what the machine suggests, and what a person said of it."""

from __future__ import annotations

from django.contrib import admin

from annotations.admin.desk import LookOnlyAdmin
from annotations.models import ClaimMatch


@admin.register(ClaimMatch)
class ClaimMatchAdmin(LookOnlyAdmin):
    """Suggestions with model and score; a person's yes or no is given at the desk."""

    list_display = ("claim", "published", "score", "model", "decision", "decided_by", "created_at")
    list_filter = ("decision", "model", "created_at")
    search_fields = ("claim__text", "published__headline")
    list_select_related = ("claim", "published", "decided_by")
    date_hierarchy = "created_at"
