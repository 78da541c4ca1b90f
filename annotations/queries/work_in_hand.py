"""What the desk has before it: claims by the step they wait at, and assignments past their time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from annotations.models import Assignment, PublishedClaim
from annotations.queries.assignments import overdue_holds
from annotations.queries.periods import Period
from annotations.queries.progress import ReviewProgress, VerdictState, review_progress_of
from annotations.queries.settling import blind_state, open_to
from claims.models import Claim

State = Claim.ReviewState
SHOWN = 50
"""How many overdue assignments are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class WorkInHand:
    """How many claims wait at which step, now.

    proposed: for accepting; unreviewed: for the first review; second_review: some reviews are in;
    agreed, disputed: for settling; reviewed: either of the two, where this person is blind still;
    settled: for its first publication; published: out.
    """

    proposed: int
    unreviewed: int
    second_review: int
    agreed: int
    disputed: int
    reviewed: int
    settled: int
    published: int


@dataclass(frozen=True, slots=True)
class OverdueAssignments:
    """Assignments past their due time, the longest overdue first."""

    total: int
    newest: Sequence[Assignment]


def work_in_hand(user: User, period: Period) -> WorkInHand:
    """Count with five statements; of the period the language alone counts.

    A person who may not read a claim's reviews doesn't learn from the counts whether they agree.
    """
    claims = Claim.objects.filter(period.in_language("article__language"))
    public = _published().filter(period.in_language("claim__article__language"))
    steps = Counter(_steps(claims, user))
    return WorkInHand(
        proposed=claims.filter(review_state=State.PROPOSED).count(),
        unreviewed=steps["unreviewed"],
        second_review=steps["second_review"],
        agreed=steps[VerdictState.AGREED],
        disputed=steps[VerdictState.DISPUTED],
        reviewed=steps["reviewed"],
        settled=steps[VerdictState.SETTLED],
        published=public.count(),
    )


def overdue_assignments(period: Period) -> OverdueAssignments:
    """Read the assignments that are past their due time and go on."""
    late = overdue_holds().filter(period.in_language("claim__article__language"))
    shown = late.select_related("reviewer__reviewer", "claim").order_by("due_at", "id")
    return OverdueAssignments(late.count(), list(shown[:SHOWN]))


def _steps(claims: QuerySet[Claim], user: User) -> list[str]:
    own = OuterRef("pk")
    waiting = claims.filter(~Exists(_published().filter(claim=own)), review_state=State.ACCEPTED)
    was_out = dict(waiting.values_list("pk", Exists(PublishedClaim.objects.filter(claim=own))))
    progress = review_progress_of(was_out)
    seen = open_to(progress, user)
    steps = [(pk, _step(one, is_open=pk in seen)) for pk, one in progress.items()]
    # a withdrawn claim waits for nobody as long as its verdict stands
    return [step for pk, step in steps if step != VerdictState.SETTLED or not was_out[pk]]


def _step(progress: ReviewProgress, *, is_open: bool) -> str:
    state = progress.state if is_open else blind_state(progress)
    if state == VerdictState.NEEDS_REVIEWS:
        return "second_review" if progress.given else "unreviewed"
    return state


def _published() -> QuerySet[PublishedClaim]:
    current = PublishedClaim.objects.filter(is_current=True).order_by()
    return current.exclude(act=PublishedClaim.Act.WITHDRAWN)
