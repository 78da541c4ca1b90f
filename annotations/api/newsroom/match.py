"""POST /verified-claims/match/: which published claims say what a text says."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.public_access import PublicView
from annotations.api.newsroom.match_shapes import MatchedTextShape, MatchInput, matched_text
from annotations.models import ApiKey
from annotations.services.matching import match_text


class MatchVerifiedClaims(PublicView):
    """Comparing a text with what is published; nothing of the text is stored."""

    parser_classes = [JSONParser]
    cors_methods = "POST, OPTIONS"
    write_scope = ApiKey.Scope.MATCH
    request_cost = 10

    @extend_schema(
        operation_id="verified_claims_match",
        summary="Find published claims that a text repeats",
        description="Takes a sentence or a whole article. Every claim found in it comes with the "
        "published claims like it, the likest first; scores are likenesses, so a person should "
        "look before calling two claims the same. A short text without a claim in it is compared "
        "as it is; of a long one the most check-worthy claims are compared (100, unless the site "
        "says otherwise), and more than 20,000 characters are refused (`too-long`, `limit`). It "
        "counts for ten plain requests. Nothing of the text is stored.",
        tags=["Public"],
        request=MatchInput,
        responses={200: MatchedTextShape},
        examples=[
            OpenApiExample(
                "A sentence",
                {"text": "Il comune ha aperto dodici scuole nel 2024.", "top": 3},
                request_only=True,
            )
        ],
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Compare the text with what is published."""
        asked = MatchInput(data=request.data)
        asked.is_valid(raise_exception=True)
        found = match_text(
            text=asked.validated_data["text"],
            language=asked.validated_data.get("language", ""),
            top=asked.validated_data["top"],
        )
        return Response(matched_text(found))
