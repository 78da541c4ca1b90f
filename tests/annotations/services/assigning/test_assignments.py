"""Editors give claims to people, many at once, and take them back; all of it or nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from annotations.errors.desk import InvalidDue, NotAReviewer, NothingToAssign
from annotations.models import Assignment
from annotations.queries.assignments import live_holds, overdue_holds
from annotations.services.assigning.assignments import (
    Move,
    assign_articles,
    assign_claims,
    give_back,
    reassign,
)
from annotations.services.assigning.leases import take
from annotations.services.reviewing.annotations import withdraw_annotation
from claims.errors import BulkRefused, NotAllowed
from claims.models import Claim
from claims.services.claims import dismiss, reword
from tests.annotations.builders import accepted_claim, review
from tests.factories import Cast, make_article, make_claim, make_person


@pytest.fixture
def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def who_holds(claim: Claim) -> set[User]:
    return {hold.reviewer for hold in live_holds().filter(claim=claim)}


def codes(refusal: BulkRefused) -> list[tuple[str, str]]:
    errors = refusal.extra["errors"]
    assert isinstance(errors, list)
    return [(part["pointer"], part["code"]) for part in errors]


def test_claims_are_given_to_a_person_until_a_due_time(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    other = accepted_claim()
    given = {"reviewer": cast.ada, "due_at": tomorrow, "by": cast.editor}
    made = assign_claims(claim_ids=[claim.pk, other.pk], **given)
    assert [hold.claim for hold in made] == [claim, other]
    assert {(hold.due_at, hold.assigned_by) for hold in made} == {(tomorrow, cast.editor)}
    assert not overdue_holds().exists()
    Assignment.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert overdue_holds().count() == 2
    assert who_holds(claim) == {cast.ada}  # overdue, but not lost


def test_who_is_banned_keeps_no_claim_from_others(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    carla = make_person("carla", "Carla Blu", "reviewers")
    for person in (cast.ada, cast.bruno):
        assign_claims(claim_ids=[claim.pk], reviewer=person, due_at=tomorrow, by=cast.editor)
    Assignment.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    User.objects.filter(pk=cast.ada.pk).update(is_active=False)
    assert who_holds(claim) == {cast.bruno}
    assert overdue_holds().count() == 1
    take(claim=claim, by=carla)
    assert who_holds(claim) == {cast.bruno, carla}


def test_a_bulk_act_is_done_whole_or_not_at_all(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    reviewed, full, gone = accepted_claim(), accepted_claim(), uuid4()
    dismissed = accepted_claim()
    Claim.objects.filter(pk=dismissed.pk).update(review_state="dismissed", dismissal="opinion")
    review(reviewed, cast.ada)
    for name in ("carla", "dario"):
        take(claim=full, by=make_person(name, name.title(), "reviewers"))
    wanted = [claim.pk, reviewed.pk, full.pk, gone, dismissed.pk]
    with pytest.raises(BulkRefused) as refusal:
        assign_claims(claim_ids=wanted, reviewer=cast.ada, due_at=tomorrow, by=cast.editor)
    assert codes(refusal.value) == [
        ("/claims/1", "reviewed-by-them"),
        ("/claims/2", "claim-held"),
        ("/claims/3", "not-found"),
        ("/claims/4", "wrong-state"),
    ]
    assert who_holds(claim) == set()


def test_a_whole_article_means_every_claim_with_a_place_for_the_person(
    cast: Cast, tomorrow: datetime
) -> None:
    article = make_article()
    proposed = make_claim(article, "12 nuove scuole")
    accepted = make_claim(article, "Anna Righi", review_state="accepted")
    make_claim(article, "così", review_state="dismissed", dismissal="opinion")
    review(make_claim(article, "resta", review_state="accepted"), cast.ada)
    given = {"article_ids": [article.pk], "due_at": tomorrow, "by": cast.moderator}
    made = assign_articles(reviewer=cast.ada, **given)
    assert [hold.claim for hold in made] == [proposed, accepted]
    with pytest.raises(NothingToAssign):
        assign_articles(reviewer=cast.ada, **given)
    # the proposal's one place is taken
    assert len(assign_articles(reviewer=cast.bruno, **given)) == 2


def test_reassigning_moves_the_claims_and_moving_them_back_undoes_it(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    other = accepted_claim()
    made = assign_claims(
        claim_ids=[claim.pk, other.pk], reviewer=cast.ada, due_at=tomorrow, by=cast.editor
    )
    moved = reassign(moves=[Move(hold.pk, cast.bruno) for hold in made], by=cast.moderator)
    assert (who_holds(claim), who_holds(other)) == ({cast.bruno}, {cast.bruno})
    assert {hold.due_at for hold in moved} == {tomorrow}
    reassign(moves=[Move(hold.pk, cast.ada) for hold in moved], by=cast.moderator)
    assert (who_holds(claim), who_holds(other)) == ({cast.ada}, {cast.ada})
    with pytest.raises(BulkRefused) as refusal:
        reassign(moves=[Move(made[0].pk, cast.bruno)], by=cast.moderator)
    assert codes(refusal.value) == [("/moves/0", "assignment-ended")]


def test_a_claim_somebody_took_can_be_given_to_another_with_a_due_time(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    lease = take(claim=claim, by=cast.ada)
    with pytest.raises(BulkRefused) as refusal:
        reassign(moves=[Move(lease.pk, cast.bruno)], by=cast.editor)
    assert codes(refusal.value) == [("/moves/0", "invalid-due")]
    reassign(moves=[Move(lease.pk, cast.bruno, tomorrow)], by=cast.editor)
    assert who_holds(claim) == {cast.bruno}


def test_ones_own_lease_becomes_the_assignment(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    take(claim=claim, by=cast.ada)
    assign_claims(claim_ids=[claim.pk], reviewer=cast.ada, due_at=tomorrow, by=cast.editor)
    assert live_holds().get().due_at == tomorrow


def test_a_review_ends_the_assignment_and_its_withdrawal_brings_it_back(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    assign_claims(claim_ids=[claim.pk], reviewer=cast.ada, due_at=tomorrow, by=cast.editor)
    annotation = review(claim, cast.ada)
    assert who_holds(claim) == set()
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=1)
    hold = live_holds().get()
    assert (hold.reviewer, hold.due_at) == (cast.ada, tomorrow)


def test_one_gives_back_ones_own_and_who_assigns_takes_back_anybodys(
    cast: Cast, tomorrow: datetime
) -> None:
    claims = [accepted_claim().pk for _ in range(3)]
    first, second, third = assign_claims(
        claim_ids=claims, reviewer=cast.ada, due_at=tomorrow, by=cast.editor
    )
    with pytest.raises(BulkRefused) as refusal:
        give_back(assignment_ids=[first.pk], by=cast.bruno)
    assert codes(refusal.value) == [("/assignments/0", "not-allowed")]
    assert give_back(assignment_ids=[first.pk], by=cast.ada)[0].ending == "given_back"
    ended = give_back(assignment_ids=[second.pk, third.pk], by=cast.moderator)
    assert [hold.ending for hold in ended] == ["taken_back", "taken_back"]


def test_assigning_needs_the_role_a_reviewer_and_a_time_to_come(
    cast: Cast, claim: Claim, tomorrow: datetime
) -> None:
    wanted = {"claim_ids": [claim.pk], "reviewer": cast.ada, "due_at": tomorrow, "by": cast.editor}
    for change, error in [
        ({"by": cast.bruno}, NotAllowed),
        ({"reviewer": cast.stranger}, NotAReviewer),
        ({"reviewer": cast.editor}, NotAReviewer),
        ({"due_at": timezone.now()}, InvalidDue),
    ]:
        with pytest.raises(error):
            assign_claims(**wanted | change)
    with pytest.raises(NotAllowed):
        reassign(moves=[Move(uuid4(), cast.ada)], by=cast.ada)


def test_a_held_claim_may_still_be_reworded_and_dismissed(cast: Cast, claim: Claim) -> None:
    take(claim=claim, by=cast.ada)
    assert reword(claim_id=claim.pk, text="Meglio detto.", by=cast.ada).text == "Meglio detto."
    assert dismiss(claim_id=claim.pk, reason="opinion", by=cast.ada).dismissal == "opinion"
