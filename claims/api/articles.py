"""/articles/: adding, listing and reading articles."""

from __future__ import annotations

import uuid
from typing import Any

import django_filters
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.article_shapes import (
    ArticleCard,
    ArticleGiven,
    ArticleInput,
    ArticleShape,
    ArticleUpload,
    SentenceShape,
    given_by,
)
from claims.api.desk import DeskListView, with_last_modified
from claims.api.filters import StrictFilterBackend
from claims.api.ordering import checked_ordering
from claims.api.problems import problems
from claims.errors import NotReadable
from claims.exchange.desk import DeskView, ReadingThrottle, person_of
from claims.exchange.parsers import Utf8JSONParser
from claims.models import Article, Sentence
from claims.queries import (
    article_cards,
    articles_in_full,
    counts_of,
    in_work_state,
    newest_run,
    sentences_of,
)
from claims.services import articles
from claims.services.articles import Added
from claims.tasks import extract_claims, read_article

WORK_STATES = ("queued", "running", "done", "failed")


class ArticleFilter(django_filters.FilterSet):
    """What the list of articles can be narrowed by."""

    q = django_filters.CharFilter(method="search")
    language = django_filters.ChoiceFilter(choices=Article.Language.choices)
    publisher = django_filters.CharFilter(lookup_expr="iexact")
    state = django_filters.ChoiceFilter(
        choices=[(state, state) for state in WORK_STATES], method="in_state"
    )

    class Meta:
        model = Article
        fields = ["q", "language", "publisher", "state"]

    def search(self, found: QuerySet[Article], name: str, value: str) -> QuerySet[Article]:
        """Words in title, publisher, address or text."""
        return found.filter(
            Q(title__icontains=value)
            | Q(publisher__icontains=value)
            | Q(canonical_url__icontains=value)
            | Q(requested_url__icontains=value)
            | Q(text__icontains=value)
        )

    def in_state(self, found: QuerySet[Article], name: str, value: str) -> QuerySet[Article]:
        """Reading and splitting together."""
        return in_work_state(found, value)


class ArticlesView(DeskListView):
    """The list of articles, and the door for new ones."""

    parser_classes = [Utf8JSONParser, MultiPartParser]
    queryset = Article.objects.none()
    serializer_class = ArticleCard
    filter_backends = [StrictFilterBackend]
    filterset_class = ArticleFilter
    orderings = {
        "-created_at": ("-created_at", "id"),
        "created_at": ("created_at", "id"),
        "title": ("title", "id"),
        "-title": ("-title", "id"),
    }

    def get_throttles(self) -> list[Any]:
        """Adding has a rate of its own."""
        extra = [ReadingThrottle()] if self.request.method == "POST" else []
        return [*super().get_throttles(), *extra]

    @property
    def cursor_ordering(self) -> tuple[str, ...]:
        """The order asked for."""
        return checked_ordering(self.request, self.orderings)

    @extend_schema(
        operation_id="articles_list",
        parameters=[OpenApiParameter("ordering", str, enum=list(orderings))],
        responses={(200, "application/json"): ArticleCard(many=True), **problems(400)},
    )
    def get(self, request: Request) -> Response:
        """List articles, the newest first, without their text."""
        page = self.paginate_queryset(self.filter_queryset(article_cards())) or []
        counts = counts_of(article.pk for article in page)
        shape = ArticleCard(page, many=True, context={"counts": counts})
        return self.get_paginated_response(shape.data)

    @extend_schema(
        operation_id="articles_add",
        request={"application/json": ArticleInput, "multipart/form-data": ArticleUpload},
        responses={
            202: OpenApiResponse(ArticleShape, "It is being read or split; see Location."),
            200: OpenApiResponse(ArticleShape, "The same text is here already; see Location."),
            **problems(400, 422),
        },
    )
    def post(self, request: Request) -> Response:
        """Add an article by address, text or file."""
        shape = ArticleGiven(data=request.data)
        shape.is_valid(raise_exception=True)
        added = _add(shape.validated_data, request)
        if added.run is not None:
            extract_claims.delay_on_commit(str(added.run.pk))
        elif added.article.reading_state == Article.ReadingState.QUEUED:
            read_article.delay_on_commit(str(added.article.pk))
        response = _article_response(added.article.pk, status=202 if added.is_new else 200)
        response["Location"] = reverse("article", args=[added.article.pk])
        return response


