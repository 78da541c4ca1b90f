"""Annotations from outside clients: read, accepted into the queue, rejected with a reason."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from annotations import policies
from annotations.admin.desk import Labelled, LookOnlyAdmin, LookOnlyTable
from annotations.admin.served_acts import ReasonForm, ask_first, do_each, sent_form
from annotations.models import OutsideAnnotation, OutsideDecision
from annotations.queries.people import display_name
from annotations.services.reviewing.outside_decisions import accept_outside, reject_outside
from annotations.web_annotation.document import many

LONGEST_QUOTE = 300
_STATES = {
    "waiting": _("waits"),
    "review": _("has become a review"),
    "accepted": _("accepted into the queue"),
    "rejected": _("rejected"),
    "withdrawn": _("taken back"),
}


class OutsideStateFilter(admin.SimpleListFilter):
    """Where annotations from outside stand."""

    title = _("state")
    parameter_name = "outside_state"

    def lookups(self, request: HttpRequest, model_admin: object) -> Any:
        """Name the five."""
        return list(_STATES.items())

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[OutsideAnnotation]
    ) -> QuerySet[OutsideAnnotation]:
        """Narrow the list."""
        narrowed: dict[str, dict[str, Any]] = {
            "withdrawn": {"withdrawn_at__isnull": False},
            "review": {"withdrawn_at": None, "review__isnull": False},
            "accepted": {"withdrawn_at": None, "review": None, "decision": "accepted"},
            "rejected": {"withdrawn_at": None, "review": None, "decision": "rejected"},
            "waiting": {"withdrawn_at": None, "review": None, "decision": ""},
        }
        return queryset.filter(**narrowed.get(self.value() or "", {}))


class DecisionInline(LookOnlyTable):
    """What was decided."""

    model = OutsideDecision
    fields = readonly_fields = ("act", "reason", "claim", "decided_by", "created_at")


@admin.register(OutsideAnnotation)
class OutsideAnnotationAdmin(LookOnlyAdmin):
    """What outside clients wrote; the decisions go through the services."""

    inlines = (DecisionInline,)
    actions = ("accept", "reject")
    list_display = ("quoted", "says", "state", "written_by", "written_about", "written_at")
    list_filter = (OutsideStateFilter, "author", "article__language", "created_at")
    search_fields = ("article__title", "author__username")
    fields = readonly_fields = (
        "quoted", "says", "state", "written_by", "written_about", "review", "written_at",
        "document",
    )  # fmt: skip
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[OutsideAnnotation]:
        """Read the decision that stands along."""
        newest = OutsideDecision.objects.filter(outside=OuterRef("pk"))
        act = newest.order_by("-created_at", "id").values("act")[:1]
        rows: QuerySet[OutsideAnnotation] = super().get_queryset(request)
        return rows.select_related("article", "author__reviewer").annotate(
            decision=Coalesce(Subquery(act), Value(""))
        )

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let in who may decide: nobody who rates claims blind."""
        return bool(request.user.is_staff) and policies.may_decide_outside(request.user)

    @display(description=_("words marked"))
    def quoted(self, outside: OutsideAnnotation) -> str:
        """Quote the article's words that the annotation marks; a dash for a whole page."""
        if outside.article is None or outside.start is None:
            return "–"
        words = outside.article.text[outside.start : outside.end]
        return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"

    @display(description=_("what it says"))
    def says(self, outside: OutsideAnnotation) -> SafeString:
        """Give the words of its bodies and the addresses it names, as text."""
        told = ((words,) for body in many(outside.document.get("body")) for words in _told(body))
        return format_html_join("", "<p>{}</p>", told)

    @display(description=_("author"), ordering="author__username")
    def written_by(self, outside: OutsideAnnotation) -> str:
        """Name the author as colleagues know them."""
        return display_name(outside.author)

    @display(description=_("article"), ordering="article__title")
    def written_about(self, outside: OutsideAnnotation) -> str:
        """Name the article, or the addresses of pages that are none here."""
        if outside.article is not None:
            return str(outside.article)
        told = (words for part in many(outside.document.get("target")) for words in _told(part))
        return ", ".join(told)

    @display(description=_("written at"), ordering="created_at")
    def written_at(self, outside: OutsideAnnotation) -> str:
        """Say when it came."""
        return date_format(timezone.localtime(outside.created_at), "DATETIME_FORMAT")

    @display(
        description=_("state"),
        label={
            "waiting": "warning",
            "review": "success",
            "accepted": "success",
            "rejected": "danger",
            "withdrawn": "info",
        },
    )
    def state(self, outside: OutsideAnnotation) -> Labelled:
        """Say where it stands."""
        if outside.withdrawn_at is not None:
            return Labelled("withdrawn", _STATES["withdrawn"])
        if outside.review_id is not None:
            return Labelled("review", _STATES["review"])
        decision = str(getattr(outside, "decision")) or "waiting"  # noqa: B009 - annotated
        return Labelled(decision, _STATES[decision])

    @admin.action(description=_("Accept into the queue"), permissions=["view"])
    def accept(self, request: HttpRequest, queryset: QuerySet[OutsideAnnotation]) -> None:
        """Accept the claims that the words are about."""
        vocabulary = f"{settings.SITE_URL}/methodology/#"
        do_each(
            request,
            queryset,
            lambda outside, by: accept_outside(outside=outside, by=by, vocabulary=vocabulary),
        )

    @admin.action(description=_("Reject with a reason"), permissions=["view"])
    def reject(
        self, request: HttpRequest, queryset: QuerySet[OutsideAnnotation]
    ) -> HttpResponse | None:
        """Ask for the reason, then reject each."""
        form = sent_form(request, ReasonForm)
        if not form.is_valid():
            return ask_first(self, request, queryset, form, named=self.quoted)
        reason = form.cleaned_data["reason"]
        do_each(
            request,
            queryset,
            lambda outside, by: reject_outside(outside=outside, by=by, reason=reason),
        )
        return None


def _told(body: Any) -> list[str]:
    if isinstance(body, str):
        return [body]
    if not isinstance(body, dict):
        return []
    parts = [body.get("value"), body.get("source"), body.get("id")]
    return [str(part) for part in parts if isinstance(part, str) and part]
