"""/feeds/: the list of verified claims for feed readers."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.utils.urls import remove_query_param, replace_query_param

from annotations.api.access.public_access import PublicView, marked, not_modified
from annotations.api.newsroom.list_query import FeedQuery
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.documents.feeds import CONTENT_TYPES, Channel, entry_of, rendered_feed
from annotations.documents.public_document import read_document
from annotations.queries.public_lists import Asked, ListedPage, listed_page
from annotations.queries.public_places import Order
from annotations.queries.publications import public_mark

FEED_ANSWERS: dict[tuple[int, str], Any] = {
    (200, "application/atom+xml"): OpenApiTypes.STR,
    (200, "application/rss+xml"): OpenApiTypes.STR,
    (200, "application/feed+json"): OpenApiTypes.OBJECT,
}


class VerifiedClaimsFeed(PublicView):
    """The newest publications, corrections and withdrawals as a feed."""

    @extend_schema(
        operation_id="verified_claims_feed",
        summary="Follow verified claims in a feed reader",
        description="Atom, RSS 2.0 or JSON Feed 1.1. Takes the filters of the list; a correction "
        "moves an entry's `updated`, a withdrawal is an entry of its own words.",
        tags=["Public"],
        parameters=[
            OpenApiParameter("form", str, OpenApiParameter.PATH, enum=list(CONTENT_TYPES)),
            FeedQuery,
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
        asked = FeedQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        seq, changed_at = public_mark() or (0, None)
        digest = hashlib.sha256(f"{seq} {request.build_absolute_uri()} {_('Claim')}".encode())
        etag = f'"{digest.hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=changed_at):
            return short
        page = listed_page(
            Asked(
                asked.wanted(),
                Order.NEWEST,
                asked.validated_data["page_size"],
                seq,
                asked.validated_data.get("cursor"),
                with_withdrawn=True,
            )
        )
        entries = [entry_of(read_document(orjson.loads(body))) for body, _ in page.rows]
        body = rendered_feed(form, _channel(request, asked, page, changed_at), entries)
        response = HttpResponse(body, content_type=CONTENT_TYPES[form])
        response["Vary"] = "Accept-Language"
        return marked(response, etag=etag, changed_at=changed_at)


def _channel(
    request: Request, asked: FeedQuery, page: ListedPage, changed_at: datetime | None
) -> Channel:
    address = request.build_absolute_uri()
    older = replace_query_param(address, "cursor", str(page.further)) if page.further else None
    return Channel(
        title=_("%(site)s: verified claims") % {"site": settings.SITE_NAME},
        words=_("What the news says, verified with sources."),
        author=settings.SITE_NAME,
        home_url=f"{settings.SITE_URL}{reverse('public:home')}",
        feed_url=remove_query_param(address, "cursor"),
        page_url=address,
        next_url=older,
        logo=settings.SITE_LOGO,
        language=asked.validated_data.get("language") or None,
        changed_at=changed_at,
    )
