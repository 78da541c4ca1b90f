"""Earlier sources that a reviewer may want for a claim, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Left

from annotations.models import Source
from annotations.queries.sources import copies_in_order, sources_matching
from annotations.sources.passages import Passage, best_passage, likeness
from claims.models import Claim

MOST = 8
_LOOKED_AT = 40
"""Sources whose words are compared with the claim."""
_TEXT_READ = 30_000
"""Code points of a copy that are looked through."""
_MINE_HERE_BONUS, _MINE_BONUS = 0.15, 0.05
"""What having cited a source oneself, in this article or elsewhere, adds to its likeness."""


@dataclass(frozen=True, slots=True)
class SourceSuggestion:
    """A source, and the passage of its copy that speaks of the claim, if one does."""

    source: Source
    passage: Passage | None


def suggested_sources(*, claim: Claim, user: User, words: str = "") -> list[SourceSuggestion]:
    """Read at most MOST earlier sources that hold `words` (all for an empty string).

    Ordered by what they share with the claim, and by the person's own use of them: what
    colleagues cite for this very claim plays no part, since reviewers work blind.
    """
    found = list(_candidates(claim, user, words))
    rated = [(_rate(source, claim), source) for source in found]
    rated.sort(key=lambda pair: -pair[0][0])  # stable: among equals the latest used stays first
    return [SourceSuggestion(source, passage) for (_, passage), source in rated[:MOST]]


def _candidates(claim: Claim, user: User, words: str) -> QuerySet[Source]:
    own = Q(evidence__annotation__author=user)
    here = own & Q(evidence__annotation__claim__article=claim.article_id)
    used = F("evidence__annotation__updated_at")
    text = copies_in_order().filter(source=OuterRef("pk"), copy_state="kept")
    return (
        sources_matching(words)
        .annotate(
            used_here=Max(used, filter=here),
            used=Max(used, filter=own),
            words_kept=Subquery(text.annotate(head=Left("text", _TEXT_READ)).values("head")[:1]),
        )
        .order_by(
            F("used_here").desc(nulls_last=True),
            F("used").desc(nulls_last=True),
            "-created_at",
            "id",
        )[:_LOOKED_AT]
    )


def _rate(source: Source, claim: Claim) -> tuple[float, Passage | None]:
    passage = best_passage(getattr(source, "words_kept") or "", claim.text)  # noqa: B009 - annotated
    score = max(likeness(source.title, claim.text) / 2, passage.score if passage else 0.0)
    if getattr(source, "used_here"):  # noqa: B009 - annotated
        score += _MINE_HERE_BONUS
    elif getattr(source, "used"):  # noqa: B009 - annotated
        score += _MINE_BONUS
    return score, passage
