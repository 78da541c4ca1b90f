"""What the machine found of a claim among those published, and what a person made of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.publication import PublishedClaim
from claims.models import Claim
from claims.models.tracking import tracked


class ClaimComparison(models.Model):
    """That a claim's words were compared with everything published up to `seq`.

    claim_version: of the words compared; a reworded claim is compared again.
    """

    leaves_words_free = True
    persons_work = Q(pk=None)

    claim = models.OneToOneField(
        Claim, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    claim_version = models.PositiveIntegerField()
    model = models.CharField(max_length=60)
    seq = models.BigIntegerField()
    compared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("comparison")
        verbose_name_plural = _("comparisons")

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.seq}"


@tracked()
class ClaimMatch(models.Model):
    """An earlier published claim that may say the same as `claim`.

    published: the version compared. score: likeness, about 0 to 1, by `model` (name and version).
    decision: a person's yes or no; empty while nobody has looked.
    """

    class Decision(models.TextChoices):
        SAME = "same", _("the same claim")
        DIFFERENT = "different", _("another claim")

    leaves_words_free = True
    persons_work = ~Q(decision="")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="+")
    earlier = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    published = models.ForeignKey(PublishedClaim, on_delete=models.PROTECT, related_name="+")
    score = models.FloatField(_("likeness"))
    model = models.CharField(max_length=60)
    decision = models.CharField(_("decision"), max_length=9, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "earlier"], name="match_once_a_pair"),
            models.CheckConstraint(
                condition=~Q(claim=models.F("earlier")), name="match_of_another_claim"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by=None, decided_at=None)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="match_decision_has_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score:.2f}: {self.published}"
