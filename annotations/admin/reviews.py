"""Reviews with their evidence, and the moderation of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from annotations import policies
from annotations.admin.desk import Labelled, LookOnlyAdmin, LookOnlyStack, not_blind
from annotations.admin.served_acts import ReasonForm, ask_first, do_each, sent_form
from annotations.models import Annotation, Evidence, ModerationEvent
from annotations.queries.reviews import HIDE, with_moderation
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation


class StandingFilter(admin.SimpleListFilter):
    """Whether reviews count, were withdrawn or are hidden."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: object) -> Any:
        """Name the three."""
        return [
            ("stands", _("counts")),
            ("withdrawn", _("withdrawn")),
            ("hidden", _("hidden")),
        ]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Annotation]
    ) -> QuerySet[Annotation]:
        """Narrow the list."""
        if self.value() == "withdrawn":
            return queryset.filter(withdrawn_at__isnull=False)
        if self.value() == "hidden":
            return queryset.filter(Q(moderation_act=HIDE))
        if self.value() == "stands":
            return queryset.filter(withdrawn_at=None).exclude(Q(moderation_act=HIDE))
        return queryset


class EvidenceInline(LookOnlyStack):
    """What the reviewer cites."""

    model = Evidence
    fields = ("source", "stance", "excerpt", "note", "is_primary")


@admin.register(Annotation)
class AnnotationAdmin(LookOnlyAdmin):
    """Reviews; the acts of moderation go through the services, as in the API."""

    inlines = (EvidenceInline,)
    actions = ("hide", "restore")
    list_display = ("claim", "author", "rating", "standing", "created_at", "updated_at")
    list_filter = (StandingFilter, "rating", "author", "claim__article__language", "created_at")
    search_fields = ("rationale", "claim__text", "author__username", "evidence__source__url")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        """Read what the list shows along; keep reviewers blind."""
        reviews = with_moderation(super().get_queryset(request))
        reviews = reviews.select_related("claim", "author", "rating")
        is_open = not_blind(request)
        return reviews.filter(is_open | Q(author=request.user)) if is_open else reviews

    @display(
        description=_("standing"),
        label={"stands": "success", "withdrawn": "warning", "hidden": "danger"},
    )
    def standing(self, annotation: Annotation) -> Labelled:
        """Say whether the review counts."""
        if annotation.withdrawn_at is not None:
            return Labelled("withdrawn", _("withdrawn"))
        if getattr(annotation, "moderation_act") == HIDE:  # noqa: B009 - read along
            return Labelled("hidden", _("hidden"))
        return Labelled("stands", _("counts"))

    def fits(self, act: str, row: Any) -> bool:
        """Restore what is hidden, hide the rest."""
        return (act == "restore") == (row.moderation_act == HIDE)

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Let moderators act."""
        return policies.may_moderate(request.user)

    @admin.action(description=_("Hide"), permissions=["moderate"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Ask for the reason, then hide each."""
        return self._moderate(request, queryset, hide_annotation)

    @admin.action(description=_("Restore"), permissions=["moderate"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Ask for the reason, then restore each."""
        return self._moderate(request, queryset, restore_annotation)

    def _moderate(
        self,
        request: HttpRequest,
        queryset: QuerySet[Annotation],
        act: Callable[..., ModerationEvent],
    ) -> HttpResponse | None:
        """Show the form until there is a reason; then do the act and say what came of it."""
        form = sent_form(request, ReasonForm)
        if not form.is_valid():
            return ask_first(self, request, queryset, form, named=_claim_and_author)
        reason = form.cleaned_data["reason"]
        do_each(
            request,
            queryset,
            lambda review, by: act(annotation=review, by=by, reason=reason),
        )
        return None


def _claim_and_author(review: Annotation) -> str:
    return f"{review.claim} ({review.author})"


@admin.register(ModerationEvent)
class ModerationEventAdmin(LookOnlyAdmin):
    """The log of moderation, append-only."""

    list_display = ("created_at", "act", "annotation", "moderator", "reason")
    list_filter = ("act", "moderator", "created_at")
    search_fields = ("reason", "annotation__claim__text", "moderator__username")
    list_select_related = ("annotation", "moderator")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ModerationEvent]:
        """Keep reviewers blind: a review's name holds its rating."""
        events: QuerySet[ModerationEvent] = super().get_queryset(request)
        return events.filter(not_blind(request, "annotation__claim"))
