"""How far the verdicts of an article's claims are, for one person, in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User

from annotations.models import Annotation, PublishedClaim
from annotations.queries.progress import ReviewProgress, review_progress_of
from annotations.queries.settling import blind_state, open_to
from claims.models import Article, Claim


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """One accepted claim on its way to the public, as one person may know it.

    rating: the verdict's, or the one all reviews share; None for who is blind still.
    own_rating: what this person's standing review says. publication_state: unpublished,
    published, withdrawn.
    """

    claim: UUID
    state: str
    reviews_needed: int
    reviews_given: int
    rating: str | None
    own_rating: str | None
    publication_state: str


def verdicts_of_article(article: Article, user: User) -> list[ClaimVerdict]:
    """Read where each accepted claim of the article stands, in reading order."""
    accepted = Claim.objects.filter(article=article, review_state=Claim.ReviewState.ACCEPTED)
    ids = list(accepted.order_by("start", "end", "id").values_list("pk", flat=True))
    progress, own, public = review_progress_of(ids), _own_ratings(ids, user), _public(ids)
    seen = open_to(progress, user)
    return [
        _as_seen(progress[pk], own.get(pk), public.get(pk, "unpublished"), is_open=pk in seen)
        for pk in ids
    ]


def _as_seen(
    progress: ReviewProgress, own_rating: str | None, publication_state: str, *, is_open: bool
) -> ClaimVerdict:
    verdict = progress.verdict
    rating = verdict.rating_id if verdict else progress.agreed_rating
    return ClaimVerdict(
        claim=progress.claim_id,
        state=progress.state if is_open else blind_state(progress),
        reviews_needed=progress.needed,
        reviews_given=progress.given,
        rating=rating if is_open else None,
        own_rating=own_rating,
        publication_state=publication_state,
    )


def _own_ratings(claim_ids: Iterable[UUID], user: User) -> dict[UUID, str]:
    own = Annotation.objects.filter(claim__in=claim_ids, author=user, withdrawn_at=None)
    return dict(own.values_list("claim", "rating"))


def _public(claim_ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = PublishedClaim.objects.filter(claim__in=claim_ids, is_current=True)
    withdrawn = PublishedClaim.Act.WITHDRAWN
    return {
        claim: "withdrawn" if act == withdrawn else "published"
        for claim, act in rows.values_list("claim", "act")
    }
