"""/claims/decide/: one decision about many claims."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.claim_shapes import ClaimShape
from claims.api.problems import problems
from claims.exchange.desk import DeskView, person_of
from claims.exchange.strict import JsonInput
from claims.models import Claim
from claims.queries import claims_in_full
from claims.services.bulk import Decision, Seen, decide

MOST = 200
"""How many claims one decision may concern."""


class SeenInput(JsonInput):
    """A claim, and the version of it that was seen."""

    id = serializers.UUIDField()
    version = serializers.IntegerField(required=False, min_value=1, max_value=2**31 - 1)


class BulkDecisionInput(JsonInput):
    """What is decided about which claims; dismissing wants a reason."""

    act = serializers.ChoiceField(["accept", "dismiss", "reopen"])
    reason = serializers.ChoiceField(
        [(why.value, why.label) for why in Claim.REASONS], required=False
    )
    claims = serializers.ListField(
        child=SeenInput(), allow_empty=False, min_length=1, max_length=MOST
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for the reason where one is needed."""
        if (attrs["act"] == "dismiss") != ("reason" in attrs):
            raise serializers.ValidationError(
                {"reason": _("A reason belongs to dismissing, and to nothing else.")}
            )
        return attrs


class DecidedShape(serializers.Serializer[Any]):
    """The claims as they are now, in the order in which they were named."""

    results = ClaimShape(many=True)


class DecideView(DeskView):
    """Many claims at once."""

    @extend_schema(
        operation_id="claims_decide",
        request=BulkDecisionInput,
        responses={200: DecidedShape, **problems(400, 409)},
    )
    def post(self, request: Request) -> Response:
        """Accept, dismiss or reopen claims: all of them or, if one can't be, none."""
        shape = BulkDecisionInput(data=request.data)
        shape.is_valid(raise_exception=True)
        given = shape.validated_data
        ids = decide(
            decision=Decision(given["act"], given.get("reason", "")),
            about=[Seen(**seen) for seen in given["claims"]],
            by=person_of(request),
        )
        decided = claims_in_full().in_bulk(ids)
        return Response(DecidedShape({"results": [decided[pk] for pk in ids]}).data)
