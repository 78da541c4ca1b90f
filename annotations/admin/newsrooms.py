"""Newsrooms, their API keys and webhooks: approve, revoke, limit, replay."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from annotations import policies
from annotations.admin.desk import Labelled, LookOnlyAdmin, LookOnlyTable, told_problem
from annotations.admin.served_acts import do_each
from annotations.models import (
    ApiKey,
    Newsroom,
    NewsroomEditor,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
)
from annotations.queries.newsrooms import keys_with_use
from annotations.queries.webhooks import with_deliveries
from annotations.services.access.api_keys import limit_key, revoke_key
from annotations.services.access.newsrooms import approve_newsroom, withdraw_approval
from annotations.services.delivering.webhooks import (
    pause_endpoint,
    replay_delivery,
    resume_endpoint,
)
from annotations.webhook_tasks import wake_webhooks


class ModeratedAdmin(LookOnlyAdmin):
    """A table in which moderators act, by the services."""

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Ask the policies."""
        return policies.may_moderate(request.user)


class EditorInline(LookOnlyTable):
    """Who looks after the newsroom."""

    model = NewsroomEditor
    fields = ("user",)


@admin.register(Newsroom)
class NewsroomAdmin(ModeratedAdmin):
    """Newsrooms; nothing of theirs works before they are approved."""

    inlines = (EditorInline,)
    actions = ("approve", "withdraw")
    list_display = ("name", "website", "approval", "standing_keys", "endpoints", "created_at")
    list_filter = (("approved_at", admin.EmptyFieldListFilter), "created_at")
    search_fields = ("name", "website", "editors__user__username")
    fields = readonly_fields = (
        "name", "website", "created_by", "created_at", "approved_at", "approved_by"
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Newsroom]:
        """Count keys and webhooks along."""
        rows: QuerySet[Newsroom] = super().get_queryset(request)
        standing, present = Q(keys__revoked_at=None), Q(endpoints__removed_at=None)
        return rows.annotate(
            key_count=Count("keys", filter=standing, distinct=True),
            endpoint_count=Count("endpoints", filter=present, distinct=True),
        )

    def fits(self, act: str, row: Any) -> bool:
        """Approve one that isn't, take the approval from one that is."""
        return (act == "approve") == (row.approved_at is None)

    @display(description=_("approval"), label={"yes": "success", "no": "warning"})
    def approval(self, newsroom: Newsroom) -> Labelled:
        """Say whether its keys work."""
        if newsroom.approved_at:
            return Labelled("yes", _("approved"))
        return Labelled("no", _("not approved yet"))

    @admin.display(description=_("standing keys"))
    def standing_keys(self, newsroom: Any) -> int:
        """Give how many keys aren't revoked."""
        return int(newsroom.key_count)

    @admin.display(description=_("webhooks"))
    def endpoints(self, newsroom: Any) -> int:
        """Give how many webhooks it has."""
        return int(newsroom.endpoint_count)

    @admin.action(description=_("Approve"), permissions=["moderate"])
    def approve(self, request: HttpRequest, queryset: QuerySet[Newsroom]) -> None:
        """Let their keys and webhooks work."""
        now = timezone.now()
        do_each(request, queryset, lambda row, by: approve_newsroom(newsroom=row, by=by, now=now))

    @admin.action(description=_("Withdraw the approval"), permissions=["moderate"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Newsroom]) -> None:
        """Shut all that is theirs at once."""
        do_each(request, queryset, lambda row, by: withdraw_approval(newsroom=row, by=by))


