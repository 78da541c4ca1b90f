"""One decision about many claims: done for all of them, or for none."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext

from claims.errors import BulkRefused, DomainError, NotThere
from claims.models import Claim
from claims.services import claims


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim and the version of it that its decider saw; None for any."""

    id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided: accept, dismiss (with a reason of Claim.REASONS) or reopen."""

    act: str
    reason: str = ""


def decide(*, decision: Decision, about: Sequence[Seen], by: User) -> list[uuid.UUID]:
    """Decide about claims, all or none, and return their ids in the order given.

    Reopening what was accepted or dismissed undoes it. Raises BulkRefused with what keeps each
    back: an unknown claim, a newer version, a state that the decision doesn't fit.
    """
    with transaction.atomic():
        ids = {seen.id for seen in about}
        # always in the same order, so that two bulk acts never wait for each other
        rows = Claim.objects.select_for_update().filter(pk__in=ids).order_by("pk")
        known = set(rows.values_list("pk", flat=True))
        refused = [
            BulkRefused.part(f"/claims/{place}", error, gettext(error.detail))
            for place, seen in enumerate(about)
            if (error := _hindrance(decision, seen, by, is_known=seen.id in known))
        ]
        if refused:
            raise BulkRefused(errors=refused)
    return [seen.id for seen in about]


def _hindrance(decision: Decision, seen: Seen, by: User, *, is_known: bool) -> DomainError | None:
    """Do the act on one claim, and give what kept it back, if anything."""
    if not is_known:
        return NotThere()
    try:
        with transaction.atomic():
            _do(decision, seen, by)
    except DomainError as error:
        return error
    return None


def _do(decision: Decision, seen: Seen, by: User) -> None:
    if decision.act == "accept":
        claims.accept(claim_id=seen.id, by=by, version=seen.version)
    elif decision.act == "dismiss":
        claims.dismiss(claim_id=seen.id, reason=decision.reason, by=by, version=seen.version)
    else:
        claims.reopen(claim_id=seen.id, by=by, version=seen.version)
