"""claims:search: the published claims in the shapes of Google's Fact Check Tools API.

For clients that were written for that service: same parameters, same answers, same errors.
Source: its discovery document, factchecktools v1alpha1. Image search and the pages resource are
not here and say so.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import exceptions, serializers
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.access.public_access import PublicView, answer, not_modified
from annotations.api.newsroom.verified_claims import MARKS, UNCHANGED
from annotations.queries.public_filters import PublicFilter
from annotations.queries.public_lists import Asked, ListedPage, listed_page
from annotations.queries.public_places import Order, Place, read_place
from annotations.queries.publications import public_mark
from claims.errors import DomainError
from claims.exchange.strict import QueryInput, Words
from claims.models import Article

MOST = 100
DEEPEST = 10_000
INT32 = 2**31 - 1
STATES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    405: "UNIMPLEMENTED",
    406: "INVALID_ARGUMENT",
    429: "RESOURCE_EXHAUSTED",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
}

GOOGLE_ERROR = OpenApiResponse(OpenApiTypes.OBJECT, "An error in Google's form: `error`.")


class SearchQuery(QueryInput):
    """The parameters of claims.search."""

    query = Words(
        required=False, allow_blank=True, max_length=300,
        help_text="Words to search for; required unless reviewPublisherSiteFilter is given.",
    )  # fmt: skip
    languageCode = Words(  # noqa: N815 - their name
        required=False, allow_blank=True, max_length=35, help_text="BCP-47; the region is ignored."
    )
    reviewPublisherSiteFilter = Words(  # noqa: N815
        required=False, allow_blank=True, max_length=253, help_text="A site; only ours is here."
    )
    maxAgeDays = serializers.IntegerField(  # noqa: N815
        required=False, min_value=0, max_value=INT32, help_text="By the newest review."
    )
    pageSize = serializers.IntegerField(  # noqa: N815
        required=False, default=10, min_value=0, max_value=INT32, help_text=f"At most {MOST}."
    )
    pageToken = Words(  # noqa: N815
        required=False, allow_blank=True, max_length=200, help_text="From nextPageToken."
    )
    offset = serializers.IntegerField(
        required=False, default=0, min_value=0, max_value=DEEPEST,
        help_text="Where to begin when there is no pageToken.",
    )  # fmt: skip

    def validate_pageToken(self, written: str) -> Place | None:  # noqa: N802
        """Read the token back."""
        place = read_place(written) if written else None
        if written and place is None:
            raise serializers.ValidationError("Invalid page token.")
        return place

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Something must be asked for, and a token belongs to its question."""
        words, place = asked.get("query", "").strip(), asked.get("pageToken")
        if not words and not asked.get("reviewPublisherSiteFilter"):
            raise serializers.ValidationError({"query": "Give query or reviewPublisherSiteFilter."})
        if place is not None and (place.key is not None) != bool(words):
            raise serializers.ValidationError({"pageToken": "Invalid page token."})
        return asked


class PublisherShape(serializers.Serializer[Any]):
    """Who reviewed."""

    name = serializers.CharField()
    site = serializers.CharField()


class ReviewShape(serializers.Serializer[Any]):
    """A review of the claim."""

    publisher = PublisherShape()
    url = serializers.URLField()
    title = serializers.CharField()
    reviewDate = serializers.DateTimeField()  # noqa: N815
    textualRating = serializers.CharField()  # noqa: N815
    languageCode = serializers.CharField()  # noqa: N815


class FactCheckedClaimShape(serializers.Serializer[Any]):
    """A claim and its review."""

    text = serializers.CharField()
    claimant = serializers.CharField(required=False)
    claimDate = serializers.DateTimeField(required=False)  # noqa: N815
    claimReview = ReviewShape(many=True)  # noqa: N815


class SearchResponseShape(serializers.Serializer[Any]):
    """What claims.search answers; empty where nothing is found."""

    claims = FactCheckedClaimShape(many=True, required=False)
    nextPageToken = serializers.CharField(required=False)  # noqa: N815


class FacadeView(PublicView):
    """A view whose failures have the other service's shape."""

    def handle_exception(self, exc: Exception) -> Response:
        """Say what went wrong as its clients expect it."""
        response = super().handle_exception(exc)
        code = response.status_code
        message = _first_message(exc)
        body = {"code": code, "message": message, "status": STATES.get(code, "UNKNOWN")}
        response.data = {"error": body}
        response.content_type = "application/json"
        return response


