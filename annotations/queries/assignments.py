"""Who holds which claim: live leases and assignments, and how many more a claim has room for.

A hold is *live* while it isn't ended, its lease hasn't run out, its claim isn't dismissed and its
holder's account is in use: who was banned keeps no place that others could fill. A claim
has as many places as reviews it still needs; a proposal has one, for who decides about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from annotations.models import Assignment
from annotations.queries.reviews import annotations_of, standing_annotations
from claims.models import Claim
from claims.people import REVIEWERS

_State = Claim.ReviewState


def live_holds() -> QuerySet[Assignment]:
    """Read the holds that keep a place taken, of every claim."""
    open_holds = Assignment.objects.filter(ended_at=None, reviewer__is_active=True).exclude(
        claim__review_state=_State.DISMISSED
    )
    return open_holds.filter(Q(due_at__isnull=False) | Q(held_until__gt=timezone.now()))


def overdue_holds() -> QuerySet[Assignment]:
    """Read the assignments whose due time has passed without a review."""
    return live_holds().filter(due_at__lt=timezone.now())


def with_people(holds: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Read the names along, and the claim with its article's title."""
    return holds.select_related(
        "reviewer__reviewer", "assigned_by__reviewer", "claim__article"
    ).defer("claim__article__text")


def holds_of(claim_ids: Iterable[UUID]) -> dict[UUID, list[Assignment]]:
    """Read who holds several claims, in one query; a claim that nobody holds is left out."""
    holds: dict[UUID, list[Assignment]] = defaultdict(list)
    rows = live_holds().filter(claim__in=list(claim_ids)).select_related("reviewer__reviewer")
    for hold in rows.order_by("created_at", "id"):
        holds[hold.claim_id].append(hold)
    return holds


def places_of(claim: Claim) -> int:
    """Count the people who may hold the claim at once."""
    if claim.review_state == _State.PROPOSED:
        return 1
    if claim.review_state == _State.DISMISSED:
        return 0
    return max(0, settings.REVIEWS_NEEDED - annotations_of(claim).count())


def lease_end(now: datetime | None = None) -> datetime:
    """Say when a lease taken now runs out."""
    return (now or timezone.now()) + timedelta(seconds=settings.LEASE_SECONDS)


def reviews_given_expression(claim: str = "pk") -> Coalesce:
    """Count the standing reviews of a row's claim, in SQL; claim: the row's field for it."""
    of_claim = standing_annotations().filter(claim=OuterRef(claim)).order_by()
    counted = of_claim.values("claim").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def held_by(person: User) -> Exists:
    """Give the condition on claims that a person holds one."""
    return Exists(live_holds().filter(claim=OuterRef("pk"), reviewer=person))


def reviewers_with_load() -> QuerySet[User]:
    """Read who may be given claims, with the numbers `open_holds` and `overdue`."""
    own = Q(reviewer=OuterRef("pk"))
    return (
        User.objects.filter(is_active=True, groups__name=REVIEWERS)
        .select_related("reviewer")
        .annotate(
            open_holds=_number(live_holds().filter(own)),
            overdue=_number(overdue_holds().filter(own)),
        )
        .order_by("reviewer__display_name", "username")
    )


def _number(holds: QuerySet[Assignment]) -> Coalesce:
    counted = holds.order_by().values("reviewer").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
