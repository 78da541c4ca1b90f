"""What a member of the desk is told about what others did."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.source import Source
from claims.models import Claim


class Notification(models.Model):
    """One message to one person; written in the transaction of the act it tells of.

    It never holds a rating: who may read one finds it at the claim (decision on notifications).
    cause: what it tells of; the same cause is told a person once, however often it is reported.
    due_at: an assignment's. mailed_at: when it went out by e-mail, if it did.
    Not in the audit trail: the acts it tells of are.
    """

    leaves_words_free = True
    """To have been told of a claim says nothing about its words: it may still be reworded."""

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("a claim was assigned to you")
        DISPUTED = "disputed", _("a claim is disputed")
        ADJUDICATED = "adjudicated", _("a claim you rated was adjudicated")
        SOURCE_DEAD = "source_dead", _("a source no longer answers")
        SOURCE_CHANGED = "source_changed", _("a source has changed")
        CORRECTED = "corrected", _("a claim you published was corrected")
        WITHDRAWN = "withdrawn", _("a claim you published was withdrawn")
        REPORT = "report", _("a reader reports an error")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    cause = models.CharField(max_length=120)
    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "cause"], name="notification_once_per_cause"
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at", "id"], name="notification_list"),
            models.Index(
                fields=["recipient"],
                condition=models.Q(read_at=None),
                name="notification_unread",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.cause}"
