"""Shapes of the desk's publication API."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers

from annotations.errors.publication import StillToCome
from annotations.models import PublicationDraft, PublishedClaim, ReplyOutcome, ReplyRequest
from annotations.models.draft import LONGEST_HEADLINE
from annotations.publication_gate import GATE_CODES
from annotations.queries.people import display_name
from annotations.queries.replies import ReplySeen, ReplyState
from annotations.services.publishing.changes import PARTS
from claims.exchange.strict import JsonInput, Words
from claims.models import Article

_PAST = "Not still to come."
_CLOCKS_APART = timedelta(minutes=5)
"""How far a browser's clock may go before ours."""


class DraftShape(serializers.ModelSerializer[PublicationDraft]):
    """The editor's words and dates of the coming version, as they are stored."""

    language = serializers.ChoiceField(Article.Language.choices, allow_blank=True)

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
            "version",
        ]
        read_only_fields = fields


def _has_come(day: date | None) -> None:
    if day is not None and day > timezone.localdate():
        raise StillToCome(_("A claim can't have been made in the future."))


class DraftInput(JsonInput):
    """Words and dates of the coming version; what isn't named stays as it is."""

    headline = Words(required=False, allow_blank=True, max_length=LONGEST_HEADLINE)
    rationale = Words(required=False, allow_blank=True)
    language = serializers.ChoiceField(Article.Language.choices, required=False, allow_blank=True)
    claim_made_on = serializers.DateField(
        required=False, allow_null=True, validators=[_has_come], help_text=_PAST
    )
    as_of = serializers.DateField(required=False, allow_null=True)
    recheck_on = serializers.DateField(required=False, allow_null=True)
    one_source_reason = Words(required=False, allow_blank=True)
    no_primary_reason = Words(required=False, allow_blank=True)


class GateItemShape(serializers.Serializer[Any]):
    """One rule of the gate, and the draft's field that would meet it."""

    code = serializers.ChoiceField(GATE_CODES)
    met = serializers.BooleanField()
    message = serializers.CharField()
    field = serializers.CharField(allow_null=True)
    binding = serializers.BooleanField(
        help_text="Whether nothing is published without it; otherwise it is good practice."
    )


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


class ReplyOutcomeShape(serializers.ModelSerializer[ReplyOutcome]):
    """What came of a request for a reply, and who wrote it down."""

    written_by = serializers.SerializerMethodField()

    class Meta:
        model = ReplyOutcome
        fields = ["outcome", "words", "received_at", "written_by", "created_at"]

    def get_written_by(self, outcome: ReplyOutcome) -> str:
        """Name who wrote it down."""
        return display_name(outcome.written_by)


class ReplyShape(serializers.Serializer[ReplySeen]):
    """A request for a reply, with every outcome written down of it, newest first."""

    id = serializers.UUIDField(source="request.pk")
    asked = serializers.CharField(source="request.asked", allow_blank=True)
    channel = serializers.ChoiceField(ReplyRequest.Channel.choices, source="request.channel")
    asked_at = serializers.DateTimeField(
        source="request.asked_at", allow_null=True, default_timezone=UTC
    )
    due_at = serializers.DateTimeField(
        source="request.due_at", allow_null=True, default_timezone=UTC
    )
    note = serializers.CharField(source="request.note", allow_blank=True)
    written_by = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField(source="request.created_at")
    state = serializers.ChoiceField([state.value for state in ReplyState])
    outcomes = ReplyOutcomeShape(many=True)

    def get_written_by(self, reply: ReplySeen) -> str:
        """Name who wrote it down."""
        return display_name(reply.request.written_by)


class PublicationShape(serializers.Serializer[Any]):
    """A claim's publication as the desk sees it."""

    state = serializers.ChoiceField(["unpublished", "published", "withdrawn"])
    may_publish = serializers.BooleanField()
    draft = DraftShape()
    gate = GateItemShape(many=True)
    ready = serializers.BooleanField()
    changes = serializers.ListField(
        child=serializers.ChoiceField(PARTS),
        help_text="The parts of what is public that a correction would change as things stand.",
    )
    replies = ReplyShape(many=True)
    current = CurrentVersionShape(allow_null=True)
    versions = PublishedVersionShape(many=True)


class CorrectionInput(JsonInput):
    """How grave the mistake was, and what the public is told."""

    severity = serializers.ChoiceField(PublishedClaim.Severity.choices)
    notice = Words(max_length=2000)


class WithdrawalInput(JsonInput):
    """What the public is told."""

    notice = Words(max_length=2000)


def _not_to_come(moment: datetime | None) -> None:
    if moment is not None and moment > timezone.now() + _CLOCKS_APART:
        raise StillToCome


class ReplyInput(JsonInput):
    """Whom we asked for a reply, how, when, and until when we wait."""

    asked = Words(max_length=200)
    channel = serializers.ChoiceField(ReplyRequest.Channel.choices)
    asked_at = serializers.DateTimeField(validators=[_not_to_come], help_text=_PAST)
    due_at = serializers.DateTimeField(required=False, allow_null=True)
    note = Words(required=False, allow_blank=True, max_length=20_000)


class ReplyOutcomeInput(JsonInput):
    """What came of it: the answer in words, or why the request is struck from the log."""

    outcome = serializers.ChoiceField(
        [choice for choice in ReplyOutcome.Outcome.choices if choice[0] != "told"]
    )
    words = Words(required=False, allow_blank=True, max_length=20_000)
    received_at = serializers.DateTimeField(
        required=False, allow_null=True, validators=[_not_to_come], help_text=_PAST
    )
