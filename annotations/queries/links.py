"""Which sources are to be visited again, and who and what rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from annotations.models import ArchivedCopy, Evidence, LinkCheck, PublishedClaim, Source
from annotations.queries.reviews import standing_annotations
from annotations.queries.visits import newest_visits, visits_of
from annotations.sources.link_state import CALM, WATCHED, next_visit

KEPT = ArchivedCopy.CopyState.KEPT
_CANDIDATES = 200
_QUIET = (LinkCheck.Outcome.SAME, LinkCheck.Outcome.REFUSED)


def sources_to_visit(now: datetime, limit: int) -> Sequence[Source]:
    """Read the cited sources whose visit is due, those that waited longest first."""
    newest = LinkCheck.objects.filter(source=OuterRef("pk")).order_by("-checked_at", "id")
    copied = ArchivedCopy.objects.filter(source=OuterRef("pk"), copy_state=KEPT)
    candidates = (
        Source.objects.filter(~Q(url=""), pk__in=Evidence.objects.values("source"))
        .annotate(
            visited_at=Subquery(newest.values("checked_at")[:1]),
            outcome=Subquery(newest.values("outcome")[:1]),
            kept_at=Subquery(copied.order_by("-kept_at").values("kept_at")[:1]),
        )
        .filter(
            Q(visited_at=None, created_at__lte=now - CALM)
            | Q(outcome__in=_QUIET, visited_at__lte=now - CALM)
            | Q(~Q(outcome__in=_QUIET), visited_at__lte=now - WATCHED)
        )
        .order_by(Coalesce("visited_at", F("created_at")), "pk")
        .prefetch_related(newest_visits())[:_CANDIDATES]
    )
    return [source for source in candidates if _is_due(source, now)][:limit]


def _is_due(source: Source, now: datetime) -> bool:
    checks: list[LinkCheck] = getattr(source, "newest_checks")  # noqa: B009 - read along
    copied_at: datetime | None = getattr(source, "kept_at")  # noqa: B009 - annotated
    due = next_visit(visits_of(checks), known_since=source.created_at, copied_at=copied_at)
    return due <= now


def citing_claims(source: Source) -> QuerySet[Evidence, Any]:
    """Give the claims whose standing reviews cite a source, for a subquery."""
    standing = standing_annotations().values("pk")
    return Evidence.objects.filter(source=source, annotation__in=standing).values(
        "annotation__claim"
    )


def people_resting_on(source: Source) -> set[int]:
    """Give the ids of who cites a source in a standing review or published a claim that does."""
    reviews = standing_annotations().filter(evidence__source=source)
    public = PublishedClaim.objects.filter(is_current=True, claim__in=citing_claims(source))
    published = public.exclude(act=PublishedClaim.Act.WITHDRAWN)
    return {
        *reviews.values_list("author", flat=True),
        *published.values_list("published_by", flat=True),
    }


def cited_excerpts(source: Source) -> list[str]:
    """Read the passages of a source that standing reviews cite."""
    cited = Evidence.objects.filter(
        source=source, annotation__in=standing_annotations().values("pk")
    )
    return list(cited.exclude(excerpt="").values_list("excerpt", flat=True))
