"""The desk at a glance."""

from __future__ import annotations

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations.api.access.desk_access import answer
from annotations.api.desk.dashboard_shapes import DashboardShape
from annotations.api.desk.statistics_shapes import PeriodQuery, period_of
from annotations.queries.balance import desk_balance
from annotations.queries.source_statistics import (
    failing_sources,
    most_cited_publishers,
    most_cited_sources,
)
from annotations.queries.verdict_times import verdict_times
from annotations.queries.work_in_hand import overdue_assignments, work_in_hand
from claims.exchange.desk import DeskView, person_of


class DashboardView(DeskView):
    """Work in hand, pace, balance and sources; agreement has its own address."""

    @extend_schema(
        operation_id="dashboard",
        tags=["desk"],
        parameters=[PeriodQuery],
        responses=DashboardShape,
        description="Work in hand, overdue assignments and failing sources are as of now: the days "
        "don't narrow them. The days are those of the verdict for the time to verdict, of the "
        "claim's arrival for the balance, of the review for cited sources.",
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Show the figures, with the same statements however large the desk is."""
        period = period_of(request)
        shape = DashboardShape(
            {
                "work": work_in_hand(person_of(request), period),
                "overdue": overdue_assignments(period),
                "verdict_times": verdict_times(period),
                "balance": desk_balance(period),
                "cited_sources": most_cited_sources(period),
                "cited_publishers": most_cited_publishers(period),
                "failing_sources": failing_sources(period),
            }
        )
        return answer(request, shape.data)
