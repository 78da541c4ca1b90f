"""What comparing with published claims takes and gives, for newsrooms and for the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from annotations.api.newsroom_shapes import (
    LANGUAGES,
    PublicEvidenceShape,
    PublicRatingShape,
)
from annotations.api.shapes import PersonShape
from annotations.models import ClaimMatch
from annotations.public_document import WITHDRAWN
from annotations.queries.matches import KnownMatch
from annotations.services.matching import MatchedText
from claims.api.strict import JsonInput

MOST = 20


class MatchInput(JsonInput):
    """A sentence or a whole article."""

    text = serializers.CharField(trim_whitespace=False, help_text="A sentence or a whole article.")
    language = serializers.ChoiceField(
        LANGUAGES, required=False, allow_blank=True, help_text="Told from the text where missing."
    )
    top = serializers.IntegerField(
        required=False, default=5, min_value=1, max_value=MOST, help_text="Matches a claim at most."
    )


class MatchedClaimShape(serializers.Serializer[Any]):
    """A published claim in short; the whole document is at /verified-claims/{id}/."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    version = serializers.IntegerField()
    language = serializers.ChoiceField(LANGUAGES)
    headline = serializers.CharField()
    text = serializers.CharField()
    speaker = serializers.CharField(allow_null=True)
    rating = PublicRatingShape()
    published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class LikenessShape(serializers.Serializer[Any]):
    """How like; `score` is a likeness about 0 to 1, no probability."""

    score = serializers.FloatField()
    exact = serializers.BooleanField(help_text="Word for word, case and accents aside.")
    claim = MatchedClaimShape()


class FoundClaimShape(serializers.Serializer[Any]):
    """A claim found in the text; [start, end) in code points of the text as given."""

    text = serializers.CharField(help_text="The claim, standing alone.")
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    check_worthiness = serializers.FloatField()
    matches = LikenessShape(many=True)


class MatchedTextShape(serializers.Serializer[Any]):
    """The text's claims in reading order, each with the published claims like it."""

    language = serializers.ChoiceField(LANGUAGES)
    pipeline = serializers.CharField(help_text="What found the claims: name and version.")
    model = serializers.CharField(help_text="What compared them: name and version.")
    claims = FoundClaimShape(many=True)


class DecisionInput(JsonInput):
    """What a person says of a match; null takes it back."""

    decision = serializers.ChoiceField(ClaimMatch.Decision.choices, allow_null=True)


class EarlierClaimShape(serializers.Serializer[Any]):
    """The earlier claim as the public reads it now, with the sources it rests on."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    publication_state = serializers.ChoiceField(["published", "withdrawn"])
    language = serializers.ChoiceField(LANGUAGES)
    headline = serializers.CharField()
    text = serializers.CharField()
    rating = PublicRatingShape(allow_null=True)
    updated_at = serializers.DateTimeField()
    evidence = PublicEvidenceShape(many=True)


class DeskMatchShape(serializers.Serializer[Any]):
    """A match of a claim on the desk; `model` is name and version of what found it."""

    id = serializers.UUIDField()
    score = serializers.FloatField()
    model = serializers.CharField()
    decision = serializers.ChoiceField(ClaimMatch.Decision.choices, allow_null=True)
    decided_by = PersonShape(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    earlier = EarlierClaimShape()


class DeskMatchesShape(serializers.Serializer[Any]):
    """A claim's matches, the likest first; compared_at is null until the machine has looked."""

    compared_at = serializers.DateTimeField(allow_null=True)
    results = DeskMatchShape(many=True)


class BestMatchShape(serializers.Serializer[Any]):
    """The likest earlier claim of one claim."""

    claim = serializers.UUIDField()
    id = serializers.UUIDField()
    score = serializers.FloatField()
    decision = serializers.ChoiceField([*ClaimMatch.Decision.values, ""])
    earlier = serializers.UUIDField()
    headline = serializers.CharField()
    rating = serializers.CharField(help_text="Key of the earlier claim's rating.")
    url = serializers.URLField()


class BestMatchesShape(serializers.Serializer[Any]):
    """One row for each claim that has a match; claims without one are left out."""

    results = BestMatchShape(many=True)


def matched_text(found: MatchedText) -> dict[str, Any]:
    """Shape the answer to a newsroom (MatchedTextShape)."""
    return {
        "language": found.language,
        "pipeline": found.pipeline,
        "model": found.model,
        "claims": [
            {
                "text": one.claim.text,
                "start": one.claim.start,
                "end": one.claim.end,
                "check_worthiness": one.claim.check_worthiness,
                "matches": [
                    {
                        "score": round(like.score, 4),
                        "exact": like.is_exact,
                        "claim": _in_short(like.published.document),
                    }
                    for like in one.matches
                ],
            }
            for one in found.claims
        ],
    }


def desk_match(known: KnownMatch) -> dict[str, Any]:
    """Shape one match for the desk (DeskMatchShape)."""
    match = known.match
    return {
        "id": match.pk,
        "score": round(match.score, 4),
        "model": match.model,
        "decision": match.decision or None,
        "decided_by": PersonShape(match.decided_by).data if match.decided_by else None,
        "decided_at": match.decided_at,
        "earlier": _earlier(known.document),
    }


def _in_short(document: Mapping[str, Any]) -> dict[str, Any]:
    claim = document["claim"]
    as_they_are = ("id", "url", "version", "language", "headline")
    return {
        **{name: document[name] for name in as_they_are},
        "text": claim["text"],
        "speaker": claim["speaker"],
        "rating": document["rating"],
        "published_at": document["published_at"],
        "updated_at": document["updated_at"],
    }


def _earlier(document: Mapping[str, Any]) -> dict[str, Any]:
    as_they_are = ("id", "url", "publication_state", "language", "updated_at")
    short = {name: document[name] for name in as_they_are}
    if document["publication_state"] == WITHDRAWN:
        words = {"headline": document["notice"], "text": document["claim_text"], "rating": None}
        return {**short, **words, "evidence": []}
    return {
        **short,
        "headline": document["headline"],
        "text": document["claim"]["text"],
        "rating": document["rating"],
        "evidence": document["evidence"],
    }
