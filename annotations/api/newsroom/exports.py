"""/verified-claims/export.*: everything published in one streamed file, and the nightly dumps."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import http_date
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from annotations.api.access.public_access import PublicView, marked, not_modified
from annotations.api.newsroom.list_query import ListQuery
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.documents.dump_files import DUMPS, dump_path, dumps_there, sha256_of
from annotations.documents.dumps import FORMATS
from annotations.documents.imprint import our_organisation
from annotations.models import ApiKey
from annotations.queries.public_export import exported_claims
from annotations.queries.publications import public_mark
from claims.exchange.change_dates import told_date

TYPES = {
    "jsonl": "application/jsonl",
    "csv": "text/csv; charset=utf-8; header=present",
    "claimreview": "application/ld+json",
    "factcricis": "text/csv; charset=utf-8; header=present",
}
DATA_FEED: dict[str, Any] = {
    "type": "object",
    "description": "A schema.org DataFeed whose elements hold ClaimReviews, as Data Commons reads.",
    "properties": {
        "@context": {"type": "string"},
        "@type": {"const": "DataFeed"},
        "dataFeedElement": {
            "type": "array",
            "items": {"type": "object", "additionalProperties": True},
        },
    },
    "required": ["@context", "@type", "dataFeedElement"],
    "additionalProperties": True,
}
GZIP = "application/gzip"
ANY_BYTES = "application/octet-stream"
"""What a dump is for who asks for bytes by that name: programs that make clients know no gzip."""
NO_FORMAT = OpenApiParameter("format", exclude=True)
PIECE = 64 * 1024
_DEFAULT: Any = api_settings.DEFAULT_RENDERER_CLASSES


class AnyRenderer(BaseRenderer):
    """Lets a request ask for the export's own type; the view streams, nothing is rendered."""

    media_type = "*/*"
    format = ""


class ExportQuery(ListQuery):
    """An export's query parameters: the list's filters, and where to go on."""

    cursor = page_size = ordering = updated_since = None  # type: ignore[assignment]
    after = serializers.IntegerField(
        required=False,
        default=0,
        min_value=0,
        max_value=2**63 - 1,
        help_text="Go on after the line with this `seq`. Withdrawals since then come too (as "
        "tombstones, in JSON lines).",
    )


class Export(PublicView):
    """All published claims, oldest change first."""

    renderer_classes = [*_DEFAULT, AnyRenderer]
    read_scope = ApiKey.Scope.EXPORT
    request_cost = 10

    @extend_schema(
        operation_id="verified_claims_export",
        summary="Export all verified claims",
        description="One streamed file: JSON lines, CSV, schema.org ClaimReview as a Data Commons "
        "feed, or CSV on the four-way scale for shared collections (factcricis). Every line has "
        "its `seq`: after a broken transfer ask again with `after` and the last one. A claim that "
        "is corrected while you read comes again at the end; the later line counts. The header "
        "Link names the address of the next export.",
        tags=["Public"],
        parameters=[
            OpenApiParameter("form", str, OpenApiParameter.PATH, enum=list(TYPES)),
            ExportQuery,
            NO_FORMAT,
        ],
        responses={
            **{(200, kind.split(";")[0]): OpenApiTypes.STR for kind in TYPES.values()},
            (200, TYPES["claimreview"]): DATA_FEED,
        },
        auth=[],
    )
    def get(self, request: Request, form: str) -> HttpResponseBase:
        """Stream the file."""
        asked = ExportQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        newest, changed_at = public_mark() or (0, None)
        after = asked.validated_data["after"]
        wanted = replace(asked.wanted(), updated_since=None)
        claims = exported_claims(wanted, after=after, tombstones_after=after or newest)
        by = our_organisation()
        pieces = _in_pieces(FORMATS[form](claims, by))
        response = StreamingHttpResponse(pieces, content_type=TYPES[form])
        query = request.query_params.copy()
        query["after"] = str(max(newest, after))
        following = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
        response["Link"] = f'<{following}>; rel="next"'
        response["Cache-Control"] = "no-cache"
        response["Last-Modified"] = http_date(told_date(changed_at))
        return response


class DumpShape(serializers.Serializer[Any]):
    """One of last night's files."""

    name = serializers.CharField()
    url = serializers.URLField()
    size = serializers.IntegerField(help_text="Bytes, gzip-compressed.")
    made_at = serializers.DateTimeField(default_timezone=UTC)
    sha256 = serializers.RegexField(
        "^[0-9a-f]{64}$", help_text="Of the compressed file, to compare with what arrived."
    )


class DumpsShape(serializers.Serializer[Any]):
    """Last night's files; none before the first night."""

    results = DumpShape(many=True)


class Dumps(PublicView):
    """Last night's dumps."""

    @extend_schema(
        operation_id="verified_claims_dumps",
        summary="Find last night's dumps",
        description="The whole of what is published, made every night, as compressed files.",
        tags=["Public"],
        responses=DumpsShape,
        auth=[],
    )
    def get(self, request: Request) -> Response:
        """List the files."""
        there = dumps_there(settings.DUMPS_DIR)
        results = [
            {
                "name": dump.name,
                "url": request.build_absolute_uri(reverse("dump", args=[dump.name])),
                "size": dump.size,
                "made_at": dump.made_at,
                "sha256": dump.sha256.hex(),
            }
            for dump in there
        ]
        response = Response(DumpsShape({"results": results}).data)
        if there:
            newest = max(dump.made_at for dump in there)
            response["Last-Modified"] = http_date(told_date(newest))
        return response


class Dump(PublicView):
    """One of last night's files."""

    renderer_classes = [*_DEFAULT, AnyRenderer]

    @extend_schema(
        operation_id="verified_claims_dump",
        summary="Download a dump",
        tags=["Public"],
        parameters=[
            OpenApiParameter("name", str, OpenApiParameter.PATH, enum=list(DUMPS)),
            NO_FORMAT,
            *MARKS,
        ],
        responses={
            (200, GZIP): OpenApiTypes.BINARY,
            (200, ANY_BYTES): OpenApiTypes.BINARY,
            304: UNCHANGED,
        },
        auth=[],
    )
    def get(self, request: Request, name: str) -> HttpResponseBase:
        """Send the file to who hasn't last night's yet."""
        try:
            path = dump_path(settings.DUMPS_DIR, name)
            file = path.open("rb")
        except OSError as error:
            raise Http404 from error
        facts = os.fstat(file.fileno())
        etag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
        made_at = datetime.fromtimestamp(facts.st_mtime, UTC)
        if short := not_modified(request, etag=etag, changed_at=made_at):
            file.close()
            return short
        is_plain = request.accepted_media_type == ANY_BYTES
        media_type = ANY_BYTES if is_plain else GZIP
        sent = FileResponse(file, content_type=media_type, filename=name, as_attachment=True)
        digest = base64.b64encode(sha256_of(path, facts)).decode()
        sent["Repr-Digest"] = f"sha-256=:{digest}:"  # RFC 9530
        return marked(sent, etag=etag, changed_at=made_at)


def _in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Join lines to pieces of about PIECE bytes: one a line would cost more than making it."""
    held: list[bytes] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
