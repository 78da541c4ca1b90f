"""What came from outside and waits is accepted into the queue or rejected, by a moderator."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.desk import AlreadyReviewed, NoLongerBlind, ReasonMissing, ReviewHidden
from annotations.models import Annotation, OutsideAnnotation, OutsideDecision
from annotations.queries.outside import claim_meeting, rating_names
from annotations.services.acting import act_of
from annotations.services.reviewing.outside import as_review
from annotations.web_annotation.reading import Malformed, read_annotation
from claims.errors import NotAllowed, WrongState
from claims.models import Claim
from claims.services.claims import accept, add_claim

Act = OutsideDecision.Act
State = Claim.ReviewState


def accept_outside(*, outside: OutsideAnnotation, by: User, vocabulary: str) -> OutsideDecision:
    """Put the marked words into the queue as an accepted claim.

    Where the annotation rates and explains and its author reviews, it becomes their review of the
    claim; else, and where they reviewed it meanwhile, it stays as it is.
    vocabulary: our terms' IRI. Raises NotAllowed, WrongState, and what adding a claim raises.
    """
    _must_moderate(by)
    with act_of(by):
        claim = _accepted_claim(outside, by)
        held = _held(outside)
        held.review = _review_of(held, claim, vocabulary)
        if held.review is not None:
            held.review_version = held.review.version
            held.version += 1
            held.save()
        return OutsideDecision.objects.create(
            outside=held, act=Act.ACCEPTED, claim=claim, decided_by=by
        )


def reject_outside(*, outside: OutsideAnnotation, by: User, reason: str) -> OutsideDecision:
    """Say why the annotation leads to nothing. Raises NotAllowed, ReasonMissing, WrongState."""
    _must_moderate(by)
    if not reason.strip():
        raise ReasonMissing
    with act_of(by):
        return OutsideDecision.objects.create(
            outside=_held(outside), act=Act.REJECTED, reason=reason.strip(), decided_by=by
        )


def _must_moderate(by: User) -> None:
    if not policies.may_decide_outside(by):
        raise NotAllowed


def _held(outside: OutsideAnnotation) -> OutsideAnnotation:
    """Lock an annotation that still waits. Raises WrongState."""
    held = OutsideAnnotation.objects.select_for_update().get(pk=outside.pk)
    if held.withdrawn_at is not None:
        raise WrongState(_("Its author took this annotation back."))
    if held.review_id is not None or held.decisions.exists():
        raise WrongState(_("This annotation doesn't wait any more."))
    return held


def _accepted_claim(outside: OutsideAnnotation, by: User) -> Claim:
    """Give the claim that the words are about, accepted; a person's dismissal stands."""
    if outside.article is None or outside.start is None or outside.end is None:
        raise WrongState(_("It marks no words of an article that is here."))
    claim = claim_meeting(outside.article, outside.start, outside.end)
    if claim is None:
        return add_claim(article=outside.article, start=outside.start, end=outside.end, by=by)
    if claim.review_state == State.DISMISSED:
        raise WrongState(_("A person dismissed this claim: reopen it at the desk first."))
    return accept(claim_id=claim.pk, by=by) if claim.review_state == State.PROPOSED else claim


def _review_of(outside: OutsideAnnotation, claim: Claim, vocabulary: str) -> Annotation | None:
    try:
        reading = read_annotation(outside.document, vocabulary=vocabulary, names=rating_names())
    except Malformed:  # understood when it came, by rules that changed since
        return None
    try:
        return as_review(reading, claim, outside.author, outside.pk)
    except (AlreadyReviewed, ReviewHidden, NoLongerBlind):
        return None
