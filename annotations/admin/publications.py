"""Published claims, frozen, and the drafts of the coming ones."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from annotations.admin.desk import LookOnlyAdmin, not_blind
from annotations.models import PublicationDraft, PublishedClaim


@admin.register(PublishedClaim)
class PublishedClaimAdmin(LookOnlyAdmin):
    """Every version of what the public reads; the database itself refuses a change."""

    list_display = (
        "headline",
        "version",
        "act",
        "severity",
        "rating",
        "written_in",
        "is_current",
    )
    list_filter = ("act", "severity", "rating_key", "language", "is_current", "created_at")
    search_fields = ("headline", "notice", "claim__text")
    exclude = (
        "body", "search", "seq",
        "claim_key", "publisher_key", "search_key", "speaker_key", "entity_keys",
    )  # fmt: skip
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[PublishedClaim]:
        """Leave the rendered bytes where they are."""
        versions: QuerySet[PublishedClaim] = super().get_queryset(request)
        return versions.defer("body", "search").select_related("claim", "published_by")

    @admin.display(description=_("rating"), ordering="rating_key")
    def rating(self, version: PublishedClaim) -> str:
        """Name the rating as the version named it, in the reader's language."""
        names = (version.document.get("rating") or {}).get("names", {})
        return str(names.get(get_language()) or version.rating_key)

    @admin.display(description=_("language"), ordering="language")
    def written_in(self, version: PublishedClaim) -> str:
        """Name the language the version is written in."""
        return str(get_language_info(version.language)["name_translated"])


@admin.register(PublicationDraft)
class PublicationDraftAdmin(LookOnlyAdmin):
    """What editors prepare, on the desk."""

    list_display = ("headline", "claim", "language", "updated_by", "updated_at", "version")
    list_filter = ("language", "updated_by", "updated_at")
    search_fields = ("headline", "rationale", "claim__text")
    list_select_related = ("claim", "updated_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[PublicationDraft]:
        """Keep reviewers blind: a headline tells the verdict."""
        drafts: QuerySet[PublicationDraft] = super().get_queryset(request)
        return drafts.filter(not_blind(request))
