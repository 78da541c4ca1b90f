"""Reviews: written with their evidence in one act, revised, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.desk import (
    AlreadyReviewed,
    NoLongerBlind,
    NotTheAuthor,
    RationaleMissing,
    ReviewHidden,
    UnknownRating,
)
from annotations.models import Annotation, Rating
from annotations.queries.reviews import annotations_of, visible_annotations
from annotations.services.acting import act_of, lock_claim
from annotations.services.assigning.holds import Ending, end_open, reopen_after_withdrawal
from annotations.services.reviewing.evidence import EvidenceGiven, replace_evidence
from annotations.services.telling.notifications import tell_of_dispute
from claims.errors import NotAllowed, StaleVersion, WrongState
from claims.models import Claim


def write_annotation(
    *,
    claim: Claim,
    author: User,
    rating: str,
    rationale: str,
    evidence: Sequence[EvidenceGiven],
    pk: UUID | None = None,
) -> Annotation:
    """Add a person's review of an accepted claim, with its evidence.

    rating: a key of the scale; pk: the id it shall have, one of its own where None.
    Raises NotAllowed, WrongState, AlreadyReviewed, ReviewHidden, NoLongerBlind, UnknownRating,
    RationaleMissing, and what the evidence raises. The author's hold on the claim ends with it.
    """
    with act_of(author):
        held = lock_claim(claim)
        _check_may_write(held, author)
        annotation = Annotation.objects.create(
            pk=pk or uuid4(),
            claim=held,
            author=author,
            rating=_rating(rating),
            rationale=_reasons(rationale),
        )
        replace_evidence(annotation=annotation, given=evidence, by=author)
        end_open(held, author, Ending.SUBMITTED)
        tell_of_dispute(claim=held, by=author)
        return annotation


def revise_annotation(
    *,
    annotation: Annotation,
    by: User,
    seen: int | None,
    rating: str | None = None,
    rationale: str | None = None,
    evidence: Sequence[EvidenceGiven] | None = None,
) -> Annotation:
    """Change one's review; the earlier words stay in the history. None leaves a part as it is.

    seen: the version the author saw, None for whichever. Raises StaleVersion, NotTheAuthor,
    WrongState when withdrawn, and what writing raises.
    """
    with act_of(by):
        held = _hold(annotation, by, seen)
        is_rerated = rating is not None and rating != held.rating_id
        if rating is not None and is_rerated:
            held.rating = _rating(rating)
        if rationale is not None:
            held.rationale = _reasons(rationale)
        if evidence is not None:
            replace_evidence(annotation=held, given=evidence, by=by)
        _save_next_version(held)
        if is_rerated:
            tell_of_dispute(claim=held.claim, by=by)
        return held


def withdraw_annotation(*, annotation: Annotation, by: User, seen: int | None) -> Annotation:
    """Take one's review back; it stays in the history and counts no more.

    The author holds the claim again as before the review.

    Raises StaleVersion, NotTheAuthor, WrongState when withdrawn already.
    """
    with act_of(by):
        held = _hold(annotation, by, seen)
        held.withdrawn_at = timezone.now()
        reopen_after_withdrawal(held.claim, by)
        _save_next_version(held)
        tell_of_dispute(claim=held.claim, by=by)
        return held


def _check_may_write(claim: Claim, author: User) -> None:
    if not policies.may_review(author):
        raise NotAllowed
    if claim.review_state != Claim.ReviewState.ACCEPTED:
        raise WrongState(_("Only accepted claims are reviewed."))
    if annotations_of(claim).filter(author=author).exists():
        raise AlreadyReviewed
    seen = visible_annotations(claim, author)
    if any(review.author_id == author.pk and _is_hidden(review) for review in seen):
        raise ReviewHidden
    if any(review.author_id != author.pk for review in seen):
        raise NoLongerBlind


def _is_hidden(annotation: Annotation) -> bool:
    newest = annotation.moderation_events.first()
    return newest is not None and newest.act == newest.Act.HIDE


def _hold(annotation: Annotation, by: User, seen: int | None) -> Annotation:
    """Lock a review behind its claim, and check that its author changes what they saw."""
    lock_claim(annotation.claim)
    held = Annotation.objects.select_for_update().get(pk=annotation.pk)
    if held.author_id != by.pk:
        raise NotTheAuthor
    if not policies.may_review(by):
        raise NotAllowed
    if seen is not None and held.version != seen:
        raise StaleVersion(version=held.version)
    if held.withdrawn_at is not None:
        raise WrongState(_("This review was withdrawn."))
    return held


def _save_next_version(annotation: Annotation) -> Annotation:
    annotation.version += 1
    annotation.save()
    return annotation


def _rating(key: str) -> Rating:
    rating = Rating.objects.filter(pk=key, is_active=True).first()
    if rating is None:
        raise UnknownRating(rating=key)
    return rating


def _reasons(rationale: str) -> str:
    if not rationale.strip():
        raise RationaleMissing
    return rationale.strip()
