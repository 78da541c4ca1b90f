"""The desk's side of publication: draft, gate, publish, correct, withdraw."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.desk_access import claim_at
from annotations.api.desk.publication_shapes import (
    CorrectionInput,
    DraftInput,
    PublicationShape,
    WithdrawalInput,
)
from annotations.services.publishing import publication
from annotations.services.publishing.overview import publication_overview
from annotations.webhook_tasks import wake_webhooks
from claims.exchange.conditional import IF_MATCH, version_seen, with_version
from claims.exchange.desk import DeskView, person_of
from claims.models import Claim


class PublicationView(DeskView):
    """What all views of one claim's publication share."""

    def overview(self, request: Request, claim: Claim, *, code: int = 200) -> Response:
        """Answer with the publication as it is now; its ETag is the draft's version."""
        overview = publication_overview(claim, seen_by=person_of(request))
        response = Response(PublicationShape(overview).data, status=code)
        # the gate changes without the draft: never answered from a cache
        response["Cache-Control"] = "private, no-store"
        return with_version(response, overview.draft.version)


class Publication(PublicationView):
    """The publication of one claim."""

    @extend_schema(
        operation_id="publication_retrieve",
        summary="Read draft, gate and versions",
        tags=["Publication"],
        responses=PublicationShape,
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        """Show it."""
        return self.overview(request, claim_at(claim_id))


class Draft(PublicationView):
    """The editor's draft."""

    @extend_schema(
        operation_id="publication_draft_update",
        summary="Save the draft",
        tags=["Publication"],
        parameters=[IF_MATCH],
        request=DraftInput,
        responses=PublicationShape,
    )
    def put(self, request: Request, claim_id: UUID) -> Response:
        """Store the words; fields left out stay as they are."""
        claim = claim_at(claim_id)
        seen = version_seen(request)
        words = DraftInput(data=request.data)
        words.is_valid(raise_exception=True)
        publication.save_draft(
            claim=claim, fields=words.validated_data, by=person_of(request), version_seen=seen
        )
        return self.overview(request, claim)


class Publish(PublicationView):
    """The act of publishing."""

    @extend_schema(
        operation_id="publication_publish",
        summary="Publish",
        tags=["Publication"],
        request=None,
        responses={201: PublicationShape},
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Publish the present draft, verdict and evidence."""
        claim = claim_at(claim_id)
        publication.publish(claim=claim, by=person_of(request))
        wake_webhooks()
        return self.overview(request, claim, code=status.HTTP_201_CREATED)


class Correct(PublicationView):
    """The act of correcting."""

    @extend_schema(
        operation_id="publication_correct",
        summary="Publish a correction",
        tags=["Publication"],
        request=CorrectionInput,
        responses={201: PublicationShape},
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Add a version with its public notice."""
        claim = claim_at(claim_id)
        given = CorrectionInput(data=request.data)
        given.is_valid(raise_exception=True)
        publication.correct(claim=claim, by=person_of(request), **given.validated_data)
        wake_webhooks()
        return self.overview(request, claim, code=status.HTTP_201_CREATED)


class Withdraw(PublicationView):
    """The act of withdrawing."""

    @extend_schema(
        operation_id="publication_withdraw",
        summary="Withdraw from the public",
        tags=["Publication"],
        request=WithdrawalInput,
        responses={201: PublicationShape},
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Leave a tombstone with the notice."""
        claim = claim_at(claim_id)
        given = WithdrawalInput(data=request.data)
        given.is_valid(raise_exception=True)
        publication.withdraw(claim=claim, by=person_of(request), **given.validated_data)
        wake_webhooks()
        return self.overview(request, claim, code=status.HTTP_201_CREATED)
