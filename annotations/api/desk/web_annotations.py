"""Reviews as W3C Web Annotations: how one is shown, in which media type, with which links."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpResponseBase
from django.urls import reverse
from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.desk_access import answer
from annotations.api.access.key_access import Scope, key_of
from annotations.models import Annotation, OutsideAnnotation
from annotations.moments import utc
from annotations.queries.outside import rating_names
from annotations.queries.people import display_name
from annotations.services.reviewing.outside import Addresses
from annotations.web_annotation.document import (
    CONTEXT,
    MEDIA_TYPE,
    Cited,
    JsonObject,
    Marks,
    Passage,
    Review,
    bodies_of,
    given_back,
    web_annotation,
    with_bodies,
)
from annotations.web_annotation.reading import bodies_left
from claims.exchange.desk import DeskView
from claims.exchange.parsers import Utf8JSONParser
from claims.models import Article
from claims.queries import quote_of

LD_JSON = "application/ld+json"
RESOURCE_LINKS = (
    '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
    '<http://www.w3.org/ns/oa#Annotation>; rel="type"',
)
WEB_ANNOTATION = {"$ref": "#/components/schemas/WebAnnotation"}
WEB_ANNOTATION_SENT = {"$ref": "#/components/schemas/WebAnnotationInput"}
EXAMPLE = OpenApiExample(
    "A rated passage",
    {
        "@context": CONTEXT,
        "id": "https://hub.example.org/annotations/7",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": "false"},
            {"type": "TextualBody", "purpose": "commenting", "value": "Il registro ne conta nove."},
        ],
        "target": {
            "source": "https://foglio.example.org/scuole",
            "selector": {"type": "TextQuoteSelector", "exact": "dodici scuole nuove"},
        },
    },
)
SHOWN = OpenApiResponse(WEB_ANNOTATION, "The annotation, as JSON-LD.")


class WebAnnotationRenderer(BaseRenderer):
    """JSON-LD, chosen by `Accept: application/ld+json`, with or without the profile."""

    media_type = LD_JSON
    format = "jsonld"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        """Render an annotation, or the problem that came in its place."""
        return b"" if data is None else orjson.dumps(data, default=str)


class LdJsonParser(Utf8JSONParser):
    """Takes the JSON of JSON-LD, with or without the profile."""

    media_type = LD_JSON


class AnnotationDeskView(DeskView):
    """A view for which a key needs `annotations:write`, or the whole desk, to write."""

    @property
    def write_scope(self) -> str:
        """Name the scope that the key has of the two, the narrower one where it has neither."""
        key = key_of(self.request)
        wide = key is not None and Scope.DESK_WRITE in key.scopes
        return Scope.DESK_WRITE if wide else Scope.ANNOTATIONS_WRITE


def wants_web_annotation(request: Request) -> bool:
    """Say whether the answer was asked for as JSON-LD."""
    return isinstance(request.accepted_renderer, WebAnnotationRenderer)


def wants_json_by_name(request: Request) -> bool:
    """Say whether the client names application/json itself, as the workbench does."""
    return "application/json" in request.headers.get("Accept", "")


def wants_plain_json(request: Request) -> bool:
    """Say whether JSON-LD shall call itself JSON: only for who names that form and no other."""
    is_named = wants_json_by_name(request) or request.query_params.get("format") == "json"
    return is_named and not wants_web_annotation(request)


def addresses(request: Request) -> Addresses:
    """Give the addresses of things on this site, as the client reaches it."""
    container = request.build_absolute_uri(reverse("annotations"))
    return Addresses(container, f"{settings.SITE_URL}/methodology/#")


def shown_review(request: Request, review: Annotation) -> JsonObject:
    """Give a review from `reviews_among`: in its client's own words while they still hold."""
    at = addresses(request)
    ours = _review(request, review, at)
    outside: OutsideAnnotation | None = getattr(review, "outside", None)
    if outside is None:
        return web_annotation(ours, vocabulary=at.vocabulary)
    document = outside.document
    if outside.review_version != review.version:
        left = bodies_left(document, vocabulary=at.vocabulary, names=rating_names())
        bodies = [*bodies_of(ours, vocabulary=at.vocabulary), *left]
        document = with_bodies(document, bodies, vocabulary=at.vocabulary)
    return given_back(document, Marks(ours.iri, ours.creator, ours.created, ours.modified))


def shown_waiting(request: Request, outside: OutsideAnnotation) -> JsonObject:
    """Give an annotation from outside that is no review, from `waiting_among`."""
    marks = Marks(
        addresses(request).of(outside.pk),
        display_name(outside.author),
        moment(outside.created_at),
        moment(outside.updated_at),
    )
    return given_back(outside.document, marks)


def ld_answer(
    request: Request,
    document: JsonObject,
    *,
    version: int | None = None,
    changed_at: datetime | None = None,
    code: int = 200,
    links: tuple[str, ...] = RESOURCE_LINKS,
) -> HttpResponseBase:
    """Answer with JSON-LD, its version, and links that say what it is."""
    located = document["id"] if code == 201 else ""
    response = answer(
        request, document, version=version, changed_at=changed_at, code=code, location=located
    )
    if isinstance(response, Response) and not wants_plain_json(request):
        response.content_type = MEDIA_TYPE
    response.headers["Link"] = ", ".join(links)
    return response


def moment(at: datetime) -> str:
    """Write a moment as the model wants it: UTC, ending in Z."""
    return utc(at, "milliseconds")


def _review(request: Request, review: Annotation, at: Addresses) -> Review:
    article, rating = review.claim.article, review.rating
    return Review(
        iri=at.of(review.pk),
        canonical=f"urn:uuid:{review.pk}",
        creator=display_name(review.author),
        created=moment(review.created_at),
        modified=moment(review.updated_at),
        language=article.language or "it",
        rating=rating.key,
        label=rating.name_en if article.language == "en" else rating.name_it,
        rationale=review.rationale,
        cites=[
            Cited(
                url=part.source.url or part.source.pk.urn,
                title=part.source.title,
                excerpt=part.excerpt,
                stance=part.stance,
                note=part.note,
                is_primary=part.is_primary,
            )
            for part in review.evidence.all()
        ],
        passage=_passage(request, review, article),
    )


def _passage(request: Request, review: Annotation, article: Article) -> Passage:
    here = request.build_absolute_uri(f"{reverse('annotations').rpartition('annotations')[0]}")
    text_at = f"{here}articles/{article.pk}/"
    quote = quote_of(review.claim)
    return Passage(
        source=article.canonical_url or article.requested_url or text_at,
        cached=text_at,
        read_at=moment(article.read_at) if article.read_at else "",
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=review.claim.start,
        end=review.claim.end,
    )
