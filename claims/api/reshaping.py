"""/claims/{id}/resize/, split/ and merge/: a claim cut otherwise than the machine did."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.claim_shapes import (
    ClaimShape,
    MergingInput,
    ProposedPartsShape,
    ReshapedShape,
    ResizingInput,
    SplittingInput,
)
from claims.api.claims import claim_response, known_claim
from claims.api.problems import problems
from claims.exchange.conditional import IF_MATCH, version_seen
from claims.exchange.desk import DeskView, person_of
from claims.queries import claims_in_full
from claims.services import reshaping
from claims.services.parts import parts_of
from claims.services.reshaping import Part

RESHAPED = OpenApiResponse(ReshapedShape, "Reopen one of the origins to take it back.")


class ResizeView(DeskView):
    """Anchoring to other words."""

    @extend_schema(
        operation_id="claims_resize",
        request=ResizingInput,
        parameters=[IF_MATCH],
        responses={200: ClaimShape, **problems(400, 404, 409, 412, 422, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Anchor the claim to other words of the article; its text stays."""
        known, version = known_claim(claim_id), version_seen(request)
        shape = ResizingInput(data=request.data)
        shape.is_valid(raise_exception=True)
        reshaping.resize(
            claim_id=known,
            by=person_of(request),
            version=version,
            **shape.validated_data,
        )
        return claim_response(claim_id)


class SplitView(DeskView):
    """Splitting."""

    @extend_schema(
        operation_id="claims_split",
        request=SplittingInput,
        parameters=[IF_MATCH],
        responses={201: RESHAPED, **problems(400, 404, 409, 412, 422, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Make two or more claims out of this one, which is dismissed."""
        known, version = known_claim(claim_id), version_seen(request)
        shape = SplittingInput(data=request.data)
        shape.is_valid(raise_exception=True)
        made = reshaping.split(
            claim_id=known,
            parts=[Part(**part) for part in shape.validated_data["parts"]],
            by=person_of(request),
            version=version,
        )
        return _reshaped(made=[claim.pk for claim in made], origins=[claim_id])


class PartsView(DeskView):
    """What a claim may be split into."""

    @extend_schema(
        operation_id="claims_parts", responses={200: ProposedPartsShape, **problems(404)}
    )
    def get(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Propose finer statements within the claim's own words; nothing is stored.

        English only; a claim in another language has none.
        """
        claim = get_object_or_404(claims_in_full(), pk=claim_id)
        return Response(ProposedPartsShape({"parts": parts_of(claim)}).data)


class MergeView(DeskView):
    """Merging."""

    @extend_schema(
        operation_id="claims_merge",
        request=MergingInput,
        parameters=[IF_MATCH],
        responses={201: RESHAPED, **problems(400, 404, 409, 412, 422, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Make one claim out of this and others of its article, which are dismissed."""
        known, version = known_claim(claim_id), version_seen(request)
        shape = MergingInput(data=request.data)
        shape.is_valid(raise_exception=True)
        versions = {other["id"]: other.get("version") for other in shape.validated_data["others"]}
        versions[known] = version
        merged = reshaping.merge(
            versions=versions, text=shape.validated_data.get("text", ""), by=person_of(request)
        )
        return _reshaped(made=[merged.pk], origins=merged.made_from)


def _reshaped(made: Iterable[uuid.UUID], origins: Iterable[uuid.UUID]) -> Response:
    """Both sides as they are now, in reading order."""
    claims = claims_in_full().order_by("start", "end", "id")
    sides = {"made": claims.filter(pk__in=made), "origins": claims.filter(pk__in=origins)}
    return Response(ReshapedShape(sides).data, status=201)
