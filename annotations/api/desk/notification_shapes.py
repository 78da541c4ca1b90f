"""How notifications look in JSON, and what marking them read takes."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from annotations.models import Notification, Source
from annotations.queries.people import display_name
from claims.exchange.strict import JsonInput, QueryInput
from claims.models import Claim


class NotifiedClaimShape(serializers.ModelSerializer[Claim]):
    """The claim that a notification is about."""

    article_title = serializers.CharField(source="article.title")

    class Meta:
        model = Claim
        fields = ("id", "text", "article", "article_title")


class NotifiedSourceShape(serializers.ModelSerializer[Source]):
    """The source that a notification is about."""

    class Meta:
        model = Source
        fields = ("id", "title", "url")


class NotificationShape(serializers.ModelSerializer[Notification]):
    """One message; it holds no rating."""

    claim = NotifiedClaimShape(allow_null=True)
    source = NotifiedSourceShape(allow_null=True)  # type: ignore[assignment] # DRF's own name
    actor = serializers.SerializerMethodField()

    class Meta:
        model = Notification
        fields = ("id", "kind", "claim", "source", "actor", "due_at", "created_at", "read_at")

    def get_actor(self, notification: Notification) -> str | None:
        """Name who did it; null for the machine, and where a name would tell too much."""
        return display_name(notification.actor) if notification.actor else None


class UnreadShape(serializers.Serializer[Any]):
    """How many notifications wait."""

    unread = serializers.IntegerField()


class ReadInput(JsonInput):
    """Up to which moment all are marked read; without it, all."""

    until = serializers.DateTimeField(required=False)


class NotificationQuery(QueryInput):
    """Which notifications are wanted."""

    unread = serializers.BooleanField(
        required=False, default=False, help_text="Only what isn't read yet."
    )
