"""/feeds/corrections: every correction and withdrawal, one entry each, for feed readers."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from annotations.api.newsroom.feed_view import FEED_ANSWERS, FORM, FeedFrame, FeedPage, FeedView
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.documents.change_entries import change_entry
from annotations.documents.public_document import read_document
from annotations.queries.publications import changes, keyset_page, read_cursor
from claims.exchange.strict import QueryInput

CHANGES_PER_PAGE = 50


class CorrectionsQuery(QueryInput):
    """Which page of the feed."""

    cursor = serializers.RegexField(
        r"^(before|after)\.[0-9]{1,18}$",
        required=False,
        help_text="From the feed's link to its next page.",
    )


class CorrectionsFeed(FeedView):
    """The corrections log as a feed."""

    @extend_schema(
        operation_id="corrections_feed",
        summary="Follow corrections and withdrawals in a feed reader",
        description="Atom, RSS 2.0 or JSON Feed 1.1. One entry for each change with its public "
        "notice, the newest first; what was withdrawn and published anew has one for each.",
        tags=["Public"],
        parameters=[FORM, CorrectionsQuery, *MARKS],
        responses={**FEED_ANSWERS, 304: UNCHANGED},
        auth=[],
    )
    def get(self, request: Request, form: str) -> HttpResponse:
        """Serve the feed."""
        asked = CorrectionsQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        place = asked.validated_data.get("cursor", "")
        frame = FeedFrame(
            title=_("%(site)s: corrections") % {"site": settings.SITE_NAME},
            words=_("What we corrected or took back, and why."),
            home_path=reverse("public:corrections"),
        )
        return self.served(request, form, frame, lambda _: _page(place))


def _page(place: str) -> FeedPage:
    page = keyset_page(changes(), "document", cursor=read_cursor(place), size=CHANGES_PER_PAGE)
    entries = [change_entry(read_document(stored)) for _seq, stored in page.rows]
    return FeedPage(entries, page.older)
