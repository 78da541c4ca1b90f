"""A row's page offers the acts that may be done to it as it stands, and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import WebhookEndpoint
from annotations.services.access.api_keys import revoke_key
from annotations.services.publishing.error_reports import (
    ReportGiven,
    close_report,
    report_error,
)
from annotations.services.reviewing.moderation import hide_annotation
from claims.models import Claim
from tests.annotations.builders import accepted_claim, review
from tests.annotations.newsroom_cast import make_key, make_newsroom
from tests.factories import Cast, make_article, make_claim

DISMISSALS = {f"dismiss_{reason}" for reason in Claim.REASONS}


def new_report(cast: Cast) -> Model:
    return report_error(ReportGiven(kind="other", words="È sbagliata.", language="it"))


def closed_report(cast: Cast) -> Model:
    report = report_error(ReportGiven(kind="other", words="È sbagliata.", language="it"))
    close_report(report=report, by=cast.moderator, outcome="no_change", words="È giusta.")
    return report


def standing_review(cast: Cast) -> Model:
    return review(accepted_claim(), cast.ada)


def hidden_review(cast: Cast) -> Model:
    hidden = review(accepted_claim(), cast.ada)
    hide_annotation(annotation=hidden, by=cast.moderator, reason="Offende.")
    return hidden


def waiting_newsroom(cast: Cast) -> Model:
    return make_newsroom(approved=False)


def approved_newsroom(cast: Cast) -> Model:
    return make_newsroom()


def standing_key(cast: Cast) -> Model:
    return make_key(make_newsroom())[0]


def revoked_key(cast: Cast) -> Model:
    key, _text = make_key(make_newsroom())
    revoke_key(key=key, by=cast.moderator, now=timezone.now())
    return key


def endpoint_with(**moments: object) -> Callable[[Cast], Model]:
    def make(cast: Cast) -> Model:
        return WebhookEndpoint.objects.create(
            newsroom=make_newsroom(),
            url="https://hooks.example.org/",
            event_types=["claim.published"],
            created_by=cast.editor,
            **moments,
        )

    return make


def proposal(cast: Cast) -> Model:
    return make_claim(make_article())


@pytest.mark.parametrize(
    ("make", "acts"),
    [
        (new_report, {"take_up", "answer", "close"}),
        (closed_report, {"reopen"}),
        (standing_review, {"hide"}),
        (hidden_review, {"restore"}),
        (waiting_newsroom, {"approve"}),
        (approved_newsroom, {"withdraw"}),
        (standing_key, {"revoke"}),
        (revoked_key, set()),
        (endpoint_with(), {"pause"}),
        (endpoint_with(paused_at=timezone.now()), {"resume"}),
        (endpoint_with(disabled_at=timezone.now(), disabled_reason="gone"), {"pause", "resume"}),
        (endpoint_with(removed_at=timezone.now()), set()),
        (proposal, {"accept", *DISMISSALS}),
        (lambda cast: accepted_claim(), {"reopen", *DISMISSALS}),
    ],
)
def test_acts_fit_the_row(cast: Cast, make: Callable[[Cast], Model], acts: set[str]) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("capo", "capo@example.org", "password"))
    row = make(cast)
    meta = row._meta
    there = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    assert {name for name, _words in client.get(there).context["row_acts"]} == acts
