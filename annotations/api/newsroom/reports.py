"""/verified-claims/{id}/reports/: report an error, and read what came of earlier reports."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.validators import URLValidator
from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.public_access import PublicView
from annotations.api.access.report_limits import ReportThrottle
from annotations.models import ErrorReport, PublishedClaim, ReportEvent
from annotations.models.error_report import LONGEST_EMAIL, LONGEST_WORDS
from annotations.moments import utc
from annotations.queries.error_reports import closings_of_claim
from annotations.queries.publications import current_of
from annotations.services.publishing.error_reports import ReportGiven, report_error
from claims.exchange.strict import JsonInput, MaybeAddress, MaybeMail, Words
from claims.models import Article

WEB_SCHEMES = ("http", "https")


class ErrorReportInput(JsonInput):
    """A reader's report; `email` only to be answered there, deleted once the report is closed."""

    kind = serializers.ChoiceField(ErrorReport.Kind.choices)
    words = Words(max_length=LONGEST_WORDS)
    url = MaybeAddress(
        required=False, allow_blank=True, max_length=2000, validators=[URLValidator(WEB_SCHEMES)]
    )
    email = MaybeMail(required=False, allow_blank=True, max_length=LONGEST_EMAIL)
    language = serializers.ChoiceField(Article.Language.choices, required=False)


class ErrorReportShape(serializers.Serializer[Any]):
    """A report as it was taken; `page` says what becomes of it."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(ErrorReport.Kind.choices)
    version = serializers.IntegerField(help_text="The published version it is about.")
    reported_at = serializers.DateTimeField()
    page = serializers.URLField()


class ReportOutcomeShape(serializers.Serializer[Any]):
    """What came of one report."""

    report = serializers.UUIDField()
    kind = serializers.ChoiceField(ErrorReport.Kind.choices)
    outcome = serializers.ChoiceField(["corrected", "no_change", "withdrawn"])
    words = serializers.CharField(help_text="The desk's answer.")
    language = serializers.ChoiceField(Article.Language.choices)
    reported_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField()


class ReportOutcomesShape(serializers.Serializer[Any]):
    """Every closed report on one claim, the newest first."""

    results = ReportOutcomeShape(many=True)


class ErrorReports(PublicView):
    """Readers' reports on one verified claim."""

    parser_classes = [JSONParser]
    cors_methods = "GET, HEAD, POST, OPTIONS"

    def get_throttles(self) -> list[Any]:
        """Count reports apart from reading: they are few."""
        return [ReportThrottle()] if self.request.method == "POST" else super().get_throttles()

    @extend_schema(
        operation_id="verified_claims_reports",
        summary="Read what came of readers' reports",
        description="The closed reports on a claim with the desk's public answers. Readers' own "
        "words aren't published.",
        tags=["Public"],
        responses={200: ReportOutcomesShape},
        auth=[],
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        """List the outcomes."""
        _version_of(claim_id)
        return Response({"results": [_outcome(act) for act in closings_of_claim(claim_id)]})

    @extend_schema(
        operation_id="verified_claims_report",
        summary="Report an error",
        description="Opens a ticket at the desk, as the form on the claim's page does. Ten an "
        "hour from one address.",
        tags=["Public"],
        request=ErrorReportInput,
        responses={201: ErrorReportShape},
        auth=[],
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Take a report."""
        version = _version_of(claim_id)
        given = ErrorReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        fields = {"language": version.language, **given.validated_data}
        report = report_error(ReportGiven(claim_id=claim_id, version=version.version, **fields))
        taken = _taken(report)
        return Response(taken, status=201, headers={"Location": taken["page"]})


def _version_of(claim_id: UUID) -> PublishedClaim:
    version = current_of(claim_id).only("version", "language").first()
    if version is None:
        raise Http404
    return version


def _taken(report: ErrorReport) -> dict[str, Any]:
    return {
        "id": report.pk,
        "kind": report.kind,
        "version": report.version,
        "reported_at": utc(report.created_at),
        "page": settings.SITE_URL + reverse("public:ticket", args=[report.pk]),
    }


def _outcome(act: ReportEvent) -> dict[str, Any]:
    return {
        "report": act.report_id,
        "kind": act.report.kind,
        "outcome": act.outcome,
        "words": act.words,
        "language": act.report.language,
        "reported_at": utc(act.report.created_at),
        "closed_at": utc(act.created_at),
    }
