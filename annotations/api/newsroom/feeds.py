"""/feeds/: the list of verified claims for feed readers."""

from __future__ import annotations

from functools import partial

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations.api.newsroom.feed_view import FEED_ANSWERS, FORM, FeedFrame, FeedPage, FeedView
from annotations.api.newsroom.list_query import FeedQuery
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.documents.feeds import entry_of
from annotations.documents.public_document import read_document
from annotations.queries.public_lists import Asked, listed_page
from annotations.queries.public_places import Order


class VerifiedClaimsFeed(FeedView):
    """The newest publications, corrections and withdrawals as a feed."""

    @extend_schema(
        operation_id="verified_claims_feed",
        summary="Follow verified claims in a feed reader",
        description="Atom, RSS 2.0 or JSON Feed 1.1. Takes the filters of the list; a correction "
        "moves an entry's `updated`, a withdrawal is an entry of its own words.",
        tags=["Public"],
        parameters=[FORM, FeedQuery, *MARKS],
        responses={**FEED_ANSWERS, 304: UNCHANGED},
        auth=[],
    )
    def get(self, request: Request, form: str) -> HttpResponse:
        """Serve the feed."""
        asked = FeedQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        frame = FeedFrame(
            title=_("%(site)s: verified claims") % {"site": settings.SITE_NAME},
            words=_("What the news says, verified with sources."),
            home_path=reverse("public:home"),
        )
        return self.served(request, form, frame, partial(_page, asked))


def _page(asked: FeedQuery, newest: int) -> FeedPage:
    given = asked.validated_data
    size, place = given["page_size"], given.get("cursor")
    page = listed_page(
        Asked(asked.wanted(), Order.NEWEST, size, newest, place, with_withdrawn=True)
    )
    entries = [entry_of(read_document(orjson.loads(body))) for body, _ in page.rows]
    return FeedPage(entries, page.further, given.get("language") or None)
