"""/claims/: the queue over all articles, with what each claim waits for and who holds it.

The claims are as `claims.api` shows them; what people do about them is added here.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.desk.assignment_shapes import HoldShape
from annotations.api.desk.verdict_shapes import VERDICT_STATES
from annotations.queries.assignments import holds_of
from annotations.queries.progress import review_progress_of
from annotations.queries.queue import (
    Mode,
    assigned_to,
    in_mode,
    overdue,
    with_own_until,
)
from annotations.queries.settling import states_as_seen
from claims.api.claim_shapes import QueuedClaimShape
from claims.api.claims import ClaimFilter, QueueView
from claims.exchange.desk import person_of
from claims.exchange.strict import refuse_empty
from claims.models import Claim
from claims.queries import listed_claims

ME, NOBODY = "me", "nobody"


class PersonFilter(django_filters.CharFilter):
    """Somebody's id, `me` or `nobody`; never empty."""


class QueueFilter(ClaimFilter):
    """What the queue can be narrowed by: the claim itself, and what people do about it."""

    mode = django_filters.ChoiceFilter(
        choices=[(mode.value, mode.value) for mode in Mode], method="for_mode"
    )
    assigned_to = PersonFilter(method="for_person")
    overdue = django_filters.TypedChoiceFilter(
        choices=[("true", "true"), ("false", "false")],
        coerce=lambda written: written == "true",
        method="for_overdue",
    )

    class Meta(ClaimFilter.Meta):
        fields = [*ClaimFilter.Meta.fields, "mode", "assigned_to", "overdue"]

    def for_mode(self, found: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """Triage, first or second review, to decide, to publish, or one's own."""
        return in_mode(found, value, person_of(self.request))

    def for_person(self, found: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """Claims that `me`, `nobody` or the person with this id holds."""
        if value == NOBODY:
            return assigned_to(found, None)
        if value == ME:
            return assigned_to(found, person_of(self.request).pk)
        if not value.isdecimal():
            raise ValidationError({name: [_("An id, “me” or “nobody”.")]})
        return assigned_to(found, int(value))

    def for_overdue(self, found: QuerySet[Claim], name: str, value: bool) -> QuerySet[Claim]:
        """Claims that somebody should have reviewed by now."""
        return overdue(found) if value else found


def _described(name: str, kept: django_filters.Filter) -> OpenApiParameter:
    """Describe one filter where it isn't a list that is asked for."""
    if isinstance(kept, django_filters.ChoiceFilter):
        return OpenApiParameter(name, str, enum=[key for key, _label in kept.extra["choices"]])
    if isinstance(kept, django_filters.NumberFilter):
        return OpenApiParameter(name, {"type": "number", "minimum": 0, "maximum": 1})
    kinds: dict[str, Any] = {"article": UUID, "assigned_to": HOLDER, "overdue": bool}
    return OpenApiParameter(name, kinds.get(name, str))


HOLDER = {"type": "string", "pattern": "^(me|nobody|[0-9]{1,9})$"}
QUEUE_PARAMETERS = [_described(*named) for named in QueueFilter.base_filters.items()]


@extend_schema_serializer(component_name="QueuedClaim")
class ReviewedClaimShape(QueuedClaimShape):
    """A claim in the queue; context holds `user`; `progress`, `states`, `holds` by claim id."""

    reviews_given = serializers.SerializerMethodField()
    reviews_needed = serializers.SerializerMethodField()
    reviewed_by_me = serializers.SerializerMethodField()
    verdict_state = serializers.SerializerMethodField()
    holds = serializers.SerializerMethodField()

    class Meta(QueuedClaimShape.Meta):
        fields = [
            *QueuedClaimShape.Meta.fields,
            "reviews_given",
            "reviews_needed",
            "reviewed_by_me",
            "verdict_state",
            "holds",
        ]
        read_only_fields = fields

    def get_reviews_given(self, claim: Claim) -> int:
        """Count the reviews that stand; whose they are stays untold."""
        return int(self.context["progress"][claim.pk].given)

    def get_reviews_needed(self, claim: Claim) -> int:
        """Say how many a verdict wants."""
        return int(self.context["progress"][claim.pk].needed)

    def get_reviewed_by_me(self, claim: Claim) -> bool:
        """Say whether the person who asks has given one of them."""
        return self.context["user"].pk in self.context["progress"][claim.pk].authors

    @extend_schema_field(serializers.ChoiceField(VERDICT_STATES))
    def get_verdict_state(self, claim: Claim) -> str:
        """Say how far its verdict is, as the person who asks may know."""
        return str(self.context["states"][claim.pk])

    @extend_schema_field(HoldShape(many=True))
    def get_holds(self, claim: Claim) -> Any:
        """Say who holds the claim, and until when."""
        return HoldShape(
            self.context["holds"].get(claim.pk, []), many=True, context=self.context
        ).data


class ReviewQueueView(QueueView):
    """Claims over all articles, with what they wait for."""

    serializer_class = ReviewedClaimShape
    filterset_class = QueueFilter
    orderings = {**QueueView.orderings, "due_at": ("until", "id")}

    @extend_schema(
        operation_id="claims_list",
        parameters=[
            OpenApiParameter("ordering", str, enum=list(orderings)),
            *QUEUE_PARAMETERS,
        ],
        responses=ReviewedClaimShape(many=True),
    )
    def get(self, request: Request) -> Response:
        """List claims, what deserves checking most first; `due_at` puts one's own first."""
        user = person_of(request)
        found = self.filter_queryset(with_own_until(listed_claims(), user))
        page: list[Claim] = self.paginate_queryset(found) or []
        ids = [claim.pk for claim in page]
        progress = review_progress_of(ids)
        context = {
            "user": user,
            "progress": progress,
            "states": states_as_seen(progress, user),
            "holds": holds_of(ids),
        }
        return self.get_paginated_response(
            ReviewedClaimShape(page, many=True, context=context).data
        )


def queue_for(request: Request) -> QuerySet[Claim]:
    """Give the claims that the request's filters leave, those most worth checking first.

    Raises ValidationError for filters that make no sense.
    """
    refuse_empty(request, QueueFilter)
    chosen = QueueFilter(request.query_params, queryset=Claim.objects.all(), request=request)
    if not chosen.is_valid():
        raise ValidationError(chosen.errors)
    return chosen.qs.order_by("-check_worthiness", "id")
