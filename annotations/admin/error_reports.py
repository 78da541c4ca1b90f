"""Readers' error reports: taken up, answered and closed through the services."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from annotations import policies
from annotations.admin.desk import Labelled, LookOnlyAdmin, LookOnlyTable
from annotations.admin.served_acts import ask_first, sent_form
from annotations.models import ErrorReport, ReportEvent
from annotations.queries.error_reports import with_state
from annotations.services.publishing import error_reports
from annotations.tasks import mail_reader
from claims.errors import DomainError

Act = ReportEvent.Act
Do = Callable[..., ReportEvent]


class WordsForm(forms.Form):
    """What a moderator says with an act."""

    words = forms.CharField(
        label=_("Words (public)"), required=False, widget=UnfoldAdminTextareaWidget
    )


class NoteForm(forms.Form):
    """A note that stays at the desk."""

    note = forms.CharField(
        label=_("Note for the desk"), required=False, widget=UnfoldAdminTextareaWidget
    )


class ClosingForm(WordsForm):
    """How a report ends."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=ReportEvent.Outcome.choices,
        widget=UnfoldAdminSelectWidget,
    )
    field_order = ("outcome", "words")


class ReportStateFilter(admin.SimpleListFilter):
    """Where reports stand."""

    title = _("report state")
    parameter_name = "report_state"

    def lookups(self, request: HttpRequest, model_admin: object) -> Any:
        """Name the three."""
        return [("new", _("new")), ("in_hand", _("in hand")), ("closed", _("closed"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[ErrorReport]
    ) -> QuerySet[ErrorReport]:
        """Narrow the list."""
        if self.value() == "new":
            return queryset.filter(Q(newest_act=None))
        if self.value() == "closed":
            return queryset.filter(Q(newest_act=Act.CLOSE))
        if self.value() == "in_hand":
            return queryset.exclude(Q(newest_act=Act.CLOSE)).exclude(Q(newest_act=None))
        return queryset


class EventInline(LookOnlyTable):
    """What was done, newest first."""

    model = ReportEvent
    fields = ("created_at", "act", "outcome", "words", "by")
    readonly_fields = fields


@admin.register(ErrorReport)
class ErrorReportAdmin(LookOnlyAdmin):
    """The tickets; readers who left an address get the answers by mail."""

    inlines = (EventInline,)
    actions = ("take_up", "answer", "close", "reopen")
    list_display = ("words", "kind", "report_state", "claim", "language", "created_at")
    list_filter = (ReportStateFilter, "kind", "language", "created_at")
    search_fields = ("words", "claim__text", "events__words")
    list_select_related = ("claim",)
    fields = ("kind", "words", "url", "claim", "version", "language", "created_at", "wants_mail")
    readonly_fields = ("wants_mail",)
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ErrorReport]:
        """Read along where each stands."""
        return with_state(super().get_queryset(request)).select_related("contact")

    @display(
        description=_("report state"),
        label={"new": "danger", "in_hand": "warning", "closed": "success"},
    )
    def report_state(self, report: ErrorReport) -> Labelled:
        """Say where the report stands, and how it ended."""
        newest = getattr(report, "newest_act")  # noqa: B009 - read along
        if newest is None:
            return Labelled("new", _("new"))
        if newest != Act.CLOSE:
            return Labelled("in_hand", _("in hand"))
        outcome = getattr(report, "newest_outcome")  # noqa: B009 - read along
        return Labelled("closed", ReportEvent.Outcome(outcome).label)

    @display(description=_("The reader waits for mail"), boolean=True)
    def wants_mail(self, report: ErrorReport) -> bool:
        """Say whether there is an address; the address itself isn't shown to anybody."""
        return hasattr(report, "contact")

    def fits(self, act: str, row: Any) -> bool:
        """Reopen what is closed; answer, close and take up the rest."""
        return (act == "reopen") == (row.newest_act == Act.CLOSE)

    def has_answer_permission(self, request: HttpRequest) -> bool:
        """Let who answers reports act."""
        return policies.may_answer_reports(request.user)

    @admin.action(description=_("Take up"), permissions=["answer"])
    def take_up(self, request: HttpRequest, queryset: QuerySet[ErrorReport]) -> HttpResponse | None:
        """Say that somebody looks into it."""
        return self._ask_then(request, queryset, NoteForm, error_reports.take_up_report)

    @admin.action(description=_("Answer"), permissions=["answer"])
    def answer(self, request: HttpRequest, queryset: QuerySet[ErrorReport]) -> HttpResponse | None:
        """Answer while it stays open."""
        return self._ask_then(request, queryset, WordsForm, error_reports.answer_report)

    @admin.action(description=_("Close with an outcome"), permissions=["answer"])
    def close(self, request: HttpRequest, queryset: QuerySet[ErrorReport]) -> HttpResponse | None:
        """End it."""
        return self._ask_then(request, queryset, ClosingForm, error_reports.close_report)

    @admin.action(description=_("Reopen"), permissions=["answer"])
    def reopen(self, request: HttpRequest, queryset: QuerySet[ErrorReport]) -> HttpResponse | None:
        """Look into it again."""
        return self._ask_then(request, queryset, WordsForm, error_reports.reopen_report)

    def _ask_then(
        self,
        request: HttpRequest,
        queryset: QuerySet[ErrorReport],
        kind: type[forms.Form],
        do: Do,
    ) -> HttpResponse | None:
        """Show the form until it was sent; then do the act and say what came of it."""
        form = sent_form(request, kind)
        if not form.is_valid():
            return ask_first(self, request, queryset, form)
        assert isinstance(request.user, User)
        for report in queryset:
            try:
                event = do(report=report, by=request.user, **form.cleaned_data)
            except DomainError as error:
                messages.error(request, f"{report}: {error.detail}")
            else:
                if event.act != Act.TAKE:
                    mail_reader.delay_on_commit(event.pk)
                messages.success(request, _("Done: %(report)s") % {"report": report})
        return None
