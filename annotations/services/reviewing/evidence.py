"""The evidence of a review: which source says what, and which way it points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from annotations.errors.desk import RepeatedSource
from annotations.models import Annotation, Evidence, Source
from annotations.services.acting import act_of
from annotations.services.citing.anchoring import anchor_excerpt
from annotations.services.citing.sources import SourceGiven, get_or_make_source, normal_address


@dataclass(frozen=True, slots=True)
class EvidenceGiven:
    """One evidence as a reviewer writes it.

    start: where the excerpt was picked in the source's copy, if it was (code points).
    """

    source: SourceGiven
    excerpt: str = ""
    start: int | None = None
    stance: str = ""
    note: str = ""
    is_primary: bool = False


def replace_evidence(*, annotation: Annotation, given: Sequence[EvidenceGiven], by: User) -> None:
    """Make the evidence of a review be exactly `given`, in this order.

    A source cited before keeps its row. Raises UnknownSource, InvalidAddress, RepeatedSource.
    """
    with act_of(by):
        sources = _sources_of(given, by)
        if len({source.pk for source in sources}) < len(sources):
            raise RepeatedSource
        annotation.evidence.exclude(source__in=sources).delete()
        for position, (part, source) in enumerate(zip(given, sources, strict=True)):
            _put_evidence(annotation, source, part, position)


def _put_evidence(
    annotation: Annotation, source: Source, given: EvidenceGiven, position: int
) -> None:
    anchor = anchor_excerpt(source=source, excerpt=given.excerpt, near=given.start)
    Evidence.objects.update_or_create(
        annotation=annotation,
        source=source,
        defaults={
            "excerpt": given.excerpt,
            "stance": given.stance,
            "note": given.note,
            "is_primary": given.is_primary,
            "position": position,
            "copy": anchor.copy if anchor else None,
            "start": anchor.start if anchor else None,
            "prefix": anchor.prefix if anchor else "",
            "suffix": anchor.suffix if anchor else "",
        },
    )


def _sources_of(given: Sequence[EvidenceGiven], by: User) -> list[Source]:
    """Find or make the sources, in the order of their addresses: two reviews that cite the same
    new documents in opposite order would otherwise wait for each other for ever."""
    order = sorted(range(len(given)), key=lambda index: _sort_key(given[index].source))
    found = {index: get_or_make_source(given=given[index].source, by=by) for index in order}
    return [found[index] for index in range(len(given))]


def _sort_key(given: SourceGiven) -> str:
    return "" if given.id is not None else normal_address(given.url)
