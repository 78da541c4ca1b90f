"""The card that newsrooms put on their own pages: one small document, no script.

Only this page may be framed by other sites; everywhere else frame-ancestors is 'none'.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from annotations.documents.public_document import PublicDocument, Tombstone, read_document
from annotations.models import PublishedClaim
from annotations.pages.marks import mark_of, rating_scale
from annotations.queries.publications import current_of

THEMES = ("auto", "light", "dark")
ANYWHERE = {"frame-ancestors": ["*"]}
LANGUAGES = [code for code, _ in settings.LANGUAGES]


@require_safe
@xframe_options_exempt
@csp_replace(ANYWHERE)  # type: ignore[arg-type] # it passes every argument on
def embed(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show the card of a verified claim; of a withdrawn one what stays of it.

    `theme` is light, dark or auto (as the reader's device), `lang` the language of the labels; the
    claim's own where it isn't given.
    """
    version = current_of(claim_id).only("document", "etag", "language").first()
    theme, language = _theme(request), _language(request, version)
    with override(language):
        response = _card(request, version, {"theme": theme, "language": language})
    response["Content-Language"] = language
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _card(
    request: HttpRequest, version: PublishedClaim | None, look: dict[str, str]
) -> HttpResponse:
    if version is None:
        return render(request, "vaglio/embed.html", look, status=404)
    digest = hashlib.sha256(f"{version.etag} {sorted(look.items())}".encode())
    etag = f'"{digest.hexdigest()[:32]}"'
    short = get_conditional_response(request, etag=etag)
    document = read_document(version.document)
    response = short or render(
        request,
        "vaglio/embed.html",
        {**look, **_shown(document)},
        status=410 if isinstance(document, Tombstone) else 200,
    )
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"  # a correction shows at once
    return response


def _shown(document: PublicDocument | Tombstone) -> dict[str, object]:
    if isinstance(document, Tombstone):
        return {"tombstone": document}
    change = document.corrections[-1] if document.corrections else None
    return {
        "document": document,
        "mark": mark_of(document.rating, rating_scale()),
        "change": change,
    }


def _theme(request: HttpRequest) -> str:
    asked = request.GET.get("theme", "")
    return asked if asked in THEMES else THEMES[0]


def _language(request: HttpRequest, version: PublishedClaim | None) -> str:
    asked = request.GET.get("lang", "")
    if asked in LANGUAGES:
        return asked
    return version.language if version else settings.LANGUAGE_CODE
