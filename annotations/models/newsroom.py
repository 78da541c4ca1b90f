"""Who reads the verified claims by program: newsrooms, their editors and their API keys."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.tracking import tracked


@tracked()
class Newsroom(models.Model):
    """A newsroom that integrates us; its keys and webhooks work once a moderator approved it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)
    website = models.URLField(_("website"), max_length=500)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("registered at"), auto_now_add=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked()
class NewsroomEditor(models.Model):
    """Somebody who looks after a newsroom's keys and webhooks; of one newsroom at a time."""

    newsroom = models.ForeignKey(Newsroom, on_delete=models.CASCADE, related_name="editors")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="newsroom_editor"
    )

    class Meta:
        verbose_name = _("newsroom’s editor")
        verbose_name_plural = _("newsrooms’ editors")

    def __str__(self) -> str:
        return f"{self.user} ({self.newsroom})"


@tracked(exclude=["digest"])
class ApiKey(models.Model):
    """A key of a newsroom's program. The key itself is shown once and never stored.

    prefix: the readable part by which the row is found; digest: SHA-256 of the whole key in lower
    case hexadecimal. The key's other part is 256 random bits, which no list of likely words
    reaches, so that a slow hash as for passwords would only slow every request.
    per_minute: requests allowed in a minute; none for the site's usual number.
    """

    class Scope(models.TextChoices):
        READ_VERIFIED = "read:verified", _("read verified claims and feeds")
        MATCH = "match", _("match texts against verified claims")
        EXPORT = "export", _("export all verified claims")
        WEBHOOKS = "webhooks", _("manage webhooks")
        DESK_READ = "desk:read", _("read the desk on your behalf")
        DESK_WRITE = "desk:write", _("work at the desk on your behalf")
        ANNOTATIONS_WRITE = "annotations:write", _("write Web Annotations on your behalf")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    newsroom = models.ForeignKey(Newsroom, on_delete=models.PROTECT, related_name="keys")
    name = models.CharField(_("name"), max_length=80)
    prefix = models.CharField(_("beginning"), max_length=8, unique=True)
    digest = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope), verbose_name=_("scopes"))
    per_minute = models.PositiveIntegerField(_("requests a minute"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("acts for"),
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(per_minute=None) | models.Q(per_minute__gt=0),
                name="key_limit_positive",
            ),
            models.CheckConstraint(condition=~models.Q(scopes=[]), name="key_has_scope"),
        ]

    def __str__(self) -> str:
        return f"{self.name} (vg_{self.prefix}…)"


class ApiKeyUse(models.Model):
    """How often a key was used on a day, and when last; written about once a minute a key.

    No audit trail: nobody acts here, and the rows would double with every request counted.
    """

    key = models.ForeignKey(ApiKey, on_delete=models.PROTECT, related_name="uses")
    day = models.DateField()
    requests = models.PositiveBigIntegerField()
    last_used_at = models.DateTimeField()

    class Meta:
        verbose_name = _("use of a key")
        verbose_name_plural = _("uses of keys")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["key", "day"], name="key_use_once_a_day")]

    def __str__(self) -> str:
        return f"{self.key}, {self.day}: {self.requests}"
