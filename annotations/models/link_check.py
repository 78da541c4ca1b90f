"""What was found when a source's address was visited again."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.source import Source


class LinkCheck(models.Model):
    """One visit; append-only. What the visits together mean is `annotations.sources.link_state`.

    problem, http_status: why a visit failed. likeness: share of the kept copy's words still on the
    page, in [0, 1]; None where nothing could be compared. lost_excerpts: cited passages that stood
    in the copy and are gone from the page. text_sha256: of the readable words found.
    """

    class Outcome(models.TextChoices):
        SAME = "same", _("as in the copy")
        CHANGED = "changed", _("changed")
        FAILED = "failed", _("no answer")
        REFUSED = "refused", _("can’t be told")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="link_checks")
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    problem = models.CharField(_("problem"), max_length=60, blank=True)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    likeness = models.FloatField(_("likeness to the copy"), null=True, blank=True)
    lost_excerpts = models.PositiveSmallIntegerField(_("cited passages gone"), default=0)
    text_sha256 = models.CharField(_("SHA-256 of the words"), max_length=64, blank=True)
    checked_at = models.DateTimeField(_("checked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")
        ordering = ["-checked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(likeness=None) | models.Q(likeness__gte=0.0, likeness__lte=1.0),
                name="link_check_likeness_is_share",
            ),
        ]
        indexes = [models.Index(fields=["source", "-checked_at"], name="link_check_newest")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.outcome}"
