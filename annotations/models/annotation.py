"""A reviewer's note on a claim: rating and rationale."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.rating import Rating
from claims.models import Claim
from claims.models.tracking import tracked


@tracked()
class Annotation(models.Model):
    """One review; a person has at most one standing review of a claim.

    withdrawn_at: taken back by its author; it stays in the history and counts no more.
    version: grows by one with every change; it is the resource's ETag.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    rationale = models.TextField(_("rationale"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("annotation")
        verbose_name_plural = _("annotations")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "author"],
                condition=models.Q(withdrawn_at=None),
                name="annotation_one_standing_per_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating_id}: {self.rationale[:60]}"
