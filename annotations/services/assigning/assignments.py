"""Claims assigned to people until a due time, reassigned, given back; many in one act or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from annotations import policies
from annotations.errors.desk import AssignmentEnded, InvalidDue, NotAReviewer, NothingToAssign
from annotations.models import Assignment
from annotations.queries.queue import free_for
from annotations.services.acting import act_of
from annotations.services.assigning.holds import (
    Ending,
    check_may_hold,
    locked_claims,
    make_assignment,
)
from claims.errors import BulkRefused, DomainError, NotAllowed, NotThere
from claims.models import Claim

Asked = TypeVar("Asked")
Row = TypeVar("Row", Claim, Assignment)


@dataclass(frozen=True, slots=True)
class Move:
    """An assignment to be given to somebody else; `due_at` None keeps the old due time."""

    assignment: UUID
    reviewer: User
    due_at: datetime | None = None


def assign_claims(
    *, claim_ids: Sequence[UUID], reviewer: User, due_at: datetime, by: User
) -> list[Assignment]:
    """Give claims to a reviewer until `due_at`, all or none.

    Raises NotAllowed, NotAReviewer, InvalidDue, and BulkRefused with what keeps each back: an
    unknown or dismissed claim, one this person reviewed, one that others hold or nobody needs.
    """
    _check(by, reviewer, due_at)
    with act_of(by):
        claims = locked_claims(set(claim_ids))

        def give(claim_id: UUID) -> Assignment:
            claim = _known(claims, claim_id)
            check_may_hold(claim, reviewer, is_own=False)
            return make_assignment(claim, reviewer, due_at, by)

        return _each(claim_ids, give, "claims")


def assign_articles(
    *, article_ids: Sequence[UUID], reviewer: User, due_at: datetime, by: User
) -> list[Assignment]:
    """Give a reviewer every claim of whole articles that still has a place for them.

    Raises NotAllowed, NotAReviewer, InvalidDue; NothingToAssign when there is no such claim.
    """
    _check(by, reviewer, due_at)
    with act_of(by):
        claims = Claim.objects.filter(article__in=article_ids).order_by("pk")
        locked = locked_claims(set(claims.values_list("pk", flat=True)))
        free = free_for(claims, reviewer, even_given_back=True)
        ordered = free.order_by("article", "start", "end", "id").values_list("pk", flat=True)
        given = [make_assignment(locked[pk], reviewer, due_at, by) for pk in ordered]
        if not given:
            raise NothingToAssign
        return given


def reassign(*, moves: Sequence[Move], by: User) -> list[Assignment]:
    """Give held claims to other people, all or none; moving them back undoes it.

    Raises NotAllowed, and BulkRefused with what keeps each back.
    """
    if not policies.may_assign(by):
        raise NotAllowed
    with act_of(by):
        held = _locked_holds([move.assignment for move in moves])

        def move_on(move: Move) -> Assignment:
            old = _open(held, move.assignment)
            due_at = move.due_at or old.due_at
            if due_at is None:
                raise InvalidDue
            _check(by, move.reviewer, None if move.due_at is None else due_at)
            _end(old, Ending.REASSIGNED)
            check_may_hold(old.claim, move.reviewer, is_own=False)
            return make_assignment(old.claim, move.reviewer, due_at, by)

        return _each(moves, move_on, "moves")


def give_back(*, assignment_ids: Sequence[UUID], by: User) -> list[Assignment]:
    """End holds before a review is there: one's own, or for who assigns anybody's. All or none.

    Raises BulkRefused with what keeps each back.
    """
    with act_of(by):
        held = _locked_holds(assignment_ids)

        def end(assignment_id: UUID) -> Assignment:
            hold = _open(held, assignment_id)
            if not policies.may_end_hold(by, is_own=hold.reviewer_id == by.pk):
                raise NotAllowed
            is_own = hold.reviewer_id == by.pk
            return _end(hold, Ending.GIVEN_BACK if is_own else Ending.TAKEN_BACK)

        return _each(assignment_ids, end, "assignments")


def free_claims_of(*, person: User, by: User) -> None:
    """End what a person holds whose account is shut: who comes back later begins without claims.

    Others may have taken their places meanwhile.
    """
    with act_of(by):
        mine = Assignment.objects.filter(reviewer=person, ended_at=None)
        running = mine.exclude(held_until__lte=timezone.now())
        for hold in _locked_holds(list(running.values_list("pk", flat=True))).values():
            if hold.ended_at is None:
                _end(hold, Ending.TAKEN_BACK)


def _check(by: User, reviewer: User, due_at: datetime | None) -> None:
    if not policies.may_assign(by):
        raise NotAllowed
    if not policies.may_review(reviewer):
        raise NotAReviewer
    if due_at is not None and due_at <= timezone.now():
        raise InvalidDue


def _locked_holds(ids: Sequence[UUID]) -> dict[UUID, Assignment]:
    """Lock the claims of holds, then read the holds; unknown ids are left out."""
    rows = Assignment.objects.filter(pk__in=ids)
    claims = locked_claims(set(rows.values_list("claim_id", flat=True)))
    holds = {hold.pk: hold for hold in rows.select_for_update().order_by("pk")}
    for hold in holds.values():
        hold.claim = claims[hold.claim_id]
    return holds


def _known(rows: dict[UUID, Row], key: UUID) -> Row:
    if key not in rows:
        raise NotThere
    return rows[key]


def _open(holds: dict[UUID, Assignment], assignment_id: UUID) -> Assignment:
    """Give the hold if it still goes on. Raises AssignmentEnded."""
    hold = _known(holds, assignment_id)
    if hold.ended_at is not None:
        raise AssignmentEnded
    return hold


def _end(hold: Assignment, ending: Assignment.Ending) -> Assignment:
    hold.ended_at, hold.ending = timezone.now(), ending
    hold.save()
    return hold


def _each(
    asked: Sequence[Asked], act: Callable[[Asked], Assignment], name: str
) -> list[Assignment]:
    """Do the act for each, or for none: every refusal is collected before all is undone.

    name: the input's field, for the pointers. Raises BulkRefused.
    """
    done, refused = [], []
    for place, each in enumerate(asked):
        try:
            with transaction.atomic():
                done.append(act(each))
        except DomainError as error:
            refused.append(BulkRefused.part(f"/{name}/{place}", error, gettext(error.detail)))
    if refused:
        raise BulkRefused(errors=refused)
    return done
