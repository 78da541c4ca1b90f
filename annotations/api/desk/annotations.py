"""Reviews of claims. Whose a person may see is settled in `annotations.queries.reviews`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.annotation_container import written
from annotations.api.desk.inputs import (
    AnnotationInput,
    ModerationInput,
    RevisionInput,
    evidence_given,
)
from annotations.api.desk.shapes import AnnotationListShape, AnnotationShape, HistoryShape
from annotations.api.desk.waking import wake_for
from annotations.api.desk.web_annotations import (
    EXAMPLE,
    LD_JSON,
    RESOURCE_LINKS,
    SHOWN,
    WEB_ANNOTATION,
    WEB_ANNOTATION_SENT,
    AnnotationDeskView,
    LdJsonParser,
    WebAnnotationRenderer,
    addresses,
    ld_answer,
    shown_review,
    wants_json_by_name,
    wants_web_annotation,
)
from annotations.errors.outside import AnnotationGone
from annotations.models import Annotation, OutsideAnnotation
from annotations.queries.history import history_of
from annotations.queries.outside import reviews_among, waiting_of
from annotations.queries.reviews import (
    hidden_until_rated,
    visible_annotations,
    visible_to,
    with_moderation,
    with_people_and_evidence,
)
from annotations.services.reviewing.annotations import (
    revise_annotation,
    withdraw_annotation,
    write_annotation,
)
from annotations.services.reviewing.moderation import hide_annotation, restore_annotation
from annotations.services.reviewing.outside import replace_review, replace_waiting, withdraw_waiting
from claims.exchange.conditional import IF_MATCH, version_seen
from claims.exchange.desk import DeskView, person_of
from claims.exchange.parsers import Utf8JSONParser

EITHER_FORM = {"anyOf": [{"$ref": "#/components/schemas/AnnotationShape"}, WEB_ANNOTATION]}
"""What plain JSON may hold: what came from outside and waits has no form but JSON-LD."""
_JSON: Any = api_settings.DEFAULT_RENDERER_CLASSES


class ClaimAnnotationsView(DeskView):
    """The reviews of one claim."""

    @extend_schema(operation_id="claim_annotations", tags=["desk"], responses=AnnotationListShape)
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """List the reviews the person may see, and count those kept from them until they rate."""
        claim, user = claim_at(claim_id), person_of(request)
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
            author=person_of(request),
            rating=words["rating"],
            rationale=words["rationale"],
            evidence=evidence_given(words.get("evidence", [])),
        )
        wake_for(annotation)
        return _shown(request, annotation, code=status.HTTP_201_CREATED)


class AnnotationView(AnnotationDeskView):
    """One review, as the desk's JSON or as a W3C Web Annotation."""

    renderer_classes = [*_JSON, WebAnnotationRenderer]
    parser_classes = [Utf8JSONParser, LdJsonParser]

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Say on every answer, in whichever form, that this is an annotation."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Link", ", ".join(RESOURCE_LINKS))
        return response

    @extend_schema(
        operation_id="annotation",
        tags=["desk"],
        responses={(200, "application/json"): EITHER_FORM, (200, LD_JSON): SHOWN},
    )
    def get(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Show a review, if the person may see it; as JSON-LD where that is asked for.

        What came from outside and waits is JSON-LD alone.
        """
        found = _found(annotation_id, person_of(request))
        if isinstance(found, OutsideAnnotation):
            if found.withdrawn_at is not None:
                raise AnnotationGone
            return written(request, found)
        if not wants_web_annotation(request):
            return _shown(request, found)
        if found.withdrawn_at is not None:
            raise AnnotationGone
        review = reviews_among([found.pk])[found.pk]
        return ld_answer(
            request,
            shown_review(request, review),
            version=review.version,
            changed_at=review.updated_at,
        )

    @extend_schema(
        operation_id="annotation_revise",
        tags=["desk"],
        request={"application/json": RevisionInput},
        responses=AnnotationShape,
        parameters=[IF_MATCH],
    )
    def patch(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Revise one's own review."""
        annotation, seen = _visible(annotation_id, person_of(request)), version_seen(request)
        given = RevisionInput(data=request.data)
        given.is_valid(raise_exception=True)
        words = given.validated_data
        revised = revise_annotation(
            annotation=annotation,
            by=person_of(request),
            seen=seen,
            rating=words.get("rating"),
            rationale=words.get("rationale"),
            evidence=evidence_given(words["evidence"]) if "evidence" in words else None,
        )
        wake_for(revised)
        return _shown(request, revised)

    @extend_schema(
        operation_id="annotation_replace",
        summary="Replace a Web Annotation",
        tags=["desk"],
        request={LD_JSON: WEB_ANNOTATION_SENT, "application/json": WEB_ANNOTATION_SENT},
        examples=[EXAMPLE],
        responses={(200, LD_JSON): SHOWN, (200, "application/json"): SHOWN},
        parameters=[IF_MATCH],
    )
    def put(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Put a whole Web Annotation in the place of one's own."""
        user = person_of(request)
        found, seen, at = _found(annotation_id, user), version_seen(request), addresses(request)
        if found.withdrawn_at is not None:
            raise AnnotationGone
        if isinstance(found, OutsideAnnotation):
            replaced = replace_waiting(
                outside=found, document=request.data, by=user, seen=seen, at=at
            )
        else:
            replaced = replace_review(
                review=found, document=request.data, by=user, seen=seen, at=at
            )
        return written(request, replaced)

    @extend_schema(
        operation_id="annotation_withdraw",
        tags=["desk"],
        responses={
            (200, "application/json"): OpenApiResponse(
                AnnotationShape, "The withdrawn review, where `Accept` names application/json."
            ),
            204: OpenApiResponse(description="Taken back."),
        },
        parameters=[IF_MATCH],
    )
    def delete(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """Withdraw one's own review; it stays in the history."""
        user = person_of(request)
        found, seen = _found(annotation_id, user), version_seen(request)
        if found.withdrawn_at is not None and wants_web_annotation(request):
            raise AnnotationGone
        if isinstance(found, OutsideAnnotation):
            withdraw_waiting(outside=found, by=user, seen=seen)
            return Response(status=status.HTTP_204_NO_CONTENT)
        withdrawn = withdraw_annotation(annotation=found, by=user, seen=seen)
        if wants_json_by_name(request):
            return _shown(request, withdrawn)
        return Response(status=status.HTTP_204_NO_CONTENT)


class AnnotationHistoryView(DeskView):
    """The changes of one review."""

    @extend_schema(operation_id="annotation_history", tags=["desk"], responses=HistoryShape)
    def get(self, request: Request, annotation_id: UUID) -> HttpResponseBase:
        """List what was changed, by whom, oldest first, if the person may see the review."""
        changes = history_of(_visible(annotation_id, person_of(request)))
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
        annotation = _visible(annotation_id, person_of(request))
        hide_annotation(annotation=annotation, by=person_of(request), reason=_reason(request))
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
        annotation = _visible(annotation_id, person_of(request))
        restore_annotation(annotation=annotation, by=person_of(request), reason=_reason(request))
        return _shown(request, annotation)


def _visible(annotation_id: UUID, user: User) -> Annotation:
    return get_object_or_404(visible_to(user), pk=annotation_id)


def _found(annotation_id: UUID, user: User) -> Annotation | OutsideAnnotation:
    """Give a review that the person may see, or what of theirs came from outside and waits."""
    waiting = waiting_of(user).filter(pk=annotation_id).first()
    return waiting or _visible(annotation_id, user)


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
