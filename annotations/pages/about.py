"""How the newsroom works, and what it had to put right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from annotations.documents.change_entries import change_of
from annotations.documents.public_document import (
    Correction,
    PublicDocument,
    Tombstone,
    read_document,
)
from annotations.pages.marks import RatingMark, mark_of_key, mark_of_rating, rating_scale
from annotations.publication_gate import SOURCES_NEEDED
from annotations.queries.error_reports import closings
from annotations.queries.publications import changes, keyset_page, read_cursor
from annotations.rating_scale import BEST, WORST
from claims.language_model import is_model_set

CHANGES_PER_PAGE = 50
OUTCOMES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A change after publishing as the log shows it; `words` is the claim's own text."""

    claim_id: str
    words: str
    language: str
    at: datetime
    correction: Correction
    before: RatingMark | None
    after: RatingMark | None


@dataclass(frozen=True, slots=True)
class ModelAsked:
    """The language model that is sent articles, and the host it is at."""

    name: str
    host: str


def model_asked() -> ModelAsked | None:
    """Who gets to read articles; None where nobody does."""
    if not is_model_set():
        return None
    return ModelAsked(settings.MODEL_NAME, urlsplit(settings.MODEL_URL).hostname or "")


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Explain the scale, the reviews and what must be there before publishing."""
    scale = [
        (mark_of_rating(rating), rating) for rating in rating_scale().values() if rating.is_active
    ]
    context = {
        "scale": scale,
        "worst": WORST,
        "best": BEST,
        "reviews_needed": settings.REVIEWS_NEEDED,
        "sources_needed": SOURCES_NEEDED,
        "model": model_asked(),
    }
    return render(request, "vaglio/methodology.html", context)


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """State the policy and log every change after publishing, newest first."""
    page = keyset_page(
        changes(),
        "claim_id",
        "document",
        "created_at",
        cursor=read_cursor(request.GET.get("cursor", "")),
        size=CHANGES_PER_PAGE,
    )
    scale = rating_scale()
    logged = []
    for _, claim_id, stored, at in page.rows:
        document = read_document(stored)
        change = change_of(document)
        logged.append(
            LoggedChange(
                claim_id=str(claim_id),
                words=_claim_text(document),
                language=document.language,
                at=at,
                correction=change,
                before=mark_of_key(change.from_rating, scale),
                after=mark_of_key(change.to_rating, scale),
            )
        )
    context = {
        "changes": logged,
        "older": f"?cursor={page.older}" if page.older else "",
        "newer": f"?cursor={page.newer}" if page.newer else "",
        "reports": closings()[:OUTCOMES_SHOWN],
    }
    return render(request, "vaglio/corrections.html", context)


def _claim_text(document: PublicDocument | Tombstone) -> str:
    return document.claim_text if isinstance(document, Tombstone) else document.claim.text
