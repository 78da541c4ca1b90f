"""Annotations as outside clients find them: what the container holds for one person, and where
an annotation of theirs belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import Max, Q, QuerySet

from annotations.models import Annotation, OutsideAnnotation, Rating
from annotations.queries.reviews import HIDE, visible_to, with_people_and_evidence
from claims.errors import NotReadable
from claims.models import Article, Claim
from claims.reading import normal_url

_OURS = re.compile(r"/articles/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/?$")
MET = 0.5
"""Share of two spans' union that they must have in common to be about the same words."""


@dataclass(frozen=True, slots=True)
class Contained:
    """How much the container holds for one person, and when that last changed."""

    total: int
    modified: datetime | None


def contained(user: User) -> Contained:
    """Count what a person finds in the container."""
    parts = [rows.aggregate(newest=Max("updated_at")) for rows in _both(user)]
    moments = [part["newest"] for part in parts if part["newest"]]
    return Contained(sum(rows.count() for rows in _both(user)), max(moments, default=None))


def contained_ids(user: User, start: int, size: int) -> list[UUID]:
    """Give ids of the container's annotations, the oldest first: a new one moves no other."""
    reviews, waiting = (rows.order_by().values_list("created_at", "pk") for rows in _both(user))
    rows = reviews.union(waiting, all=True).order_by("created_at", "pk")
    return [pk for _created, pk in rows[start : start + size]]


def reviews_among(ids: Sequence[UUID]) -> dict[UUID, Annotation]:
    """Read reviews with all that their Web Annotations say, by id."""
    reviews = with_people_and_evidence(Annotation.objects.filter(pk__in=ids))
    return {row.pk: row for row in reviews.select_related("claim__article", "outside")}


def waiting_among(ids: Sequence[UUID]) -> dict[UUID, OutsideAnnotation]:
    """Read annotations from outside that are no reviews, by id."""
    rows = OutsideAnnotation.objects.filter(pk__in=ids, review=None)
    return {row.pk: row for row in rows.select_related("author__reviewer")}


def waiting_of(user: User) -> QuerySet[OutsideAnnotation]:
    """Read a person's own annotations that are no reviews; nobody else sees them."""
    return OutsideAnnotation.objects.filter(author=user, review=None)


def articles_at(address: str) -> list[Article]:
    """Read the articles that an address names, the newest reading first: the page's own address,
    or the article's here."""
    read = Article.objects.filter(reading_state=Article.ReadingState.READ)
    named = Q(canonical_url__in=_spellings(address)) | Q(requested_url__in=_spellings(address))
    if ours := _OURS.search(address.partition("#")[0]):
        named |= Q(pk=ours.group(1))
    originals = Article.objects.filter(named).exclude(duplicate_of=None).values("duplicate_of")
    known = read.filter(named | Q(pk__in=originals), duplicate_of=None)
    return list(known.order_by("-created_at", "pk"))


def claim_meeting(article: Article, start: int, end: int) -> Claim | None:
    """Find the claim that the words [start, end) are about: the smallest that holds them whole,
    else the one with most in common. Dismissed claims come last."""
    near = Claim.objects.filter(article=article, start__lt=end, end__gt=start)
    met = [claim for claim in near if _meets(claim, start, end)]
    return min(met, key=lambda claim: _rank(claim, start, end), default=None)


def meets(claim: Claim, start: int, end: int) -> bool:
    """Say whether the words [start, end) of a claim's article are about that claim."""
    return claim.start < end and claim.end > start and _meets(claim, start, end)


def rating_names() -> dict[str, str]:
    """Give the scale's keys by their keys and names in lower case."""
    names: dict[str, str] = {}
    for rating in Rating.objects.filter(is_active=True):
        for name in (rating.name_it, rating.name_en, rating.key):
            names[name.lower()] = rating.key
    return names


def _both(user: User) -> tuple[QuerySet[Annotation], QuerySet[OutsideAnnotation]]:
    """What stands in the container: reviews the person may see, and what of theirs waits."""
    reviews = visible_to(user).filter(withdrawn_at=None).exclude(Q(moderation_act=HIDE))
    return reviews, waiting_of(user).filter(withdrawn_at=None)


def _meets(claim: Claim, start: int, end: int) -> bool:
    return (claim.start <= start and end <= claim.end) or _common(claim, start, end) >= MET


def _rank(claim: Claim, start: int, end: int) -> tuple[bool, bool, float, UUID]:
    is_accepted = claim.review_state == Claim.ReviewState.ACCEPTED
    is_dismissed = claim.review_state == Claim.ReviewState.DISMISSED
    return is_dismissed, not is_accepted, -_common(claim, start, end), claim.pk


def _common(claim: Claim, start: int, end: int) -> float:
    shared = min(claim.end, end) - max(claim.start, start)
    return shared / (max(claim.end, end) - min(claim.start, start))


def _spellings(address: str) -> list[str]:
    """Give an address as it was written and in its one spelling, without fragment; never empty."""
    plain = address.partition("#")[0]
    try:
        return list({plain, normal_url(plain)} - {""})
    except NotReadable:
        return [plain] if plain else []
