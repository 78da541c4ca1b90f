"""What can stop a publication, with its problem code."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from claims.errors import DomainError


class GateNotMet(DomainError):
    """Something that must be there before publishing is missing; `missing` lists the codes."""

    code = "gate-not-met"
    title = gettext_noop("Something is still missing before this can be published.")


class NothingToCorrect(DomainError):
    """A correction whose version would say what the public reads already."""

    code = "nothing-to-correct"
    title = gettext_noop("Nothing would change: there is nothing to correct yet.")


class RatingChanges(DomainError):
    """A correction called minor though the rating becomes another."""

    code = "rating-changes"
    title = gettext_noop("The rating changes: choose a significant correction.")


class AnswerMissing(DomainError):
    """An outcome of a request for a reply that needs words: the answer, or why it is struck."""

    code = "answer-missing"
    title = gettext_noop("Write down the answer, or why the request is struck from the log.")
    http = 422


class InvalidMoment(DomainError):
    """A deadline or an answer before the request itself."""

    code = "invalid-moment"
    title = gettext_noop("Nobody can answer before they were asked.")


class StillToCome(DomainError):
    """A day or moment of something that has happened, but which hasn't come yet."""

    code = "still-to-come"
    title = gettext_noop("This moment is still to come.")


class ClaimWithdrawn(DomainError):
    """The verified claim was taken back; its tombstone comes with the problem."""

    code = "claim-withdrawn"
    title = gettext_noop("This verified claim was withdrawn.")
    http = 410
