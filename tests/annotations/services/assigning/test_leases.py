"""Taking claims from the queue, and how a lease goes on, runs out and ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import Settings

from annotations.errors.desk import (
    AlreadyReviewed,
    ClaimHeld,
    NoReviewMissing,
    NothingToTake,
    TooManyHeld,
)
from annotations.models import Assignment
from annotations.queries.assignments import live_holds
from annotations.services.assigning.assignments import give_back
from annotations.services.assigning.leases import renew_lease, take, take_next
from annotations.services.reviewing.annotations import withdraw_annotation
from claims.errors import NotAllowed, WrongState
from claims.models import Claim
from tests.annotations.builders import accepted_claim, review
from tests.factories import Cast, make_person


def next_for(person: User) -> Claim:
    """Take from the whole queue, what deserves checking most first."""
    ranked = Claim.objects.order_by("-check_worthiness", "id")
    return take_next(candidates=ranked, by=person).claim


def run_out(lease: Assignment) -> None:
    past = timezone.now() - timedelta(seconds=1)
    Assignment.objects.filter(pk=lease.pk).update(held_until=past)


@pytest.fixture
def carla(cast: Cast) -> User:
    return make_person("carla", "Carla Dini", "reviewers")


def test_each_person_is_handed_the_best_claim_with_a_place_left(cast: Cast, carla: User) -> None:
    best = accepted_claim(check_worthiness=0.9)
    second = accepted_claim(check_worthiness=0.5)
    assert [next_for(person) for person in (cast.ada, cast.bruno, carla)] == [best, best, second]
    # nobody is handed what they hold already
    assert next_for(cast.ada) == second
    with pytest.raises(NothingToTake):
        next_for(cast.bruno)


def test_a_proposal_has_one_place_and_a_dismissed_claim_none(cast: Cast, claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(review_state="proposed")
    assert next_for(cast.ada) == claim
    with pytest.raises(NothingToTake):
        next_for(cast.bruno)
    Claim.objects.filter(pk=claim.pk).update(review_state="dismissed", dismissal="opinion")
    with pytest.raises(WrongState):
        take(claim=claim, by=cast.bruno)
    assert not live_holds().exists()  # dismissing ends the hold without a write


def test_nobody_gets_what_they_reviewed_not_even_withdrawn(
    cast: Cast, carla: User, claim: Claim
) -> None:
    annotation = review(claim, cast.ada)
    with pytest.raises(NothingToTake):
        next_for(cast.ada)
    assert next_for(cast.bruno) == claim
    with pytest.raises(NothingToTake):  # one review is missing, and Bruno is at it
        next_for(carla)
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=1)
    with pytest.raises(NothingToTake):
        next_for(cast.ada)
    with pytest.raises(AlreadyReviewed):
        take(claim=claim, by=cast.ada)
    assert next_for(carla) == claim


def test_a_claim_with_all_its_reviews_is_nobodys_to_take(cast: Cast, claim: Claim) -> None:
    carla = make_person("carla", "Carla Dini", "reviewers")
    review(claim, cast.ada)
    review(claim, cast.bruno)
    with pytest.raises(NothingToTake):
        next_for(carla)
    with pytest.raises(NoReviewMissing):
        take(claim=claim, by=carla)


def test_who_comes_too_late_learns_who_holds_the_claim_and_until_when(
    cast: Cast, carla: User, claim: Claim
) -> None:
    leases = [take(claim=claim, by=cast.ada), take(claim=claim, by=cast.bruno)]
    with pytest.raises(ClaimHeld) as refusal:
        take(claim=claim, by=carla)
    assert refusal.value.extra["held_by"] == [
        {"name": name, "until": lease.held_until.isoformat()}
        for name, lease in zip(["Ada Neri", "Bruno Costa"], leases, strict=True)
        if lease.held_until
    ]


def test_a_lease_that_runs_out_gives_the_claim_back(cast: Cast, carla: User, claim: Claim) -> None:
    lease = take(claim=claim, by=cast.ada)
    take(claim=claim, by=cast.bruno)
    run_out(lease)
    assert next_for(carla) == claim
    renew_lease(claim=claim, by=cast.ada)  # too late: somebody else has the place
    assert {hold.reviewer for hold in live_holds()} == {cast.bruno, carla}
    with pytest.raises(ClaimHeld):
        take(claim=claim, by=cast.ada)


def test_a_lease_that_ran_out_can_be_taken_anew(cast: Cast, claim: Claim) -> None:
    first = take(claim=claim, by=cast.ada)
    run_out(first)
    second = take(claim=claim, by=cast.ada)
    first.refresh_from_db()
    assert (first.ending, second.ending) == ("run_out", "")
    assert live_holds().get() == second


def test_work_renews_a_lease_once_half_of_it_is_over(
    cast: Cast, claim: Claim, settings: Settings
) -> None:
    lease = take(claim=claim, by=cast.ada)
    renew_lease(claim=claim, by=cast.ada)
    assert Assignment.objects.get().held_until == lease.held_until
    soon = timezone.now() + timedelta(seconds=settings.LEASE_SECONDS / 2 - 1)
    Assignment.objects.update(held_until=soon)
    renew_lease(claim=claim, by=cast.ada)
    renewed = Assignment.objects.get().held_until
    assert renewed is not None
    assert renewed > soon + timedelta(seconds=settings.LEASE_SECONDS / 2 - 10)


def test_what_was_given_back_is_handed_to_others_but_not_at_once_to_the_same(
    cast: Cast, claim: Claim
) -> None:
    lease = take(claim=claim, by=cast.ada)
    give_back(assignment_ids=[lease.pk], by=cast.ada)
    with pytest.raises(NothingToTake):
        next_for(cast.ada)
    assert next_for(cast.bruno) == claim
    assert take(claim=claim, by=cast.ada).reviewer == cast.ada  # when they ask for it by name


def test_submitting_ends_the_lease_and_withdrawing_gives_it_back(cast: Cast, claim: Claim) -> None:
    lease = take(claim=claim, by=cast.ada)
    annotation = review(claim, cast.ada)
    lease.refresh_from_db()
    assert (lease.ending, live_holds().count()) == ("submitted", 0)
    withdraw_annotation(annotation=annotation, by=cast.ada, seen=1)
    assert live_holds().get().reviewer == cast.ada


def test_only_who_reviews_takes(cast: Cast, claim: Claim) -> None:
    for person in (cast.editor, cast.stranger):
        with pytest.raises(NotAllowed):
            next_for(person)
        with pytest.raises(NotAllowed):
            take(claim=claim, by=person)


def test_nobody_holds_more_of_the_queue_than_one_person_may(cast: Cast, settings: Settings) -> None:
    settings.LEASES_AT_ONCE = 2
    claims = [accepted_claim(article_text=f"Nel 2024 nacquero {n} fatti.") for n in range(4)]
    first, _second = (take(claim=claim, by=cast.ada) for claim in claims[:2])
    for act in (lambda: take(claim=claims[2], by=cast.ada), lambda: next_for(cast.ada)):
        with pytest.raises(TooManyHeld) as refused:
            act()
        assert refused.value.extra == {"limit": 2}
    assert take(claim=claims[0], by=cast.ada) == first  # what one holds may be taken on
    review(claims[0], cast.ada)
    assert next_for(cast.ada) in claims[2:]
    assert take(claim=claims[2], by=cast.bruno)


def test_without_a_cap_one_may_hold_them_all(cast: Cast, settings: Settings) -> None:
    settings.LEASES_AT_ONCE = 0
    for number in range(12):
        take(claim=accepted_claim(article_text=f"Nel 2024 nacquero {number}."), by=cast.ada)
