"""The rating that stands, and how it was reached."""

from __future__ import annotations

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.rating import Rating
from claims.models import Claim


class Verdict(models.Model):
    """One settling act; every row stays and the newest stands, so it is never changed.

    A row of the method `reopened` takes the one before it back: then none stands.

    rests_on: the standing reviews at that moment, {annotation id: rating key}. The verdict stands
    as long as they do (annotations.queries.progress).
    """

    class Method(models.TextChoices):
        AGREEMENT = "agreement", _("the reviews agree")
        ADJUDICATION = "adjudication", _("adjudicated")
        REOPENED = "reopened", _("reopened")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(_("method"), max_length=12, choices=Method)
    reason = models.TextField(_("written reason"), blank=True)
    rests_on = models.JSONField(_("reviews it rests on"), default=dict)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(method="adjudication") | ~models.Q(reason=""),
                name="verdict_adjudication_has_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.rating_id}"
