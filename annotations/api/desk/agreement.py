"""How far reviewers agree."""

from __future__ import annotations

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations import policies
from annotations.api.access.desk_access import answer
from annotations.api.desk.statistics_shapes import DeskAgreementShape, PeriodQuery, period_of
from annotations.queries.agreement import agreement_seen_by
from claims.errors import NotAllowed
from claims.exchange.desk import DeskView, person_of


class AgreementView(DeskView):
    """Agreement per desk, language and pair of reviewers."""

    @extend_schema(
        operation_id="agreement",
        tags=["desk"],
        parameters=[PeriodQuery],
        responses=DeskAgreementShape,
        description="Counts claims with as many reviews as they need, or with a verdict, whose "
        "reviews you may read; the period is that of a claim's last review.",
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Show Krippendorff's alpha and Cohen's kappa."""
        user = person_of(request)
        if not policies.may_see_agreement(user):
            raise NotAllowed
        seen = agreement_seen_by(user, period_of(request))
        return answer(request, DeskAgreementShape(seen).data)
