"""A source used for one claim, by one reviewer."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.source import ArchivedCopy, Source
from claims.models.tracking import tracked


@tracked()
class Evidence(models.Model):
    """What the source says (excerpt) and which way it points (stance).

    copy, start, prefix, suffix: where the excerpt stands in the words of a copy (code points), as
    found when the review was written; without a copy the excerpt was typed by hand.
    """

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        REFUTES = "refutes", _("refutes")
        CONTEXT = "context", _("gives context")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    annotation = models.ForeignKey(Annotation, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    excerpt = models.TextField(_("excerpt"), blank=True)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance, blank=True)
    note = models.TextField(_("note"), blank=True)
    is_primary = models.BooleanField(_("primary source"), default=False)
    position = models.PositiveSmallIntegerField(default=0)
    copy = models.ForeignKey(
        ArchivedCopy, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    start = models.PositiveIntegerField(_("start in the copy"), null=True, blank=True)
    prefix = models.CharField(_("words before"), max_length=32, blank=True)
    suffix = models.CharField(_("words after"), max_length=32, blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["annotation", "source"], name="evidence_once_per_annotation"
            ),
            models.CheckConstraint(
                condition=models.Q(copy=None, start=None)
                | models.Q(copy__isnull=False, start__isnull=False),
                name="evidence_anchor_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.excerpt or str(self.source)
