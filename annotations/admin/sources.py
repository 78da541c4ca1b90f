"""Sources and the copies kept of them."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.desk import LookOnlyAdmin, LookOnlyStack, told_problem
from annotations.models import ArchivedCopy, Source
from annotations.services.citing.copies import queue_copy
from annotations.tasks import archive_source, check_link

COPY_FIELDS = (
    "copy_state",
    told_problem,
    "problem_detail",
    "content_type",
    "text_state",
    "sha256",
    "attached_by",
    "attempts",
    "created_at",
    "kept_at",
)
"""All but the bytes and the words, which may be megabytes."""


class CopyInline(LookOnlyStack):
    """The copies of a source."""

    model = ArchivedCopy
    fields = readonly_fields = COPY_FIELDS

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArchivedCopy]:
        """Leave the bytes where they are."""
        copies: QuerySet[ArchivedCopy] = super().get_queryset(request)
        return copies.defer("content", "text")


@admin.register(Source)
class SourceAdmin(LookOnlyAdmin):
    """What reviewers cite."""

    inlines = (CopyInline,)
    actions = ("archive", "visit")
    list_display = ("title", "publisher", "url", "published_on", "added_by", "created_at")
    list_filter = ("publisher", "copies__copy_state", "created_at")
    search_fields = ("title", "publisher", "url", "file_sha256")
    list_select_related = ("added_by",)

    @admin.action(description=_("Fetch a new copy"), permissions=["view"])
    def archive(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Queue a fetch of each, as the API does."""
        assert isinstance(request.user, User)
        for source in queryset.exclude(url=""):
            copy = queue_copy(source=source, by=request.user)
            archive_source.delay_on_commit(str(copy.pk))
        messages.success(request, _("The copies are queued."))

    @admin.action(description=_("Visit now"), permissions=["view"])
    def visit(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Send a worker to each, whether a visit is due or not."""
        for source in queryset.exclude(url=""):
            check_link.delay_on_commit(str(source.pk))
        messages.success(request, _("The visits are queued."))


@admin.register(ArchivedCopy)
class ArchivedCopyAdmin(LookOnlyAdmin):
    """Copies, with where they come from and what went wrong."""

    list_display = ("source", "copy_state", told_problem, "content_type", "attached_by", "kept_at")
    list_filter = ("copy_state", "problem", "content_type", "created_at")
    search_fields = ("source__title", "source__url", "sha256")
    fields = readonly_fields = ("source", *COPY_FIELDS)
    list_select_related = ("source", "attached_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArchivedCopy]:
        """Leave the bytes where they are."""
        copies: QuerySet[ArchivedCopy] = super().get_queryset(request)
        return copies.defer("content", "text")
