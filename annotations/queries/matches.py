"""What is known of earlier published claims like those on the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from annotations.models import ClaimComparison, ClaimMatch, PublishedClaim
from annotations.queries.publications import public_mark
from claims.models import Claim

AGAIN = timedelta(hours=1)
"""After which a claim is compared again when something was published since."""
WITHDRAWN = PublishedClaim.Act.WITHDRAWN


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """A match, and what the public reads of the earlier claim now (a tombstone if withdrawn)."""

    match: ClaimMatch
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BestMatch:
    """The likest earlier claim of one claim on the desk, for a row of a list."""

    claim: UUID
    id: UUID
    score: float
    decision: str
    earlier: UUID
    headline: str
    rating: str
    url: str


def claims_to_compare(most: int) -> list[Claim]:
    """Read open claims that weren't compared yet as they read now, or not for long.

    None while nothing is published. Accepted and proposed claims, the newest first.
    """
    mark = public_mark()
    if mark is None:
        return []
    compared = ClaimComparison.objects.filter(claim=OuterRef("pk"))
    is_known = compared.filter(claim_version=OuterRef("version")).filter(
        Q(seq=mark[0]) | Q(compared_at__gte=timezone.now() - AGAIN)
    )
    is_public = PublishedClaim.objects.filter(claim=OuterRef("pk"))
    open_claims = Claim.objects.exclude(review_state=Claim.ReviewState.DISMISSED)
    rows = open_claims.filter(~Exists(is_known), ~Exists(is_public))
    return list(rows.select_related("article").order_by("-created_at", "id")[:most])


def matches_of(claim_id: UUID) -> list[KnownMatch]:
    """Read a claim's matches, the likest first; what was withdrawn only where it was decided."""
    matches = list(ClaimMatch.objects.filter(claim=claim_id).select_related("decided_by__reviewer"))
    earlier = [match.earlier_id for match in matches]
    current = PublishedClaim.objects.filter(claim__in=earlier, is_current=True)
    rows = current.values_list("claim", "act", "document")
    known = {claim: (act, document) for claim, act, document in rows}
    return [
        KnownMatch(match, known[match.earlier_id][1])
        for match in matches
        if match.decision or known[match.earlier_id][0] != WITHDRAWN
    ]


def comparison_of(claim_id: UUID) -> ClaimComparison | None:
    """Read when a claim was compared last."""
    return ClaimComparison.objects.filter(claim=claim_id).first()


def best_matches(claim_ids: Iterable[UUID]) -> Sequence[BestMatch]:
    """Read the likest match of each claim that has one, with one statement.

    What a person called different, or what was withdrawn, is none.
    """
    current = PublishedClaim.objects.filter(claim=OuterRef("earlier"), is_current=True).exclude(
        act=WITHDRAWN
    )
    likest: QuerySet[Any] = (
        ClaimMatch.objects.filter(Exists(current), claim__in=list(claim_ids))
        .exclude(decision=ClaimMatch.Decision.DIFFERENT)
        .annotate(
            headline=Subquery(current.values("headline")),
            rating=Subquery(current.values("rating_key")),
            url=Subquery(current.values("document__url")),
        )
        # what a person called the same comes before what is only likely
        .order_by("claim_id", F("decided_at").asc(nulls_last=True), "-score")
        .distinct("claim_id")
    )
    columns = ("claim_id", "id", "score", "decision", "earlier_id", "headline", "rating", "url")
    return [BestMatch(*row) for row in likest.values_list(*columns)]
