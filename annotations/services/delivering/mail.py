"""Telling a newsroom's editors by e-mail that a webhook of theirs is disabled."""

from __future__ import annotations

import logging
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from annotations.models import WebhookEndpoint

logger = logging.getLogger(__name__)


def mail_disabled(endpoint_id: UUID) -> int:
    """Mail each editor in their language; gives how many mails went out.

    A mail server that refuses is only logged: the page, the API and the admin panel say it too.
    """
    endpoint = WebhookEndpoint.objects.select_related("newsroom").get(pk=endpoint_id)
    people = User.objects.filter(newsroom_editor__newsroom=endpoint.newsroom, is_active=True)
    sent = 0
    for person in people.exclude(email="").select_related("reviewer"):
        try:
            sent += mail_of(endpoint, person).send()
        except OSError as error:  # smtplib's errors are of this kind too
            logger.warning("a mail about webhook %s was not sent: %s", endpoint_id, error)
    return sent


def mail_of(endpoint: WebhookEndpoint, person: User) -> EmailMessage:
    """Word the mail."""
    reviewer = getattr(person, "reviewer", None)
    language = reviewer.interface_language if reviewer else settings.LANGUAGE_CODE
    with translation.override(language):
        page = settings.SITE_URL + reverse("public:newsroom-webhook", args=[endpoint.pk])
        words = _(
            "Nothing more is sent to %(url)s: %(reason)s. What happens waits. Once the address "
            "answers again, resume the webhook here: %(page)s"
        )
        reason = endpoint.get_disabled_reason_display()
        return EmailMessage(
            subject=_("A webhook of %(newsroom)s is disabled") % {"newsroom": endpoint.newsroom},
            body=words % {"url": endpoint.url, "reason": reason, "page": page},
            to=[person.email],
        )
