"""Moderation in the admin panel goes through the services."""

from __future__ import annotations

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse

from annotations.models import Annotation, ArchivedCopy, ModerationEvent, Source
from annotations.queries.reviews import annotations_of
from claims.models import Claim
from tests.annotations.builders import review
from tests.factories import Cast, make_client

LIST = reverse("admin:annotations_annotation_changelist")


@pytest.fixture
def staff(cast: Cast) -> Client:
    cast.moderator.is_staff = True
    cast.moderator.save()
    return make_client(cast.moderator)


def send(client: Client, action: str, *reviews: Annotation, **more: str) -> str:
    picked = [str(row.pk) for row in reviews]
    form = {"action": action, ACTION_CHECKBOX_NAME: picked, **more}
    return client.post(LIST, form, format="multipart", follow=True).content.decode()  # type: ignore[call-arg]


def test_hiding_asks_for_a_reason_first(staff: Client, cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    for reason in ({}, {"reason": "  "}):
        page = send(staff, "hide", annotation, **reason)
        assert 'name="reason"' in page
        assert str(annotation.pk) in page
    assert not ModerationEvent.objects.exists()


def test_reviews_are_hidden_and_restored_with_the_reason(
    staff: Client, cast: Cast, claim: Claim
) -> None:
    reviews = [review(claim, cast.ada), review(claim, cast.bruno)]
    send(staff, "hide", *reviews, reason="Offendono.")
    assert not annotations_of(claim).exists()
    send(staff, "restore", reviews[0], reason="Riletta.")
    assert annotations_of(claim).get() == reviews[0]
    rows = ModerationEvent.objects.order_by("created_at").values_list("act", "reason", "moderator")
    assert list(rows) == [
        ("hide", "Offendono.", cast.moderator.pk),
        ("hide", "Offendono.", cast.moderator.pk),
        ("restore", "Riletta.", cast.moderator.pk),
    ]


def test_what_the_service_refuses_is_said_and_not_done(
    staff: Client, cast: Cast, claim: Claim
) -> None:
    annotation = review(claim, cast.ada)
    page = send(staff, "restore", annotation, reason="Non serve.")
    assert "hidden" in page
    assert not ModerationEvent.objects.exists()


def test_an_editor_may_look_but_not_moderate(cast: Cast, claim: Claim) -> None:
    cast.editor.is_staff = True
    cast.editor.save()
    annotation = review(claim, cast.ada)
    send(make_client(cast.editor), "hide", annotation, reason="No.")
    assert not ModerationEvent.objects.exists()


def test_copies_are_queued_from_the_panel(
    staff: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source.objects.create(url="https://istat.example/nati")
    form = {"action": "archive", ACTION_CHECKBOX_NAME: [str(source.pk)]}
    staff.post(reverse("admin:annotations_source_changelist"), form, format="multipart")  # type: ignore[call-arg]
    assert ArchivedCopy.objects.get().source == source
