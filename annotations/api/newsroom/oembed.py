"""/oembed/: a page's address in, the code that shows its card out (oembed.com, version 1.0)."""

from __future__ import annotations

import hashlib
import re
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request

from annotations.api.access.public_access import PublicView, answer, marked, not_modified
from annotations.documents.oembed import Card, Site, as_xml, card_of, oembed
from annotations.documents.public_document import read_document
from annotations.errors.embed import FormNotImplemented
from annotations.models import PublishedClaim
from annotations.queries.publications import current_of
from claims.exchange.strict import SOME_TEXT, QueryInput, Words

PAGE = re.compile(r"^(?:/(?P<language>[a-z]{2}))?/(?P<kind>claims|embed)/(?P<id>[0-9a-f-]{36})/?$")
FORMS = ("json", "xml")
LANGUAGES = [code for code, _ in settings.LANGUAGES]
LARGEST = 10_000
SIDE = {"type": "integer", "minimum": 1, "maximum": LARGEST}


class OEmbedQuery(QueryInput):
    """What a consumer asks."""

    url = Words(max_length=2000, help_text="The address of a claim's page.")
    format = Words(required=False, default="json", help_text="json or xml")
    maxwidth = serializers.IntegerField(required=False, min_value=1, max_value=LARGEST)
    maxheight = serializers.IntegerField(required=False, min_value=1, max_value=LARGEST)
    theme = serializers.ChoiceField(["auto", "light", "dark"], required=False)
    lang = serializers.ChoiceField(settings.LANGUAGES, required=False)


class OEmbedShape(serializers.Serializer[Any]):
    """A rich oEmbed answer; `html` is one frame without a script."""

    version = serializers.CharField()
    type = serializers.CharField()
    title = serializers.CharField()
    provider_name = serializers.CharField()
    provider_url = serializers.URLField()
    cache_age = serializers.IntegerField()
    html = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class NoNegotiation(BaseContentNegotiation):
    """`format` is oEmbed's own parameter here, and its refusals are oEmbed's."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """Take the first."""
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        """Take the first."""
        return renderers[0], renderers[0].media_type


class OEmbed(PublicView):
    """The oEmbed provider."""

    content_negotiation_class = NoNegotiation

    @extend_schema(
        operation_id="oembed",
        summary="Get the code that embeds a claim's card",
        description="An oEmbed 1.0 provider, which claim pages name in their head. 404 for an "
        "address that is no claim's. Also at `/oembed`, where claim pages point and a form that "
        "isn't json or xml gets oEmbed's 501.",
        tags=["Public"],
        parameters=[
            OpenApiParameter(
                "url",
                {"type": "string", "pattern": SOME_TEXT, "maxLength": 2000},
                required=True,
                description="A claim page's address",
            ),
            OpenApiParameter("format", str, enum=FORMS),
            OpenApiParameter("maxwidth", SIDE),
            OpenApiParameter("maxheight", SIDE),
            OpenApiParameter("theme", str, enum=["auto", "light", "dark"]),
            OpenApiParameter("lang", str, enum=LANGUAGES),
        ],
        responses={
            (200, "application/json"): OEmbedShape,
            (200, "text/xml"): OpenApiTypes.STR,
        },
        auth=[],
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer for one claim."""
        asked = OEmbedQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        fields = asked.validated_data
        if fields["format"] not in FORMS:
            self.refuse_form()
        version, page_language = _asked_for(fields["url"])
        if page_language in LANGUAGES and page_language != version.language:
            fields.setdefault("lang", page_language)
        digest = hashlib.sha256(f"{version.etag} {sorted(fields.items())}".encode())
        etag = f'"{digest.hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=version.created_at):
            return short
        described = oembed(
            _card(version, fields),
            by=Site(settings.SITE_NAME, settings.SITE_URL),
            max_width=fields.get("maxwidth"),
            max_height=fields.get("maxheight"),
        )
        if fields["format"] == "json":
            return answer(described, etag=etag, changed_at=version.created_at)
        response = HttpResponse(as_xml(described), content_type="text/xml; charset=utf-8")
        return marked(response, etag=etag, changed_at=version.created_at)

    def refuse_form(self) -> None:
        """Refuse like every other address of the API. Raises ValidationError."""
        raise serializers.ValidationError({"format": [str(FormNotImplemented.title)]})


@extend_schema(exclude=True)
class PlainOEmbed(OEmbed):
    """The same at the short address, where consumers look for it."""

    def refuse_form(self) -> None:
        """Refuse as oEmbed has it. Raises FormNotImplemented."""
        raise FormNotImplemented


def _asked_for(url: str) -> tuple[PublishedClaim, str]:
    """Find the claim whose page stands at `url`, and the language of that page; a card's address
    has none. Raises Http404.
    """
    try:
        parts, home = urlsplit(url), urlsplit(settings.SITE_URL)
    except ValueError as error:
        raise Http404 from error
    found = PAGE.match(parts.path)
    if not found or parts.netloc != home.netloc or parts.scheme not in ("http", "https"):
        raise Http404
    try:
        claim_id = UUID(found["id"])
    except ValueError as error:
        raise Http404 from error
    version = current_of(claim_id).first()
    if version is None:
        raise Http404
    return version, "" if found["kind"] == "embed" else found["language"] or settings.LANGUAGE_CODE


def _card(version: PublishedClaim, fields: dict[str, Any]) -> Card:
    """Describe the card with the theme and language that were chosen."""
    document = read_document(version.document)
    page = settings.SITE_URL + reverse("embed-card", args=[version.claim_id])
    chosen = {key: fields[key] for key in ("theme", "lang") if fields.get(key)}
    query = "&".join(f"{key}={value}" for key, value in chosen.items())
    return card_of(document, url=f"{page}?{query}" if query else page)
