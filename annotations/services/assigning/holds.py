"""Rows of assignments under their claim's lock: what may be held, made, ended, opened again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.errors.desk import AlreadyReviewed, ClaimHeld, NoReviewMissing, ReviewedByThem
from annotations.models import Assignment
from annotations.queries.assignments import lease_end, live_holds, places_of
from annotations.queries.people import display_name
from annotations.queries.reviews import has_reviewed
from annotations.services.telling.notifications import tell_of_assignment
from claims.errors import WrongState
from claims.models import Claim

Ending = Assignment.Ending


def check_may_hold(claim: Claim, person: User, *, is_own: bool) -> None:
    """Raise what keeps a person from holding a claim, which the caller has locked.

    is_own: the person asks for themselves. Raises WrongState, AlreadyReviewed or ReviewedByThem,
    NoReviewMissing, ClaimHeld.
    """
    if claim.review_state == Claim.ReviewState.DISMISSED:
        raise WrongState(_("A dismissed claim isn't reviewed."))
    if has_reviewed(claim, person):
        raise AlreadyReviewed if is_own else ReviewedByThem
    places = places_of(claim)
    if places == 0:
        raise NoReviewMissing
    others = live_holds().filter(claim=claim).exclude(reviewer=person)
    held = list(others.select_related("reviewer__reviewer").order_by("created_at", "id"))
    if len(held) >= places:
        raise ClaimHeld(held_by=[_named(hold) for hold in held])


def make_lease(claim: Claim, reviewer: User) -> Assignment:
    """Add a lease to a locked claim, in the place of the person's lapsed one."""
    end_open(claim, reviewer, Ending.RUN_OUT)
    return Assignment.objects.create(claim=claim, reviewer=reviewer, held_until=lease_end())


def make_assignment(claim: Claim, reviewer: User, due_at: datetime, by: User) -> Assignment:
    """Add an assignment to a locked claim, in the place of what the person held of it."""
    end_open(claim, reviewer, Ending.REASSIGNED)
    hold = Assignment.objects.create(claim=claim, reviewer=reviewer, due_at=due_at, assigned_by=by)
    tell_of_assignment(hold)
    return hold


def end_open(claim: Claim, reviewer: User, ending: Assignment.Ending) -> None:
    """End whatever the person holds of the claim, run out or not."""
    held = Assignment.objects.filter(claim=claim, reviewer=reviewer, ended_at=None)
    held.update(ended_at=timezone.now(), ending=ending)


def reopen_after_withdrawal(claim: Claim, reviewer: User) -> None:
    """Give a person who withdrew their review the hold back that the review had ended.

    The place is free: the review that filled it is gone.
    """
    own = Assignment.objects.filter(claim=claim, reviewer=reviewer)
    newest = own.order_by("-created_at", "id").first()
    if newest is None or newest.ending != Ending.SUBMITTED:
        return
    newest.ended_at, newest.ending = None, ""
    if newest.held_until is not None:
        newest.held_until = lease_end()
    newest.save()


def locked_claims(claim_ids: set[UUID]) -> dict[UUID, Claim]:
    """Lock claims, always in the same order, so that two bulk acts never wait for each other."""
    rows = Claim.objects.select_for_update().filter(pk__in=claim_ids).order_by("pk")
    return {claim.pk: claim for claim in rows}


def _named(hold: Assignment) -> dict[str, str | None]:
    until = hold.due_at or hold.held_until
    return {
        "name": display_name(hold.reviewer),
        "until": until.isoformat() if until else None,
    }
