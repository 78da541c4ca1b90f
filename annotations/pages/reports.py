"""Readers report an error, follow what becomes of it, and read what came of all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from annotations.api.access.report_limits import seconds_to_wait
from annotations.documents.public_document import PublicDocument, read_document
from annotations.models import ErrorReport, PublishedClaim
from annotations.models.error_report import LONGEST_EMAIL, LONGEST_WORDS
from annotations.pages.web_address import WebAddressField
from annotations.queries.error_reports import closings_page, public_acts_of, with_state
from annotations.queries.publications import current_of
from annotations.services.publishing.error_reports import ReportGiven, report_error

OUTCOMES_PER_PAGE = 50
LONGEST_ID = 18


class ReportForm(forms.Form):
    """What is wrong; `website` is a trap that people don't see."""

    kind = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=[("", _("Choose…")), *ErrorReport.Kind.choices],
    )
    words = forms.CharField(
        label=_("Say it in your words"),
        help_text=_("Which sentence, why it is wrong, and how it should read."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    url = WebAddressField(
        label=_("A page that shows it (if there is one)"),
        required=False,
        max_length=2000,
    )
    email = forms.EmailField(
        label=_("E-mail (only if you want an answer there)"),
        help_text=_("Deleted once the report is closed, and used for nothing else."),
        required=False,
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def report_claim(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Take a report on one published claim, withdrawn ones included."""
    version = current_of(claim_id).only("document", "version").first()
    if version is None:
        raise Http404
    return _report(request, version, claim_id)


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def report_site(request: HttpRequest) -> HttpResponse:
    """Take a report on anything else of the site."""
    return _report(request, None, None)


@require_safe
def ticket(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Show where a report stands to whoever has its address, without the reader's own words."""
    report = get_object_or_404(with_state(ErrorReport.objects.all()), pk=report_id)
    context = {"report": report, "acts": public_acts_of(report)}
    return render(request, "vaglio/ticket.html", context)


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """List what came of every report that was closed, newest first."""
    written = request.GET.get("before", "")
    before = int(written) if written.isdecimal() and len(written) <= LONGEST_ID else None
    closed, older = closings_page(before, OUTCOMES_PER_PAGE)
    context = {"closed": closed, "older": f"?before={older}" if older else ""}
    return render(request, "vaglio/outcomes.html", context)


def _report(
    request: HttpRequest, version: PublishedClaim | None, claim_id: UUID | None
) -> HttpResponse:
    form = ReportForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "claim_id": claim_id, "shown": _shown(version)}
    if not form.is_valid():
        code = 422 if request.method == "POST" else 200
        return render(request, "vaglio/report.html", context, status=code)
    if form.cleaned_data["website"]:  # a program filled it in: let it believe that it was heard
        return redirect("public:corrections")
    if wait := seconds_to_wait(request):
        context |= {"minutes": wait // 60 + 1}
        answer = render(request, "vaglio/report.html", context, status=429)
        answer["Retry-After"] = str(wait)
        return answer
    report = report_error(_given(form.cleaned_data, version, claim_id))
    return redirect("public:ticket", report.pk)


def _given(
    fields: dict[str, Any], version: PublishedClaim | None, claim_id: UUID | None
) -> ReportGiven:
    return ReportGiven(
        kind=fields["kind"],
        words=fields["words"],
        language=get_language() or settings.LANGUAGE_CODE,
        claim_id=claim_id,
        version=version.version if version else None,
        url=fields["url"],
        email=fields["email"],
    )


def _shown(version: PublishedClaim | None) -> dict[str, str] | None:
    """Give what the form says it is about: the headline, or a withdrawn claim's own words."""
    if version is None:
        return None
    document = read_document(version.document)
    words = document.headline if isinstance(document, PublicDocument) else document.claim_text
    return {"title": words, "language": document.language}
