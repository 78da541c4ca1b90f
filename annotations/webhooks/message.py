"""A webhook's message on the wire, by the Standard Webhooks specification 1.0.

Body: {"type", "timestamp", "data"}; headers webhook-id, webhook-timestamp, webhook-signature. The
signature is `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`, one for each secret that
counts, with spaces between.
"""

from __future__ import annotations

import base64
import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from standardwebhooks import Webhook

SECRET_PREFIX = "whsec_"  # noqa: S105 - what every secret begins with
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Message:
    """What is told: `id` stays the same however often it is sent, so a receiver knows it again."""

    id: str
    body: bytes


def make_secret() -> str:
    """Draw a secret: 256 random bits in base64 after `whsec_`."""
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def message(*, id: str, event: str, at: datetime.datetime, data: Mapping[str, Any]) -> Message:
    """Write a message; at: when what it tells of happened."""
    body = {"type": event, "timestamp": at.astimezone(datetime.UTC), "data": data}
    return Message(id, orjson.dumps(body, option=orjson.OPT_UTC_Z))


def signed_headers(
    told: Message, whsecs: Sequence[str], *, now: datetime.datetime, user_agent: str
) -> dict[str, str]:
    """Give the headers of one attempt; receivers refuse a `now` five minutes off their own."""
    moment = now.astimezone(datetime.UTC)
    signatures = [Webhook(secret).sign(told.id, moment, told.body.decode()) for secret in whsecs]
    return {
        "Content-Type": "application/json",
        "User-Agent": user_agent,
        "Webhook-Id": told.id,
        "Webhook-Timestamp": str(int(moment.timestamp())),
        "Webhook-Signature": " ".join(signatures),
    }
