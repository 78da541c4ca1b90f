"""One pass of one pipeline version over one article."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.model_answer import ModelProblem
from claims.models.tracking import tracked


@tracked(exclude=["progress", "lease_until", "updated_at"])
class ExtractionRun(models.Model):
    """The job of splitting, kept in the database so that a broker that forgets loses nothing.

    progress: share of the article's text that is split, in [0, 1].
    lease_until: while a worker runs it, when the sweep may take it for dead.
    model_problem: why claims are the product's own where a language model was to be asked.
    """

    class ExtractionState(models.TextChoices):
        QUEUED = "queued", _("waiting to be split")
        RUNNING = "running", _("being split")
        DONE = "done", _("split")
        FAILED = "failed", _("could not be split")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="extraction_runs")
    pipeline = models.CharField(_("pipeline"), max_length=60, blank=True)
    extraction_state = models.CharField(
        _("extraction state"),
        max_length=10,
        choices=ExtractionState,
        default=ExtractionState.QUEUED,
    )
    progress = models.FloatField(_("progress"), default=0.0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.CharField(_("problem"), max_length=60, blank=True)
    problem_detail = models.TextField(_("what went wrong"), blank=True)
    model_problem = models.CharField(
        _("problem of the language model"), max_length=60, choices=ModelProblem, blank=True
    )
    lease_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(_("queued at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("extraction run")
        verbose_name_plural = _("extraction runs")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(extraction_state__in=["queued", "running"]),
                name="extraction_one_open_per_article",
            ),
            models.CheckConstraint(
                condition=models.Q(progress__gte=0.0, progress__lte=1.0),
                name="extraction_progress_is_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} ({self.extraction_state})"
