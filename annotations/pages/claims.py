"""The pages on which the public reads verified claims; they need no script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from annotations.documents.claim_review import claim_review
from annotations.documents.imprint import our_organisation
from annotations.documents.oembed import card_of, frame_code, frame_size
from annotations.documents.public_document import (
    Correction,
    PublicArticle,
    PublicDocument,
    Tombstone,
    read_document,
)
from annotations.moments import utc
from annotations.pages.marks import RatingMark, Scale, mark_of, mark_of_key, rating_scale
from annotations.pages.quotation import Passage, quotation
from annotations.queries.error_reports import closings_of_claim
from annotations.queries.public_filters import PublicFilter
from annotations.queries.public_lists import Asked, ListedPage, listed_page
from annotations.queries.public_places import Order, Place, read_place
from annotations.queries.publications import (
    current_of,
    public_mark,
    published_claims_of_article,
)
from claims.models import Article

CLAIMS_PER_PAGE = 20
LONGEST_SEARCH = 300


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A published claim with what the page draws of it."""

    document: PublicDocument
    mark: RatingMark
    passage: Passage


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A correction with the ratings it led from and to."""

    correction: Correction
    before: RatingMark | None
    after: RatingMark | None


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """List and search the verified claims, newest first."""
    wanted = _wanted(request)
    place = read_place(request.GET.get("cursor", ""))
    top, _ = public_mark() or (0, None)
    page = listed_page(Asked(wanted, Order.NEWEST, CLAIMS_PER_PAGE, top, place))
    scale = rating_scale()
    context = {
        "claims": [_shown(orjson.loads(body), scale) for body, _ in page.rows],
        "wanted": wanted,
        "rating": wanted.ratings[0] if wanted.ratings else "",
        "days": {key: request.GET.get(key, "") for key in ("from", "to")},
        "is_search": any(value for key, value in request.GET.items()),
        "scale": [mark_of_key(key, scale) for key in scale],
        "languages_of_claims": Article.Language.choices,
        "feed_query": _feed_query(wanted),
        **_page_links(request, page),
    }
    return render(request, "vaglio/home.html", context)


@require_safe
def claim(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show one verified claim, or what stays of a withdrawn one."""
    version = current_of(claim_id).only("document").first()
    if version is None:
        raise Http404
    document = read_document(version.document)
    if isinstance(document, Tombstone):
        gone = {
            "tombstone": document,
            "earlier": _shown_corrections(document, rating_scale())[:-1],
            "reports": closings_of_claim(claim_id),
        }
        return render(request, "vaglio/withdrawn.html", gone, status=410)
    context = {
        **page_of(document),
        "reports": closings_of_claim(claim_id),
        # one page a review: of the two languages' pages only that which the review names
        "claim_review": claim_review(document, by=our_organisation())
        if urlsplit(document.url).path == request.path
        else None,
    }
    return render(request, "vaglio/claim.html", context)


def page_of(document: PublicDocument) -> dict[str, Any]:
    """Give what the claim page draws of a document, published or not."""
    scale = rating_scale()
    return {
        "corrections": _shown_corrections(document, scale),
        "shown": _shown_document(document, scale),
        "document": document,
        **_embedding(document),
    }


@require_safe
def article(request: HttpRequest, article_id: UUID) -> HttpResponse:
    """Show an article's published claims with short passages; the whole is its publisher's."""
    versions = list(published_claims_of_article(article_id).only("document"))
    if not versions:
        raise Http404
    scale = rating_scale()
    shown = [_shown(version.document, scale) for version in versions]
    about: PublicArticle = shown[0].document.claim.article
    return render(request, "vaglio/article.html", {"article": about, "claims": shown})


def _embedding(document: PublicDocument) -> dict[str, str]:
    """Give the code of the claim's card and the address that tells systems of it."""
    page = settings.SITE_URL + reverse("embed-card", args=[document.id])
    card = card_of(document, url=page)
    width, height = frame_size(card, max_width=None, max_height=None)
    query = urlencode({"url": document.url})
    return {
        "embed_code": frame_code(card, width=width, height=height),
        "oembed_url": f"{settings.SITE_URL}{reverse('plain-oembed')}?{query}",
    }


def _wanted(request: HttpRequest) -> PublicFilter:
    """Read the search form; what it can't have sent asks for nothing."""
    asked = request.GET
    language, rating = asked.get("language", ""), asked.get("rating", "")
    return PublicFilter(
        words=asked.get("q", "").replace("\0", "")[:LONGEST_SEARCH],
        language=language if language in Article.Language.values else "",
        ratings=[rating.replace("\0", "")] if rating else [],
        published_after=_start_of_day(asked.get("from", "")),
        published_before=_start_of_day(asked.get("to", ""), days_later=1),
    )


def _feed_query(wanted: PublicFilter) -> str:
    """Ask a feed for what the search asks for."""
    asked = {
        "q": wanted.words,
        "language": wanted.language,
        "rating": ",".join(wanted.ratings),
        "published_after": utc(wanted.published_after) if wanted.published_after else "",
        "published_before": utc(wanted.published_before) if wanted.published_before else "",
    }
    kept = {key: value for key, value in asked.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _start_of_day(written: str, days_later: int = 0) -> datetime | None:
    """Read a day of the search form as the moment it begins here; None for anything else."""
    try:
        day = parse_date(written)
        moment = datetime.combine(day + timedelta(days=days_later), time()) if day else None
    except (ValueError, OverflowError):
        return None
    return timezone.make_aware(moment) if moment else None


def _shown(stored: dict[str, Any], scale: Scale) -> ShownClaim:
    document = read_document(stored)
    assert isinstance(document, PublicDocument)  # the queries leave tombstones out
    return _shown_document(document, scale)


def _shown_document(document: PublicDocument, scale: Scale) -> ShownClaim:
    return ShownClaim(document, mark_of(document.rating, scale), quotation(document.claim))


def _shown_corrections(document: PublicDocument | Tombstone, scale: Scale) -> list[ShownCorrection]:
    return [
        ShownCorrection(
            part, mark_of_key(part.from_rating, scale), mark_of_key(part.to_rating, scale)
        )
        for part in document.corrections
    ]


def _page_links(request: HttpRequest, page: ListedPage) -> dict[str, str]:
    return {"older": _query(request, page.further), "newer": _query(request, page.back)}


def _query(request: HttpRequest, place: Place | None) -> str:
    if place is None:
        return ""
    kept = {key: value for key, value in request.GET.items() if key != "cursor" and value}
    return "?" + urlencode({**kept, "cursor": str(place)})
