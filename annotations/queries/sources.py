"""Sources with the copy that stands for them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from annotations.models import Annotation, ArchivedCopy, Evidence, Source
from annotations.queries.visits import newest_visits

KEPT = ArchivedCopy.CopyState.KEPT
QUEUED = ArchivedCopy.CopyState.QUEUED


def copies_in_order() -> QuerySet[ArchivedCopy]:
    """Put kept copies first, the newest of them at the head; without their bytes and words."""
    kept_first = Case(When(copy_state=KEPT, then=Value(0)), default=Value(1))
    return ArchivedCopy.objects.defer("content", "text").order_by(
        kept_first, "-kept_at", "-created_at", "id"
    )


def with_shown_copy(sources: QuerySet[Source] | None = None) -> QuerySet[Source]:
    """Read `shown_copies` along: a list of the newest kept copy, else the newest, or nothing.

    With it come the newest visits to the address, for `links.link_of`, and all the same of the
    source that stands for one that was merged.
    """
    best = copies_in_order().filter(source=OuterRef("source")).values("pk")[:1]
    has_text = ExpressionWrapper(~Q(text=""), output_field=BooleanField())
    copies = (
        ArchivedCopy.objects.defer("content", "text")
        .select_related("attached_by__reviewer")
        .filter(pk=Subquery(best))
        .annotate(has_text=has_text)
    )
    shown = (Prefetch("copies", queryset=copies, to_attr="shown_copies"), newest_visits())
    standing = Prefetch("merged_into", queryset=Source.objects.prefetch_related(*shown))
    sources = Source.objects.all() if sources is None else sources
    return sources.prefetch_related(*shown, standing)


def newest_kept_copy(source: Source) -> ArchivedCopy | None:
    """Read the newest kept copy of a source, words and bytes only when touched."""
    return copies_in_order().filter(source=source, copy_state=KEPT).first()


def sources_matching(words: str) -> QuerySet[Source]:
    """Read sources whose title, publisher or address holds `words`; all for an empty string."""
    words = words.replace("\x00", "").strip()
    holds = Q(title__icontains=words) | Q(publisher__icontains=words) | Q(url__icontains=words)
    standing = Source.objects.filter(merged_into=None)
    return with_shown_copy(standing.filter(holds) if words else standing)


def queued_copies_of(annotation: Annotation) -> list[ArchivedCopy]:
    """Read the copies that a review's sources still wait for."""
    waiting = ArchivedCopy.objects.defer("content", "text").filter(copy_state=QUEUED)
    return list(waiting.filter(source__evidence__annotation=annotation).distinct())


def queued_copy_of(source: Source) -> ArchivedCopy | None:
    """Read the copy that a source waits for, if it waits for one."""
    waiting = ArchivedCopy.objects.defer("content", "text").filter(copy_state=QUEUED)
    return waiting.filter(source=source).first()


def copies_to_fetch(now: datetime) -> list[UUID]:
    """Read the ids of queued copies that no worker holds, oldest first."""
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    waiting = ArchivedCopy.objects.filter(free, copy_state=QUEUED).order_by("created_at")
    return list(waiting.values_list("pk", flat=True))


def copies_to_read(now: datetime, source_id: UUID | None = None) -> list[UUID]:
    """Read the ids of kept copies whose words wait for a worker, of one source or of all."""
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    waiting = ArchivedCopy.objects.filter(free, copy_state=KEPT, text_state="waiting")
    if source_id is not None:
        waiting = waiting.filter(source=source_id)
    return list(waiting.order_by("created_at").values_list("pk", flat=True))


def source_of_file(sha256: str) -> Source | None:
    """Read the source that a file is a copy of, by the hash of its bytes; the oldest of several."""
    added = Source.objects.select_related("merged_into").filter(file_sha256=sha256).first()
    kept = Source.objects.filter(copies__copy_state=KEPT, copies__sha256=sha256)
    return added.standing if added else kept.order_by("created_at", "id").first()


def copies_to_anchor(since: datetime) -> QuerySet[ArchivedCopy]:
    """Read the copies kept since then with words in which a cited excerpt has no place yet."""
    waiting = Evidence.objects.filter(~Q(excerpt=""), source=OuterRef("source"), copy=None)
    kept = ArchivedCopy.objects.defer("content").filter(copy_state=KEPT, kept_at__gte=since)
    return kept.filter(Exists(waiting)).exclude(text="")
