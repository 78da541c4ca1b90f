"""The log of requests for a reply, with what stands of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Prefetch
from django.utils import timezone

from annotations.models import ReplyOutcome, ReplyRequest
from claims.models import Claim


class ReplyState(StrEnum):
    """How a request stands: an outcome, or still waiting for one, in time or no longer."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    DECLINED = "declined"
    SILENT = "silent"
    TOLD = "told"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class ReplySeen:
    """One request; outcomes: newest first, the first one stands."""

    request: ReplyRequest
    outcomes: Sequence[ReplyOutcome]
    state: ReplyState

    @property
    def outcome(self) -> ReplyOutcome | None:
        """Give what stands."""
        return self.outcomes[0] if self.outcomes else None


def replies_of(claim: Claim) -> list[ReplySeen]:
    """Read every request about a claim, struck ones too, oldest first; two queries."""
    outcomes = ReplyOutcome.objects.select_related("written_by__reviewer")
    rows = (
        ReplyRequest.objects.filter(claim=claim)
        .select_related("written_by__reviewer")
        .prefetch_related(Prefetch("outcomes", queryset=outcomes.order_by("-created_at", "id")))
    )
    now = timezone.now()
    return [_seen(request, list(request.outcomes.all()), now) for request in rows]


def standing_replies(claim: Claim) -> list[ReplySeen]:
    """Read the requests that weren't struck from the log."""
    return [reply for reply in replies_of(claim) if reply.state is not ReplyState.STRUCK]


def _seen(request: ReplyRequest, outcomes: Sequence[ReplyOutcome], now: datetime) -> ReplySeen:
    if outcomes:
        return ReplySeen(request, outcomes, ReplyState(outcomes[0].outcome))
    is_late = request.due_at is not None and request.due_at < now
    return ReplySeen(request, outcomes, ReplyState.OVERDUE if is_late else ReplyState.WAITING)
