"""What an editor prepares before a claim goes out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Claim
from claims.models.tracking import tracked

LONGEST_HEADLINE = 300


@tracked()
class PublicationDraft(models.Model):
    """Words and dates of the coming publication or correction of one claim.

    claim_made_on: when the claim was made (the article's date stands in when empty).
    as_of: the day up to which the verdict holds. version: grows by one; the resource's ETag.
    """

    claim = models.OneToOneField(
        Claim, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    headline = models.CharField(_("headline"), max_length=LONGEST_HEADLINE, blank=True)
    rationale = models.TextField(_("rationale for the public"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Article.Language, blank=True)
    claim_made_on = models.DateField(_("claim made on"), null=True, blank=True)
    as_of = models.DateField(_("valid as of"), null=True, blank=True)
    recheck_on = models.DateField(_("check again on"), null=True, blank=True)
    one_source_reason = models.TextField(_("why one source is enough"), blank=True)
    no_primary_reason = models.TextField(_("why there is no primary source"), blank=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("publication draft")
        verbose_name_plural = _("publication drafts")

    def __str__(self) -> str:
        return self.headline or str(self.claim)
