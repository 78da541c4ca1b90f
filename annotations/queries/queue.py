"""The queue: claims by what they wait for, and which of them a person may be handed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from annotations.models import Annotation, Assignment, PublishedClaim, Verdict
from annotations.queries.assignments import (
    held_by,
    live_holds,
    overdue_holds,
    reviews_given_expression,
)
from annotations.queries.progress import VerdictState, review_progress_of
from claims.models import Article, Claim

_State = Claim.ReviewState
REST = timedelta(hours=12)
"""For how long a claim that somebody gave back isn't handed to them again."""
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Mode(StrEnum):
    """What a person comes to the queue for."""

    TRIAGE = "triage"
    FIRST = "first"
    SECOND = "second"
    DECIDE = "decide"
    PUBLISH = "publish"
    MINE = "mine"


def in_mode(claims: QuerySet[Claim], mode: str, user: User) -> QuerySet[Claim]:
    """Narrow to proposals, to claims nobody reviewed, to those that need one more, to one's own.

    decide: enough reviews and no verdict that stands; publish: a verdict, never published.
    What a person has reviewed isn't offered to them for review. Only counts and whether there is
    a verdict decide, so that the list tells nothing about ratings.
    """
    if mode == Mode.TRIAGE:
        return claims.filter(review_state=_State.PROPOSED)
    if mode == Mode.MINE:
        return claims.filter(held_by(user))
    if mode == Mode.DECIDE:
        return _undecided(claims)
    if mode == Mode.PUBLISH:
        return _unpublished(claims)
    waiting = _never_reviewed_by(claims.filter(review_state=_State.ACCEPTED), user)
    given = waiting.alias(given=reviews_given_expression())
    if mode == Mode.FIRST:
        return given.filter(given=0)
    return given.filter(given__gt=0, given__lt=settings.REVIEWS_NEEDED)


def _undecided(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Narrow to claims that wait for who settles or adjudicates them, not public as it is."""
    public = PublishedClaim.objects.filter(claim=OuterRef("pk"), is_current=True)
    reviewed = Claim.objects.filter(
        ~Exists(public.exclude(act=PublishedClaim.Act.WITHDRAWN)), review_state=_State.ACCEPTED
    ).alias(given=reviews_given_expression())
    progress = review_progress_of(
        reviewed.filter(given__gte=settings.REVIEWS_NEEDED).values_list("pk", flat=True)
    )
    return claims.filter(
        pk__in=[pk for pk, one in progress.items() if one.state != VerdictState.SETTLED]
    )


def _unpublished(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Narrow to claims whose verdict stands and that were never out."""
    own = OuterRef("pk")
    settled = Claim.objects.filter(
        Exists(Verdict.objects.filter(claim=own)),
        ~Exists(PublishedClaim.objects.filter(claim=own)),
        review_state=_State.ACCEPTED,
    )
    progress = review_progress_of(settled.values_list("pk", flat=True))
    return claims.filter(
        pk__in=[pk for pk, one in progress.items() if one.state == VerdictState.SETTLED]
    )


def free_for(
    claims: QuerySet[Claim], user: User, *, even_given_back: bool = False
) -> QuerySet[Claim]:
    """Narrow to claims that have a place left and may be handed to this person.

    even_given_back: also those they gave back of late, which nobody hands them by chance.
    """
    holds = live_holds().filter(claim=OuterRef("pk")).order_by()
    counted = holds.values("claim").annotate(n=Count("pk")).values("n")
    places = Case(
        When(review_state=_State.PROPOSED, then=Value(1)),
        default=Value(settings.REVIEWS_NEEDED) - F("given"),
        output_field=IntegerField(),
    )
    return (
        _never_reviewed_by(claims, user)
        .exclude(review_state=_State.DISMISSED)
        .filter(~held_by(user), Q() if even_given_back else ~Exists(_given_back_by(user)))
        .alias(
            given=reviews_given_expression(),
            held=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        )
        .alias(places=places)
        .filter(held__lt=F("places"))
    )


def assigned_to(claims: QuerySet[Claim], person: int | None) -> QuerySet[Claim]:
    """Narrow to claims that a person holds; None: that nobody holds."""
    holds = live_holds().filter(claim=OuterRef("pk"))
    if person is None:
        return claims.filter(~Exists(holds))
    return claims.filter(Exists(holds.filter(reviewer=person)))


def articles_held_by(articles: QuerySet[Article], person: int | None) -> QuerySet[Article]:
    """Narrow to articles of which a person holds a claim; None: of which nobody holds any."""
    holds = live_holds().filter(claim__article=OuterRef("pk"))
    if person is None:
        return articles.filter(~Exists(holds))
    return articles.filter(Exists(holds.filter(reviewer=person)))


def overdue(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Narrow to claims that somebody should have reviewed by now."""
    return claims.filter(Exists(overdue_holds().filter(claim=OuterRef("pk"))))


def with_own_until(claims: QuerySet[Claim], user: User) -> QuerySet[Claim]:
    """Add `until`: when this person's hold is due or runs out; NEVER where they hold nothing."""
    own = live_holds().filter(claim=OuterRef("pk"), reviewer=user)
    ends = own.annotate(end=Coalesce("due_at", "held_until")).values("end")[:1]
    until = Coalesce(Subquery(ends), Value(NEVER), output_field=DateTimeField())
    return claims.annotate(until=until)


def _never_reviewed_by(claims: QuerySet[Claim], user: User) -> QuerySet[Claim]:
    """Leave out what the person reviewed at any time: withdrawn and hidden reviews count too."""
    own = Annotation.objects.filter(claim=OuterRef("pk"), author=user)
    return claims.filter(~Q(Exists(own)))


def _given_back_by(user: User) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        claim=OuterRef("pk"),
        reviewer=user,
        ending=Assignment.Ending.GIVEN_BACK,
        ended_at__gt=timezone.now() - REST,
    )
