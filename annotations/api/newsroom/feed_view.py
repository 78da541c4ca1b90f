"""What all feeds share: the mark that says whether one changed, its frame, and its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.utils.urls import remove_query_param, replace_query_param

from annotations.api.access.public_access import PublicView, marked, not_modified
from annotations.documents.feeds import CONTENT_TYPES, Channel, Entry, rendered_feed
from annotations.queries.publications import public_mark

FORM = OpenApiParameter("form", str, OpenApiParameter.PATH, enum=list(CONTENT_TYPES))
FEED_ANSWERS: dict[tuple[int, str], Any] = {
    (200, "application/atom+xml"): OpenApiTypes.STR,
    (200, "application/rss+xml"): OpenApiTypes.STR,
    (200, "application/feed+json"): OpenApiTypes.OBJECT,
}


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries, the newest first, and the place of those before them.

    language: the one that all entries are written in, if there is one.
    """

    entries: Sequence[Entry]
    older: object | None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class FeedFrame:
    """What a feed says of itself; home_path: the page it goes with."""

    title: str
    words: str
    home_path: str


class FeedView(PublicView):
    """A feed in its three forms, which changes only when something is published."""

    def served(
        self, request: Request, form: str, frame: FeedFrame, page_at: Callable[[int], FeedPage]
    ) -> HttpResponse:
        """Answer with the feed, or with 304.

        page_at: reads the page while the publication of this seq is the newest.
        """
        seq, changed_at = public_mark() or (0, None)
        address = _address(request)
        digest = hashlib.sha256(f"{seq} {address} {get_language()}".encode())
        etag = f'"{digest.hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=changed_at):
            return short
        page = page_at(seq)
        channel = Channel(
            title=frame.title,
            words=frame.words,
            author=settings.SITE_NAME,
            home_url=f"{settings.SITE_URL}{frame.home_path}",
            feed_url=remove_query_param(address, "cursor"),
            page_url=address,
            next_url=replace_query_param(address, "cursor", str(page.older))
            if page.older
            else None,
            logo=settings.SITE_LOGO,
            language=page.language,
            changed_at=changed_at,
        )
        body = rendered_feed(form, channel, page.entries)
        response = HttpResponse(body, content_type=CONTENT_TYPES[form])
        response["Vary"] = "Accept-Language"
        return marked(response, etag=etag, changed_at=changed_at)


def _address(request: Request) -> str:
    """Give the address that was asked, escaped: what was sent otherwise Django escapes twice."""
    query = request.query_params.urlencode()
    return request.build_absolute_uri(f"{request.path}?{query}" if query else request.path)
