"""A published claim: frozen, versioned, served as its stored bytes."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.verdict import Verdict
from claims.models import Claim
from claims.models.tracking import tracked

_FILTERED = ["kind", "speaker_key", "entity_keys", "publisher_key", "source_domains"]
_LONGEST_HOST = 253


_SEARCHED = ["search", "claim_key", "search_key"]
_MARKS = models.Func(
    "seq", "language", "search", "entity_keys", "source_domains", function="annotations_marks"
)
"""What a row is found by, and where (annotations.queries.public_marks)."""


@tracked(exclude=["body", "first_published_at", *_FILTERED, *_SEARCHED])
class PublishedClaim(models.Model):
    """One version of what the public reads about a claim.

    seq: place in the one public order; given under a lock, so that rows become visible in it.
    document: the public JSON document; body: the same rendered, the bytes the API serves.
    is_current: the newest version of its claim; the only column that ever changes.
    language to first_published_at: copies for filters, taken from the document
    (annotations.filter_keys). search, claim_key, search_key: by what words it is found; a
    tombstone keeps those of what it took back.
    """

    class Act(models.TextChoices):
        PUBLISHED = "published", _("published")
        CORRECTED = "corrected", _("corrected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Severity(models.TextChoices):
        MINOR = "minor", _("minor")
        SIGNIFICANT = "significant", _("significant")

    seq = models.BigIntegerField(primary_key=True)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    act = models.CharField(_("act"), max_length=10, choices=Act)
    severity = models.CharField(_("severity"), max_length=12, choices=Severity, blank=True)
    notice = models.TextField(_("notice"), blank=True)
    is_current = models.BooleanField(default=True)
    language = models.CharField(max_length=2)
    rating_key = models.CharField(max_length=30)
    kind = models.CharField(max_length=12, blank=True)
    speaker_key = models.TextField(blank=True)
    entity_keys = ArrayField(models.TextField(), default=list)
    publisher_key = models.TextField(blank=True)
    source_domains = ArrayField(models.CharField(max_length=_LONGEST_HOST), default=list)
    first_published_at = models.DateTimeField()
    headline = models.CharField(_("headline"), max_length=300)
    document = models.JSONField()
    body = models.BinaryField()
    etag = models.CharField(max_length=64)
    search = SearchVectorField(null=True)
    claim_key = models.TextField(default="", blank=True)
    search_key = models.TextField(default="", blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published claim")
        verbose_name_plural = _("published claims")
        ordering = ["-seq"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="published_version_once"),
            models.UniqueConstraint(
                fields=["claim"],
                condition=models.Q(is_current=True),
                name="published_one_current_per_claim",
            ),
            models.CheckConstraint(
                condition=models.Q(act="published")
                | (models.Q(act="withdrawn") & ~models.Q(notice=""))
                | (
                    models.Q(act="corrected")
                    & ~models.Q(notice="")
                    & models.Q(severity__in=["minor", "significant"])
                ),
                name="published_change_has_notice",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-seq"], condition=models.Q(is_current=True), name="published_current"
            ),
            models.Index(fields=["created_at"], name="published_created"),
            # the marks for searches along the public order, the rest for other orders
            GinIndex(_MARKS, "search", "entity_keys", "source_domains", name="published_marked"),
            HashIndex(fields=["claim_key"], name="published_claim_key"),
            *[
                models.Index(
                    fields=[column, "-seq"],
                    condition=models.Q(is_current=True),
                    name=f"published_{column}",
                )
                for column in ("language", "rating_key", "kind", "speaker_key", "publisher_key")
            ],
            models.Index(
                fields=["first_published_at"],
                condition=models.Q(is_current=True),
                name="published_first",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="frozen",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["is_current"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} (v{self.version})"
