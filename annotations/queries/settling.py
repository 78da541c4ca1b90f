"""A claim's verdict as one person may see it, and what keeps them from settling it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User

from annotations import policies
from annotations.errors.desk import (
    AdjudicatorReviewed,
    AlreadySettled,
    NotEnoughReviews,
    VerdictIsPublic,
)
from annotations.models import PublishedClaim, Verdict
from annotations.queries.progress import ReviewProgress, VerdictState, review_progress
from annotations.queries.reviews import has_reviewed
from claims.errors import DomainError, NotAllowed, WrongState
from claims.models import Claim

REVIEWED = "reviewed"
"""What a person who may not see the ratings reads in place of `agreed` and `disputed`."""


@dataclass(frozen=True, slots=True)
class VerdictSeen:
    """What one person may know of a claim's verdict.

    state: needs_reviews, agreed, disputed, settled; `reviewed` hides the two in the middle.
    why_not: the code of what keeps this person from settling, empty when nothing does; so for
    may_reopen and why_not_reopen, the taking back of the verdict.
    """

    state: str
    reviews_needed: int
    reviews_given: int
    may_settle: bool
    why_not: str
    agreed_rating: str | None
    verdict: Verdict | None
    may_reopen: bool
    why_not_reopen: str


def verdict_as_seen(claim: Claim, user: User) -> VerdictSeen:
    """Say how far a claim's verdict is, with nothing in it that a blind reviewer may not know.

    Whether ratings agree, which they share and which verdict stands all tell a colleague's
    rating, so that a person who may not see the reviews reads the counts and nothing else.
    """
    progress = review_progress(claim)
    is_open = policies.may_see_reviews(
        user, has_rated=user.pk in progress.authors, reviews_enough=progress.enough
    )
    hindrance = hindrance_to_settling(claim, user, progress)
    reopening = hindrance_to_reopening(claim, user, progress)
    return VerdictSeen(
        state=progress.state if is_open else blind_state(progress),
        reviews_needed=progress.needed,
        reviews_given=progress.given,
        may_settle=hindrance is None,
        why_not=hindrance.code if hindrance else "",
        agreed_rating=progress.agreed_rating if is_open else None,
        verdict=progress.verdict if is_open else None,
        may_reopen=reopening is None,
        why_not_reopen=reopening.code if reopening else "",
    )


def hindrance_to_settling(claim: Claim, user: User, progress: ReviewProgress) -> DomainError | None:
    """Find what keeps a person from settling a claim now; None when nothing does."""
    if not policies.may_settle(user):
        return NotAllowed()
    if claim.review_state != Claim.ReviewState.ACCEPTED:
        return WrongState("Only accepted claims are settled.")
    if not progress.enough:
        return NotEnoughReviews(reviews_given=progress.given, reviews_needed=progress.needed)
    reviewed = progress.agreed_rating is None and has_reviewed(claim, user)
    if progress.agreed_rating is None and not policies.may_adjudicate(user, has_reviewed=reviewed):
        return AdjudicatorReviewed()
    if progress.verdict is not None:
        return AlreadySettled(verdict=str(progress.verdict.pk))
    return None


def hindrance_to_reopening(
    claim: Claim, user: User, progress: ReviewProgress
) -> DomainError | None:
    """Find what keeps a person from taking the standing verdict back; None when nothing does."""
    if not policies.may_settle(user):
        return NotAllowed()
    if progress.verdict is None:
        return WrongState("No verdict stands.")
    versions = PublishedClaim.objects.filter(claim=claim, is_current=True)
    if versions.exclude(act=PublishedClaim.Act.WITHDRAWN).exists():
        return VerdictIsPublic()
    return None


def states_as_seen(progress: Mapping[UUID, ReviewProgress], user: User) -> dict[UUID, str]:
    """Name the step each claim is at, as far as this person may know it."""
    seen = open_to(progress, user)
    return {pk: one.state if pk in seen else blind_state(one) for pk, one in progress.items()}


def open_to(progress: Mapping[UUID, ReviewProgress], user: User) -> set[UUID]:
    """Find the claims whose reviews this person may read; their roles are asked for once."""
    enough = any(one.enough for one in progress.values())
    judges = policies.may_see_reviews(user, has_rated=False, reviews_enough=enough)
    return {pk for pk, one in progress.items() if user.pk in one.authors or (one.enough and judges)}


def blind_state(progress: ReviewProgress) -> str:
    """Name the step a claim is at without telling whether its ratings agree."""
    if progress.state in (VerdictState.AGREED, VerdictState.DISPUTED):
        return REVIEWED
    return progress.state
