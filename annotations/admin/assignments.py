"""Who holds which claims: taken from the queue, or assigned until a due time."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from annotations.admin.desk import Labelled, LookOnlyAdmin
from annotations.models import Assignment
from annotations.queries.assignments import live_holds, overdue_holds


class GoingOnFilter(admin.SimpleListFilter):
    """Whether a hold keeps a place taken, is overdue, or is over."""

    title = _("state")
    parameter_name = "going"

    def lookups(self, request: HttpRequest, model_admin: object) -> Any:
        """Name the three."""
        return [("live", _("goes on")), ("overdue", _("overdue")), ("over", _("over"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Assignment]
    ) -> QuerySet[Assignment]:
        """Narrow the list."""
        if self.value() == "live":
            return queryset.filter(pk__in=live_holds().values("pk"))
        if self.value() == "overdue":
            return queryset.filter(pk__in=overdue_holds().values("pk"))
        if self.value() == "over":
            return queryset.exclude(pk__in=live_holds().values("pk"))
        return queryset


@admin.register(Assignment)
class AssignmentAdmin(LookOnlyAdmin):
    """Every hold there ever was; it is made, moved and ended on the desk."""

    list_display = ("claim", "reviewer", "standing", "due_at", "held_until", "assigned_by")
    list_filter = (GoingOnFilter, "reviewer", "ending", "claim__article__language", "created_at")
    search_fields = ("claim__text", "reviewer__username", "assigned_by__username")
    list_select_related = ("claim", "reviewer", "assigned_by")
    date_hierarchy = "created_at"

    @display(
        description=_("state"),
        label={"live": "success", "overdue": "danger", "over": "info"},
    )
    def standing(self, assignment: Assignment) -> Labelled:
        """Say whether the hold goes on."""
        now = timezone.now()
        if assignment.ended_at is not None:
            return Labelled("over", assignment.get_ending_display())
        if assignment.held_until is not None and assignment.held_until <= now:
            return Labelled("over", _("run out"))
        if assignment.due_at is not None and assignment.due_at < now:
            return Labelled("overdue", _("overdue"))
        return Labelled("live", _("goes on"))
