"""Reviews with their evidence, and the moderation of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from annotations import policies
from annotations.admin.desk import LookOnlyAdmin, not_blind
from annotations.models import Annotation, Evidence, ModerationEvent
from annotations.queries.reviews import HIDE, with_moderation
from annotations.services.moderation import hide_annotation, restore_annotation
from claims.errors import DomainError


class ReasonForm(forms.Form):
    """Why a moderator acts."""

    reason = forms.CharField(label=_("Reason"), widget=UnfoldAdminTextareaWidget)


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


class EvidenceInline(StackedInline):
    """What the reviewer cites."""

    model = Evidence
    extra = 0
    can_delete = False
    fields = ("source", "stance", "excerpt", "note", "is_primary")

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Who may look at the review may look at this."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the author adds evidence, on the desk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only the author changes evidence, on the desk."""
        return False


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
    def standing(self, annotation: Annotation) -> tuple[str, object]:
        """Say whether the review counts."""
        if annotation.withdrawn_at is not None:
            return "withdrawn", _("withdrawn")
        if getattr(annotation, "moderation_act") == HIDE:  # noqa: B009 - read along
            return "hidden", _("hidden")
        return "stands", _("counts")

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Let moderators act."""
        return policies.may_moderate(request.user)

    @admin.action(description=_("Hide the selected reviews"), permissions=["moderate"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Ask for the reason, then hide each."""
        return self._moderate(request, queryset, "hide", hide_annotation)

    @admin.action(description=_("Restore the selected reviews"), permissions=["moderate"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> HttpResponse | None:
        """Ask for the reason, then restore each."""
        return self._moderate(request, queryset, "restore", restore_annotation)

    def _moderate(
        self,
        request: HttpRequest,
        queryset: QuerySet[Annotation],
        action: str,
        act: Callable[..., ModerationEvent],
    ) -> HttpResponse | None:
        """Show the form until there is a reason; then do the act and say what came of it."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return self._ask_for_reason(request, queryset, action, form)
        assert isinstance(request.user, User)
        for annotation in queryset:
            try:
                act(annotation=annotation, by=request.user, reason=form.cleaned_data["reason"])
            except DomainError as error:
                messages.error(request, f"{annotation}: {error.detail}")
            else:
                messages.success(request, _("Done: %(review)s") % {"review": annotation})
        return None

    def _ask_for_reason(
        self,
        request: HttpRequest,
        queryset: QuerySet[Annotation],
        action: str,
        form: ReasonForm,
    ) -> HttpResponse:
        titles = {"hide": _("Hide reviews"), "restore": _("Restore reviews")}
        context = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": titles[action],
            "reviews": queryset,
            "form": form,
            "action": action,
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/annotations/annotation/moderate.html", context)


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
