"""The panel says in words what went wrong; codes are for programs."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import (
    ArchivedCopy,
    LinkCheck,
    Source,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
)
from annotations.pages.problem_texts import PROBLEMS
from tests.annotations.newsroom_cast import make_newsroom
from tests.factories import Cast

WORDS = str(PROBLEMS["too-slow"].title)


def attempt_of(cast: Cast) -> Model:
    now = timezone.now()
    endpoint = WebhookEndpoint.objects.create(
        newsroom=make_newsroom(),
        url="https://hooks.example.org/",
        event_types=["claim.published"],
        created_by=cast.editor,
    )
    delivery = WebhookDelivery.objects.create(
        endpoint=endpoint, event="webhook.test", due_at=now, created_at=now
    )
    WebhookAttempt.objects.create(
        delivery=delivery, started_at=now, milliseconds=5, problem="too-slow"
    )
    return delivery


def copy_of(cast: Cast) -> Model:
    source = Source.objects.create(url="https://istat.example/nati")
    return ArchivedCopy.objects.create(source=source, copy_state="failed", problem="too-slow")


def source_of(cast: Cast) -> Model:
    copy_of(cast)
    return Source.objects.get()


def visit_of(cast: Cast) -> Model:
    source = Source.objects.create(url="https://istat.example/nati")
    return LinkCheck.objects.create(source=source, outcome="failed", problem="too-slow")


@pytest.mark.parametrize("make", [attempt_of, copy_of, source_of, visit_of])
def test_a_problem_is_told_in_words(cast: Cast, make: Callable[[Cast], Model]) -> None:
    row = make(cast)
    panel = Client(headers={"Accept-Language": "it"})
    panel.force_login(User.objects.create_superuser("capo", "capo@example.org", "password"))
    page = panel.get(reverse(f"admin:annotations_{row._meta.model_name}_change", args=[row.pk]))
    assert page.status_code == 200
    words = html.unescape(page.content.decode())
    assert WORDS in words
    assert "too-slow" not in words
