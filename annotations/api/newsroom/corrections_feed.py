"""/feeds/corrections: every correction and withdrawal, one entry each, for feed readers."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.utils.urls import remove_query_param, replace_query_param

from annotations.api.access.public_access import PublicView, marked, not_modified
from annotations.api.newsroom.feeds import FEED_ANSWERS
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.documents.change_entries import change_entry
from annotations.documents.feeds import CONTENT_TYPES, Channel, rendered_feed
from annotations.documents.public_document import read_document
from annotations.queries.publications import changes, keyset_page, public_mark, read_cursor
from claims.api.strict import QueryInput

CHANGES_PER_PAGE = 50


class CorrectionsQuery(QueryInput):
    """Which page of the feed."""

    cursor = serializers.RegexField(
        r"^(before|after)\.[0-9]{1,18}$",
        required=False,
        help_text="From the feed's link to its next page.",
    )


class CorrectionsFeed(PublicView):
    """The corrections log as a feed."""

    @extend_schema(
        operation_id="corrections_feed",
        summary="Follow corrections and withdrawals in a feed reader",
        description="Atom, RSS 2.0 or JSON Feed 1.1. One entry for each change with its public "
        "notice, the newest first.",
        tags=["Public"],
        parameters=[
            OpenApiParameter("form", str, OpenApiParameter.PATH, enum=list(CONTENT_TYPES)),
            CorrectionsQuery,
            *MARKS,
        ],
        responses={
            **FEED_ANSWERS,
            304: UNCHANGED,
        },
        auth=[],
    )
    def get(self, request: Request, form: str) -> HttpResponse:
        """Serve the feed; it changes only when something is published."""
        asked = CorrectionsQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        seq, changed_at = public_mark() or (0, None)
        address = request.build_absolute_uri()
        digest = hashlib.sha256(f"{seq} {address} {get_language()}".encode())
        etag = f'"{digest.hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=changed_at):
            return short
        cursor = read_cursor(asked.validated_data.get("cursor", ""))
        page = keyset_page(changes(), "document", cursor=cursor, size=CHANGES_PER_PAGE)
        older = replace_query_param(address, "cursor", str(page.older)) if page.older else None
        entries = [change_entry(read_document(stored)) for _seq, stored in page.rows]
        body = rendered_feed(form, _channel(address, older, changed_at), entries)
        response = HttpResponse(body, content_type=CONTENT_TYPES[form])
        response["Vary"] = "Accept-Language"
        return marked(response, etag=etag, changed_at=changed_at)


def _channel(address: str, older: str | None, changed_at: datetime | None) -> Channel:
    return Channel(
        title=_("%(site)s: corrections") % {"site": settings.SITE_NAME},
        words=_("What we corrected or took back, and why."),
        author=settings.SITE_NAME,
        home_url=f"{settings.SITE_URL}{reverse('public:corrections')}",
        feed_url=remove_query_param(address, "cursor"),
        page_url=address,
        next_url=older,
        logo=settings.SITE_LOGO,
        language=None,
        changed_at=changed_at,
    )
