"""Webhooks: where a newsroom wants to be told, what is to be told, and what came of it."""

from __future__ import annotations

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.newsroom import Newsroom
from annotations.models.publication import PublishedClaim
from claims.models.tracking import tracked


class WebhookEvent(models.TextChoices):
    """What a newsroom can be told, named as in the payload's `type`."""

    PUBLISHED = "claim.published", _("a claim was published")
    CORRECTED = "claim.corrected", _("a published claim was corrected")
    WITHDRAWN = "claim.withdrawn", _("a published claim was withdrawn")
    TEST = "webhook.test", _("a test")


@tracked(exclude=["not_before", "woken_at"])
class WebhookEndpoint(models.Model):
    """An address that is told of publications.

    paused_at: set by a person; what happens meanwhile waits. disabled_at: set by the deliverer
    (disabled_reason says why) or by hand; nothing is queued until somebody resumes it, which
    queues what was missed. removed_at: the endpoint is gone, its log stays.
    not_before: the server asked us to wait until then. woken_at: when a worker was last called.
    """

    class DisabledReason(models.TextChoices):
        GONE = "gone", _("the server answered 410 Gone")
        FAILING = "failing", _("nothing got through for days")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    newsroom = models.ForeignKey(Newsroom, on_delete=models.PROTECT, related_name="endpoints")
    url = models.URLField(_("address"), max_length=2000)
    description = models.CharField(_("description"), max_length=200, blank=True)
    event_types = ArrayField(
        models.CharField(max_length=20, choices=WebhookEvent), verbose_name=_("events")
    )
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    paused_at = models.DateTimeField(_("paused at"), null=True, blank=True)
    disabled_at = models.DateTimeField(_("disabled at"), null=True, blank=True)
    disabled_reason = models.CharField(
        _("why it is disabled"), max_length=10, choices=DisabledReason, blank=True
    )
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    woken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(disabled_at=None, disabled_reason="")
                | (models.Q(disabled_at__isnull=False) & ~models.Q(disabled_reason="")),
                name="webhook_disabled_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.url


@tracked(exclude=["sealed"])
class WebhookSecret(models.Model):
    """A secret that signs an endpoint's messages: encrypted, since signing needs it whole.

    sealed: by annotations.sealing. expires_at: none for the newest; an older one goes on signing
    beside it until then, so that the receiver can change over in peace.
    """

    endpoint = models.ForeignKey(WebhookEndpoint, on_delete=models.CASCADE, related_name="secrets")
    sealed = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint"],
                condition=models.Q(expires_at=None),
                name="webhook_one_newest_secret",
            )
        ]

    def __str__(self) -> str:
        return f"{self.endpoint}, {self.created_at}"


class WebhookDelivery(models.Model):
    """One message for one endpoint: the outbox, written in the publishing transaction.

    published: the version it tells of; none for a test. tries: how many attempts failed since it
    was queued or the endpoint resumed. queued_by: who asked for a replay or a test, none for the
    publication itself. Its attempts are its trail.
    """

    class DeliveryState(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        GIVEN_UP = "given_up", _("given up")

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.PROTECT, related_name="deliveries"
    )
    published = models.ForeignKey(
        PublishedClaim, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    event = models.CharField(_("event"), max_length=20, choices=WebhookEvent)
    delivery_state = models.CharField(
        _("delivery state"), max_length=10, choices=DeliveryState, default=DeliveryState.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"))
    lease_until = models.DateTimeField(null=True, blank=True)
    queued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("queued at"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint", "published"],
                condition=models.Q(delivery_state="waiting"),
                name="delivery_waits_once",
            ),
            models.CheckConstraint(
                condition=models.Q(delivery_state="waiting", settled_at=None)
                | (~models.Q(delivery_state="waiting") & models.Q(settled_at__isnull=False)),
                name="delivery_settled_has_moment",
            ),
        ]
        indexes = [
            # thousands may wait for one endpoint: its next message is the first row of this
            models.Index(
                fields=["endpoint", "due_at", "id"],
                condition=models.Q(delivery_state="waiting"),
                name="delivery_next",
            ),
            models.Index(
                fields=["endpoint"],
                condition=models.Q(delivery_state="waiting", lease_until__isnull=False),
                name="delivery_in_flight",
            ),
            models.Index(fields=["endpoint", "-id"], name="delivery_of_endpoint"),
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.endpoint}"

    @property
    def message_id(self) -> str:
        """Name the message: the same at every endpoint and however often it is sent."""
        if self.published_id is None:
            return f"test-{self.pk}"
        return f"version-{self.published_id}"


class WebhookAttempt(models.Model):
    """One try to deliver; append-only.

    http_status: none when no answer came, then `problem` says why. answer: the beginning of the
    body that came back.
    """

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.PROTECT, related_name="attempts")
    started_at = models.DateTimeField(_("tried at"))
    milliseconds = models.PositiveIntegerField(_("milliseconds"))
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=40, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("attempt to deliver")
        verbose_name_plural = _("attempts to deliver")
        ordering = ["id"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M:%S}"
