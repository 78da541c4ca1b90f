"""Which party a speaker belongs to, as the desk has it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.tracking import tracked


@tracked()
class Affiliation(models.Model):
    """A speaker's party or side, kept by hand in the admin panel: no article says it reliably.

    Speakers are compared by `filter_keys.name_key`, so that one row serves every spelling that
    differs in case, marks or spaces only.
    """

    speaker = models.CharField(_("speaker"), max_length=200, unique=True)
    party = models.CharField(_("party"), max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("party of a speaker")
        verbose_name_plural = _("parties of speakers")
        ordering = ["party", "speaker"]

    def __str__(self) -> str:
        return f"{self.speaker} ({self.party})"
