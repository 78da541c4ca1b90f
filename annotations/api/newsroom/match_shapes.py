"""What comparing a text with published claims takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from annotations.api.newsroom.claim_shapes import LANGUAGES, PublicRatingShape
from annotations.services.matching import LIKELY, MatchedText
from claims.exchange.strict import TEXT_WITH_WORDS, JsonInput

MOST = 20


class TextToMatch(serializers.CharField):
    """A text as it comes."""

    words = TEXT_WITH_WORDS


class MatchInput(JsonInput):
    """A sentence or a whole article."""

    text = TextToMatch(trim_whitespace=False, help_text="A sentence or a whole article.")
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

    score = serializers.FloatField(
        help_text=f"What is less like than {LIKELY} isn't given: other subjects stay below 0.3, "
        "the same in other words lies mostly above."
    )
    exact = serializers.BooleanField(help_text="Word for word, case and accents aside.")
    claim = MatchedClaimShape()


class FoundClaimShape(serializers.Serializer[Any]):
    """A claim found in the text; [start, end) in code points of the text as given."""

    text = serializers.CharField(help_text="The claim, standing alone.")
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    check_worthiness = serializers.FloatField(
        help_text="From 0 to 1: how much it deserves to be checked."
    )
    matches = LikenessShape(many=True)


class MatchedTextShape(serializers.Serializer[Any]):
    """The text's claims in reading order, each with the published claims like it."""

    language = serializers.ChoiceField(LANGUAGES)
    pipeline = serializers.CharField(help_text="What found the claims: name and version.")
    model = serializers.CharField(help_text="What compared them: name and version.")
    claims = FoundClaimShape(many=True)


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
