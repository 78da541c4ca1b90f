"""The rating scale."""

from __future__ import annotations

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request

from annotations.api.access.desk_access import answer
from annotations.api.desk.shapes import RatingScaleShape
from annotations.queries.ratings import ratings_in_use
from claims.exchange.desk import DeskView


class RatingsView(DeskView):
    """The scale's steps."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="ratings", tags=["desk"], responses=RatingScaleShape)
    def get(self, request: Request) -> HttpResponseBase:
        """List the ratings in use, in the scale's order."""
        return answer(request, RatingScaleShape({"results": ratings_in_use()}).data)
