"""Sources and the copies we keep of them."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from annotations.api.access.desk_access import answer, claim_at
from annotations.api.desk.inputs import (
    CopyGiven,
    CopyInput,
    CopyUpload,
    NewSourceGiven,
    NewSourceInput,
    NewSourceUpload,
    SourceDetailsInput,
    WordsQuery,
)
from annotations.api.desk.shapes import CopyTextShape, SourceShape, SourceSuggestionsShape
from annotations.errors.desk import CopyRefused
from annotations.models import ArchivedCopy, Source
from annotations.queries.sources import (
    newest_kept_copy,
    queued_copy_of,
    sources_matching,
    with_shown_copy,
)
from annotations.queries.suggestions import suggested_sources
from annotations.services.citing.copies import attach_copy, checked_type, queue_copy
from annotations.services.citing.sources import (
    SourceGiven,
    add_file_source,
    add_source,
    describe_source,
)
from annotations.sources.copy_content import readable
from annotations.tasks import archive_source, wake_reader
from claims.exchange.desk import DeskView, ReadingThrottle, person_of
from claims.exchange.parsers import Utf8JSONParser


class SourcesView(DeskView, GenericAPIView[Source]):
    """All sources anybody cited."""

    serializer_class = SourceShape
    queryset = Source.objects.none()
    parser_classes = [Utf8JSONParser, MultiPartParser]

    @extend_schema(
        operation_id="sources",
        tags=["desk"],
        parameters=[WordsQuery],
        responses=SourceShape(many=True),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List sources, newest first."""
        found = sources_matching(_words(request))
        shape = SourceShape(self.paginate_queryset(found), many=True)
        return answer(request, self.get_paginated_response(shape.data).data)

    @extend_schema(
        operation_id="source_add",
        tags=["desk"],
        request={"application/json": NewSourceInput, "multipart/form-data": NewSourceUpload},
        responses={200: SourceShape, 201: SourceShape},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Add a source by its address or as a file.

        A page is fetched, archived, and says what it is called; a file (PDF, image) is kept at
        once, and a worker reads its words. 200 with the source we know when the address, however it
        is written, or the bytes of the file are those of one.
        """
        given = NewSourceGiven(data=request.data)
        given.is_valid(raise_exception=True)
        source, is_new = _added(given.validated_data, person_of(request))
        copy = queued_copy_of(source)
        if copy is not None:
            archive_source.delay_on_commit(str(copy.pk))
        wake_reader(source.pk)
        code = status.HTTP_201_CREATED if is_new else status.HTTP_200_OK
        return _shown(request, source.pk, code=code)


class ClaimSourcesView(DeskView):
    """Earlier sources for one claim."""

    @extend_schema(
        operation_id="claim_sources",
        tags=["desk"],
        parameters=[WordsQuery],
        responses=SourceSuggestionsShape,
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponseBase:
        """List the likeliest first, each with the passage of its copy that speaks of the claim."""
        claim, words = claim_at(claim_id), _words(request)
        found = suggested_sources(claim=claim, user=person_of(request), words=words)
        return answer(request, SourceSuggestionsShape({"results": found}).data)


class SourceView(DeskView):
    """One source."""

    @extend_schema(operation_id="source", tags=["desk"], responses=SourceShape)
    def get(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Show a source and the state of its copy."""
        return _shown(request, source_id)

    @extend_schema(
        operation_id="source_update",
        tags=["desk"],
        request=SourceDetailsInput,
        responses=SourceShape,
    )
    def patch(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Correct what is known about a source."""
        given = SourceDetailsInput(data=request.data)
        given.is_valid(raise_exception=True)
        describe_source(source=_source(source_id), by=person_of(request), **given.validated_data)
        return _shown(request, source_id)


class SourceArchiveView(DeskView):
    """The fetching of a source."""

    throttle_classes = [ReadingThrottle]

    @extend_schema(
        operation_id="source_archive", tags=["desk"], request=None, responses={202: SourceShape}
    )
    def post(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Fetch the source (again); what we kept of it before stays."""
        copy = queue_copy(source=_source(source_id), by=person_of(request))
        archive_source.delay_on_commit(str(copy.pk))
        return _shown(request, source_id, code=status.HTTP_202_ACCEPTED)


class SourceCopyView(DeskView):
    """A copy saved by hand, for pages that can't be fetched."""

    throttle_classes = [ReadingThrottle]
    parser_classes = [Utf8JSONParser, MultiPartParser]

    @extend_schema(
        operation_id="source_copy",
        tags=["desk"],
        request={"multipart/form-data": CopyUpload, "application/json": CopyInput},
        responses={201: SourceShape},
    )
    def post(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Keep a file or text as the source's copy; who attached it is shown."""
        source = _source(source_id)
        given = CopyGiven(data=request.data)
        given.is_valid(raise_exception=True)
        content = _content(given.validated_data)
        words = readable(content, checked_type(content)).text
        attach_copy(source=source, content=content, text=words, by=person_of(request))
        wake_reader(source.pk)
        return _shown(request, source_id, code=status.HTTP_201_CREATED)


class SourceCopyTextView(DeskView):
    """The words of a source, for picking excerpts."""

    @extend_schema(operation_id="source_copy_text", tags=["desk"], responses=CopyTextShape)
    def get(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Show the readable words of the newest kept copy; 404 when none is kept."""
        copy = newest_kept_copy(_source(source_id))
        if copy is None:
            raise Http404
        shape = CopyTextShape(
            {"copy": copy.pk, "kept_at": copy.kept_at, "sha256": copy.sha256, "text": copy.text}
        )
        return answer(request, shape.data, changed_at=copy.kept_at)


class SourceCopyFileView(DeskView):
    """The bytes of a source's copy, as they were received."""

    @extend_schema(
        operation_id="source_copy_file",
        tags=["desk"],
        # the second for programs that make clients: of any type at all they make nothing
        responses={
            (200, "*/*"): OpenApiTypes.BINARY,
            (200, "application/octet-stream"): OpenApiTypes.BINARY,
        },
    )
    def get(self, request: Request, source_id: UUID) -> HttpResponseBase:
        """Save the newest kept copy; 404 when none is kept.

        Other people's pages are never shown on our own address: the browser is told to save the
        file, not to guess its type, and to run nothing in it.
        """
        copy = newest_kept_copy(_source(source_id))
        if copy is None:
            raise Http404
        etag = f'"{copy.sha256}"'
        unchanged = get_conditional_response(request._request, etag=etag)
        response = unchanged or HttpResponse(bytes(copy.content or b""))
        response.headers["ETag"] = etag
        response.headers["Content-Type"] = copy.content_type or "application/octet-stream"
        response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(copy)}"'
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response


def _file_name(copy: ArchivedCopy) -> str:
    media_type = copy.content_type.partition(";")[0]
    return f"{copy.sha256[:12]}{mimetypes.guess_extension(media_type) or '.bin'}"


def _added(given: dict[str, Any], by: User) -> tuple[Source, bool]:
    if "file" not in given:
        return add_source(given=SourceGiven(**given), by=by)
    return add_file_source(
        content=_content(given),
        title=given.get("title") or PurePath(given["file"].name).stem,
        publisher=given.get("publisher", ""),
        published_on=given.get("published_on"),
        by=by,
    )


def _content(given: dict[str, Any]) -> bytes:
    if "file" not in given:
        return str(given["text"]).encode()
    if given["file"].size > settings.COPY_MAX_BYTES:  # before it is read into memory
        raise CopyRefused("too-large", limit=settings.COPY_MAX_BYTES)
    return bytes(given["file"].read())


def _words(request: Request) -> str:
    asked = WordsQuery(data=request.query_params)
    asked.is_valid(raise_exception=True)
    return str(asked.validated_data["q"])


def _source(source_id: UUID) -> Source:
    return get_object_or_404(Source.objects.select_related("merged_into"), pk=source_id).standing


def _shown(
    request: Request, source_id: UUID, *, code: int = status.HTTP_200_OK
) -> HttpResponseBase:
    source = get_object_or_404(with_shown_copy(), pk=source_id)
    created = code == status.HTTP_201_CREATED
    return answer(
        request,
        SourceShape(source).data,
        changed_at=source.updated_at,
        code=code,
        location=reverse("source", args=[source.pk]) if created else "",
    )
