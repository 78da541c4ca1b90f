"""Take one claim along its planned road, by the services that the desk itself uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.models import Annotation, Source
from annotations.services.acting import act_of, lock_claim
from annotations.services.assigning.holds import check_may_hold, make_assignment
from annotations.services.citing.sources import SourceGiven
from annotations.services.publishing import publication
from annotations.services.publishing.replies import ask_for_reply, note_outcome
from annotations.services.reviewing.annotations import revise_annotation, write_annotation
from annotations.services.reviewing.evidence import EvidenceGiven
from annotations.services.reviewing.verdicts import settle_verdict
from claims.models import Article, Claim
from claims.queries import claims_of
from claims.services.claims import accept, add_claim, dismiss, reword
from config.demo.finding import claim_on, is_touched
from config.demo.stages import (
    Amendment,
    Assigned,
    Citation,
    PlannedClaim,
    Reply,
    Review,
    Settling,
    Stage,
)

PUBLIC_STAGES = frozenset({Stage.PUBLISHED, Stage.CORRECTED, Stage.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Desk:
    """The people by user name and the sources by key."""

    people: Mapping[str, User]
    sources: Mapping[str, Source]


@transaction.atomic
def walk_claim(*, article: Article, plan: PlannedClaim, desk: Desk) -> bool:
    """Do everything the plan says about one claim, or nothing; False when it was done before."""
    start = article.text.index(plan.find)
    claim = claim_on(claims_of(article), start, start + len(plan.find))
    if claim is not None and is_touched(claim):
        return False
    claim = _taken_up(claim, article, plan, desk)
    reviews = {review.by: _write(claim, review, desk) for review in plan.reviews}
    if plan.verdict:
        _settle(claim, plan.verdict, desk)
    _publish(claim, plan, desk)
    if plan.correction:
        _correct(claim, plan.correction, reviews, desk)
    if plan.withdrawal:
        by = desk.people[plan.withdrawal.by]
        publication.withdraw(claim=claim, by=by, notice=plan.withdrawal.notice)
    if plan.assigned:
        _assign(claim, plan.assigned, desk)
    return True


def _taken_up(claim: Claim | None, article: Article, plan: PlannedClaim, desk: Desk) -> Claim:
    """Accept or dismiss what the machine proposed; where it saw nothing, a person adds it."""
    by = desk.people[plan.by]
    if claim is None:
        start = article.text.index(plan.find)
        claim = add_claim(article=article, start=start, end=start + len(plan.find), by=by)
    elif plan.stage is not Stage.DISMISSED:
        claim = accept(claim_id=claim.pk, by=by)
    if plan.stage is Stage.DISMISSED:
        claim = dismiss(claim_id=claim.pk, reason=plan.reason, by=by)
    if plan.words and plan.words != claim.text:
        claim = reword(claim_id=claim.pk, text=plan.words, by=by)
    return claim


def _assign(claim: Claim, assigned: Assigned, desk: Desk) -> None:
    """Assign the claim, also with a past due time, which no editor can give: it shows overdue."""
    due_at = timezone.now() + timedelta(hours=assigned.due_in_hours)
    reviewer, by = desk.people[assigned.to], desk.people[assigned.by]
    with act_of(by):
        held = lock_claim(claim)
        check_may_hold(held, reviewer, is_own=False)
        make_assignment(held, reviewer, due_at, by)


def _write(claim: Claim, review: Review, desk: Desk) -> Annotation:
    return write_annotation(
        claim=claim,
        author=desk.people[review.by],
        rating=review.rating,
        rationale=review.rationale,
        evidence=[_evidence(citation, desk) for citation in review.evidence],
    )


def _evidence(citation: Citation, desk: Desk) -> EvidenceGiven:
    return EvidenceGiven(
        source=SourceGiven(id=desk.sources[citation.source].pk),
        excerpt=citation.excerpt,
        stance=citation.stance,
        note=citation.note,
        is_primary=citation.is_primary,
    )


def _settle(claim: Claim, verdict: Settling, desk: Desk) -> None:
    by = desk.people[verdict.by]
    settle_verdict(claim=claim, by=by, rating=verdict.rating or "", reason=verdict.reason)


def _publish(claim: Claim, plan: PlannedClaim, desk: Desk) -> None:
    editor = desk.people["davide"]
    if plan.draft:
        _save_draft(claim, plan.draft, editor)
    for reply in plan.replies:
        _ask(claim, reply, editor)
    if plan.stage in PUBLIC_STAGES:
        publication.publish(claim=claim, by=editor)


def _correct(
    claim: Claim, correction: Amendment, reviews: Mapping[str, Annotation], desk: Desk
) -> None:
    """Revise the reviews, settle what they now agree on, and publish the next version."""
    editor = desk.people[correction.by]
    for review in correction.reviews:
        revise_annotation(
            annotation=reviews[review.by],
            by=desk.people[review.by],
            seen=None,
            rating=review.rating,
            rationale=review.rationale,
            evidence=[_evidence(citation, desk) for citation in review.evidence],
        )
    if correction.reviews:
        settle_verdict(claim=claim, by=editor)
    _save_draft(claim, correction.words, editor)
    publication.correct(
        claim=claim, by=editor, severity=correction.severity, notice=correction.notice
    )


def _ask(claim: Claim, reply: Reply, editor: User) -> None:
    """Log the request and what came of it."""
    request = ask_for_reply(
        claim=claim,
        by=editor,
        asked=reply.asked,
        channel=reply.channel,
        asked_at=reply.asked_at,
        due_at=reply.due_at,
    )
    note_outcome(
        claim=claim,
        request_id=request.pk,
        by=editor,
        outcome=reply.outcome,
        words=reply.words,
        received_at=reply.received_at,
    )


def _save_draft(claim: Claim, words: Mapping[str, Any], editor: User) -> None:
    publication.save_draft(claim=claim, fields=words, by=editor, version_seen=None)
