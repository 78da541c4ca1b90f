"""The API's description: OpenAPI for programs, a plain page for people."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe
from drf_spectacular.settings import spectacular_settings
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations.api.access.program import program_changed_at
from annotations.api.access.public_access import PublicView, answer, not_modified
from annotations.api.newsroom.schema_page import ApiReference, api_reference
from annotations.pages.guide_example import newest_example


class Schema(PublicView):
    """OpenAPI 3.1 of the whole API."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponse:
        """Serve the description; it changes only with the program."""
        body, etag = _rendered()
        if short := not_modified(request, etag=etag, changed_at=None):
            return short
        return answer(orjson.Fragment(body), etag=etag, changed_at=program_changed_at())


@require_safe
@gzip_page
def docs(request: HttpRequest) -> HttpResponse:
    """Show what newsrooms call as a page of our own: no script, nothing from elsewhere."""
    return _reference_page(request, for_newsrooms=True)


@require_safe
@gzip_page
def desk_docs(request: HttpRequest) -> HttpResponse:
    """Show what the desk calls, which few newsrooms need to read."""
    return _reference_page(request, for_newsrooms=False)


def _reference_page(request: HttpRequest, *, for_newsrooms: bool) -> HttpResponse:
    context = {
        "reference": _reference(for_newsrooms),
        "for_newsrooms": for_newsrooms,
        "word": newest_example().word,
    }
    return render(request, "vaglio/docs.html", context)


@cache
def _reference(for_newsrooms: bool) -> ApiReference:
    return api_reference(api_schema(), for_newsrooms=for_newsrooms)


@cache
def api_schema() -> dict[str, Any]:
    """Generate the OpenAPI document, once a process."""
    generator = spectacular_settings.DEFAULT_GENERATOR_CLASS()
    schema: dict[str, Any] = generator.get_schema(request=None, public=True)
    return schema


@cache
def _rendered() -> tuple[bytes, str]:
    body = orjson.dumps(api_schema())
    return body, f'"{sha256(body).hexdigest()[:32]}"'
