"""A published claim as schema.org ClaimReview.

Pure: documents in, JSON-LD out. Sources: schema.org/ClaimReview, schema.org/CorrectionComment and
Google's guidance for ClaimReview (a rating without a number carries its name alone).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotations.documents.public_document import (
    Correction,
    KeptCopy,
    PublicArticle,
    PublicClaim,
    PublicDocument,
    PublicEvidence,
    PublicRating,
)
from annotations.rating_scale import BEST, WORST

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Organisation:
    """The newsroom that publishes the reviews: its name and the address of its site.

    logo: the address of a picture, at least 112 pixels each way, as Google asks; same_as: its
    pages elsewhere, by which it is known for the same.
    """

    name: str
    url: str
    logo: str = ""
    same_as: tuple[str, ...] = ()


def claim_review(document: PublicDocument, *, by: Organisation) -> JsonObject:
    """Give `document` as a ClaimReview object, ready to be rendered as JSON-LD."""
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": document.url,
            "url": document.url,
            "inLanguage": document.language,
            "version": document.version,
            "datePublished": document.published_at,
            "dateModified": document.updated_at,
            "author": _newsroom(by),
            "publisher": _newsroom(by),
            "claimReviewed": document.claim.text,
            "headline": document.headline,
            "reviewBody": document.rationale,
            "itemReviewed": _claim(document.claim),
            "reviewRating": _rating(document.rating, document.language),
            "citation": _citations(document.evidence),
            "correction": [_correction(part) for part in document.corrections],
        }
    )


def _newsroom(by: Organisation) -> JsonObject:
    return _without_empty(
        {
            "@type": "Organization",
            "name": by.name,
            "url": by.url,
            "logo": {"@type": "ImageObject", "url": by.logo} if by.logo else {},
            "sameAs": list(by.same_as),
        }
    )


def _claim(claim: PublicClaim) -> JsonObject:
    appearance = _appearance(claim.article)
    return _without_empty(
        {
            "@type": "Claim",
            "text": claim.text,
            "author": _claimant(claim),
            "datePublished": claim.made_on,
            "appearance": appearance,
            # what nobody is quoted with, the article says itself: there it stood first
            "firstAppearance": {} if claim.speaker else appearance,
        }
    )


def _claimant(claim: PublicClaim) -> JsonObject:
    """Name who said it; words without a speaker are the publisher's own."""
    if claim.speaker:
        kind = "Organization" if claim.speaker_kind == "organization" else "Person"
        return {"@type": kind, "name": claim.speaker}
    if claim.article.publisher:
        return {"@type": "Organization", "name": claim.article.publisher}
    return {}


def _appearance(article: PublicArticle) -> JsonObject:
    """Describe the article; nothing at all where nothing is known of it."""
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else {}
    known = _without_empty(
        {
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published_at,
            "publisher": publisher,
        }
    )
    return {"@type": "NewsArticle", **known} if known else {}


def _rating(rating: PublicRating, language: str) -> JsonObject:
    named: JsonObject = {"@type": "Rating", "alternateName": rating.names[language]}
    if rating.value is None:
        return named
    return {
        **named,
        "ratingValue": rating.value,
        "worstRating": WORST,
        "bestRating": BEST,
    }


def _citations(evidence: Sequence[PublicEvidence]) -> list[JsonObject]:
    """Give each document once, however many of its passages are quoted."""
    cited: list[JsonObject] = []
    for part in evidence:
        document = _citation(part)
        if document not in cited:
            cited.append(document)
    return cited


def _citation(evidence: PublicEvidence) -> JsonObject:
    source, kept = evidence.source, evidence.archived
    return _without_empty(
        {
            "@type": "CreativeWork",
            "url": source.url,
            "identifier": {} if source.url or not kept else _hash_of(kept),
            "name": source.title,
            "datePublished": source.published_on,
            "publisher": {"@type": "Organization", "name": source.publisher},
        }
    )


def _hash_of(kept: KeptCopy) -> JsonObject:
    """Name a document that stands nowhere by the bytes we keep of it."""
    return {"@type": "PropertyValue", "propertyID": "SHA-256", "value": kept.sha256}


def _correction(correction: Correction) -> JsonObject:
    return {
        "@type": "CorrectionComment",
        "text": correction.notice,
        "datePublished": correction.at,
    }


def _without_empty(properties: JsonObject) -> JsonObject:
    """Leave out what we don't know: consumers take an empty string for a value."""
    return {key: value for key, value in properties.items() if value not in ("", None, [], {})}
