"""The log of requests for a reply about one claim; it is read with the claim's publication."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.desk_access import claim_at
from annotations.api.desk.publication import PublicationView
from annotations.api.desk.publication_shapes import PublicationShape, ReplyInput, ReplyOutcomeInput
from annotations.services.publishing.replies import ask_for_reply, note_outcome
from claims.exchange.desk import person_of


class Replies(PublicationView):
    """The requests."""

    @extend_schema(
        operation_id="reply_request",
        summary="Log a request for a reply",
        tags=["Publication"],
        request=ReplyInput,
        responses={201: PublicationShape},
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        """Write down whom we asked, how and when; a row of the log never changes."""
        claim = claim_at(claim_id)
        given = ReplyInput(data=request.data)
        given.is_valid(raise_exception=True)
        ask_for_reply(claim=claim, by=person_of(request), **given.validated_data)
        return self.overview(request, claim, code=status.HTTP_201_CREATED)


class ReplyOutcomes(PublicationView):
    """What came of one request."""

    @extend_schema(
        operation_id="reply_outcome",
        summary="Log what came of a request for a reply",
        tags=["Publication"],
        request=ReplyOutcomeInput,
        responses={201: PublicationShape},
    )
    def post(self, request: Request, claim_id: UUID, reply_id: UUID) -> Response:
        """Write down the answer, that none came, or why it is struck; the newest stands."""
        claim = claim_at(claim_id)
        given = ReplyOutcomeInput(data=request.data)
        given.is_valid(raise_exception=True)
        note_outcome(
            claim=claim,
            request_id=reply_id,
            by=person_of(request),
            **given.validated_data,
        )
        return self.overview(request, claim, code=status.HTTP_201_CREATED)
