"""Write down whom we asked for a reply, and what came of it; rows are only ever added."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from annotations.errors.publication import AnswerMissing, InvalidMoment
from annotations.models import ReplyOutcome, ReplyRequest
from annotations.policies import may_publish
from annotations.services.acting import act_of, lock_claim
from claims.errors import NotAllowed, NotThere, WrongState
from claims.models import Claim

Outcome = ReplyOutcome.Outcome
_WORDLESS = (Outcome.DECLINED, Outcome.SILENT)


def ask_for_reply(
    *,
    claim: Claim,
    by: User,
    asked: str,
    channel: str,
    asked_at: datetime,
    due_at: datetime | None = None,
    note: str = "",
) -> ReplyRequest:
    """Log a request for a reply. Raises NotAllowed, InvalidMoment."""
    _must_publish(by)
    if due_at is not None and due_at <= asked_at:
        raise InvalidMoment
    with act_of(by):
        return ReplyRequest.objects.create(
            claim=lock_claim(claim),
            asked=asked.strip(),
            channel=channel,
            asked_at=asked_at,
            due_at=due_at,
            note=note.strip(),
            written_by=by,
        )


def note_outcome(
    *,
    claim: Claim,
    request_id: UUID,
    by: User,
    outcome: str,
    words: str = "",
    received_at: datetime | None = None,
) -> ReplyOutcome:
    """Log what came of a request, in the place of what was logged of it before.

    Striking a request needs a reason in words and is the last that can be said of it.
    Raises NotAllowed, NotThere, WrongState, AnswerMissing, InvalidMoment.
    """
    _must_publish(by)
    if not words.strip() and outcome not in _WORDLESS:
        raise AnswerMissing
    with act_of(by):
        held = lock_claim(claim)  # two outcomes at once come one after the other
        request = ReplyRequest.objects.filter(pk=request_id, claim=held).first()
        if request is None:
            raise NotThere
        last = request.outcomes.first()
        if last is not None and last.outcome == Outcome.STRUCK:
            raise WrongState
        if received_at and request.asked_at and received_at < request.asked_at:
            raise InvalidMoment
        return ReplyOutcome.objects.create(
            request=request,
            outcome=outcome,
            words=words.strip(),
            received_at=received_at,
            written_by=by,
        )


def _must_publish(by: User) -> None:
    if not may_publish(by):
        raise NotAllowed(_("Only an editor keeps the log of replies."))
