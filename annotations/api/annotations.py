"""Reviews of claims. Whose a person may see is settled in `annotations.queries.reviews`."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.request import Request

from annotations.api.desk import DeskView, answer, claim_at, person
from annotations.api.inputs import (
    AnnotationInput,
    ModerationInput,
    RevisionInput,
    evidence_given,
)
from annotations.api.shapes import AnnotationListShape, AnnotationShape, HistoryShape
from annotations.models import Annotation
from annotations.queries.history import history_of
from annotations.queries.reviews import (
    hidden_until_rated,
    visible_annotations,
    visible_to,
    with_moderation,
    with_people_and_evidence,
)
from annotations.queries.sources import queued_copies_of
from annotations.services.annotations import (
    revise_annotation,
    withdraw_annotation,
    write_annotation,
)
from annotations.services.moderation import hide_annotation, restore_annotation
from annotations.tasks import wake_archiver
from claims.api.conditional import version_seen

IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description="The version you saw."
)


class ClaimAnnotationsView(DeskView):
    """The reviews of one claim."""

    @extend_schema(operation_id="claim_annotations", tags=["desk"], responses=AnnotationListShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """List the reviews the person may see, and count those kept from them until they rate."""
        claim, user = claim_at(claim_id), person(request)
        reviews = with_people_and_evidence(visible_annotations(claim, user))
        shape = AnnotationListShape(
            {
                "results": reviews.order_by("created_at", "id"),
                "hidden_until_you_rate": hidden_until_rated(claim, user),
            },
            context={"user": user},
        )
        return answer(request, shape.data)

    @extend_schema(
        operation_id="claim_annotate",
        tags=["desk"],
        request=AnnotationInput,
        responses={201: AnnotationShape},
    )
    def post(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """Review an accepted claim; a copy of every new source is queued."""
        given = AnnotationInput(data=request.data)
        given.is_valid(raise_exception=True)
        words = given.validated_data
        annotation = write_annotation(
            claim=claim_at(claim_id),
            author=person(request),
            rating=words["rating"],
            rationale=words["rationale"],
            evidence=evidence_given(words.get("evidence", [])),
        )
        wake_for(annotation)
        return _shown(request, annotation, code=status.HTTP_201_CREATED)


class AnnotationView(DeskView):
    """One review."""

    @extend_schema(operation_id="annotation", tags=["desk"], responses=AnnotationShape)
    def get(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Show a review, if the person may see it."""
        return _shown(request, _visible(annotation_id, person(request)))

    @extend_schema(
        operation_id="annotation_revise",
        tags=["desk"],
        request=RevisionInput,
        responses=AnnotationShape,
        parameters=[IF_MATCH],
    )
    def patch(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Revise one's own review."""
        annotation, seen = _visible(annotation_id, person(request)), version_seen(request)
        given = RevisionInput(data=request.data)
        given.is_valid(raise_exception=True)
        words = given.validated_data
        revised = revise_annotation(
            annotation=annotation,
            by=person(request),
            seen=seen,
            rating=words.get("rating"),
            rationale=words.get("rationale"),
            evidence=evidence_given(words["evidence"]) if "evidence" in words else None,
        )
        wake_for(revised)
        return _shown(request, revised)

    @extend_schema(
        operation_id="annotation_withdraw",
        tags=["desk"],
        responses=AnnotationShape,
        parameters=[IF_MATCH],
    )
    def delete(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Withdraw one's own review; it stays in the history."""
        annotation, seen = _visible(annotation_id, person(request)), version_seen(request)
        withdrawn = withdraw_annotation(annotation=annotation, by=person(request), seen=seen)
        return _shown(request, withdrawn)


class AnnotationHistoryView(DeskView):
    """The changes of one review."""

    @extend_schema(operation_id="annotation_history", tags=["desk"], responses=HistoryShape)
    def get(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """List what was changed, by whom, oldest first, if the person may see the review."""
        changes = history_of(_visible(annotation_id, person(request)))
        return answer(request, HistoryShape({"results": changes}).data)


class AnnotationHideView(DeskView):
    """Moderation: taking a review out of sight."""

    @extend_schema(
        operation_id="annotation_hide",
        tags=["desk"],
        request=ModerationInput,
        responses=AnnotationShape,
    )
    def post(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Hide a review, with a reason."""
        annotation = _visible(annotation_id, person(request))
        hide_annotation(annotation=annotation, by=person(request), reason=_reason(request))
        return _shown(request, annotation)


class AnnotationRestoreView(DeskView):
    """Moderation: bringing a review back."""

    @extend_schema(
        operation_id="annotation_restore",
        tags=["desk"],
        request=ModerationInput,
        responses=AnnotationShape,
    )
    def post(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Restore a hidden review, with a reason."""
        annotation = _visible(annotation_id, person(request))
        restore_annotation(annotation=annotation, by=person(request), reason=_reason(request))
        return _shown(request, annotation)


def wake_for(annotation: Annotation) -> None:
    """Call a worker for every copy that the review's sources wait for."""
    with transaction.atomic():
        for copy in queued_copies_of(annotation):
            wake_archiver(copy)


def _visible(annotation_id: UUID, user: User) -> Annotation:
    return get_object_or_404(visible_to(user), pk=annotation_id)


def _reason(request: Request) -> str:
    given = ModerationInput(data=request.data)
    given.is_valid(raise_exception=True)
    return str(given.validated_data["reason"])


def _shown(
    request: Request, annotation: Annotation, *, code: int = status.HTTP_200_OK
) -> HttpResponseBase:
    """Answer with a review read afresh, all its parts along."""
    reviews = with_people_and_evidence(with_moderation(Annotation.objects.all()))
    fresh = reviews.get(pk=annotation.pk)
    created = code == status.HTTP_201_CREATED
    return answer(
        request,
        AnnotationShape(fresh, context={"user": request.user}).data,
        version=fresh.version,
        changed_at=fresh.updated_at,
        code=code,
        location=reverse("annotation", args=[fresh.pk]) if created else "",
    )
