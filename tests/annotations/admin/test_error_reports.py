"""Error reports are handled in the admin panel, through the services."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core import mail
from django.test import Client
from django.urls import reverse

from annotations.models import ErrorReport, ReportEvent
from annotations.services.publishing.error_reports import ReportGiven, report_error
from tests.factories import Cast, make_client

LIST = reverse("admin:annotations_errorreport_changelist")


@pytest.fixture
def staff(cast: Cast) -> Client:
    cast.moderator.is_staff = True
    cast.moderator.save()
    return make_client(cast.moderator)


@pytest.fixture
def report(db: None) -> ErrorReport:
    given = ReportGiven("fact", "Sono dieci.", "it", email="lettrice@example.org")
    return report_error(given)


def send(client: Client, action: str, report: ErrorReport, **more: str) -> str:
    form = {"action": action, ACTION_CHECKBOX_NAME: [str(report.pk)], **more}
    return client.post(LIST, form, format="multipart", follow=True).content.decode()  # type: ignore[call-arg]


def test_a_report_is_taken_up_and_closed_and_its_reader_told(
    staff: Client,
    cast: Cast,
    report: ErrorReport,
    run_tasks: Callable[[], AbstractContextManager[Any]],
) -> None:
    assert 'name="note"' in send(staff, "take_up", report)
    with run_tasks():
        send(staff, "take_up", report, sent="yes", note="Guardo io.")
    assert mail.outbox == []
    assert 'name="outcome"' in send(staff, "close", report)
    with run_tasks():
        send(staff, "close", report, sent="yes", outcome="no_change", words="Sono nove.")
    acts = ReportEvent.objects.order_by("id").values_list("act", "outcome", "words", "by")
    assert list(acts) == [
        ("take", "", "Guardo io.", cast.moderator.pk),
        ("close", "no_change", "Sono nove.", cast.moderator.pk),
    ]
    assert [sent.to for sent in mail.outbox] == [["lettrice@example.org"]]
    for state, found in (("closed", True), ("new", False), ("in_hand", False)):
        page = staff.get(LIST, {"report_state": state}).content.decode()
        assert ("Sono dieci." in page) is found
    shown = staff.get(reverse("admin:annotations_errorreport_change", args=[report.pk]))
    assert "Sono nove." in shown.content.decode()
    assert "lettrice@example.org" not in shown.content.decode()


def test_a_report_is_acted_on_from_the_page_where_it_is_read(
    staff: Client, report: ErrorReport
) -> None:
    there = reverse("admin:annotations_errorreport_change", args=[report.pk])
    page = staff.get(there).content.decode()
    acts = page[page.index(f'<form method="post" action="{LIST}"') :].split("</form>")[0]
    assert f'name="{ACTION_CHECKBOX_NAME}" value="{report.pk}"' in acts
    for act in ("take_up", "answer", "close"):
        assert f'name="action" value="{act}"' in acts
    assert "delete_selected" not in acts


def test_what_the_service_refuses_is_said_and_not_done(staff: Client, report: ErrorReport) -> None:
    page = send(staff, "close", report, sent="yes", outcome="no_change", words=" ")
    assert "Say in words" in page or "Dire a parole" in page
    assert not ReportEvent.objects.exists()
