"""The desk's reviewers, for whom claims can be assigned to."""

from __future__ import annotations

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations.api.access.desk_access import answer
from annotations.api.desk.assignment_shapes import ReviewersShape
from annotations.queries.assignments import reviewers_with_load
from claims.exchange.desk import DeskView


class ReviewersView(DeskView):
    """Everybody who reviews."""

    @extend_schema(operation_id="reviewers", tags=["desk"], responses=ReviewersShape)
    def get(self, request: Request) -> HttpResponseBase:
        """List reviewers by name, each with how many claims they hold and owe."""
        return answer(request, ReviewersShape({"results": reviewers_with_load()}).data)
