"""What can go wrong while people review: each failure with its code and kind of refusal."""

from __future__ import annotations

from claims.errors import DomainError, NotAllowed


class AlreadyReviewed(DomainError):
    """A second standing review of one claim by one person."""

    code = "already-reviewed"
    title = "You have already reviewed this claim; revise your review instead."


class ReviewHidden(DomainError):
    """A review hidden by a moderator can't be got round by writing another."""

    code = "review-hidden"
    title = "A moderator has hidden your review of this claim; revise that one."


class NoLongerBlind(DomainError):
    """Someone who has been able to read the reviews of a claim wants to add one."""

    code = "no-longer-blind"
    title = "You have been able to see the others' ratings, so you can't rate this claim."


class NotTheAuthor(NotAllowed):
    """Only the author changes or withdraws a review."""

    code = "not-the-author"
    title = "Only its author may change or withdraw a review."


class UnknownRating(DomainError):
    """A rating that the scale doesn't have, or that is no longer in use."""

    code = "unknown-rating"
    title = "The rating scale has no such rating."


class RationaleMissing(DomainError):
    """A review without reasons in words."""

    code = "rationale-missing"
    title = "A review needs its reasons in words."
    http = 422


class UnknownSource(DomainError):
    """Evidence that points to a source we don't have."""

    code = "unknown-source"
    title = "There is no such source."


class RepeatedSource(DomainError):
    """The same source twice in one review."""

    code = "repeated-source"
    title = "A review cites each source once."


class InvalidAddress(DomainError):
    """A source's address that is no web address."""

    code = "invalid-url"
    title = "This is not a web address."
    http = 422


class AddressTaken(DomainError):
    """An address that is another source's; `source` says whose."""

    code = "address-taken"
    title = "Another source has this address: cite that one."


class CopyRefused(DomainError):
    """An attached copy we can't keep; `code` is set by the case."""

    title = "This can't be kept as a copy of the source."
    http = 422

    def __init__(self, code: str, detail: str = "", **extra: object) -> None:
        super().__init__(detail, **extra)
        self.code = code


class NotEnoughReviews(DomainError):
    """A verdict wants more reviews than there are."""

    code = "not-enough-reviews"
    title = "The claim needs more reviews before it can be settled."


class RatingDiffers(DomainError):
    """A settling that goes against what all reviews say."""

    code = "differs-from-agreement"
    title = "All reviews agree on another rating."


class RatingMissing(DomainError):
    """An adjudication that doesn't say the rating."""

    code = "rating-missing"
    title = "The reviews differ: say the rating that shall stand."


class ReasonMissing(DomainError):
    """An adjudication or act of moderation without a written reason."""

    code = "reason-missing"
    title = "A written reason is needed."


class AdjudicatorReviewed(NotAllowed):
    """An adjudicator who reviewed the claim, even if the review was withdrawn."""

    code = "adjudicator-reviewed"
    title = "Who reviewed a claim can't adjudicate it."


class AlreadySettled(DomainError):
    """A verdict stands, and the caller didn't say that they saw it."""

    code = "already-settled"
    title = "The claim is settled already."


class VerdictIsPublic(DomainError):
    """A verdict on which a published version rests."""

    code = "verdict-is-public"
    title = "The claim is public: correct it or withdraw it."


class NothingToTake(DomainError):
    """No claim that fits is free for this person."""

    code = "nothing-to-take"
    title = "No claim with these filters is free for you."


class TooManyHeld(DomainError):
    """A person holds as many claims from the queue as one person may; `limit` says how many."""

    code = "too-many-held"
    title = "You hold as many claims as one person may: review or give back one first."


class ClaimHeld(DomainError):
    """As many people hold the claim as reviews are missing; `held_by` gives names and times."""

    code = "claim-held"
    title = "Others hold this claim: as many as reviews are missing."


class NoReviewMissing(DomainError):
    """A hold on a claim that has its reviews."""

    code = "no-review-missing"
    title = "This claim has all the reviews it needs."


class ReviewedByThem(DomainError):
    """A claim given to somebody who reviewed it at some time."""

    code = "reviewed-by-them"
    title = "This person has reviewed the claim before."


class NotAReviewer(DomainError):
    """A claim given to somebody who doesn't review."""

    code = "not-a-reviewer"
    title = "This person doesn't review claims."


class InvalidDue(DomainError):
    """An assignment without a due time that is still to come."""

    code = "invalid-due"
    title = "An assignment needs a due time that is still to come."


class AssignmentEnded(DomainError):
    """An act on a hold that is over."""

    code = "assignment-ended"
    title = "This assignment has ended."


class NothingToAssign(DomainError):
    """A whole article without a claim that this person could review."""

    code = "nothing-to-assign"
    title = "No claim of the article waits for a review by this person."


class MatchingBusy(DomainError):
    """As many texts as may be are being compared already, the comparison took too long, or the
    process has just started and loads what it takes."""

    code = "matching-busy"
    title = "Too many texts are being compared just now."
    http = 503
    retry_after = 5
