"""One news text as it was read once."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.tracking import tracked


@tracked(exclude=["text"])
class Article(models.Model):
    """A revision of a news text; once read, its text never changes.

    text: normalised (NFC, LF line ends); every offset in the database points into it, in code
    points. text_sha256: lower-case hexadecimal of its UTF-8 bytes, empty until it is read.
    supersedes: the earlier reading of the same address whose words differed.
    duplicate_of: set when the page read turned out to hold a text we already have.
    """

    class ReadingState(models.TextChoices):
        QUEUED = "queued", _("waiting to be read")
        READ = "read", _("read")
        FAILED = "failed", _("could not be read")

    class Language(models.TextChoices):
        IT = "it", _("Italian")
        EN = "en", _("English")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language, blank=True)
    requested_url = models.URLField(_("address asked for"), max_length=2000, blank=True)
    canonical_url = models.URLField(_("canonical address"), max_length=2000, blank=True)
    text = models.TextField(_("text"), blank=True)
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, blank=True)
    reading_state = models.CharField(
        _("reading state"), max_length=10, choices=ReadingState, default=ReadingState.QUEUED
    )
    reading_problem = models.CharField(_("reading problem"), max_length=60, blank=True)
    reading_detail = models.TextField(_("what went wrong"), blank=True)
    reading_attempts = models.PositiveSmallIntegerField(_("reading attempts"), default=0)
    reading_lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    duplicate_of = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["text_sha256"],
                condition=~models.Q(text_sha256="") & models.Q(duplicate_of=None),
                name="article_one_per_text",
            ),
            models.CheckConstraint(
                condition=~models.Q(reading_state="read")
                | models.Q(duplicate_of__isnull=False)
                | (~models.Q(text="") & ~models.Q(text_sha256="") & ~models.Q(language="")),
                name="article_read_has_text",
            ),
        ]
        indexes = [models.Index(fields=["canonical_url"], name="article_canonical_url")]

    def __str__(self) -> str:
        return self.title or self.requested_url or str(self.pk)
