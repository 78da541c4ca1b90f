"""Two rows for one document become one, once the bytes we keep of both are the same."""

from __future__ import annotations

from annotations.models import ArchivedCopy, Evidence, Source
from annotations.services.acting import act_of
from claims.models import Claim


def merge_same_document(copy: ArchivedCopy) -> Source | None:
    """Let a document that came by file go on in the source whose kept `copy` has the same bytes.

    Its evidence and copies go along, what is known about it fills what the other lacks, and its row
    stays as a signpost (`Source.merged_into`). A review that cites both keeps both evidences:
    a person's work is never dropped. Gives the source that went; None where there is none.
    """
    into = copy.source
    found = Source.objects.filter(file_sha256=copy.sha256, url="", merged_into=None)
    gone = found.exclude(pk=into.pk).first() if into.url and copy.sha256 else None
    if gone is None:
        return None
    with act_of(None):
        _hold_claims_citing(gone)
        kept, gone = _locked(into, gone)
        for name in ("title", "publisher", "published_on"):
            setattr(kept, name, getattr(kept, name) or getattr(gone, name))
        kept.save()
        gone.copies.update(source=kept)
        citing_both = Evidence.objects.filter(source=kept).values("annotation")
        gone.evidence.exclude(annotation__in=citing_both).update(source=kept)
        gone.merged_into = kept
        gone.save(update_fields=["merged_into", "updated_at"])
        return gone


def _hold_claims_citing(source: Source) -> None:
    """Lock the claims first, as every service does: nobody revises a review of them meanwhile."""
    cited_for = Evidence.objects.filter(source=source).values("annotation__claim")
    held = Claim.objects.select_for_update().filter(pk__in=cited_for).order_by("pk")
    list(held.values_list("pk", flat=True))


def _locked(*sources: Source) -> list[Source]:
    """Lock the rows, always in the same order, and give them in the order asked for."""
    rows = Source.objects.select_for_update().filter(pk__in=[source.pk for source in sources])
    held = {row.pk: row for row in rows.order_by("pk")}
    return [held[source.pk] for source in sources]
