"""Claims taken from the queue: handed to one person for each review missing, for a while."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from annotations import policies
from annotations.errors.desk import NothingToTake, TooManyHeld
from annotations.models import Assignment
from annotations.queries.assignments import lease_end, live_holds
from annotations.queries.queue import free_for
from annotations.services.acting import act_of, lock_claim
from annotations.services.assigning.holds import check_may_hold, make_lease
from claims.errors import DomainError, NotAllowed
from claims.models import Claim

_TAKING = 7_301
"""Sets these locks apart from others of PostgreSQL's advisory locks."""


def take_next(*, candidates: QuerySet[Claim], by: User) -> Assignment:
    """Hand a person the first of the candidates that has a place for them.

    candidates: what the queue shows with the filters that were asked for, in its order. Claims
    that somebody else is just taking are passed over at first, and waited for only when nothing
    else is left, so that nobody is sent away while a place is free.
    Raises NotAllowed, TooManyHeld, NothingToTake.
    """
    if not policies.may_review(by):
        raise NotAllowed
    _check_hands_free(by)
    passed: set[UUID] = set()
    for waits in (False, True):
        while found := _take_first(candidates.exclude(pk__in=passed), by, waits=waits):
            if isinstance(found, Assignment):
                return found
            passed.add(found)
    raise NothingToTake


def take(*, claim: Claim, by: User) -> Assignment:
    """Hand a person this very claim; a lease of it that they hold starts anew.

    Raises NotAllowed, TooManyHeld, and what check_may_hold raises.
    """
    if not policies.may_review(by):
        raise NotAllowed
    with act_of(by):
        _one_take_at_a_time(by)
        held = lock_claim(claim)
        own = live_holds().filter(claim=held, reviewer=by).first()
        if own is None:
            check_may_hold(held, by, is_own=True)
            _check_hands_free(by)
            return make_lease(held, by)
        if own.held_until is not None:
            own.held_until = lease_end()
            own.save()
        return own


def renew_lease(*, claim: Claim, by: User) -> None:
    """Let the person's live lease start anew once half of it is over.

    Not at every sign of life: each renewal is a row of the audit trail. A lease that ran out
    stays so: somebody else may have the claim.
    """
    half = timezone.now() + timedelta(seconds=settings.LEASE_SECONDS / 2)
    due = live_holds().filter(claim=claim, reviewer=by, held_until__lt=half)
    if not due.exists():
        return
    with act_of(by):
        held = lock_claim(claim)  # nobody takes the place meanwhile
        for lease in live_holds().filter(claim=held, reviewer=by, held_until__lt=half):
            lease.held_until = lease_end()
            lease.save()


def _take_first(candidates: QuerySet[Claim], by: User, *, waits: bool) -> Assignment | UUID | None:
    """Lock the first free candidate and take it; its id if the place was gone, None for none.

    Each try is a transaction of its own and holds one claim, so that takers never wait in a ring.
    """
    with act_of(by):
        _one_take_at_a_time(by)
        _check_hands_free(by)
        free = free_for(candidates, by).select_for_update(skip_locked=not waits, of=("self",))
        claim = free.first()
        if claim is None:
            return None
        try:
            check_may_hold(claim, by, is_own=True)  # what was read before the lock may be old
        except DomainError:
            return UUID(str(claim.pk))
        return make_lease(claim, by)


def _check_hands_free(by: User) -> None:
    """Raise TooManyHeld where a person holds as many leases as one may; assignments don't count."""
    limit = settings.LEASES_AT_ONCE
    if limit and live_holds().filter(reviewer=by, held_until__isnull=False).count() >= limit:
        raise TooManyHeld(limit=limit)


def _one_take_at_a_time(by: User) -> None:
    """Let a person's own takes follow each other, or two at once would both count the same.

    A lock of the person alone, taken before any row: nobody else ever waits for it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_TAKING, by.pk])
