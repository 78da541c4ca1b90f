"""A sentence of an article, as the machine found it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.extraction import ExtractionRun


class Sentence(models.Model):
    """Span [start, end) of the article's text, its label and check-worthiness in [0, 1]."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sentences")
    run = models.ForeignKey(ExtractionRun, on_delete=models.CASCADE, related_name="sentences")
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(max_length=20)
    check_worthiness = models.FloatField()
    reasons = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        verbose_name = _("sentence")
        verbose_name_plural = _("sentences")
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "position"], name="sentence_one_per_position"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="sentence_span_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.article.text[self.start : self.end]
