"""Notifications: the one writer of the table, called by the services whose acts they tell of.

They are written in the transaction of the act, so that none is lost and none tells of what didn't
happen; only e-mail waits for a task (decision on notifications). A notification says that there is
something to look at, never how somebody rated: that is read at the claim, by the blind rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import (
    Annotation,
    Assignment,
    ErrorReport,
    LinkCheck,
    Notification,
    PublishedClaim,
    Source,
    Verdict,
)
from annotations.queries.links import people_resting_on
from annotations.queries.notifications import people_who_settle
from annotations.queries.progress import VerdictState, review_progress
from claims.models import Claim

Kind = Notification.Kind


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell. cause: the same one is told each person once."""

    kind: Notification.Kind
    cause: str
    claim: Claim | None = None
    source: Source | None = None
    actor: User | None = None
    due_at: datetime | None = None


def tell(people: Iterable[int], news: News) -> None:
    """Write one notification a person, by their ids; never to who did it themselves."""
    actor = news.actor.pk if news.actor else None
    Notification.objects.bulk_create(
        [
            Notification(
                recipient_id=person,
                kind=news.kind,
                cause=news.cause,
                claim=news.claim,
                source=news.source,
                actor=news.actor,
                due_at=news.due_at,
            )
            for person in sorted(set(people) - {actor})
        ],
        ignore_conflicts=True,
    )


def tell_of_assignment(hold: Assignment) -> None:
    """Tell a reviewer that somebody gave them a claim."""
    news = News(
        Kind.ASSIGNED, str(hold.pk), claim=hold.claim, actor=hold.assigned_by, due_at=hold.due_at
    )
    tell([hold.reviewer_id], news)


def tell_of_dispute(*, claim: Claim, by: User) -> None:
    """Tell of a dispute that has come up: who rated the claim, and who may decide it.

    All of them may read the reviews already: the former have rated, the latter may once there are
    enough. A dispute is told once; another rating makes another dispute. What was told of one that
    is over waits for nobody any more.
    """
    progress = review_progress(claim)
    if progress.state != VerdictState.DISPUTED:
        _lay_disputes_to_rest(claim)
        return
    reviewed = Annotation.objects.filter(claim=claim).values("author")
    judges = people_who_settle().exclude(pk__in=reviewed).values_list("pk", flat=True)
    people = {*progress.authors, *judges} - {by.pk}
    ratings = sorted(progress.ratings.items())
    cause = f"{claim.pk}:{hashlib.sha256(repr(ratings).encode()).hexdigest()[:16]}"
    _lay_disputes_to_rest(claim, all_but=cause)
    tell(people, News(Kind.DISPUTED, cause, claim=claim))


def tell_of_verdict(*, verdict: Verdict) -> None:
    """Tell the reviewers whose differing ratings were decided, and nobody longer of the dispute."""
    _lay_disputes_to_rest(verdict.claim)
    if verdict.method != Verdict.Method.ADJUDICATION:
        return
    authors = Annotation.objects.filter(pk__in=verdict.rests_on).values_list("author", flat=True)
    tell(
        authors,
        News(Kind.ADJUDICATED, str(verdict.pk), claim=verdict.claim, actor=verdict.settled_by),
    )


def tell_of_public_change(*, version: PublishedClaim) -> None:
    """Tell who published earlier versions of a claim that another corrected or withdrew it."""
    kinds = {
        PublishedClaim.Act.CORRECTED: Kind.CORRECTED,
        PublishedClaim.Act.WITHDRAWN: Kind.WITHDRAWN,
    }
    kind = kinds.get(PublishedClaim.Act(version.act))
    if kind is None:
        return
    earlier = PublishedClaim.objects.filter(claim=version.claim_id, version__lt=version.version)
    news = News(kind, str(version.seq), claim=version.claim, actor=version.published_by)
    tell(earlier.values_list("published_by", flat=True), news)


def tell_of_source(*, check: LinkCheck, is_dead: bool) -> None:
    """Tell who cited a source, or published a claim that rests on it, that it died or changed."""
    kind = Kind.SOURCE_DEAD if is_dead else Kind.SOURCE_CHANGED
    news = News(kind, str(check.pk), source=check.source)
    tell(people_resting_on(check.source), news)


def tell_of_report(report: ErrorReport) -> None:
    """Tell the moderators and editors that a reader reports an error."""
    people = people_who_settle().values_list("pk", flat=True)
    tell(people, News(Kind.REPORT, str(report.pk), claim=report.claim))


def mark_read(
    *, user: User, notification: UUID | None = None, until: datetime | None = None
) -> int:
    """Mark one, or all that came up to `until`, as read by their recipient; returns how many."""
    unread: QuerySet[Notification] = Notification.objects.filter(recipient=user, read_at=None)
    if notification is not None:
        unread = unread.filter(pk=notification)
    if until is not None:
        unread = unread.filter(created_at__lte=until)
    return unread.update(read_at=timezone.now())


def _lay_disputes_to_rest(claim: Claim, *, all_but: str = "") -> None:
    """Mark as read what was told of the claim's disputes, save for the cause that goes on."""
    unread = Notification.objects.filter(claim=claim, kind=Kind.DISPUTED, read_at=None)
    unread.exclude(cause=all_but).update(read_at=timezone.now())
