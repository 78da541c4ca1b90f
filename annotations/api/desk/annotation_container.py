"""/annotations/: the container that outside clients read and write (Web Annotation Protocol)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from annotations.api.desk.waking import wake_for
from annotations.api.desk.web_annotations import (
    EXAMPLE,
    LD_JSON,
    SHOWN,
    WEB_ANNOTATION_SENT,
    AnnotationDeskView,
    LdJsonParser,
    WebAnnotationRenderer,
    addresses,
    ld_answer,
    moment,
    shown_review,
    shown_waiting,
)
from annotations.models import OutsideAnnotation
from annotations.queries.outside import contained, contained_ids, reviews_among, waiting_among
from annotations.services.reviewing.outside import write_outside
from annotations.web_annotation.container import (
    PAGE_SIZE,
    Container,
    Preference,
    container_document,
    page_document,
    preferences_in,
)
from annotations.web_annotation.document import MEDIA_TYPE, JsonObject
from claims.exchange.desk import person_of
from claims.exchange.parsers import Utf8JSONParser
from claims.exchange.strict import QueryInput

LINKS = (
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
    '<http://www.w3.org/ns/oa#AnnotationCollection>; rel="type"',
    "<http://www.w3.org/TR/annotation-protocol/>; "
    'rel="http://www.w3.org/ns/ldp#constrainedBy"',
)  # fmt: skip
PAGE_LINKS = (
    '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
    '<http://www.w3.org/ns/oa#AnnotationPage>; rel="type"',
)
CONTAINER: dict[str, Any] = {
    "type": "object",
    "description": "An LDP BasicContainer and AnnotationCollection, or an AnnotationPage of it.",
    "properties": {
        "@context": {},
        "id": {"type": "string", "format": "uri"},
        "type": {},
        "total": {"type": "integer"},
        "items": {"type": "array", "items": {}},
    },
    "required": ["@context", "id", "type"],
    "additionalProperties": True,
}
_JSON: Any = api_settings.DEFAULT_RENDERER_CLASSES


class ContainerQuery(QueryInput):
    """Which form of the container, or which of its pages."""

    page = serializers.IntegerField(
        required=False, min_value=0, max_value=10**9, help_text="A page, from 0."
    )
    iris = serializers.ChoiceField(
        ["0", "1"], required=False, help_text="1: addresses alone; 0: whole annotations."
    )


class AnnotationContainer(AnnotationDeskView):
    """All reviews that a person may see, and what of theirs came from outside and waits."""

    renderer_classes = [WebAnnotationRenderer, *_JSON]
    parser_classes = [LdJsonParser, Utf8JSONParser]

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Say on every answer what this is and what may be sent here."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Link", ", ".join(LINKS))
        if response.status_code == status.HTTP_201_CREATED:  # which speaks of the container too
            response.headers["Link"] = ", ".join((*LINKS, PAGE_LINKS[0]))
        response.headers["Accept-Post"] = f"{MEDIA_TYPE}, {LD_JSON}, application/json"
        patch_vary_headers(response, ["Accept", "Prefer"])
        return response

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Tell also which version stands: every answer of a container does, says the protocol."""
        response = super().options(request, *args, **kwargs)
        response.headers["ETag"] = self.get(request).headers["ETag"]
        return response

    @extend_schema(
        operation_id="annotation_container",
        summary="Read the container of Web Annotations",
        tags=["desk"],
        parameters=[
            ContainerQuery,
            OpenApiParameter(
                "Prefer",
                str,
                OpenApiParameter.HEADER,
                description="return=representation;include=… with PreferMinimalContainer, "
                "PreferContainedIRIs or PreferContainedDescriptions.",
            ),
        ],
        responses={(200, LD_JSON): CONTAINER, (200, "application/json"): CONTAINER},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Describe the container, or give one of its pages (`page`)."""
        asked = ContainerQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        preferences = preferences_in(request.headers.get("Prefer", ""))
        iris = _wants_iris(asked.validated_data.get("iris", ""), preferences)
        held = contained(person_of(request))
        changed = moment(held.modified) if held.modified else ""
        label = _("%(site)s: reviews of claims") % {"site": settings.SITE_NAME}
        container = Container(addresses(request).container, label, held.total, changed)
        if "page" in asked.validated_data:
            number = asked.validated_data["page"]
            if number > container.last_page:
                raise Http404
            page = _page(request, container, number, iris=iris)
            return ld_answer(request, page, changed_at=held.modified, links=PAGE_LINKS)
        is_carried = container.total and Preference.MINIMAL not in preferences
        first = _page(request, container, 0, iris=iris) if is_carried else None
        document = container_document(container, iris=iris, first=first)
        response = ld_answer(request, document, changed_at=held.modified, links=LINKS)
        response.headers["Content-Location"] = document["id"]
        if preferences:
            response.headers["Preference-Applied"] = "return=representation"
        return response

    @extend_schema(
        operation_id="annotation_container_add",
        summary="Add a Web Annotation",
        description="It becomes a review where it rates and explains an accepted claim, else it "
        "waits, seen by its author alone. A Slug is read by nobody: ids are given here.",
        tags=["desk"],
        request={LD_JSON: WEB_ANNOTATION_SENT, "application/json": WEB_ANNOTATION_SENT},
        examples=[EXAMPLE],
        responses={(201, LD_JSON): SHOWN, (201, "application/json"): SHOWN},
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Take an annotation of an article that is known here; it gets its address."""
        outside = write_outside(document=request.data, by=person_of(request), at=addresses(request))
        return written(request, outside, code=201)


def written(request: Request, outside: OutsideAnnotation, *, code: int = 200) -> HttpResponseBase:
    """Answer with what an outside client's annotation has become."""
    if outside.review_id is None:
        waiting = waiting_among([outside.pk])[outside.pk]
        return ld_answer(
            request,
            shown_waiting(request, waiting),
            version=waiting.version,
            changed_at=waiting.updated_at,
            code=code,
        )
    review = reviews_among([outside.pk])[outside.pk]
    wake_for(review)
    return ld_answer(
        request,
        shown_review(request, review),
        version=review.version,
        changed_at=review.updated_at,
        code=code,
    )


def _wants_iris(query: str, preferences: frozenset[Preference]) -> bool:
    """Say whether pages hold addresses alone: by the query, else the header; by default not."""
    return query == "1" if query else Preference.IRIS in preferences


def _page(request: Request, container: Container, number: int, *, iris: bool) -> JsonObject:
    ids = contained_ids(person_of(request), number * PAGE_SIZE, PAGE_SIZE)
    if iris:
        at = addresses(request)
        return page_document(container, number=number, iris=True, items=[at.of(pk) for pk in ids])
    shown = {pk: shown_review(request, row) for pk, row in reviews_among(ids).items()}
    shown |= {pk: shown_waiting(request, row) for pk, row in waiting_among(ids).items()}
    items = [shown[pk] for pk in ids if pk in shown]
    return page_document(container, number=number, iris=False, items=items)
