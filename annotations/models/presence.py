"""Who has a claim open on their workbench right now."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models import Claim


class Presence(models.Model):
    """A sign of life, repeated while the workbench is open; of no worth a minute later.

    No act, so the audit trail doesn't have it; no constraint to the claim, so it holds nothing.
    since: when this visit began. seen_at: the newest sign.
    """

    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(_("since"))
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["claim", "person"], name="presence_once_per_claim"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seen_at:%H:%M:%S}"
