"""Where an excerpt stands in the copy it was picked from."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from annotations.models import ArchivedCopy, Evidence, Source
from annotations.queries.sources import newest_kept_copy
from annotations.services.acting import act_of

CONTEXT = 32
"""Code points of prefix and suffix that are kept beside an excerpt."""


@dataclass(frozen=True, slots=True)
class ExcerptAnchor:
    """A copy, the place in its text where an excerpt begins (code points), and what surrounds it.

    Source: W3C Web Annotation Data Model, Text Position and Text Quote Selector.
    """

    copy: ArchivedCopy
    start: int
    prefix: str
    suffix: str


def anchor_excerpt(*, source: Source, excerpt: str, near: int | None) -> ExcerptAnchor | None:
    """Find `excerpt` in the newest kept copy of `source`, the place nearest to `near`.

    None when there is no copy or the excerpt isn't in its words letter by letter.
    """
    copy = newest_kept_copy(source) if excerpt else None
    return _anchor_in(copy, excerpt, near) if copy else None


def anchor_waiting(copy: ArchivedCopy) -> int:
    """Give excerpts written before the words of `copy` were there their place in it; count them.

    Nobody's review changes by it: the words stay as they were written, and the audit trail names
    the machine. What was anchored in an earlier copy, or isn't in this one letter by letter, stays
    as it is.
    """
    if not copy.text:
        return 0
    with act_of(None):
        waiting = Evidence.objects.filter(~Q(excerpt=""), source=copy.source_id, copy=None)
        rows = waiting.order_by("pk").select_for_update(of=("self",))
        return sum(_put_anchor(evidence, copy) for evidence in rows)


def _put_anchor(evidence: Evidence, copy: ArchivedCopy) -> bool:
    anchor = _anchor_in(copy, evidence.excerpt, None)
    if anchor is None:
        return False
    evidence.copy, evidence.start = copy, anchor.start
    evidence.prefix, evidence.suffix = anchor.prefix, anchor.suffix
    evidence.save(update_fields=["copy", "start", "prefix", "suffix"])
    return True


def _anchor_in(copy: ArchivedCopy, excerpt: str, near: int | None) -> ExcerptAnchor | None:
    start = _nearest(copy.text, excerpt, near or 0)
    if start is None:
        return None
    end = start + len(excerpt)
    return ExcerptAnchor(
        copy, start, copy.text[max(0, start - CONTEXT) : start], copy.text[end : end + CONTEXT]
    )


def _nearest(text: str, excerpt: str, near: int) -> int | None:
    before = text.rfind(excerpt, 0, near + len(excerpt))
    after = text.find(excerpt, near)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - near), default=None)