class ArticleView(DeskView):
    """One article."""

    @extend_schema(
        operation_id="articles_read",
        responses={
            200: ArticleShape,
            308: OpenApiResponse(description="A duplicate: Location leads to the first."),
            **problems(404),
        },
    )
    def get(self, request: Request, article_id: uuid.UUID) -> Response:
        """Read an article with its text, reading and extraction state."""
        article = find_article(article_id)
        if article.duplicate_of_id is not None:
            return moved_to(reverse("article", args=[article.duplicate_of_id]))
        return _article_response(article.pk)


class RetryView(DeskView):
    """Trying again."""

    @extend_schema(
        operation_id="articles_retry",
        request=None,
        responses={202: ArticleShape, **problems(404, 409)},
    )
    def post(self, request: Request, article_id: uuid.UUID) -> Response:
        """Read or split again what failed."""
        article = find_article(article_id)
        run = articles.retry(article=article)
        if run is not None:
            extract_claims.delay_on_commit(str(run.pk))
        else:
            read_article.delay_on_commit(str(article.pk))
        return _article_response(article.pk, status=202)


class SentencesView(DeskListView):
    """The sentences of one article."""

    queryset = Sentence.objects.none()
    serializer_class = SentenceShape
    cursor_ordering = ("position",)

    @extend_schema(
        operation_id="articles_sentences",
        responses={(200, "application/json"): SentenceShape(many=True), **problems(404)},
    )
    def get(self, request: Request, article_id: uuid.UUID) -> Response:
        """List an article's sentences in order."""
        article = find_article_key(article_id)
        if article.duplicate_of_id is not None:
            return moved_to(reverse("article-sentences", args=[article.duplicate_of_id]))
        return self.page_of(sentences_of(article))


def find_article(article_id: uuid.UUID) -> Article:
    """Give the article; 404 for none."""
    return get_object_or_404(articles_in_full(), pk=article_id)


def find_article_text(article_id: uuid.UUID) -> Article:
    """Give the article with no more than its text, for claims made of it; 404 for none."""
    return get_object_or_404(Article.objects.only("pk", "text"), pk=article_id)


def find_article_key(article_id: uuid.UUID) -> Article:
    """Give the article without its columns, for what lies below it; 404 for none."""
    return get_object_or_404(Article.objects.only("pk", "duplicate_of"), pk=article_id)


def moved_to(address: str) -> Response:
    """Say that a resource lives elsewhere for good."""
    return Response(status=308, headers={"Location": address})


def _add(attrs: dict[str, Any], request: Request) -> Added:
    """Hand one of url, file and text to its service."""
    given, person = given_by(attrs), person_of(request)
    if "url" in attrs:
        return articles.add_url(url=attrs["url"], given=given, by=person)
    if "text" in attrs:
        return articles.add_text(text=attrs["text"], given=given, by=person)
    upload = attrs["file"]
    if upload.size > settings.FETCH_MAX_BYTES:
        raise NotReadable("too-large", _("The file is too large."))
    content_type = "; charset=".join(filter(None, [upload.content_type, _charset(upload)]))
    return articles.add_file(
        name=upload.name or "",
        content=upload.read(),
        content_type=content_type,
        given=given,
        by=person,
    )


def _charset(upload: UploadedFile) -> str:
    """The charset that the form declares for the file; Django hands it on as bytes."""
    charset = (upload.content_type_extra or {}).get("charset", b"")
    return charset.decode("ascii", "replace") if isinstance(charset, bytes) else charset


def _article_response(article_id: uuid.UUID, *, status: int = 200) -> Response:
    """The article as it is now."""
    article = find_article(article_id)
    counts = counts_of([article.pk])
    response = Response(ArticleShape(article, context={"counts": counts}).data, status=status)
    run = newest_run(article)
    newest_claim = (
        article.claims.order_by("-updated_at").values_list("updated_at", flat=True).first()
    )
    return with_last_modified(
        response, [article.updated_at, run.updated_at if run else None, newest_claim]
    )
