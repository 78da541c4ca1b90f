"""Where an excerpt stands in the copy it was picked from."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.models import ArchivedCopy, Source
from annotations.queries.sources import newest_kept_copy

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
    start = _nearest(copy.text, excerpt, near or 0) if copy else None
    if copy is None or start is None:
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
