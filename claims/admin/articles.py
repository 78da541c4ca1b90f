"""Articles and their runs: how far they are, what went wrong, trying again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.admin.served import RowsInline, ServedAdmin
from claims.models import Article, ExtractionRun, ModelAnswer, Sentence
from claims.queries import with_claim_counts, with_newest_run
from claims.services import articles, extraction
from claims.tasks import extract_claims, read_article


class RunInline(RowsInline):
    """The runs of an article."""

    model = ExtractionRun
    fields = readonly_fields = (
        "extraction_state", "progress", "pipeline", "attempts", "problem", "model_problem",
        "created_at", "finished_at",
    )  # fmt: skip


class SentenceInline(RowsInline):
    """The sentences of an article."""

    model = Sentence
    show_change_link = False
    fields = readonly_fields = ("position", "words", "label", "check_worthiness", "reasons")
    ordering = ("run", "position")

    @admin.display(description=_("sentence"))
    def words(self, sentence: Sentence) -> str:
        """The article's own words."""
        return str(sentence)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Sentence]:
        """With the article, whose text holds the words."""
        return super().get_queryset(request).select_related("article")


@admin.register(Article)
class ArticleAdmin(ServedAdmin):
    """Articles, how far they are, and trying again."""

    actions = ("try_again", "split_again")
    inlines = (RunInline, SentenceInline)
    list_display = (
        "shown_title", "publisher", "language", "reading_state", "extraction_state",
        "claims_found", "claims_accepted", "added_by", "created_at",
    )  # fmt: skip
    list_filter = (
        "reading_state", "extraction_runs__extraction_state", "language", "reading_problem",
        "publisher", "created_at",
    )  # fmt: skip
    search_fields = ("title", "publisher", "requested_url", "canonical_url", "text_sha256")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """With run and counts, without the text where rows are listed."""
        rows = with_newest_run(with_claim_counts(super().get_queryset(request)))
        is_list = request.resolver_match is None or "object_id" not in request.resolver_match.kwargs
        rows = rows.select_related("added_by")
        return rows.defer("text") if is_list else rows

    @admin.display(description=_("title"), ordering="title")
    def shown_title(self, article: Article) -> str:
        """Title, or address."""
        return str(article)

    @admin.display(description=_("extraction state"))
    def extraction_state(self, article: Any) -> str:
        """Of the newest run."""
        run = article.newest_runs[0] if article.newest_runs else None
        return str(run.get_extraction_state_display()) if run else "–"

    @admin.display(description=_("claims"), ordering="claims_found")
    def claims_found(self, article: Any) -> int:
        """All of them."""
        return int(article.claims_found)

    @admin.display(description=_("accepted"), ordering="claims_accepted")
    def claims_accepted(self, article: Any) -> int:
        """Those accepted."""
        return int(article.claims_accepted)

    @admin.action(description=_("Try again what failed"), permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Read or split again, as the API does."""
        self.do_each(request, queryset, _try_again)

    @admin.action(description=_("Split again with the present pipeline"), permissions=["view"])
    def split_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Queue a new run; claims that people worked on stay."""
        self.do_each(request, queryset, _split_again)


@admin.register(ExtractionRun)
class ExtractionRunAdmin(ServedAdmin):
    """Runs, with what went wrong."""

    list_display = (
        "article", "extraction_state", "progress", "pipeline", "attempts", "problem",
        "model_problem", "created_at", "finished_at",
    )  # fmt: skip
    list_filter = ("extraction_state", "pipeline", "problem", "model_problem", "created_at")
    search_fields = ("article__title", "problem", "problem_detail")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExtractionRun]:
        """With the article's title."""
        return super().get_queryset(request).select_related("article").defer("article__text")


@admin.register(ModelAnswer)
class ModelAnswerAdmin(ServedAdmin):
    """What a language model answered, to be looked at."""

    list_display = ("article", "model", "created_at")
    list_filter = ("model", "created_at")
    search_fields = ("article__title",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ModelAnswer]:
        """With the article's title."""
        return super().get_queryset(request).select_related("article").defer("article__text")


def _try_again(article: Article, by: User) -> None:
    run = articles.retry(article=article)
    if run is not None:
        extract_claims.delay_on_commit(str(run.pk))
    else:
        read_article.delay_on_commit(str(article.pk))


def _split_again(article: Article, by: User) -> None:
    run = extraction.queue_extraction(article=article)
    extract_claims.delay_on_commit(str(run.pk))
