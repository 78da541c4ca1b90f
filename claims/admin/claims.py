"""Claims, and the acts of the queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.admin.served import ServedAdmin
from claims.models import Claim
from claims.queries import quote_of
from claims.services import claims


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
        for reason in Claim.REASONS:
            name = f"dismiss_{reason.value}"
            description = _("Dismiss: %(reason)s") % {"reason": reason.label}
            actions[name] = (_dismissal(reason.value), name, description)
        return actions

    actions = ("accept", "reopen")

    @admin.display(description=_("the article's own words"))
    def words(self, claim: Claim) -> str:
        """From the claim's start to its end."""
        return quote_of(claim).exact

    def fits(self, act: str, row: Any) -> bool:
        """Offer the ways to the states in which the claim isn't."""
        states = Claim.ReviewState
        leads_to = {"accept": states.ACCEPTED, "reopen": states.PROPOSED}
        return bool(leads_to.get(act, states.DISMISSED) != row.review_state)

    @admin.action(description=_("Accept"), permissions=["view"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Accept each, as the API does."""
        self.do_each(request, queryset, _accept)

    @admin.action(description=_("Reopen: a proposal again"), permissions=["view"])
    def reopen(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Reopen each, as the API does."""
        self.do_each(request, queryset, _reopen)


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
