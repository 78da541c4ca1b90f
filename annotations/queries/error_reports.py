"""Readers' error reports: where each stands, what the public reads of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from annotations.models import ErrorReport, PublishedClaim, ReportContact, ReportEvent

CLOSE = ReportEvent.Act.CLOSE
SPAM = ReportEvent.Outcome.SPAM


def with_state(reports: QuerySet[ErrorReport]) -> QuerySet[ErrorReport]:
    """Annotate each report with its newest act and, where closed, the outcome.

    newest_act: None for a report that nobody has taken up.
    """
    newest = ReportEvent.objects.filter(report=OuterRef("pk")).order_by("-id")
    return reports.annotate(
        newest_act=Subquery(newest.values("act")[:1]),
        newest_outcome=Subquery(newest.values("outcome")[:1]),
    )


def newest_event_of(report: ErrorReport) -> ReportEvent | None:
    """Give the act that says where a report stands."""
    return ReportEvent.objects.filter(report=report).order_by("-id").first()


def closings() -> QuerySet[ReportEvent]:
    """Read the closings that stand and are public, newest first: spam is nobody's report."""
    newest = ReportEvent.objects.filter(report=OuterRef("report")).order_by("-id")
    standing = ReportEvent.objects.filter(act=CLOSE, pk=Subquery(newest.values("pk")[:1]))
    return standing.exclude(outcome=SPAM).select_related("report").order_by("-id")


def closings_of_claim(claim_id: UUID) -> QuerySet[ReportEvent]:
    """Read what came of the reports on one claim, newest first."""
    return closings().filter(report__claim=claim_id)


def closings_page(before: int | None, size: int) -> tuple[list[ReportEvent], int | None]:
    """Read one page of the closings and the id before which the next one starts."""
    rows = closings() if before is None else closings().filter(pk__lt=before)
    found = list(rows[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None


def public_acts_of(report: ErrorReport) -> Sequence[ReportEvent]:
    """Read the acts on a report whose words are public, oldest first."""
    acts = ReportEvent.objects.filter(report=report).exclude(act=ReportEvent.Act.TAKE)
    return list(acts.order_by("id"))


def changed_since(claim_id: UUID, act: str, moment: datetime) -> bool:
    """Say whether the claim was corrected (or withdrawn) after `moment`."""
    rows = PublishedClaim.objects.filter(claim=claim_id, act=act, created_at__gt=moment)
    return rows.exists()


def contacts_to_forget(closed_before: datetime) -> QuerySet[ReportContact]:
    """Read the addresses whose reports were closed before a moment and are closed still."""
    newest = ReportEvent.objects.filter(report=OuterRef("report")).order_by("-id")
    rows = ReportContact.objects.annotate(
        newest_act=Subquery(newest.values("act")[:1]),
        newest_at=Subquery(newest.values("created_at")[:1]),
    )
    return rows.filter(newest_act=CLOSE, newest_at__lt=closed_before)
