"""Finer statements within a claim's own words: what the desk may split it into.

Nothing is stored: a person chooses among them, and words each so that it stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.models import Article, Claim
from claims.services.splitting import propositions_of

MOST = 20
LONGEST = 2000  # code points of a claim that is read while somebody waits


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """Words of the claim that say less than all of it, with their segments in the article."""

    text: str
    segments: list[tuple[int, int]]


def parts_of(claim: Claim) -> list[ProposedPart]:
    """The propositions within a claim in reading order; none in a language without weights."""
    too_long = claim.end - claim.start > LONGEST
    if too_long or claim.article.language != Article.Language.EN:
        return []
    text, held = claim.article.text[claim.start : claim.end], claim.segments
    found: list[ProposedPart] = []
    for proposition in propositions_of(text):
        spans = [(claim.start + s.start, claim.start + s.end) for s in proposition.segments]
        if _lie_within(spans, held) and not _lie_within(held, spans):
            found.append(ProposedPart(proposition.text, spans))
    return found[:MOST]


def _lie_within(spans: Sequence[Sequence[int]], held: Sequence[Sequence[int]]) -> bool:
    """Whether each span lies in one of those held."""
    return all(any(first <= s and e <= last for first, last in held) for s, e in spans)
