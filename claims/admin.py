"""The admin panel for articles, runs and claims: to look, to try again, to accept and dismiss.

Nothing is typed into these rows: every change goes through the services that the API calls, and
each service's own checks and audit trail with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin, TabularInline

from claims.errors import DomainError
from claims.models import Article, Claim, ExtractionRun, Sentence
from claims.people import is_desk_member
from claims.queries import quote_of, with_claim_counts, with_newest_run
from claims.services import articles, claims, extraction
from claims.tasks import extract_claims, read_article


class ServedAdmin(ModelAdmin):
    """A table whose rows only services write; members of the desk who are staff may look."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the table to whom may look."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let the desk look."""
        return bool(request.user.is_staff) and is_desk_member(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was read and what people did stays."""
        return False

    def do_each(
        self, request: HttpRequest, rows: QuerySet[Any], act: Callable[[Any, User], None]
    ) -> None:
        """Do `act` for each row, tell how many it was done for and why not for the others."""
        assert isinstance(request.user, User)
        done, refusals = 0, []
        for row in rows:
            try:
                act(row, request.user)
                done += 1
            except DomainError as refusal:
                refusals.append(f"{row}: {refusal.detail}")
        if done:
            message = ngettext("Done for %(done)d row.", "Done for %(done)d rows.", done)
            messages.success(request, message % {"done": done})
        for reason in refusals:
            messages.warning(request, reason)


class RowsInline(TabularInline):
    """Rows below another, to look at."""

    extra = 0
    can_delete = False
    per_page = 20
    show_change_link = True

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Who may look at the row above may look at these."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows come from services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rows are changed by services."""
        return False


class RunInline(RowsInline):
    """The runs of an article."""

    model = ExtractionRun
    fields = readonly_fields = (
        "extraction_state", "progress", "pipeline", "attempts", "problem", "created_at",
        "finished_at",
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
        "created_at", "finished_at",
    )  # fmt: skip
    list_filter = ("extraction_state", "pipeline", "problem", "created_at")
    search_fields = ("article__title", "problem", "problem_detail")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExtractionRun]:
        """With the article's title."""
        return super().get_queryset(request).select_related("article").defer("article__text")


@admin.register(Claim)
class ClaimAdmin(ServedAdmin):
    """Claims, and the acts of the queue."""

    list_display = (
        "text", "article", "kind", "check_worthiness", "review_state", "dismissal",
        "speaker_name", "created_at",
    )  # fmt: skip
    list_filter = (
        "review_state", "kind", "dismissal", "article__language", "hedged", "negated",
        "run__pipeline", "created_at",
    )  # fmt: skip
    search_fields = ("text", "speaker_name", "article__title")
    readonly_fields = ("words",)
    ordering = ("-check_worthiness", "id")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        """With the article's title."""
        rows = super().get_queryset(request).select_related("article", "added_by", "run")
        return rows.defer("article__text")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Accept, reopen, and one dismissal for each reason."""
        actions = super().get_actions(request)
        for reason in Claim.Dismissal:
            name = f"dismiss_{reason.value}"
            description = _("Dismiss: %(reason)s") % {"reason": reason.label}
            actions[name] = (_dismissal(reason.value), name, description)
        return actions

    actions = ("accept", "reopen")

    @admin.display(description=_("the article's own words"))
    def words(self, claim: Claim) -> str:
        """From the claim's start to its end."""
        return quote_of(claim).exact

    @admin.action(description=_("Accept"), permissions=["view"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Accept each, as the API does."""
        self.do_each(request, queryset, _accept)

    @admin.action(description=_("Reopen: a proposal again"), permissions=["view"])
    def reopen(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Reopen each, as the API does."""
        self.do_each(request, queryset, _reopen)


class TrailAdmin(ServedAdmin):
    """The audit trail of a table: newest first, nothing to change."""

    list_display = ("pgh_created_at", "pgh_label", "__str__", "who", "deed")
    list_filter = ("pgh_label", "pgh_created_at")
    search_fields = ("id",)
    ordering = ("-pgh_id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the context."""
        return super().get_queryset(request).select_related("pgh_context")

    @admin.display(description=_("person"))
    def who(self, event: Any) -> str:
        """The id of the account, as the trail keeps it."""
        return str(self._context(event).get("user") or "–")

    @admin.display(description=_("act"))
    def deed(self, event: Any) -> str:
        """What the service called it."""
        return str(self._context(event).get("act") or "–")

    def _context(self, event: Any) -> dict[str, Any]:
        return event.pgh_context.metadata if event.pgh_context else {}


for tracked in (Article, Claim, ExtractionRun):
    admin.site.register(tracked.pgh_event_model, TrailAdmin)  # type: ignore[union-attr]


def _try_again(article: Article, by: User) -> None:
    run = articles.retry(article=article)
    if run is not None:
        extract_claims.delay_on_commit(str(run.pk))
    else:
        read_article.delay_on_commit(str(article.pk))


def _split_again(article: Article, by: User) -> None:
    run = extraction.queue_extraction(article=article)
    extract_claims.delay_on_commit(str(run.pk))


def _accept(claim: Claim, by: User) -> None:
    claims.accept(claim_id=claim.pk, by=by, version=claim.version)


def _reopen(claim: Claim, by: User) -> None:
    claims.reopen(claim_id=claim.pk, by=by, version=claim.version)


def _dismissal(reason: str) -> Callable[[ClaimAdmin, HttpRequest, QuerySet[Claim]], None]:
    """The admin action that dismisses for one reason."""

    def dismiss(claim: Claim, by: User) -> None:
        claims.dismiss(claim_id=claim.pk, reason=reason, by=by, version=claim.version)

    def act(table: ClaimAdmin, request: HttpRequest, rows: QuerySet[Claim]) -> None:
        table.do_each(request, rows, dismiss)

    return act