@admin.register(ApiKey)
class ApiKeyAdmin(ModeratedAdmin):
    """API keys: what they may do and how much they are used; never the keys themselves."""

    actions = ("revoke",)
    list_display = (
        "name", "shown_prefix", "newsroom", "owner", "shown_scopes", "requests", "last_used",
        "expires_at", "revoked_at",
    )  # fmt: skip
    list_filter = ("newsroom", ("revoked_at", admin.EmptyFieldListFilter), "created_at")
    search_fields = ("name", "prefix", "newsroom__name", "owner__username")
    list_select_related = ("newsroom", "owner")
    fields = (
        "name", "shown_prefix", "newsroom", "owner", "shown_scopes", "per_minute", "created_at",
        "expires_at", "revoked_at", "requests", "last_used",
    )  # fmt: skip
    readonly_fields = tuple(name for name in fields if name != "per_minute")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ApiKey]:
        """Read along how often each was used; the digest stays where it is."""
        return keys_with_use(super().get_queryset(request).defer("digest"))

    def fits(self, act: str, row: Any) -> bool:
        """Revoke a key once."""
        return row.revoked_at is None

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let moderators set the requests a minute."""
        return bool(request.user.is_staff) and policies.may_moderate(request.user)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **given: Any) -> Any:
        """Refuse a limit of none at all in words, before the database does by a constraint."""
        if db_field.name == "per_minute":
            given |= {"min_value": 1, "help_text": _("Left empty, the key has the usual number.")}
        return super().formfield_for_dbfield(db_field, request, **given)

    def save_model(self, request: HttpRequest, obj: ApiKey, form: Any, change: bool) -> None:
        """Change what the form changes, by the service."""
        assert isinstance(request.user, User)
        limit_key(key=obj, per_minute=form.cleaned_data["per_minute"], by=request.user)

    @admin.display(description=_("beginning"), ordering="prefix")
    def shown_prefix(self, key: ApiKey) -> str:
        """Show the part by which people know the key."""
        return f"vg_{key.prefix}_…"

    @admin.display(description=_("scopes"))
    def shown_scopes(self, key: ApiKey) -> str:
        """List what it may do."""
        return ", ".join(key.scopes)

    @admin.display(description=_("requests"), ordering="requests")
    def requests(self, key: Any) -> int:
        """Give the count, which lags by up to a minute."""
        return int(key.requests)

    @admin.display(description=_("last used"), ordering="last_used_at")
    def last_used(self, key: Any) -> str | None:
        """Give the last moment, in words: a form shows what a method gives as it is."""
        if key.last_used_at is None:
            return None
        return date_format(localtime(key.last_used_at), "SHORT_DATETIME_FORMAT")

    @admin.action(description=_("Revoke"), permissions=["moderate"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiKey]) -> None:
        """Shut each for good."""
        now = timezone.now()
        rows = ApiKey.objects.select_related("newsroom").filter(pk__in=queryset.values("pk"))
        do_each(request, rows, lambda row, by: revoke_key(key=row, by=by, now=now))


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(ModeratedAdmin):
    """Webhooks, with what waits and why one is disabled."""

    actions = ("pause", "resume")
    list_display = (
        "url", "newsroom", "standing", "disabled_at", "waiting", "given_up", "delivered"
    )  # fmt: skip
    list_filter = ("disabled_reason", "newsroom", ("removed_at", admin.EmptyFieldListFilter))
    search_fields = ("url", "description", "newsroom__name")
    list_select_related = ("newsroom",)
    fields = readonly_fields = (
        "newsroom", "url", "description", "event_types", "created_by", "created_at", "paused_at",
        "disabled_at", "disabled_reason", "removed_at",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[WebhookEndpoint]:
        """Count messages along."""
        return with_deliveries(super().get_queryset(request))

    def fits(self, act: str, row: Any) -> bool:
        """Resume what is paused or disabled, pause what isn't paused; nothing for one removed."""
        if row.removed_at is not None:
            return False
        if act == "pause":
            return row.paused_at is None
        return row.paused_at is not None or row.disabled_at is not None

    @display(
        description=_("standing"),
        label={"active": "success", "paused": "warning", "disabled": "danger", "removed": "info"},
    )
    def standing(self, endpoint: WebhookEndpoint) -> Labelled:
        """Say whether messages go out, and why not."""
        if endpoint.removed_at is not None:
            return Labelled("removed", _("removed"))
        if endpoint.disabled_at is not None:
            return Labelled("disabled", endpoint.get_disabled_reason_display())
        if endpoint.paused_at:
            return Labelled("paused", _("paused"))
        return Labelled("active", _("active"))

    @admin.display(description=_("waiting"))
    def waiting(self, endpoint: Any) -> int:
        """Give how many messages wait."""
        return int(endpoint.waiting)

    @admin.display(description=_("given up"))
    def given_up(self, endpoint: Any) -> int:
        """Give how many messages never got through."""
        return int(endpoint.given_up)

    @admin.display(description=_("last delivered"))
    def delivered(self, endpoint: Any) -> object:
        """Give when one last got through."""
        return endpoint.delivered_at

    @admin.action(description=_("Pause"), permissions=["moderate"])
    def pause(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        """Send nothing for now."""
        now = timezone.now()
        do_each(request, queryset, lambda row, by: pause_endpoint(endpoint=row, by=by, now=now))

    @admin.action(description=_("Resume"), permissions=["moderate"])
    def resume(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        """Send what waits and what was missed."""
        now = timezone.now()
        do_each(request, queryset, lambda row, by: resume_endpoint(endpoint=row, by=by, now=now))
        wake_webhooks()


class AttemptInline(LookOnlyTable):
    """What came of each try."""

    model = WebhookAttempt
    fields = readonly_fields = (
        "started_at", "http_status", told_problem, "milliseconds", "answer"
    )  # fmt: skip


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(ModeratedAdmin):
    """The log of messages, newest first."""

    inlines = (AttemptInline,)
    actions = ("replay",)
    list_display = (
        "event", "endpoint", "published", "delivery_state", "tries", "due_at", "settled_at"
    )  # fmt: skip
    list_filter = ("delivery_state", "event", "endpoint__newsroom", "created_at")
    search_fields = ("endpoint__url", "endpoint__newsroom__name", "published__headline")
    fields = readonly_fields = (
        "endpoint", "event", "published", "delivery_state", "tries", "due_at", "queued_by",
        "created_at", "settled_at",
    )  # fmt: skip
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[WebhookDelivery]:
        """Read along what the list shows, without the documents."""
        rows: QuerySet[WebhookDelivery] = super().get_queryset(request)
        return rows.select_related("endpoint__newsroom", "published").defer(
            "published__document", "published__body", "published__search"
        )

    @admin.action(description=_("Send again"), permissions=["moderate"])
    def replay(self, request: HttpRequest, queryset: QuerySet[WebhookDelivery]) -> None:
        """Queue each again, the oldest first."""
        now = timezone.now()
        rows = queryset.order_by("id")
        do_each(request, rows, lambda row, by: replay_delivery(delivery=row, by=by, now=now))
        wake_webhooks()
