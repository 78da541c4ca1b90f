"""Gather what a publication is made of: claim, draft, reviews, evidence, copies, verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User

from annotations.models import Annotation, ArchivedCopy, Evidence, PublicationDraft, Verdict
from annotations.publication_gate import (
    EvidenceFacts,
    GateFacts,
    GateItem,
    is_named,
    publication_gate,
)
from annotations.queries.progress import standing_verdict
from annotations.queries.replies import ReplySeen, standing_replies
from annotations.queries.reviews import annotations_of
from claims.models import Claim


@dataclass(frozen=True, slots=True)
class PublicationMaterial:
    """Everything at one moment; `copies` holds the newest kept copy by source id.

    replies: the requests for a reply that weren't struck, oldest first.
    """

    claim: Claim
    draft: PublicationDraft
    reviews: Sequence[Annotation]
    evidence: Sequence[Evidence]
    copies: Mapping[UUID, ArchivedCopy]
    verdict: Verdict | None
    replies: Sequence[ReplySeen]


def gather(claim: Claim) -> PublicationMaterial:
    """Read the material of `claim` as it is now."""
    reviews = list(annotations_of(claim).order_by("created_at", "id"))
    verdict = standing_verdict(claim)
    evidence = _evidence_of(reviews, rating=verdict.rating_id if verdict else None)
    return PublicationMaterial(
        claim=claim,
        draft=draft_of(claim),
        reviews=reviews,
        evidence=evidence,
        copies=_newest_copies({part.source_id for part in evidence}),
        verdict=verdict,
        replies=standing_replies(claim),
    )


def draft_of(claim: Claim) -> PublicationDraft:
    """Give the saved draft, or a fresh one of version 0 in the article's language."""
    saved = PublicationDraft.objects.filter(claim=claim).first()
    return saved or PublicationDraft(claim=claim, language=claim.article.language, version=0)


def gate_of(material: PublicationMaterial, *, publisher: User | None) -> tuple[GateItem, ...]:
    """Hold the material against the gate, as if `publisher` were to publish it."""
    claim, draft = material.claim, material.draft
    article = claim.article
    return publication_gate(
        GateFacts(
            evidence=[_facts(part, material.copies) for part in material.evidence],
            one_source_reason=draft.one_source_reason.strip(),
            no_primary_reason=draft.no_primary_reason.strip(),
            has_speaker_or_article=bool(
                claim.speaker_name or article.title or article.publisher or article.canonical_url
            ),
            has_claim_date=bool(draft.claim_made_on or article.published_at),
            rationale=draft.rationale.strip(),
            headline=draft.headline.strip(),
            language=draft.language,
            reviewers=frozenset(review.author_id for review in material.reviews),
            reviews_needed=settings.REVIEWS_NEEDED,
            is_settled=material.verdict is not None,
            publisher=publisher.pk if publisher else None,
            replies=[reply.state.value for reply in material.replies],
        )
    )


def _evidence_of(reviews: Sequence[Annotation], *, rating: str | None) -> list[Evidence]:
    """Merge the reviews' evidence; the same words of the same source are one evidence.

    rating: the verdict's. Where reviews differ on which way the words point, those that gave this
    rating are believed before the others: the public must not read what was overruled.
    """
    agreeing = {review.pk for review in reviews if review.rating_id == rating}
    rows = (
        Evidence.objects.filter(annotation__in=[review.pk for review in reviews])
        .select_related("source__merged_into")
        .order_by("annotation__created_at", "annotation_id", "position", "id")
    )
    citing: defaultdict[tuple[UUID, str], list[Evidence]] = defaultdict(list)
    for row in rows:
        row.source = row.source.standing
        citing[row.source_id, row.excerpt.strip()].append(row)
    return [_merged(same, agreeing) for same in citing.values()]


def _merged(same: Sequence[Evidence], agreeing: Set[UUID]) -> Evidence:
    """Make one of what several reviews cite, oldest first; `agreeing` are the reviews believed."""
    kept = same[0]
    believed_first = sorted(same, key=lambda part: part.annotation_id not in agreeing)
    kept.stance = next((part.stance for part in believed_first if part.stance), "")
    kept.is_primary = any(part.is_primary for part in same)
    return kept


def _newest_copies(sources: set[UUID]) -> dict[UUID, ArchivedCopy]:
    rows = (
        ArchivedCopy.objects.filter(source__in=sources, copy_state=ArchivedCopy.CopyState.KEPT)
        .only("source_id", "sha256", "kept_at", "created_at")
        .order_by("source_id", "-created_at", "id")
        .distinct("source_id")
    )
    return {row.source_id: row for row in rows}


def _facts(evidence: Evidence, copies: Mapping[UUID, ArchivedCopy]) -> EvidenceFacts:
    source = evidence.source
    return EvidenceFacts(
        source=str(source.pk),
        has_details=is_named(
            address=source.url,
            title=source.title.strip(),
            publisher=source.publisher.strip(),
            has_date=source.published_on is not None,
        ),
        has_excerpt=bool(evidence.excerpt.strip()),
        has_stance=bool(evidence.stance),
        has_copy=source.pk in copies,
        is_primary=evidence.is_primary,
    )
