"""What a language model answered about an article, kept so that nothing is asked twice."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.tracking import tracked


class ModelProblem(models.TextChoices):
    """Why a model's answers are missing from a run, or from part of it."""

    ADDRESS = "model-address", _("the model's address can't be used")
    UNREACHABLE = "model-unreachable", _("the model can't be reached")
    TOO_SLOW = "model-too-slow", _("the model took too long")
    KEY_REFUSED = "model-key-refused", _("the model refused the key")
    BUSY = "model-busy", _("the model is overloaded")
    FAILED = "model-failed", _("the model's server failed")
    TOO_LARGE = "model-too-large", _("the model's answer was too large")
    NONSENSE = "model-nonsense", _("the model's answer wasn't in the form asked for")


@tracked(exclude=["content"])
class ModelAnswer(models.Model):
    """One answer that could be read; it goes with its article.

    key: lower-case hexadecimal SHA-256 of all that was asked: the model's name, the rules, the
    words. content: what the model said, in the form that was asked for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="model_answers")
    key = models.CharField(max_length=64)
    model = models.CharField(max_length=200)
    content = models.TextField(_("answer"))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("answer of the language model")
        verbose_name_plural = _("answers of the language model")
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="model_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.key[:12]}"
