"""Shapes of the desk's publication API."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers

from annotations.models import PublicationDraft, PublishedClaim
from annotations.publication_gate import GATE_CODES


class DraftShape(serializers.ModelSerializer[PublicationDraft]):
    """The editor's words and dates of the coming version."""

    class Meta:
        model = PublicationDraft
        fields = [
            "headline",
            "rationale",
            "language",
            "claim_made_on",
            "as_of",
            "recheck_on",
            "one_source_reason",
            "no_primary_reason",
            "right_of_reply",
            "version",
        ]
        read_only_fields = ["version"]

    def validate_claim_made_on(self, day: date | None) -> date | None:
        """Refuse a day that hasn't come yet."""
        if day is not None and day > timezone.localdate():
            raise serializers.ValidationError(_("A claim can't have been made in the future."))
        return day


class GateItemShape(serializers.Serializer[Any]):
    """One rule of the gate, and the draft's field that would meet it."""

    code = serializers.ChoiceField(GATE_CODES)
    met = serializers.BooleanField()
    message = serializers.CharField()
    field = serializers.CharField(allow_null=True)


class CurrentVersionShape(serializers.ModelSerializer[PublishedClaim]):
    """The version that the public reads."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = PublishedClaim
        fields = ["seq", "version", "act", "url", "created_at", "etag"]

    def get_url(self, version: PublishedClaim) -> str:
        """Give the public page's address."""
        address: str = version.document["url"]
        return address


class PublishedVersionShape(serializers.ModelSerializer[PublishedClaim]):
    """One version in the list; the rating is the one it went out with."""

    rating = serializers.CharField(source="rating_key")

    class Meta:
        model = PublishedClaim
        fields = ["version", "act", "severity", "notice", "created_at", "rating", "headline"]


class PublicationShape(serializers.Serializer[Any]):
    """A claim's publication as the desk sees it."""

    state = serializers.ChoiceField(["unpublished", "published", "withdrawn"])
    may_publish = serializers.BooleanField()
    draft = DraftShape()
    gate = GateItemShape(many=True)
    ready = serializers.BooleanField()
    current = CurrentVersionShape(allow_null=True)
    versions = PublishedVersionShape(many=True)


class CorrectionInput(serializers.Serializer[Any]):
    """How grave the mistake was, and what the public is told."""

    severity = serializers.ChoiceField(PublishedClaim.Severity.choices)
    notice = serializers.CharField(max_length=2000)


class WithdrawalInput(serializers.Serializer[Any]):
    """What the public is told."""

    notice = serializers.CharField(max_length=2000)
