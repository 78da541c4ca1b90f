"""The public page before it is public: the same template, clearly marked, for editors only."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotations.pages.claims import page_of
from annotations.policies import may_publish
from annotations.services.publishing.preview import preview_of
from claims.models import Claim


@require_safe
@never_cache
def preview(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show how a claim's page would be; for everybody else the address doesn't exist."""
    user = request.user
    if not isinstance(user, User) or not may_publish(user):
        raise Http404
    claim = get_object_or_404(Claim.objects.select_related("article"), pk=claim_id)
    document = preview_of(claim=claim, by=user)
    if document is None:
        response = render(request, "vaglio/preview_unsettled.html", {"claim": claim}, status=409)
    else:
        response = render(request, "vaglio/claim.html", {**page_of(document), "is_preview": True})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
