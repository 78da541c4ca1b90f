"""A document that a reviewer cites, and the copies we keep of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.tracking import tracked


@tracked()
class Source(models.Model):
    """One row a document, however it came: `url` is normalised, `file_sha256` names a file.

    url: empty for a document that was added by file and has no address yet.
    file_sha256: lower-case hexadecimal of the bytes that it was added by; empty for an address.
    merged_into: the source with an address that turned out to be the same document; this row is
    then but a signpost.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    file_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["url"], condition=~models.Q(url=""), name="source_once_per_address"
            ),
            models.UniqueConstraint(
                fields=["file_sha256"],
                condition=~models.Q(file_sha256=""),
                name="source_once_per_file",
            ),
            models.CheckConstraint(
                condition=~models.Q(url="") | ~models.Q(file_sha256=""),
                name="source_is_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(url=""),
                name="source_merged_has_no_address",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or self.file_sha256[:12]

    @property
    def standing(self) -> Source:
        """Give the row that stands for this document."""
        return self.merged_into or self


@tracked(exclude=["content", "text", "lease_until", "attempts"])
class ArchivedCopy(models.Model):
    """A copy of a source as it was on a day: fetched by us, or attached by a person.

    content: the bytes as received; text: the readable words in them, for picking excerpts;
    text_state: how far the words were read; a PDF waits for a worker, others are read at once.
    sha256: lower-case hexadecimal of `content`. attempts: how often a worker took it up, to fetch
    it or to read its words.
    """

    class CopyState(models.TextChoices):
        QUEUED = "queued", _("waiting to be fetched")
        KEPT = "kept", _("kept")
        FAILED = "failed", _("could not be fetched")

    class TextState(models.TextChoices):
        WAITING = "waiting", _("the words are being read")
        READ = "read", _("the words were read")
        PART = "part", _("only a part of the words was read")
        NONE = "none", _("no text in this file")
        LOCKED = "locked", _("the file is locked with a password")
        BROKEN = "broken", _("the file is damaged")
        COSTLY = "costly", _("reading the words took too much time or memory")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="copies")
    copy_state = models.CharField(
        _("copy state"), max_length=10, choices=CopyState, default=CopyState.QUEUED
    )
    problem = models.CharField(_("problem"), max_length=60, blank=True)
    problem_detail = models.TextField(_("what went wrong"), blank=True)
    content = models.BinaryField(_("content"), null=True, blank=True)
    content_type = models.CharField(_("content type"), max_length=100, blank=True)
    text = models.TextField(_("readable text"), blank=True)
    text_state = models.CharField(
        _("text state"), max_length=10, choices=TextState, default=TextState.NONE
    )
    sha256 = models.CharField(_("SHA-256 of the content"), max_length=64, blank=True)
    attached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    kept_at = models.DateTimeField(_("kept at"), null=True, blank=True)

    class Meta:
        verbose_name = _("archived copy")
        verbose_name_plural = _("archived copies")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(copy_state="kept")
                | (models.Q(content__isnull=False) & ~models.Q(sha256="")),
                name="copy_kept_has_content",
            ),
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(copy_state="queued"),
                name="copy_one_queued_per_source",
            ),
        ]
        indexes = [
            models.Index(
                fields=["sha256"], condition=models.Q(copy_state="kept"), name="copy_kept_sha256"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.copy_state})"
