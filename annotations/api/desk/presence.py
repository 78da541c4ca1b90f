"""Who has a claim open right now."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User
from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.assignment_shapes import PresenceInput, PresenceShape
from annotations.queries.assignments import holds_of
from annotations.queries.presence import presences_at
from annotations.services.assigning.presence import look_at, look_away
from claims.exchange.desk import DeskView, person_of
from claims.models import Claim


class PresenceView(DeskView):
    """The people at one claim."""

    @extend_schema(operation_id="claim_presence", tags=["desk"], responses=PresenceShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Say who looks at the claim and who holds it."""
        return _shown(request, claim_at(claim_id), person_of(request))

    @extend_schema(
        operation_id="claim_presence_keep",
        tags=["desk"],
        request=PresenceInput,
        responses=PresenceShape,
    )
    def put(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Give a sign of life, every 15 seconds or so; activity renews a lease one holds."""
        given = PresenceInput(data=request.data)
        given.is_valid(raise_exception=True)
        claim, user = claim_at(claim_id), person_of(request)
        look_at(claim=claim, by=user, is_active=given.validated_data["active"])
        return _shown(request, claim, user)

    @extend_schema(operation_id="claim_presence_leave", tags=["desk"], responses={204: None})
    def delete(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Say that one has closed the claim."""
        look_away(claim=claim_at(claim_id), by=person_of(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


def _shown(request: Request, claim: Claim, user: User) -> HttpResponseBase:
    shape = PresenceShape(
        {"looking": presences_at(claim), "holds": holds_of([claim.pk]).get(claim.pk, [])},
        context={"user": user},
    )
    return answer(request, shape.data)
