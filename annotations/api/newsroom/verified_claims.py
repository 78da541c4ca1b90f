"""The public API: stored bytes, one order, conditional answers; at most three statements each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
from django.http import Http404, HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.settings import api_settings

from annotations.api.access.public_access import PublicView, answer, not_modified
from annotations.api.newsroom.claim_shapes import (
    VerifiedClaimPageShape,
    VerifiedClaimShape,
    VersionListShape,
    WithdrawnProblemShape,
)
from annotations.api.newsroom.list_query import ListQuery
from annotations.api.newsroom.public_pages import asked_list, list_body
from annotations.documents.claim_review import claim_review
from annotations.documents.imprint import our_organisation
from annotations.documents.public_document import PublicDocument, read_document
from annotations.errors.publication import ClaimWithdrawn
from annotations.models import PublishedClaim
from annotations.moments import utc
from annotations.queries.publications import current_bytes, current_of, versions_of

WITHDRAWN = PublishedClaim.Act.WITHDRAWN
LD_JSON = "application/ld+json"
MARKS = [
    OpenApiParameter("If-None-Match", str, OpenApiParameter.HEADER, description="An ETag you have"),
]
_DEFAULT: Any = api_settings.DEFAULT_RENDERER_CLASSES
UNCHANGED = OpenApiResponse(description="Nothing changed since the ETag or date you sent.")


class LdJsonRenderer(BaseRenderer):
    """JSON-LD, chosen by `Accept: application/ld+json` or `?format=claimreview`."""

    media_type = LD_JSON
    format = "claimreview"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        """Render a linked-data object, or the problem that came in its place."""
        return orjson.dumps(data, default=str)


class VerifiedClaims(PublicView):
    """The list of verified claims, newest publication first."""

    @extend_schema(
        operation_id="verified_claims_list",
        summary="List verified claims",
        description="Newest publication first, unless `ordering` says otherwise. With "
        "`updated_since` it is a delta: tombstones of withdrawn claims are among the results, and "
        "what a correction moved out of the other filters (`left_filter`).",
        tags=["Public"],
        parameters=[ListQuery, *MARKS],
        responses={200: VerifiedClaimPageShape, 304: UNCHANGED},
        auth=[],
    )
    def get(self, request: Request) -> HttpResponse:
        """Serve a page of stored documents; a 304 or a page kept costs one look at the newest."""
        listed = asked_list(request.build_absolute_uri(request.path), request.META["QUERY_STRING"])
        if short := not_modified(request, etag=listed.etag, changed_at=listed.changed_at):
            return short
        body = list_body(listed)
        return answer(orjson.Fragment(body), etag=listed.etag, changed_at=listed.changed_at)


class VerifiedClaim(PublicView):
    """One verified claim as it stands."""

    renderer_classes = [*_DEFAULT, LdJsonRenderer]

    @extend_schema(
        operation_id="verified_claims_retrieve",
        summary="Read a verified claim",
        description="As JSON, or as schema.org ClaimReview with `Accept: application/ld+json` "
        "or `?format=claimreview`.",
        tags=["Public"],
        parameters=[
            OpenApiParameter("format", str, enum=["json", "claimreview"]),
            *MARKS,
        ],
        responses={
            (200, "application/json"): VerifiedClaimShape,
            (200, LD_JSON): {
                "type": "object",
                "description": "schema.org ClaimReview",
                "additionalProperties": True,
            },
            304: UNCHANGED,
            (410, "application/problem+json"): WithdrawnProblemShape,
        },
        auth=[],
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        """Serve the stored bytes, or the ClaimReview made from the stored document."""
        as_review = request.accepted_renderer.media_type == LD_JSON
        row = current_bytes(claim_id)
        if row is None:
            raise Http404
        act, digest, changed_at, stored = row
        if act == WITHDRAWN:
            raise _withdrawn(claim_id)
        etag = f'"{digest}-ld"' if as_review else f'"{digest}"'
        if short := not_modified(request, etag=etag, changed_at=changed_at):
            return short
        body = review_of(orjson.loads(stored)) if as_review else orjson.Fragment(stored)
        return answer(body, etag=etag, changed_at=changed_at)


class VerifiedClaimVersions(PublicView):
    """Every version of one verified claim."""

    @extend_schema(
        operation_id="verified_claims_versions",
        summary="Read all versions with their notices",
        description="Newest first. Once a claim is withdrawn its documents are held back.",
        tags=["Public"],
        parameters=MARKS,
        responses={200: VersionListShape, 304: UNCHANGED},
        auth=[],
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        """Serve the versions, newest first; after a withdrawal without their documents."""
        columns = ("version", "act", "severity", "notice", "created_at", "etag", "body")
        rows = list(versions_of(claim_id).values_list(*columns))
        if not rows:
            raise Http404
        _, act, _, _, changed_at, digest, _ = rows[0]
        etag = f'"{digest}-versions"'
        if short := not_modified(request, etag=etag, changed_at=changed_at):
            return short
        results = [_version(row, is_open=act != WITHDRAWN) for row in rows]
        page = {"next": None, "previous": None, "results": results}
        return answer(page, etag=etag, changed_at=changed_at)


def review_of(stored: dict[str, Any]) -> dict[str, Any]:
    """Make the ClaimReview of a stored document that isn't a tombstone."""
    document = read_document(stored)
    assert isinstance(document, PublicDocument)
    return claim_review(document, by=our_organisation())


def _withdrawn(claim_id: UUID) -> ClaimWithdrawn:
    stone: dict[str, Any] = current_of(claim_id).values_list("document", flat=True).get()
    return ClaimWithdrawn(stone["notice"], **stone)


def _version(row: tuple[Any, ...], *, is_open: bool) -> dict[str, Any]:
    version, act, severity, notice, at, _, body = row
    shown = is_open and act != WITHDRAWN
    return {
        "version": version,
        "act": act,
        "severity": severity,
        "notice": notice,
        "at": utc(at),
        "document": orjson.Fragment(bytes(body)) if shown else None,
    }
