"""Webhooks as the API shows and takes them."""

from __future__ import annotations

import datetime
from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from annotations.api.newsroom import webhook_examples as examples
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.services.delivering.webhooks import TOLD
from claims.exchange.strict import SAFE_ADDRESS, JsonInput, QueryInput, WebAddress, Words

MAX_URL = 2000


class Moment(serializers.DateTimeField):
    """A moment as in the published documents: UTC, written with Z."""

    def __init__(self, **kwargs: Any) -> None:
        """Take what its parent takes."""
        super().__init__(default_timezone=datetime.UTC, **kwargs)


class SafeAddress(WebAddress):
    """An address that messages can be sent to."""

    words = SAFE_ADDRESS


@extend_schema_serializer(examples=[examples.WISH])
class WebhookInput(JsonInput):
    """A new webhook."""

    url = SafeAddress(max_length=MAX_URL, help_text="An https address of yours.")
    description = Words(required=False, allow_blank=True, max_length=200)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=TOLD),
        source="event_types",
        required=False,
        allow_empty=False,
        min_length=1,
        help_text="What to be told of; all three where nothing is said.",
    )


@extend_schema_serializer(examples=[examples.CHANGE])
class WebhookChangeInput(WebhookInput):
    """A change; what isn't named stays as it is."""

    url = SafeAddress(required=False, max_length=MAX_URL)


@extend_schema_serializer(examples=[examples.SINCE])
class ReplayInput(JsonInput):
    """From when on everything is sent again."""

    since = serializers.DateTimeField(
        help_text="What happened at this moment or later is sent again, as far as it is wanted."
    )


@extend_schema_serializer(examples=[examples.HOOK])
class WebhookShape(serializers.Serializer[Any]):
    """A webhook as it stands.

    webhook_state: `active`, `paused` (by a person; messages wait), or `disabled`, for the reason in
    `disabled_reason`: `gone` (the server answered 410), `failing` (nothing got through for days).
    """

    id = serializers.UUIDField()
    url = serializers.CharField()
    description = serializers.CharField()
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=TOLD), source="event_types"
    )
    webhook_state = serializers.SerializerMethodField()
    disabled_reason = serializers.ChoiceField(
        choices=WebhookEndpoint.DisabledReason.choices, allow_blank=True
    )
    paused_at = Moment(allow_null=True)
    disabled_at = Moment(allow_null=True)
    waiting = serializers.IntegerField(help_text="Messages that wait to be sent.")
    given_up = serializers.IntegerField(help_text="Messages that never got through.")
    delivered_at = Moment(allow_null=True, help_text="When a message last got through.")
    created_at = Moment()
    updated_at = Moment()
    version = serializers.IntegerField(help_text="Grows with each change; the ETag begins with it.")

    def get_webhook_state(self, endpoint: WebhookEndpoint) -> str:
        """Name the state in a word."""
        return state_of(endpoint)


@extend_schema_serializer(examples=[examples.NEW_HOOK])
class NewWebhookShape(WebhookShape):
    """A webhook just made, with its secret, which is never shown again."""

    secret = serializers.CharField(help_text="`whsec_…`, for verifying signatures.")


@extend_schema_serializer(examples=[examples.SECRET])
class SecretShape(serializers.Serializer[Any]):
    """A new secret; the one before signs too until `old_expires_at`."""

    secret = serializers.CharField()
    old_expires_at = Moment(allow_null=True)


class AttemptShape(serializers.Serializer[Any]):
    """One try to deliver; without an answer, `problem` says why."""

    started_at = Moment()
    milliseconds = serializers.IntegerField()
    http_status = serializers.IntegerField(allow_null=True)
    problem = serializers.CharField(help_text="Code of a problem type; empty with an answer.")
    answer = serializers.CharField(help_text="The beginning of the body that came back.")


@extend_schema_serializer(examples=[examples.DELIVERY])
class DeliveryShape(serializers.Serializer[Any]):
    """One message in the log."""

    id = serializers.IntegerField()
    message_id = serializers.SerializerMethodField(
        help_text="The header Webhook-Id: the same whenever this is sent again."
    )
    event = serializers.CharField()
    claim = serializers.UUIDField(source="published.claim_id", allow_null=True, default=None)
    claim_version = serializers.IntegerField(
        source="published.version", allow_null=True, default=None
    )
    delivery_state = serializers.ChoiceField(choices=WebhookDelivery.DeliveryState.choices)
    created_at = Moment()
    due_at = Moment(help_text="From when on it may be tried, the next time or the last.")
    settled_at = Moment(allow_null=True, help_text="When it got through or was given up.")
    attempts = AttemptShape(many=True)

    def get_message_id(self, delivery: WebhookDelivery) -> str:
        """Give what the header says."""
        return delivery.message_id


class DeliveryQuery(QueryInput):
    """Which messages of the log are wanted."""

    delivery_state = serializers.ChoiceField(
        choices=WebhookDelivery.DeliveryState.choices, required=False
    )


@extend_schema_serializer(examples=[examples.QUEUED])
class ReplayedShape(serializers.Serializer[Any]):
    """How many messages were queued."""

    queued = serializers.IntegerField()


def state_of(endpoint: WebhookEndpoint) -> str:
    """Say whether messages go out: `active`, `paused` or `disabled`."""
    if endpoint.disabled_at is not None:
        return "disabled"
    return "paused" if endpoint.paused_at is not None else "active"
