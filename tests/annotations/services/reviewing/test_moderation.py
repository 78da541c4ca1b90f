"""Hiding and restoring reviews."""

from __future__ import annotations

import pytest

from annotations.errors.desk import ReasonMissing
from annotations.models import ModerationEvent
from annotations.queries.reviews import annotations_of
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation
from claims.errors import NotAllowed, WrongState
from claims.models import Claim
from tests.annotations.builders import review
from tests.factories import Cast


def test_a_hidden_review_counts_no_more_until_it_is_restored(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    hide_annotation(annotation=annotation, by=cast.moderator, reason="Offende.")
    assert not annotations_of(claim).exists()
    restore_annotation(annotation=annotation, by=cast.moderator, reason="Riletta.")
    assert annotations_of(claim).get() == annotation
    acts = ModerationEvent.objects.order_by("created_at").values_list("act", "reason", "moderator")
    assert list(acts) == [
        ("hide", "Offende.", cast.moderator.pk),
        ("restore", "Riletta.", cast.moderator.pk),
    ]


@pytest.mark.parametrize("name", ["ada", "editor", "stranger"])
def test_only_moderators_moderate(cast: Cast, claim: Claim, name: str) -> None:
    annotation = review(claim, cast.ada)
    with pytest.raises(NotAllowed):
        hide_annotation(annotation=annotation, by=getattr(cast, name), reason="No.")


def test_an_act_needs_its_reason_and_the_right_moment(cast: Cast, claim: Claim) -> None:
    annotation = review(claim, cast.ada)
    with pytest.raises(ReasonMissing):
        hide_annotation(annotation=annotation, by=cast.moderator, reason=" ")
    with pytest.raises(WrongState):
        restore_annotation(annotation=annotation, by=cast.moderator, reason="Non serve.")
    hide_annotation(annotation=annotation, by=cast.moderator, reason="Offende.")
    with pytest.raises(WrongState):
        hide_annotation(annotation=annotation, by=cast.moderator, reason="Ancora.")
    assert ModerationEvent.objects.count() == 1
