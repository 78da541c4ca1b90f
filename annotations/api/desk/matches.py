"""Earlier published claims like those on the desk, and what a person says of them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.match_shapes import (
    BestMatchesShape,
    BestMatchShape,
    DecisionInput,
    DeskMatchesShape,
    desk_match,
)
from annotations.models import ClaimMatch
from annotations.queries.matches import best_matches, comparison_of, matches_of
from annotations.services.matching import decide_match
from claims.exchange.desk import DeskView, person_of

MOST = 200
"""Claims asked for at once: a page of a list."""


class ClaimMatchesView(DeskView):
    """The earlier claims like one claim."""

    @extend_schema(operation_id="claim_matches", tags=["desk"], responses=DeskMatchesShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """List published claims that may say the same, the likest first, with their sources."""
        return _matches(request, claim_at(claim_id).pk)


class MatchDecisionView(DeskView):
    """A person's yes or no to one match."""

    @extend_schema(
        operation_id="claim_match_decide",
        tags=["desk"],
        request=DecisionInput,
        responses=DeskMatchesShape,
    )
    def post(self, request: Request, claim_id: UUID, match_id: UUID) -> HttpResponseBase:
        """Say that the two claims are the same or different; null takes it back."""
        match = get_object_or_404(ClaimMatch, pk=match_id, claim=claim_id)
        given = DecisionInput(data=request.data)
        given.is_valid(raise_exception=True)
        decision = given.validated_data["decision"] or ""
        decide_match(match=match, decision=decision, by=person_of(request))
        return _matches(request, claim_id)


class BestMatchesView(DeskView):
    """The likest earlier claim of each row of a list."""

    @extend_schema(
        operation_id="claims_best_matches",
        tags=["desk"],
        parameters=[
            OpenApiParameter(
                "claim", {"type": "array", "items": {"type": "string", "format": "uuid"}},
                required=True, description=f"Ids of up to {MOST} claims.",
            )
        ],
        responses=BestMatchesShape,
    )  # fmt: skip
    def get(self, request: Request) -> HttpResponseBase:
        """Give the likest earlier claim of each claim that has one, for a whole page at once."""
        ids = serializers.ListField(child=serializers.UUIDField(), max_length=MOST)
        try:
            asked = ids.run_validation(request.query_params.getlist("claim"))
        except serializers.ValidationError as error:
            raise serializers.ValidationError({"claim": error.detail}) from error
        found = best_matches(asked)
        return answer(request, {"results": BestMatchShape(found, many=True).data})


def _matches(request: Request, claim_id: UUID) -> HttpResponseBase:
    comparison = comparison_of(claim_id)
    body = {
        "compared_at": comparison.compared_at if comparison else None,
        "results": [desk_match(known) for known in matches_of(claim_id)],
    }
    return answer(request, body)
