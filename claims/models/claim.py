"""A self-contained statement of fact, anchored to the article's own words."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.extraction import ExtractionRun
from claims.models.sentence import Sentence
from claims.models.tracking import tracked


@tracked()
class Claim(models.Model):
    """A claim of the machine (`run` set) or of a person (`added_by` set).

    segments: [[start, end], ...] in reading order, not overlapping; start/end bound them.
    quantities, dates, entities: lists of objects as in the split document (contract, section 1).
    unresolved: words whose meaning the article leaves open, each with its `candidates`.
    REASONS: those that a person gives for dismissing; the others come of splitting and merging, and
    of a claim's author who takes it back.
    made_from: ids of the claims that this one was split from or merged out of.
    version: grows by one with every change; it is the resource's ETag.
    """

    class ReviewState(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")

    class Dismissal(models.TextChoices):
        OPINION = "opinion", _("an opinion")
        PREDICTION = "prediction", _("a prediction")
        NOT_A_CLAIM = "not_a_claim", _("not a claim")
        DUPLICATE = "duplicate", _("a duplicate")
        AMBIGUOUS = "ambiguous", _("ambiguous")
        OUT_OF_SCOPE = "out_of_scope", _("out of scope")
        SPLIT = "split", _("split into others")
        MERGED = "merged", _("merged with others")
        TAKEN_BACK = "taken_back", _("taken back")

    REASONS = [
        Dismissal.OPINION,
        Dismissal.PREDICTION,
        Dismissal.NOT_A_CLAIM,
        Dismissal.DUPLICATE,
        Dismissal.AMBIGUOUS,
        Dismissal.OUT_OF_SCOPE,
    ]

    class Kind(models.TextChoices):
        QUANTITY = "quantity", _("quantity")
        DATE = "date", _("date")
        ATTRIBUTION = "attribution", _("attribution")
        COMPOSITION = "composition", _("composition")
        RELATION = "relation", _("relation")
        EVENT = "event", _("event")
        OTHER = "other", _("other")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    run = models.ForeignKey(
        ExtractionRun, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    sentence = models.ForeignKey(
        Sentence, on_delete=models.SET_NULL, null=True, blank=True, related_name="claims"
    )
    text = models.TextField(_("text that stands alone"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    segments = models.JSONField(default=list)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    check_worthiness = models.FloatField(_("check-worthiness"), default=0.0)
    reasons = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    speaker_name = models.CharField(_("speaker"), max_length=200, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    quantities = models.JSONField(default=list, blank=True)
    dates = models.JSONField(default=list, blank=True)
    entities = models.JSONField(default=list, blank=True)
    unresolved = models.JSONField(default=list, blank=True)
    hedged = models.BooleanField(_("hedged"), default=False)
    negated = models.BooleanField(_("negated"), default=False)
    review_state = models.CharField(
        _("review state"), max_length=10, choices=ReviewState, default=ReviewState.PROPOSED
    )
    dismissal = models.CharField(
        _("reason of dismissal"), max_length=14, choices=Dismissal, blank=True
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_from = ArrayField(models.UUIDField(), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["article", "start", "end", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="claim_span_not_empty"
            ),
            models.CheckConstraint(
                condition=models.Q(check_worthiness__gte=0.0, check_worthiness__lte=1.0),
                name="claim_check_worthiness_is_share",
            ),
            models.CheckConstraint(
                condition=models.Q(review_state="dismissed") ^ models.Q(dismissal=""),
                name="claim_dismissal_has_reason",
            ),
            # hashed: a long sentence would not fit into an index entry
            models.UniqueConstraint("run", "start", "end", MD5("text"), name="claim_once_per_run"),
        ]
        indexes = [
            models.Index(fields=["review_state", "-check_worthiness", "id"], name="claim_queue"),
        ]

    def __str__(self) -> str:
        return self.text
