"""The right of reply: whom we asked, when and how, and what came of it."""

from __future__ import annotations

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models import Claim

_APPEND_ONLY = pgtrigger.Update | pgtrigger.Delete


class ReplyRequest(models.Model):
    """One request for a reply about one claim; never changed, what came of it is a row of its own.

    asked: person or office, empty only for what was written down before this log was kept, as is
    asked_at. due_at: until when we wait, None for no deadline. note: for the desk, never public.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("telephone")
        LETTER = "letter", _("letter")
        IN_PERSON = "in_person", _("in person")
        SOCIAL = "social", _("social media")
        OTHER = "other", _("another way")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    asked = models.CharField(_("who was asked"), max_length=200, blank=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.OTHER)
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True)
    due_at = models.DateTimeField(_("reply awaited until"), null=True, blank=True)
    note = models.TextField(_("note for the desk"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("request for a reply")
        verbose_name_plural = _("requests for a reply")
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["claim", "created_at"], name="reply_of_claim")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asked="", asked_at=None)
                | (~models.Q(asked="") & models.Q(asked_at__isnull=False)),
                name="reply_says_who_and_when",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=_APPEND_ONLY)]

    def __str__(self) -> str:
        return self.asked or str(_("written down earlier"))


class ReplyOutcome(models.Model):
    """What came of a request; append-only, the newest row of a request stands.

    words: the answer, or why the request is struck from the log. received_at: when they answered.
    """

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("answered")
        DECLINED = "declined", _("declined to answer")
        SILENT = "silent", _("did not answer")
        TOLD = "told", _("told in words")
        STRUCK = "struck", _("struck from the log")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ReplyRequest, on_delete=models.PROTECT, related_name="outcomes")
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    words = models.TextField(_("answer in words"), blank=True)
    received_at = models.DateTimeField(_("received at"), null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("outcome of a request for a reply")
        verbose_name_plural = _("outcomes of requests for a reply")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["declined", "silent"]) | ~models.Q(words=""),
                name="reply_outcome_has_words",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=_APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.request}: {self.outcome}"
