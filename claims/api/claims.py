"""/claims/: the queue, one claim, and what people do with it."""

from __future__ import annotations

import uuid

import django_filters
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.articles import find_article_key, find_article_text, moved_to
from claims.api.claim_shapes import (
    ClaimShape,
    DismissalInput,
    HistoryShape,
    QueuedClaimShape,
    RewordingInput,
    SelectionInput,
)
from claims.api.desk import DeskListView, with_last_modified
from claims.api.filters import StrictFilterBackend
from claims.api.ordering import checked_ordering
from claims.api.problems import problems
from claims.exchange.conditional import IF_MATCH, version_seen, with_version
from claims.exchange.desk import DeskView, person_of
from claims.models import Article, Claim
from claims.queries import claims_in_full, claims_of, listed_claims
from claims.services import claims
from claims.trail import changes_of


class ClaimFilter(django_filters.FilterSet):
    """What the queue can be narrowed by."""

    q = django_filters.CharFilter(method="search")
    review_state = django_filters.ChoiceFilter(choices=Claim.ReviewState.choices)
    kind = django_filters.ChoiceFilter(choices=Claim.Kind.choices)
    article = django_filters.UUIDFilter(field_name="article_id")
    language = django_filters.ChoiceFilter(
        field_name="article__language", choices=Article.Language.choices
    )
    publisher = django_filters.CharFilter(field_name="article__publisher", lookup_expr="icontains")
    speaker = django_filters.CharFilter(field_name="speaker_name", lookup_expr="iexact")
    entity = django_filters.CharFilter(method="about")
    min_check_worthiness = django_filters.NumberFilter(
        field_name="check_worthiness", lookup_expr="gte", min_value=0, max_value=1
    )

    class Meta:
        model = Claim
        fields = [
            "q",
            "review_state",
            "kind",
            "article",
            "language",
            "publisher",
            "speaker",
            "entity",
            "min_check_worthiness",
        ]

    def search(self, found: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """Words in the claim or its speaker's name."""
        return found.filter(Q(text__icontains=value) | Q(speaker_name__icontains=value))

    def about(self, found: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        """A name that the claim holds, in whole or as the article writes it there."""
        whole, written = Q(entities__contains=[{"name": value}]), [{"text": value}]
        return found.filter(whole | Q(entities__contains=written))


class QueueView(DeskListView):
    """Claims over all articles."""

    queryset = Claim.objects.none()
    serializer_class = QueuedClaimShape
    filter_backends = [StrictFilterBackend]
    filterset_class = ClaimFilter
    orderings = {
        "-check_worthiness": ("-check_worthiness", "id"),
        "check_worthiness": ("check_worthiness", "id"),
        "-created_at": ("-created_at", "id"),
        "created_at": ("created_at", "id"),
        "-updated_at": ("-updated_at", "id"),
    }

    @property
    def cursor_ordering(self) -> tuple[str, ...]:
        """The order asked for, what deserves checking most by default."""
        return checked_ordering(self.request, self.orderings)

    @extend_schema(
        operation_id="claims_list",
        parameters=[OpenApiParameter("ordering", str, enum=list(orderings))],
        responses={(200, "application/json"): QueuedClaimShape(many=True), **problems(400)},
    )
    def get(self, request: Request) -> Response:
        """List claims, what deserves checking most first."""
        return self.page_of(self.filter_queryset(listed_claims()))


class ArticleClaimsView(DeskListView):
    """The claims of one article."""

    queryset = Claim.objects.none()
    serializer_class = ClaimShape
    cursor_ordering = ("start", "end", "id")

    @extend_schema(
        operation_id="articles_claims",
        responses={(200, "application/json"): ClaimShape(many=True), **problems(404)},
    )
    def get(self, request: Request, article_id: uuid.UUID) -> Response:
        """List an article's claims in reading order."""
        article = find_article_key(article_id)
        if article.duplicate_of_id is not None:
            return moved_to(reverse("article-claims", args=[article.duplicate_of_id]))
        return self.page_of(claims_of(article))

    @extend_schema(
        operation_id="articles_claims_add",
        request=SelectionInput,
        responses={
            201: OpenApiResponse(ClaimShape, "Added; see Location."),
            **problems(400, 404, 409, 422),
        },
    )
    def post(self, request: Request, article_id: uuid.UUID) -> Response:
        """Add a claim of one's own for selected words; it is accepted at once."""
        shape = SelectionInput(data=request.data)
        shape.is_valid(raise_exception=True)
        claim = claims.add_claim(
            article=find_article_text(article_id), by=person_of(request), **shape.validated_data
        )
        setattr(claim, "is_fixed", False)  # noqa: B010 - as the query says: nobody knows it yet
        response = answer_with(claim, status=201)
        response["Location"] = reverse("claim", args=[claim.pk])
        return response


class ClaimView(DeskView):
    """One claim."""

    @extend_schema(operation_id="claims_read", responses={200: ClaimShape, **problems(404)})
    def get(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Read a claim; its ETag is its version."""
        return claim_response(claim_id)


class AcceptView(DeskView):
    """Accepting."""

    @extend_schema(
        operation_id="claims_accept",
        request=None,
        parameters=[IF_MATCH],
        responses={200: ClaimShape, **problems(404, 409, 412, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Say that the claim is worth checking."""
        known, version = known_claim(claim_id), version_seen(request)
        claims.accept(claim_id=known, by=person_of(request), version=version)
        return claim_response(claim_id)


class DismissView(DeskView):
    """Dismissing."""

    @extend_schema(
        operation_id="claims_dismiss",
        request=DismissalInput,
        parameters=[IF_MATCH],
        responses={200: ClaimShape, **problems(400, 404, 409, 412, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Set the claim aside, with a reason."""
        known, version = known_claim(claim_id), version_seen(request)
        shape = DismissalInput(data=request.data)
        shape.is_valid(raise_exception=True)
        claims.dismiss(
            claim_id=known,
            by=person_of(request),
            version=version,
            **shape.validated_data,
        )
        return claim_response(claim_id)


class ReopenView(DeskView):
    """Undoing."""

    @extend_schema(
        operation_id="claims_reopen",
        request=None,
        parameters=[IF_MATCH],
        responses={200: ClaimShape, **problems(404, 409, 412, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Make the claim a proposal again; a splitting or merging is taken back."""
        known, version = known_claim(claim_id), version_seen(request)
        claims.reopen(claim_id=known, by=person_of(request), version=version)
        return claim_response(claim_id)


class RewordView(DeskView):
    """Saying it better."""

    @extend_schema(
        operation_id="claims_reword",
        request=RewordingInput,
        parameters=[IF_MATCH],
        responses={200: ClaimShape, **problems(400, 404, 409, 412, 422, 428)},
    )
    def post(self, request: Request, claim_id: uuid.UUID) -> Response:
        """Give the claim better words; its anchor stays."""
        known, version = known_claim(claim_id), version_seen(request)
        shape = RewordingInput(data=request.data)
        shape.is_valid(raise_exception=True)
        claims.reword(
            claim_id=known,
            by=person_of(request),
            version=version,
            **shape.validated_data,
        )
        return claim_response(claim_id)


class HistoryView(DeskView):
    """The audit trail of one claim."""

    @extend_schema(operation_id="claims_history", responses={200: HistoryShape, **problems(404)})
    def get(self, request: Request, claim_id: uuid.UUID) -> Response:
        """List what happened to the claim, oldest first."""
        claim = get_object_or_404(Claim, pk=claim_id)
        response = Response(HistoryShape({"results": changes_of(claim)}).data)
        return with_last_modified(response, [claim.updated_at])


def known_claim(claim_id: uuid.UUID) -> uuid.UUID:
    """The id, if there is such a claim; 404 else."""
    return get_object_or_404(Claim.objects.only("pk"), pk=claim_id).pk


def claim_response(claim_id: uuid.UUID) -> Response:
    """The claim as it is now, with its version as ETag."""
    return answer_with(get_object_or_404(claims_in_full(), pk=claim_id))


def answer_with(claim: Claim, *, status: int = 200) -> Response:
    """A claim that is at hand, with its version as ETag."""
    response = with_version(Response(ClaimShape(claim).data, status=status), claim.version)
    return with_last_modified(response, [claim.updated_at])
