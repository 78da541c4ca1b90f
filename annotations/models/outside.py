"""What an outside client wrote by the Web Annotation Protocol, kept as it came."""

from __future__ import annotations

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from claims.models import Article, Claim
from claims.models.tracking import tracked


@tracked()
class OutsideAnnotation(models.Model):
    """An outside client's annotation, with all that the desk has no place for.

    article: None for a page that isn't one of our articles.
    start, end: the passage's span in the article's text, in code points; None for the whole page.
    document: the JSON-LD as it was sent, without its `id`, which stands in `via` if it was foreign.
    review: the review that it became, which then has the same id; None while it waits.
    review_version: the version of that review which `document` still says word for word.
    version: grows by one with every change while it waits; it is the resource's ETag.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    document = models.JSONField()
    review = models.OneToOneField(
        Annotation, on_delete=models.PROTECT, null=True, blank=True, related_name="outside"
    )
    review_version = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("annotation from outside")
        verbose_name_plural = _("annotations from outside")
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start=None, end=None)
                | models.Q(article__isnull=False, start__isnull=False, end__gt=models.F("start")),
                name="outside_span_in_an_article",
            ),
            models.CheckConstraint(
                condition=models.Q(review=None) | models.Q(end__isnull=False),
                name="outside_review_has_a_span",
            ),
            models.CheckConstraint(
                condition=models.Q(review=None) | models.Q(review=models.F("id")),
                name="outside_review_has_its_id",
            ),
        ]

    def __str__(self) -> str:
        place = "" if self.start is None else f" [{self.start}, {self.end})"
        return f"{self.article or self.pk}{place}"


class OutsideDecision(models.Model):
    """What a moderator decided about an annotation that waits; append-only, the newest row stands.

    claim: the claim that stands in the queue since then, None where it was rejected.
    """

    class Act(models.TextChoices):
        ACCEPTED = "accepted", _("accepted into the queue")
        REJECTED = "rejected", _("rejected")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    outside = models.ForeignKey(
        OutsideAnnotation, on_delete=models.PROTECT, related_name="decisions"
    )
    act = models.CharField(_("act"), max_length=10, choices=Act)
    reason = models.TextField(_("reason"), blank=True)
    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision about an annotation from outside")
        verbose_name_plural = _("decisions about annotations from outside")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(act="accepted", claim__isnull=False)
                | (models.Q(act="rejected", claim=None) & ~models.Q(reason="")),
                name="outside_rejection_has_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.outside}"
