"""The admin panel's sidebar: the tables in the order in which an article goes its way."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

ROOMS = (
    (
        _("Articles and claims"),
        (
            ("claims.Article", "article"),
            ("claims.Claim", "format_quote"),
            ("claims.ExtractionRun", "content_cut"),
            ("claims.ModelAnswer", "smart_toy"),
        ),
    ),
    (
        _("Reviews"),
        (
            ("annotations.Assignment", "assignment_ind"),
            ("annotations.Annotation", "rate_review"),
            ("annotations.OutsideAnnotation", "public"),
            ("annotations.ModerationEvent", "gavel"),
            ("annotations.ErrorReport", "flag"),
            ("annotations.Verdict", "balance"),
            ("annotations.ClaimMatch", "join_inner"),
            ("annotations.Source", "menu_book"),
            ("annotations.ArchivedCopy", "archive"),
            ("annotations.LinkCheck", "link_off"),
            ("annotations.Affiliation", "groups"),
        ),
    ),
    (
        _("Publication"),
        (
            ("annotations.PublishedClaim", "verified"),
            ("annotations.PublicationDraft", "edit_note"),
            ("annotations.ReplyRequest", "forum"),
            ("annotations.Rating", "straighten"),
        ),
    ),
    (
        _("Newsrooms"),
        (
            ("annotations.Newsroom", "newspaper"),
            ("annotations.ApiKey", "key"),
            ("annotations.WebhookEndpoint", "webhook"),
            ("annotations.WebhookDelivery", "outbox"),
        ),
    ),
    (_("People"), (("auth.User", "person"), ("auth.Group", "group"))),
)


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    """List the tables that this person may look at, room by room; empty rooms are left out."""
    rooms = [
        {
            "title": title,
            "items": [_line(name, icon) for name, icon in tables if _open(name, request)],
        }
        for title, tables in ROOMS
    ]
    return [room for room in rooms if room["items"]]


def _line(name: str, icon: str) -> dict[str, Any]:
    meta = apps.get_model(name)._meta
    link = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    return {"title": capfirst(str(meta.verbose_name_plural)), "icon": icon, "link": link}


def _open(name: str, request: HttpRequest) -> bool:
    model = apps.get_model(name)
    table = admin.site._registry.get(model)
    return table is not None and table.has_view_permission(request)
