"""A reader reports an error; the desk takes it up, answers, and closes it with an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.reports import OutcomeNotSeen, ReportWordsMissing
from annotations.models import ErrorReport, ReportContact, ReportEvent
from annotations.queries.error_reports import changed_since, newest_event_of
from annotations.services.acting import act_of
from annotations.services.telling.notifications import tell_of_report
from claims.errors import NotAllowed, WrongState

Act, Outcome = ReportEvent.Act, ReportEvent.Outcome
MUST_HAVE_HAPPENED = (Outcome.CORRECTED, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ReportGiven:
    """What a reader sends; `email` only if they want an answer there.

    claim_id, version: the published claim it is about; None for the site itself.
    """

    kind: str
    words: str
    language: str
    claim_id: UUID | None = None
    version: int | None = None
    url: str = ""
    email: str = ""


def report_error(given: ReportGiven) -> ErrorReport:
    """Open a ticket. Raises ReportWordsMissing."""
    words = given.words.strip()
    if not words:
        raise ReportWordsMissing
    with transaction.atomic():
        report = ErrorReport.objects.create(
            claim_id=given.claim_id,
            version=given.version,
            kind=given.kind,
            words=words,
            url=given.url,
            language=given.language,
        )
        if given.email:
            ReportContact.objects.create(report=report, email=given.email)
        tell_of_report(report)
    return report


def take_up_report(*, report: ErrorReport, by: User, note: str = "") -> ReportEvent:
    """Say that somebody looks into it; the note is for the desk. Raises NotAllowed, WrongState."""
    return _act(report, by, Act.TAKE, note)


def answer_report(*, report: ErrorReport, by: User, words: str) -> ReportEvent:
    """Answer in public while the report stays open.

    Raises NotAllowed, ReportWordsMissing, WrongState.
    """
    return _act(report, by, Act.ANSWER, words)


def close_report(*, report: ErrorReport, by: User, outcome: str, words: str) -> ReportEvent:
    """End it with an outcome and, unless it is spam, public words.

    Raises NotAllowed, ReportWordsMissing, OutcomeNotSeen, WrongState.
    """
    return _act(report, by, Act.CLOSE, words, outcome)


def reopen_report(*, report: ErrorReport, by: User, words: str) -> ReportEvent:
    """Look into a closed report again. Raises NotAllowed, ReportWordsMissing, WrongState."""
    return _act(report, by, Act.REOPEN, words)


def forget_contact(report: ErrorReport) -> None:
    """Delete the reader's address."""
    ReportContact.objects.filter(report=report).delete()


def _act(
    report: ErrorReport, by: User, act: ReportEvent.Act, words: str, outcome: str = ""
) -> ReportEvent:
    if not policies.may_answer_reports(by):
        raise NotAllowed(_("Only moderators and editors answer error reports."))
    words = words.strip()
    if not words and act != Act.TAKE and outcome != Outcome.SPAM:
        raise ReportWordsMissing
    with act_of(by):
        ErrorReport.objects.select_for_update().get(pk=report.pk)  # one act after the other
        _must_fit(report, act)
        _must_have_happened(report, outcome)
        return ReportEvent.objects.create(
            report=report, act=act, outcome=outcome, words=words, by=by
        )


def _must_fit(report: ErrorReport, act: ReportEvent.Act) -> None:
    newest = newest_event_of(report)
    is_closed = newest is not None and newest.act == Act.CLOSE
    if is_closed != (act == Act.REOPEN):
        raise WrongState(_("The report is closed.") if is_closed else _("The report isn't closed."))


def _must_have_happened(report: ErrorReport, outcome: str) -> None:
    """What the public reads about the outcome must be true of the published claim."""
    if outcome not in MUST_HAVE_HAPPENED or report.claim_id is None:
        return
    if not changed_since(report.claim_id, outcome, report.created_at):
        raise OutcomeNotSeen
