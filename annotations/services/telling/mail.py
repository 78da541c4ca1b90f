"""Notifications by e-mail: one plain-text mail a person for all that is new, in their language."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.models import Notification
from annotations.queries.notifications import in_order, unmailed
from annotations.queries.people import display_name

logger = logging.getLogger(__name__)

FRESH = datetime.timedelta(days=1)
"""Older news isn't mailed any more: a person who switches mails on isn't flooded."""
_MAX_WORDS = 160


def send_waiting_mails() -> int:
    """Mail everybody what they haven't read; returns how many mails went out.

    Each person's rows are held while their mail is sent, so that two runs never send it twice; a
    server that refuses leaves them for the next run.
    """
    people = unmailed(timezone.now() - FRESH).order_by().values_list("recipient", flat=True)
    return sum(_mail_to(person) for person in sorted(set(people)))


@transaction.atomic
def _mail_to(person: int) -> bool:
    waiting = unmailed(timezone.now() - FRESH).filter(recipient=person)
    rows = list(
        waiting.select_related(
            "recipient__reviewer", "claim__article", "source", "actor__reviewer"
        ).select_for_update(of=("self",), skip_locked=True)
    )
    if not rows:
        return False
    try:
        mail_of(rows[0].recipient, in_order(rows)).send()
    except OSError as error:  # smtplib's errors are of this kind too
        logger.warning("a mail about %d notifications waits: %s", len(rows), error)
        return False
    Notification.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=timezone.now())
    return True


def mail_of(recipient: User, told: Sequence[Notification]) -> EmailMessage:
    """Word one mail about `told`, in the language of the person's desk."""
    with translation.override(recipient.reviewer.interface_language):
        parts = [_worded(notification) for notification in told]
        footer = _("You can switch these mails off at the desk, under the bell.")
        return EmailMessage(
            subject=f"{settings.SITE_NAME}: {_subject(told)}",
            body="\n\n".join([*parts, f"-- \n{footer}\n{settings.SITE_URL}/desk/"]),
            to=[recipient.email],
        )


def desk_path(notification: Notification) -> str:
    """Give the desk's address at which there is something to do about it."""
    claim = notification.claim
    if claim is not None:
        return f"/desk/articles/{claim.article_id}?claim={claim.pk}"
    return "/desk/dashboard"


def _subject(told: Sequence[Notification]) -> str:
    """Say the one thing that is new, or how many there are."""
    if len(told) == 1:
        return str(Notification.Kind(told[0].kind).label)
    counted = ngettext("%(count)d notification", "%(count)d notifications", len(told))
    return counted % {"count": len(told)}


def _worded(notification: Notification) -> str:
    claim, source = notification.claim, notification.source
    about = claim.text if claim else str(source or "")
    words = {"words": Truncator(about).chars(_MAX_WORDS)}
    lines = [_headline(notification), _("“%(words)s”") % words if about else ""]
    if claim and claim.article.title:
        lines.append(_("In: %(article)s") % {"article": claim.article.title})
    if source:
        lines.append(source.url)
    if notification.due_at:
        due = date_format(timezone.localtime(notification.due_at), "DATETIME_FORMAT")
        lines.append(_("Due: %(when)s") % {"when": due})
    lines.append(f"{settings.SITE_URL}{desk_path(notification)}")
    return "\n".join(line for line in lines if line)


def _headline(notification: Notification) -> str:
    words = str(Notification.Kind(notification.kind).label)
    by = f" ({display_name(notification.actor)})" if notification.actor else ""
    return f"{words[:1].upper()}{words[1:]}{by}"
