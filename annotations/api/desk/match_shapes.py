"""How earlier claims like one on the desk look in JSON, and what a person says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from annotations.api.desk.shapes import PersonShape
from annotations.api.newsroom.claim_shapes import LANGUAGES, PublicEvidenceShape, PublicRatingShape
from annotations.documents.public_document import WITHDRAWN
from annotations.models import ClaimMatch
from annotations.queries.matches import KnownMatch
from claims.exchange.strict import JsonInput


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
