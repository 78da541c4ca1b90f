"""A claim given to a reviewer: taken from the queue for a while, or assigned until a due time."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from claims.models.tracking import tracked


@tracked()
class Assignment(models.Model):
    """One person's hold on one claim; what came of it is `ending`, empty while it goes on.

    due_at: by when, for a claim that somebody assigned; it is held until the hold is ended.
    held_until: the lease of a claim that the reviewer took; after that moment the claim is free
    again, though nobody ends the row (annotations.queries.assignments says which holds are live).
    """

    leaves_words_free = True
    """To hold a claim says nothing about its words: it may still be reworded and dismissed."""

    class Ending(models.TextChoices):
        SUBMITTED = "submitted", _("reviewed")
        GIVEN_BACK = "given_back", _("given back")
        TAKEN_BACK = "taken_back", _("taken back")
        REASSIGNED = "reassigned", _("given to somebody else")
        RUN_OUT = "run_out", _("run out")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reviewer"),
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned by"),
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    held_until = models.DateTimeField(_("held until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=10, choices=Ending, blank=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "reviewer"],
                condition=models.Q(ended_at=None),
                name="assignment_one_hold_per_person",
            ),
            models.CheckConstraint(
                condition=models.Q(due_at=None, assigned_by=None, held_until__isnull=False)
                | models.Q(due_at__isnull=False, assigned_by__isnull=False, held_until=None),
                name="assignment_taken_or_assigned",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ending="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ending="")),
                name="assignment_says_how_it_ended",
            ),
        ]
        indexes = [
            models.Index(
                fields=["claim"], condition=models.Q(ended_at=None), name="assignment_open_claim"
            ),
            models.Index(
                fields=["reviewer"],
                condition=models.Q(ended_at=None),
                name="assignment_open_reviewer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.reviewer}"
