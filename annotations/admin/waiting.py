"""What waits in the panel's tables for the person who looks, told on its first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import Model, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from annotations.models import ErrorReport, Newsroom, OutsideAnnotation, WebhookEndpoint
from claims.models import Article


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows of a table that ask for somebody.

    rows: the condition on what the table lists; query: narrows its page to the same rows;
    words: says how many there are, which stands in them as %(count)d.
    """

    table: type[Model]
    rows: Q
    query: str
    words: Callable[[int], str]


WAITING = (
    Waiting(
        ErrorReport,
        Q(newest_act=None),
        "report_state=new",
        lambda count: ngettext(
            "%(count)d error report that nobody has taken up",
            "%(count)d error reports that nobody has taken up",
            count,
        ),
    ),
    Waiting(
        OutsideAnnotation,
        Q(withdrawn_at=None, review=None, decision=""),
        "outside_state=waiting",
        lambda count: ngettext(
            "%(count)d annotation from outside that waits for a decision",
            "%(count)d annotations from outside that wait for a decision",
            count,
        ),
    ),
    Waiting(
        Newsroom,
        Q(approved_at=None),
        "approved_at__isempty=1",
        lambda count: ngettext(
            "%(count)d newsroom that waits for approval",
            "%(count)d newsrooms that wait for approval",
            count,
        ),
    ),
    Waiting(
        WebhookEndpoint,
        Q(disabled_at__isnull=False, removed_at=None),
        "disabled_at__isnull=0&removed_at__isempty=1",
        lambda count: ngettext(
            "%(count)d webhook that was disabled, since nothing got through",
            "%(count)d webhooks that were disabled, since nothing got through",
            count,
        ),
    ),
    Waiting(
        Article,
        Q(reading_state=Article.ReadingState.FAILED),
        "reading_state__exact=failed",
        lambda count: ngettext(
            "%(count)d article that could not be read",
            "%(count)d articles that could not be read",
            count,
        ),
    ),
)


def add_what_waits(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Tell the panel's first page what waits, with links to it; for `UNFOLD`."""
    return {**context, "waiting": _lines(request)}


def _lines(request: HttpRequest) -> list[tuple[str, str]]:
    """Give words and link of what there is to do for this person."""
    found = []
    for waiting in WAITING:
        table = admin.site._registry[waiting.table]
        if not table.has_view_permission(request):
            continue
        if count := table.get_queryset(request).filter(waiting.rows).count():
            meta = waiting.table._meta
            place = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
            words = waiting.words(count) % {"count": count}
            found.append((words, f"{place}?{waiting.query}"))
    return found
