"""What webhooks send, for the description of the API: nobody asks for these, they come.

A test holds them against `annotations.services.delivering.delivery.message_of`.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiResponse, OpenApiWebhook, extend_schema
from rest_framework import serializers

from annotations.api.newsroom.claim_shapes import TombstoneShape, VerifiedClaimShape
from annotations.models import WebhookEvent

HEADERS = (
    "By Standard Webhooks: `webhook-id` is the same however often a message is sent, "
    "`webhook-timestamp` is when this attempt was made (Unix seconds), and `webhook-signature` "
    "holds one `v1,` signature, or two with a space between while a secret is rotated. Verify "
    "them over the body as it came. Answer with any 2xx within 15 seconds, then work on it; "
    "410 disables the webhook, any other answer is tried again, ten times over three days. "
    "Messages about one claim come in their order, those about several claims in any."
)
TAKEN = {"2XX": OpenApiResponse(description="Taken."), 410: OpenApiResponse(description="Stop.")}


class MessageClaimShape(VerifiedClaimShape):
    """The document as it stands at its address, with what the act adds."""

    severity = serializers.ChoiceField(
        ["minor", "significant", ""], help_text="Of a correction; else empty."
    )
    notice = serializers.CharField(help_text="Of a correction, for readers; else empty.")


class MessageTombstoneShape(TombstoneShape):
    """The tombstone; its severity is always empty."""

    severity = serializers.ChoiceField([""])


class MessageTestShape(serializers.Serializer[Any]):
    """Nothing but whom the test was sent to."""

    endpoint = serializers.UUIDField(help_text="The webhook's id.")


class _MessageShape(serializers.Serializer[Any]):
    timestamp = serializers.DateTimeField(
        help_text="When it happened, however late the message comes."
    )


class PublishedMessageShape(_MessageShape):
    """A claim was published."""

    type = serializers.ChoiceField([WebhookEvent.PUBLISHED.value])
    data = MessageClaimShape()  # type: ignore[assignment] # DRF's attribute is per field


class CorrectedMessageShape(_MessageShape):
    """A published claim was corrected."""

    type = serializers.ChoiceField([WebhookEvent.CORRECTED.value])
    data = MessageClaimShape()  # type: ignore[assignment] # as above


class WithdrawnMessageShape(_MessageShape):
    """A published claim was withdrawn."""

    type = serializers.ChoiceField([WebhookEvent.WITHDRAWN.value])
    data = MessageTombstoneShape()  # type: ignore[assignment] # as above


class TestMessageShape(_MessageShape):
    """Somebody tries the receiver."""

    type = serializers.ChoiceField([WebhookEvent.TEST.value])
    data = MessageTestShape()  # type: ignore[assignment] # as above


MESSAGES = {
    WebhookEvent.PUBLISHED: PublishedMessageShape,
    WebhookEvent.CORRECTED: CorrectedMessageShape,
    WebhookEvent.WITHDRAWN: WithdrawnMessageShape,
    WebhookEvent.TEST: TestMessageShape,
}


def _described(event: WebhookEvent) -> OpenApiWebhook:
    shape = MESSAGES[event]
    return OpenApiWebhook(
        event.value,
        extend_schema(
            summary=str(shape.__doc__).rstrip("."),
            description=HEADERS,
            tags=["Webhooks"],
            request=shape,
            responses=TAKEN,
        ),
    )


PUBLISHED, CORRECTED, WITHDRAWN, TEST = map(_described, MESSAGES)