class ClaimsSearch(FacadeView):
    """Search published claims."""

    @extend_schema(
        operation_id="claims_search",
        summary="Search as with Google's Fact Check Tools",
        description="The same parameters, answers and errors as factchecktools v1alpha1, also at "
        "/v1alpha1/claims:search: point such a client's endpoint here.",
        tags=["Public"],
        parameters=[SearchQuery, *MARKS],
        responses={
            200: SearchResponseShape,
            304: UNCHANGED,
            **{(code, "application/json"): GOOGLE_ERROR for code in (400, 401, 403, 429)},
        },
        auth=[],
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with a page of claims."""
        query = SearchQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        seq, changed_at = public_mark() or (0, None)
        mark = f"{seq} {request.build_absolute_uri()} {timezone.now():%Y-%m-%d}"
        etag = f'"{hashlib.sha256(mark.encode()).hexdigest()[:32]}"'
        if short := not_modified(request, etag=etag, changed_at=None):
            return short
        return answer(_found(query.validated_data, seq), etag=etag, changed_at=changed_at)


class NotHere(FacadeView):
    """What the other service has and this one doesn't."""

    @extend_schema(exclude=True)
    def get(self, request: Request, **kwargs: str) -> Response:
        """Say so."""
        raise NotOffered


class NotOffered(exceptions.APIException):
    """A method of the other service that isn't offered here."""

    status_code = 501
    default_detail = "This method isn't offered here; claims:search is."


def _found(asked: dict[str, Any], top: int) -> dict[str, Any]:
    language = asked.get("languageCode", "").replace("_", "-").split("-")[0].lower()
    is_ours = _is_our_site(asked.get("reviewPublisherSiteFilter", ""))
    if not is_ours or (language and language not in Article.Language.values):
        return {}
    words, place = asked.get("query", "").strip(), asked.get("pageToken")
    age = asked.get("maxAgeDays")
    wanted = PublicFilter(words=words, language=language, changed_after=_since(age))
    page = listed_page(
        Asked(
            wanted,
            Order.RELEVANCE if words else Order.NEWEST,
            min(asked["pageSize"] or 10, MOST),
            top,
            place,
            offset=0 if place else asked["offset"],
        )
    )
    return _response(page)


def _response(page: ListedPage) -> dict[str, Any]:
    documents = [orjson.loads(body) for body, _ in page.rows]
    found: dict[str, Any] = {"claims": [_claim(document) for document in documents]}
    if page.further:
        found["nextPageToken"] = str(page.further)
    return found if documents else {}


def _claim(document: dict[str, Any]) -> dict[str, Any]:
    claim, language = document["claim"], document["language"]
    shaped = {
        "text": claim["text"],
        "claimant": claim["speaker"] or claim["article"]["publisher"],
        "claimDate": f"{claim['made_on']}T00:00:00Z" if claim["made_on"] else None,
        "claimReview": [
            {
                "publisher": {"name": settings.SITE_NAME, "site": _site(settings.SITE_URL)},
                "url": document["url"],
                "title": document["headline"],
                "reviewDate": document["updated_at"],
                "textualRating": document["rating"]["names"][language],
                "languageCode": language,
            }
        ],
    }
    return {name: value for name, value in shaped.items() if value}


def _since(days: int | None) -> Any:
    """Give the moment `days` ago, as far back as there is a calendar."""
    return None if days is None else timezone.now() - timedelta(days=min(days, 365 * 1000))


def _is_our_site(asked: str) -> bool:
    """Say whether the site asked for is ours, or one that ours belongs to."""
    site, ours = _site(asked), _site(settings.SITE_URL)
    return not site or ours == site or ours.endswith(f".{site}")


def _site(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return address
    return host.removeprefix("www.")


def _first_message(exc: Exception) -> str:
    if isinstance(exc, exceptions.ValidationError) and isinstance(exc.detail, dict):
        name, messages = next(iter(exc.detail.items()))
        return f"{name}: {messages[0]}" if isinstance(messages, list) else str(messages)
    if isinstance(exc, DomainError):
        return str(exc.detail)
    return str(getattr(exc, "detail", exc) or type(exc).__name__)
