"""Shape the public document out of the rows it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from annotations.documents.public_document import (
    PUBLISHED,
    WITHDRAWN,
    Correction,
    KeptCopy,
    PublicArticle,
    PublicClaim,
    PublicDocument,
    PublicEntity,
    PublicEvidence,
    PublicRating,
    PublicSource,
    Tombstone,
)
from annotations.models import ArchivedCopy, Evidence, Rating, Source
from annotations.moments import utc
from annotations.services.publishing.material import PublicationMaterial
from annotations.services.publishing.reply_words import public_replies, told_in_words
from claims.models import Claim
from claims.queries import facts_within

CONTEXT = 160
"""How much of the article is shown before and after a claim's words, in code points."""


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What one version adds: its number, the moments, and every correction up to it."""

    version: int
    published_at: str
    updated_at: str
    corrections: tuple[Correction, ...]


def public_document(
    material: PublicationMaterial, rating: Rating, facts: VersionFacts
) -> PublicDocument:
    """Freeze the material as the public document of one version."""
    draft = material.draft
    return PublicDocument(
        id=str(material.claim.pk),
        url=public_url(material.claim, draft.language),
        publication_state=PUBLISHED,
        version=facts.version,
        language=draft.language,
        headline=draft.headline.strip(),
        claim=_claim(material.claim, draft.claim_made_on),
        rating=PublicRating(
            rating.key, {"it": rating.name_it, "en": rating.name_en}, rating.value, rating.export
        ),
        rationale=draft.rationale.strip(),
        evidence=tuple(
            _evidence(part, material.copies.get(part.source_id)) for part in material.evidence
        ),
        one_source_reason=draft.one_source_reason.strip(),
        no_primary_reason=draft.no_primary_reason.strip(),
        reviews=len(material.reviews),
        as_of=_day(draft.as_of),
        recheck_on=_day(draft.recheck_on),
        right_of_reply=told_in_words(material.replies, draft.language),
        published_at=facts.published_at,
        updated_at=facts.updated_at,
        corrections=facts.corrections,
        replies=public_replies(material.replies),
    )


def tombstone(claim: Claim, *, language: str, notice: str, facts: VersionFacts) -> Tombstone:
    """Give what stays of a withdrawn claim."""
    return Tombstone(
        id=str(claim.pk),
        url=public_url(claim, language),
        publication_state=WITHDRAWN,
        version=facts.version,
        language=language,
        claim_text=claim.text,
        notice=notice,
        published_at=facts.published_at,
        updated_at=facts.updated_at,
        corrections=facts.corrections,
    )


def public_url(claim: Claim, language: str) -> str:
    """Give the claim page's address in the language of the publication."""
    with translation.override(language):
        return f"{settings.SITE_URL}{reverse('public:claim', args=[claim.pk])}"


def _claim(claim: Claim, made_on: date | None) -> PublicClaim:
    article = claim.article
    text = article.text
    if made_on is None and article.published_at:
        made_on = timezone.localdate(article.published_at)
    return PublicClaim(
        text=claim.text,
        exact=text[claim.start : claim.end],
        prefix=_after_a_space(text[max(0, claim.start - CONTEXT) : claim.start], claim.start),
        suffix=_before_a_space(text[claim.end : claim.end + CONTEXT], len(text) - claim.end),
        start=claim.start,
        end=claim.end,
        segments=tuple((start, end) for start, end in claim.segments),
        speaker=claim.speaker_name or None,
        speaker_kind=_speaker_kind(claim),
        made_on=_day(made_on),
        article=PublicArticle(
            id=str(article.pk),
            title=article.title,
            publisher=article.publisher,
            url=article.canonical_url or article.requested_url,
            published_at=utc(article.published_at) if article.published_at else None,
        ),
        kind=claim.kind,
        entities=_entities(claim),
    )


def _entities(claim: Claim) -> tuple[PublicEntity, ...]:
    """Each name once, in reading order, whole even where the article cuts it short."""
    names = [
        (part.get("name") or part["text"], part["label"])
        for part in facts_within(claim, "entities")
    ]
    named = {name: PublicEntity(name, label) for name, label in names}
    return tuple(named.values())


def _after_a_space(words: str, there_are: int) -> str:
    """Drop the piece of a word at the cut, unless nothing was cut off."""
    return words if there_are <= CONTEXT or " " not in words else words[words.index(" ") :]


def _before_a_space(words: str, there_are: int) -> str:
    return words if there_are <= CONTEXT or " " not in words else words[: words.rindex(" ") + 1]


def _speaker_kind(claim: Claim) -> str | None:
    if not claim.speaker_name:
        return None
    labels = {part.get("label") for part in claim.entities if part["text"] == claim.speaker_name}
    return "organization" if "ORG" in labels else "person"


def _evidence(evidence: Evidence, copy: ArchivedCopy | None) -> PublicEvidence:
    return PublicEvidence(
        source=_source(evidence.source),
        excerpt=evidence.excerpt.strip(),
        stance=evidence.stance,
        is_primary=evidence.is_primary,
        archived=KeptCopy(copy.sha256, utc(copy.kept_at or copy.created_at)) if copy else None,
    )


def _source(source: Source) -> PublicSource:
    return PublicSource(source.url, source.title, source.publisher, _day(source.published_on))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
