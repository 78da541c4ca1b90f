"""The mail that tells a reader what came of their report."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from annotations.models import ReportContact, ReportEvent

CLOSE = ReportEvent.Act.CLOSE


@dataclass(frozen=True, slots=True)
class ReaderMail:
    """A mail ready to go."""

    to: str
    subject: str
    words: str


def mail_of(event: ReportEvent) -> ReaderMail | None:
    """Word an answer in the reader's language; None where no address was left or it is spam."""
    contact = ReportContact.objects.filter(report=event.report).first()
    if contact is None or event.outcome == ReportEvent.Outcome.SPAM:
        return None
    with override(event.report.language):
        page = settings.SITE_URL + reverse("public:ticket", args=[event.report_id])
        where = _("Your report: %(page)s") % {"page": page}
        parts = [_head(event), event.words, where, _foot(event)]
        subject = _("%(site)s: your report of an error") % {"site": settings.SITE_NAME}
    return ReaderMail(contact.email, subject, "\n\n".join(part for part in parts if part))


def send_mail_to_reader(mail: ReaderMail) -> None:
    """Send it. Raises SMTPException, OSError."""
    EmailMessage(
        mail.subject,
        mail.words,
        to=[mail.to],
        reply_to=[settings.CONTACT_EMAIL],
    ).send()


def _head(event: ReportEvent) -> str:
    if event.act != CLOSE:
        return _("You reported an error to us. This is our answer:")
    outcome = {"outcome": event.get_outcome_display()}
    return _("The error you reported has been dealt with: %(outcome)s.") % outcome


def _foot(event: ReportEvent) -> str:
    if event.act != CLOSE:
        return ""
    return _("The report is closed; your address is deleted now and won’t be used again.")
