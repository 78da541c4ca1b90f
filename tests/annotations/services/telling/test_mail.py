"""What is told goes out by mail too: once, to who wants it, in their language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Notification, Reviewer
from annotations.services.publishing.error_reports import ReportGiven, report_error
from annotations.tasks import send_mails
from claims.models import Claim
from tests.annotations.builders import disputed
from tests.factories import Cast, make_client

ADDRESS = "/api/v1/notifications/"


@pytest.fixture
def by_mail(settings: Any) -> None:
    """Name a mail server."""
    settings.MAIL_NOTIFICATIONS = True


def in_language(user: User, language: str, **fields: Any) -> None:
    Reviewer.objects.filter(user=user).update(interface_language=language, **fields)


def test_one_mail_a_person_in_their_language_and_once(
    by_mail: None, claim: Claim, cast: Cast
) -> None:
    in_language(cast.editor, "en")
    disputed(claim, cast)
    report_error(ReportGiven("fact", "I nati sono di più.", "it", claim_id=claim.pk))
    assert send_mails() == 3
    sent = {message.to[0]: message for message in mail.outbox}
    english, italian = sent["enea@example.org"], sent["marta@example.org"]
    assert english.subject == "Vaglio: 2 notifications"
    assert "A claim is disputed" in english.body
    assert italian.subject == "Vaglio: 2 notifiche"
    assert "Un lettore segnala un errore" in italian.body
    assert claim.text in italian.body
    assert f"/desk/articles/{claim.article_id}?claim={claim.pk}" in italian.body
    assert send_mails() == 0


def test_no_mail_for_who_does_not_want_it_has_read_it_or_has_no_address(
    by_mail: None, claim: Claim, cast: Cast, ada: APIClient
) -> None:
    in_language(cast.editor, "it", mail_notifications=False)
    User.objects.filter(pk=cast.moderator.pk).update(email="")
    disputed(claim, cast)
    ada.post(ADDRESS + "read/", {})
    assert send_mails() == 0
    assert mail.outbox == []


def test_without_a_mail_server_nothing_is_sent(claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    assert send_mails() == 0


def test_a_mail_server_that_is_down_costs_nobody_their_mail(
    by_mail: None, claim: Claim, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    disputed(claim, cast)

    def refuse(message: Any) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", refuse)
        assert send_mails() == 0
    assert send_mails() == 3


def test_old_news_is_not_mailed(by_mail: None, claim: Claim, cast: Cast) -> None:
    disputed(claim, cast)
    Notification.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert send_mails() == 0
    assert make_client(cast.ada).get(ADDRESS).json()["results"][0]["kind"] == "disputed"
