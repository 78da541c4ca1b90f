"""What readers say is wrong, and what came of it."""

from __future__ import annotations

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models import Claim

LONGEST_WORDS = 5000
LONGEST_EMAIL = 254
"""RFC 5321: what fits between the angle brackets of a path."""
_APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class ErrorReport(models.Model):
    """A reader's report on one published claim, or on the site where `claim` is empty.

    A ticket: never changed, its state follows from the acts on it. words: what the reader wrote,
    read by the desk only. version: the published version that the reader had before them.
    """

    class Kind(models.TextChoices):
        FACT = "fact", _("A fact is wrong")
        RATING = "rating", _("The rating doesn’t follow from the evidence")
        SOURCE = "source", _("A source is missing, gone or misread")
        ATTRIBUTION = "attribution", _("Wrong person, place or date")
        REPLY = "reply", _("It is about me, and I answer")
        WORDING = "wording", _("Spelling, wording or translation")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(_("version"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    words = models.TextField(_("what the reader wrote"))
    url = models.URLField(_("source that shows it"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=2)
    created_at = models.DateTimeField(_("reported"), auto_now_add=True)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["claim", "-created_at"], name="report_of_claim")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="report_has_words"),
        ]
        triggers = [_APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words[:60]}"


class ReportContact(models.Model):
    """Where to answer, if the reader said; the one personal detail, deleted after closing.

    Not in the audit trail, which could never forget it.
    """

    report = models.OneToOneField(
        ErrorReport, on_delete=models.PROTECT, primary_key=True, related_name="contact"
    )
    email = models.EmailField(_("e-mail"), max_length=LONGEST_EMAIL)

    class Meta:
        verbose_name = _("reader's e-mail")
        verbose_name_plural = _("readers' e-mails")

    def __str__(self) -> str:
        return self.email


class ReportEvent(models.Model):
    """What the desk did with a report; append-only, the newest row gives the report's state.

    words: public for an answer, a closing and a reopening; a note of the desk for a taking up.
    """

    class Act(models.TextChoices):
        TAKE = "take", _("taken up")
        ANSWER = "answer", _("answered")
        CLOSE = "close", _("closed")
        REOPEN = "reopen", _("reopened")

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("corrected")
        NO_CHANGE = "no_change", _("no change needed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        SPAM = "spam", _("not a report")

    report = models.ForeignKey(ErrorReport, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(_("act"), max_length=8, choices=Act)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True)
    words = models.TextField(_("words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("act on a report")
        verbose_name_plural = _("acts on reports")
        ordering = ["-id"]
        indexes = [models.Index(fields=["report", "-id"], name="report_event_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(act="close") ^ models.Q(outcome=""),
                name="report_closed_with_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(act="take") | models.Q(outcome="spam") | ~models.Q(words=""),
                name="report_answered_in_words",
            ),
        ]
        triggers = [_APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.words[:60]}"
