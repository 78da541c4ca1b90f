"""How far the desk's reviewers agree, over the claims whose reviews a person may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Exists, Max, OuterRef, QuerySet

from annotations.agreement import (
    Interval,
    Scale,
    alpha,
    alpha_interval,
    kappa,
    share_alike,
)
from annotations.models import Rating, Verdict
from annotations.queries.people import display_name
from annotations.queries.periods import Period
from annotations.queries.reviews import reviews_open_to, standing_annotations
from claims.models import Claim

Ratings = Mapping[int, str]
"""Rating keys of one claim by the id of who gave them."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures over some claims; None where they aren't defined.

    alpha: over the scale, numbers in their order; alpha_nominal: every difference counts alike.
    alike: share of pairs of ratings that are the same.
    """

    claims: int
    alpha: float | None
    alpha_nominal: float | None
    interval: Interval | None
    alike: float | None


@dataclass(frozen=True, slots=True)
class LanguageAgreement:
    """The agreement over the claims of one language."""

    language: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How two reviewers agree on the claims that both rated."""

    first: User
    second: User
    claims: int
    kappa: float | None
    alpha: float | None
    alike: float | None


@dataclass(frozen=True, slots=True)
class DeskAgreement:
    """The whole desk, each language, each pair (those with most claims in common first)."""

    desk: Agreement
    languages: Sequence[LanguageAgreement]
    pairs: Sequence[PairAgreement]


def agreement_seen_by(user: User, period: Period) -> DeskAgreement:
    """Work out the agreement with three queries.

    Counted are claims with as many reviews as they need, or with a verdict, whose reviews this
    person may read; the period is that of a claim's last review.
    """
    units, languages = _units_seen_by(user, period)
    scale = dict(Rating.objects.values_list("key", "value"))
    by_language: dict[str, list[Ratings]] = defaultdict(list)
    for claim_id, ratings in units.items():
        by_language[languages[claim_id]].append(ratings)
    return DeskAgreement(
        desk=_agreement(list(units.values()), scale),
        languages=[
            LanguageAgreement(language, _agreement(by_language[language], scale))
            for language in sorted(by_language)
        ],
        pairs=_pairs(list(units.values()), scale),
    )


def _units_seen_by(user: User, period: Period) -> tuple[Mapping[UUID, Ratings], Mapping[UUID, str]]:
    rows = (
        standing_annotations()
        .filter(reviews_open_to(user), claim__in=_claims_reviewed_in(period))
        .annotate(settled=Exists(Verdict.objects.filter(claim=OuterRef("claim"))))
        .order_by("created_at", "id")
        .values_list("claim", "author", "rating", "claim__article__language", "settled")
    )
    units: dict[UUID, dict[int, str]] = defaultdict(dict)
    languages, settled_claims = {}, set()
    for claim_id, author_id, rating, language, settled in rows:
        units[claim_id][author_id] = rating
        languages[claim_id] = language
        if settled:
            settled_claims.add(claim_id)
    complete = {
        claim_id: ratings
        for claim_id, ratings in units.items()
        if len(ratings) > 1
        and (len(ratings) >= settings.REVIEWS_NEEDED or claim_id in settled_claims)
    }
    return complete, languages


def _claims_reviewed_in(period: Period) -> QuerySet[Any, Any]:
    """Give the claims whose last standing review lies in the period, for a subquery."""
    last = standing_annotations().order_by().values("claim").annotate(last=Max("created_at"))
    accepted = last.filter(claim__review_state=Claim.ReviewState.ACCEPTED)
    return accepted.filter(period.on("last", "claim__article__language")).values("claim")


def _agreement(units: Sequence[Ratings], scale: Scale) -> Agreement:
    return Agreement(
        claims=len(units),
        alpha=alpha(units, scale),
        alpha_nominal=alpha(units),
        interval=alpha_interval(units, scale),
        alike=share_alike(units),
    )


def _pairs(units: Sequence[Ratings], scale: Scale) -> list[PairAgreement]:
    shared: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for ratings in units:
        for first, second in combinations(sorted(ratings), 2):
            shared[first, second].append((ratings[first], ratings[second]))
    ids = {pk for pair in shared for pk in pair}
    people = User.objects.select_related("reviewer").in_bulk(ids)
    pairs = [
        _pair(people[first], people[second], both, scale)
        for (first, second), both in shared.items()
    ]
    return sorted(pairs, key=lambda pair: (-pair.claims, _names(pair)))


def _pair(
    first: User, second: User, both: Sequence[tuple[str, str]], scale: Scale
) -> PairAgreement:
    units = [{first.pk: one, second.pk: other} for one, other in both]
    return PairAgreement(
        first, second, len(both), kappa(both), alpha(units, scale), share_alike(units)
    )


def _names(pair: PairAgreement) -> tuple[str, str]:
    return display_name(pair.first), display_name(pair.second)
