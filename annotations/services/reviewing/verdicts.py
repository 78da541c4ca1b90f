"""Verdicts: agreement settled in one act, disputes decided by someone who did not review."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User

from annotations.errors.desk import (
    AlreadySettled,
    RatingDiffers,
    RatingMissing,
    ReasonMissing,
    UnknownRating,
)
from annotations.models import Rating, Verdict
from annotations.policies import may_settle
from annotations.queries.progress import ReviewProgress, review_progress
from annotations.queries.settling import hindrance_to_reopening, hindrance_to_settling
from annotations.services.acting import act_of, lock_claim
from annotations.services.telling.notifications import tell_of_verdict
from claims.errors import NotAllowed, StaleVersion
from claims.models import Claim

AGREEMENT, ADJUDICATION = Verdict.Method.AGREEMENT, Verdict.Method.ADJUDICATION


def settle_verdict(
    *, claim: Claim, by: User, rating: str = "", reason: str = "", replaces: UUID | None = None
) -> Verdict:
    """Add the verdict that now stands for `claim`.

    When all reviews agree, `rating` may be left out; else it takes a rating, a written reason and
    a person who did not review the claim. replaces: the standing verdict the caller saw and wants
    to put another in the place of.
    Raises NotAllowed, WrongState, NotEnoughReviews, AdjudicatorReviewed, AlreadySettled,
    RatingDiffers, RatingMissing, ReasonMissing, UnknownRating.
    """
    with act_of(by):
        held = lock_claim(claim)  # no review may come or go meanwhile
        progress = review_progress(held)
        hindrance = hindrance_to_settling(held, by, progress)
        if hindrance is not None and not _replaces_standing(hindrance, progress, replaces):
            raise hindrance
        verdict = Verdict.objects.create(
            claim=held,
            rating=_rating_to_settle(progress, rating, reason.strip()),
            method=AGREEMENT if progress.agreed_rating else ADJUDICATION,
            reason=reason.strip(),
            rests_on=dict(progress.ratings),
            settled_by=by,
        )
        tell_of_verdict(verdict=verdict)
        return verdict


def reopen_verdict(*, claim: Claim, by: User, seen: UUID, reason: str = "") -> Verdict:
    """Take the standing verdict back, as long as the claim isn't public; the history shows both.

    seen: the verdict the caller saw standing. Whoever may settle the claim may reopen it.
    Raises NotAllowed, StaleVersion, VerdictIsPublic.
    """
    if not may_settle(by):
        raise NotAllowed
    with act_of(by):
        held = lock_claim(claim)
        progress = review_progress(held)
        standing = progress.verdict
        if standing is None or standing.pk != seen:
            raise StaleVersion
        hindrance = hindrance_to_reopening(held, by, progress)
        if hindrance is not None:
            raise hindrance
        return Verdict.objects.create(
            claim=held,
            rating=standing.rating,
            method=Verdict.Method.REOPENED,
            reason=reason.strip(),
            rests_on=standing.rests_on,
            settled_by=by,
        )


def _replaces_standing(
    hindrance: Exception, progress: ReviewProgress, replaces: UUID | None
) -> bool:
    standing = progress.verdict
    return (
        isinstance(hindrance, AlreadySettled) and standing is not None and (replaces == standing.pk)
    )


def _rating_to_settle(progress: ReviewProgress, key: str, reason: str) -> Rating:
    if progress.agreed_rating:
        if key and key != progress.agreed_rating:
            raise RatingDiffers(agreed_rating=progress.agreed_rating)
        return Rating.objects.get(pk=progress.agreed_rating)
    if not key:
        raise RatingMissing
    if not reason:
        raise ReasonMissing
    rating = Rating.objects.filter(pk=key, is_active=True).first()
    if rating is None:
        raise UnknownRating(rating=key)
    return rating
