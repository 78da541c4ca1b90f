"""Which sources and publishers the desk leans on, and which of its sources are in trouble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from annotations.models import Evidence, LinkCheck, PublishedClaim, Source
from annotations.queries.periods import Period
from annotations.queries.reviews import standing_annotations
from annotations.queries.sources import with_shown_copy
from annotations.queries.visits import Link, link_of
from annotations.sources.link_state import LinkState

SHOWN = 15
_LISTED = 200


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with the number of standing reviews that cite it, and of the claims these rate."""

    id: UUID
    title: str
    url: str
    publisher: str
    citations: int
    claims: int


@dataclass(frozen=True, slots=True)
class CitedPublisher:
    """A publisher, as the sources name it."""

    publisher: str
    sources: int
    citations: int
    claims: int


@dataclass(frozen=True, slots=True)
class FailingSource:
    """A source that is dead, changed or under watch, with what rests on it."""

    source: Source
    link: Link
    claims: int
    published: int


def most_cited_sources(period: Period) -> list[CitedSource]:
    """Read them with one statement; the period is that of the reviews."""
    rows = _citations(period).values_list(
        "source", "source__title", "source__url", "source__publisher"
    )
    return [CitedSource(*row) for row in _counted(rows).order_by("-n", "-c", "source")[:SHOWN]]


def most_cited_publishers(period: Period) -> list[CitedPublisher]:
    """Read them with one statement; sources without a publisher are left out."""
    rows = _citations(period).exclude(source__publisher="").values_list("source__publisher")
    counted = _counted(rows.annotate(s=Count("source", distinct=True)))
    return [
        CitedPublisher(*row) for row in counted.order_by("-n", "-c", "source__publisher")[:SHOWN]
    ]


def failing_sources(period: Period) -> Sequence[FailingSource]:
    """Read the cited sources that don't answer or changed, the most relied on first."""
    newest = LinkCheck.objects.filter(source=OuterRef("pk")).exclude(
        outcome=LinkCheck.Outcome.REFUSED
    )
    outcome = Subquery(newest.order_by("-checked_at", "id").values("outcome")[:1])
    cited = Exists(_citations(Period(language=period.language)).filter(source=OuterRef("pk")))
    troubled = Source.objects.annotate(outcome=outcome).filter(
        cited, outcome__in=[LinkCheck.Outcome.FAILED, LinkCheck.Outcome.CHANGED]
    )
    sources = list(with_shown_copy(troubled.order_by("pk"))[:_LISTED])
    relying = _relying([source.pk for source in sources])
    found = [
        FailingSource(source, link, *relying.get(source.pk, (0, 0)))
        for source in sources
        if (link := link_of(source)).state is not LinkState.ALIVE
    ]
    return sorted(found, key=lambda one: (-one.published, -one.claims, one.source.url))


def _citations(period: Period) -> QuerySet[Evidence]:
    standing = standing_annotations().order_by()
    dated = standing.filter(period.on("created_at", "claim__article__language"))
    return Evidence.objects.filter(annotation__in=dated.values("pk")).order_by()


def _counted(rows: QuerySet[Any, Any]) -> Any:
    """Add the numbers of citations and of claims to grouped rows."""
    return rows.annotate(n=Count("pk"), c=Count("annotation__claim", distinct=True))


def _relying(source_ids: Sequence[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """Count the claims that rest on each source, and those of them that are public."""
    public = PublishedClaim.objects.filter(is_current=True, claim=OuterRef("annotation__claim"))
    out = Exists(public.exclude(act=PublishedClaim.Act.WITHDRAWN))
    cited = Evidence.objects.filter(
        source__in=source_ids, annotation__in=standing_annotations().order_by().values("pk")
    )
    rows = (
        cited.order_by()
        .values_list("source")
        .annotate(
            claims=Count("annotation__claim", distinct=True),
            public=Count("annotation__claim", distinct=True, filter=Q(out)),
        )
    )
    return {source: (claims, published) for source, claims, published in rows}
