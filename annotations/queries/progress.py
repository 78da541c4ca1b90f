"""How far the review of a claim has come, worked out from the rows each time, never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.conf import settings

from annotations.models import Verdict
from annotations.queries.reviews import standing_annotations
from claims.models import Claim


class VerdictState(StrEnum):
    """Where a claim stands between its first review and its verdict."""

    NEEDS_REVIEWS = "needs_reviews"
    AGREED = "agreed"
    DISPUTED = "disputed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """The standing reviews of one claim and what follows from them.

    ratings: {annotation id: rating key}, in order of writing; authors: their ids.
    verdict: the newest one, if it still stands.
    """

    claim_id: UUID
    needed: int
    ratings: Mapping[str, str]
    authors: frozenset[int]
    verdict: Verdict | None

    @property
    def given(self) -> int:
        """Count the reviews that stand."""
        return len(self.ratings)

    @property
    def enough(self) -> bool:
        """Say whether there are as many reviews as a verdict needs."""
        return self.given >= self.needed

    @property
    def agreed_rating(self) -> str | None:
        """Give the rating all reviews share, once there are enough of them."""
        keys = set(self.ratings.values())
        return keys.pop() if self.enough and len(keys) == 1 else None

    @property
    def state(self) -> VerdictState:
        """Name the step the claim is at."""
        if self.verdict is not None:
            return VerdictState.SETTLED
        if not self.enough:
            return VerdictState.NEEDS_REVIEWS
        return VerdictState.AGREED if self.agreed_rating else VerdictState.DISPUTED


def verdict_stands(verdict: Verdict, ratings: Mapping[str, str]) -> bool:
    """Say whether a verdict still rests on what the standing reviews say.

    ratings: {annotation id: rating key} of the reviews standing now. A review that changed its
    rating, was withdrawn or hidden takes the ground away; so does a later one that disagrees. A
    verdict that was reopened stands no more.
    """
    if verdict.method == Verdict.Method.REOPENED:
        return False
    ground = verdict.rests_on
    kept = all(ratings.get(pk) == key for pk, key in ground.items())
    return kept and all(key == verdict.rating_id for pk, key in ratings.items() if pk not in ground)


def review_progress_of(claim_ids: Iterable[UUID]) -> dict[UUID, ReviewProgress]:
    """Work out the progress of many claims with two queries."""
    wanted = list(claim_ids)
    ratings: dict[UUID, dict[str, str]] = defaultdict(dict)
    authors: dict[UUID, set[int]] = defaultdict(set)
    rows = standing_annotations().filter(claim__in=wanted).order_by("created_at", "id")
    for pk, claim_id, author_id, key in rows.values_list("pk", "claim", "author", "rating"):
        ratings[claim_id][str(pk)] = key
        authors[claim_id].add(author_id)
    newest = {verdict.claim_id: verdict for verdict in _newest_verdicts(wanted)}
    return {
        claim_id: ReviewProgress(
            claim_id,
            settings.REVIEWS_NEEDED,
            ratings[claim_id],
            frozenset(authors[claim_id]),
            _standing(newest.get(claim_id), ratings[claim_id]),
        )
        for claim_id in wanted
    }


def review_progress(claim: Claim) -> ReviewProgress:
    """Work out the progress of one claim."""
    return review_progress_of([claim.pk])[claim.pk]


def standing_verdict(claim: Claim) -> Verdict | None:
    """Read the verdict that stands; None when there is none or its ground is gone."""
    return review_progress(claim).verdict


def _newest_verdicts(claim_ids: list[UUID]) -> Iterable[Verdict]:
    verdicts = Verdict.objects.filter(claim__in=claim_ids).select_related(
        "rating", "settled_by__reviewer"
    )
    return verdicts.order_by("claim_id", "-created_at", "id").distinct("claim_id")


def _standing(verdict: Verdict | None, ratings: Mapping[str, str]) -> Verdict | None:
    return verdict if verdict is not None and verdict_stands(verdict, ratings) else None
