"""/assignments/: claims taken from the queue, assigned, reassigned and given back.

Views start what must follow an act (a notice to the reviewer); services only write.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.assignment_shapes import (
    AssigningInput,
    AssignmentShape,
    AssignmentsMadeShape,
    GivingBackInput,
    ReassigningInput,
    TakingInput,
)
from annotations.api.desk.queue import QUEUE_PARAMETERS, queue_for
from annotations.models import Assignment
from annotations.queries.assignments import live_holds, overdue_holds, with_people
from annotations.services.assigning.assignments import (
    Move,
    assign_articles,
    assign_claims,
    give_back,
    reassign,
)
from annotations.services.assigning.leases import take, take_next
from claims.exchange.desk import DeskView, person_of
from claims.exchange.strict import QueryInput


class PersonField(serializers.CharField):
    """Somebody, or oneself."""

    words = "^(me|[0-9]{1,9})$"


class AssignmentQuery(QueryInput):
    """What the list can be narrowed by; without `ended` it holds what goes on."""

    reviewer = PersonField(required=False, help_text="An id, or `me`.")
    claim = serializers.UUIDField(required=False)
    article = serializers.UUIDField(required=False)
    overdue = serializers.BooleanField(required=False, default=False)
    ended = serializers.BooleanField(required=False, default=False)


class AssignmentsView(DeskView, GenericAPIView[Assignment]):
    """All holds on claims."""

    serializer_class = AssignmentShape
    queryset = Assignment.objects.none()
    cursor_ordering = ("-created_at", "id")

    @extend_schema(
        operation_id="assignments",
        tags=["desk"],
        parameters=[AssignmentQuery],
        responses=AssignmentShape(many=True),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List who holds which claims, the newest first."""
        query = AssignmentQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        found = with_people(_asked_for(query.validated_data, person_of(request)))
        shape = AssignmentShape(
            self.paginate_queryset(found), many=True, context={"user": person_of(request)}
        )
        return answer(request, self.get_paginated_response(shape.data).data)

    @extend_schema(
        operation_id="assignments_assign",
        tags=["desk"],
        request=AssigningInput,
        responses={201: AssignmentsMadeShape},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Assign claims, or all that wait in whole articles, to a reviewer: all or none."""
        given = AssigningInput(data=request.data)
        given.is_valid(raise_exception=True)
        words = given.validated_data
        whom: dict[str, Any] = {
            "reviewer": words["reviewer"],
            "due_at": words["due_at"],
            "by": person_of(request),
        }
        if "claims" in words:
            made = assign_claims(claim_ids=words["claims"], **whom)
        else:
            made = assign_articles(article_ids=words["articles"], **whom)
        return _made(request, made)


class AssignmentView(DeskView):
    """One hold on a claim."""

    @extend_schema(operation_id="assignment", tags=["desk"], responses=AssignmentShape)
    def get(self, request: Request, assignment_id: UUID) -> HttpResponseBase:
        """Show it, also once it has ended."""
        hold = get_object_or_404(with_people(Assignment.objects.all()), pk=assignment_id)
        return answer(request, _shape(request, hold))


class TakeView(DeskView):
    """Taking a claim to review."""

    @extend_schema(
        operation_id="assignments_take",
        tags=["desk"],
        request=TakingInput,
        parameters=QUEUE_PARAMETERS,
        responses={201: AssignmentShape},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Take the claim that is named, or the first free one that fits the queue's filters."""
        given = TakingInput(data=request.data)
        given.is_valid(raise_exception=True)
        user, claim_id = person_of(request), given.validated_data.get("claim")
        if claim_id is not None:
            hold = take(claim=claim_at(claim_id), by=user)
        else:
            hold = take_next(candidates=queue_for(request), by=user)
        hold = with_people(Assignment.objects.all()).get(pk=hold.pk)
        return answer(
            request,
            _shape(request, hold),
            code=status.HTTP_201_CREATED,
            location=reverse("assignment", args=[hold.pk]),
        )


class ReassignView(DeskView):
    """Giving claims to other people."""

    @extend_schema(
        operation_id="assignments_reassign",
        tags=["desk"],
        request=ReassigningInput,
        responses={201: AssignmentsMadeShape},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Move assignments, all or none; moving the new ones back undoes it."""
        given = ReassigningInput(data=request.data)
        given.is_valid(raise_exception=True)
        moves = [Move(**move) for move in given.validated_data["moves"]]
        return _made(request, reassign(moves=moves, by=person_of(request)))


class GiveBackView(DeskView):
    """Giving claims back."""

    @extend_schema(
        operation_id="assignments_give_back",
        tags=["desk"],
        request=GivingBackInput,
        responses=AssignmentsMadeShape,
    )
    def post(self, request: Request) -> HttpResponseBase:
        """End one's own holds, or anybody's for who assigns, all or none."""
        given = GivingBackInput(data=request.data)
        given.is_valid(raise_exception=True)
        ended = give_back(assignment_ids=given.validated_data["assignments"], by=person_of(request))
        return _made(request, ended, code=status.HTTP_200_OK)


def _asked_for(query: dict[str, Any], user: User) -> QuerySet[Assignment]:
    """Narrow the holds to what the query asks for."""
    if query["ended"]:
        found = Assignment.objects.filter(ended_at__isnull=False)
    else:
        found = overdue_holds() if query["overdue"] else live_holds()
    if reviewer := query.get("reviewer"):
        found = found.filter(reviewer=_person_id(reviewer, user))
    if "claim" in query:
        found = found.filter(claim=query["claim"])
    if "article" in query:
        found = found.filter(claim__article=query["article"])
    return found


def _person_id(named: str, user: User) -> int:
    """Read an id or `me`. Raises ValidationError."""
    if named == "me":
        return user.pk
    if not named.isdecimal():
        raise serializers.ValidationError({"reviewer": ["An id, or me."]})
    return int(named)


def _shape(request: Request, hold: Assignment) -> Any:
    return AssignmentShape(hold, context={"user": person_of(request)}).data


def _made(
    request: Request, holds: Sequence[Assignment], *, code: int = status.HTTP_201_CREATED
) -> HttpResponseBase:
    """Answer with the holds read afresh, in the order in which they were asked for."""
    rows = with_people(Assignment.objects.filter(pk__in=[hold.pk for hold in holds]))
    fresh = {hold.pk: hold for hold in rows}
    shape = AssignmentsMadeShape(
        {"results": [fresh[hold.pk] for hold in holds]}, context={"user": person_of(request)}
    )
    return answer(request, shape.data, code=code)
