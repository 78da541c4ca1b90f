"""Examples in the description of the webhooks API."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample

_HOOK: dict[str, Any] = {
    "id": "5f0c9f4e-3c0e-4a53-9c5e-0d7a0f6f2b11",
    "url": "https://redazione.example.org/vaglio",
    "description": "Archivio del sito",
    "events": ["claim.published", "claim.corrected", "claim.withdrawn"],
    "webhook_state": "active",
    "disabled_reason": "",
    "paused_at": None,
    "disabled_at": None,
    "waiting": 0,
    "given_up": 0,
    "delivered_at": "2026-03-02T09:41:07.120000Z",
    "created_at": "2026-02-27T16:00:00Z",
    "updated_at": "2026-02-27T16:00:00Z",
    "version": 1,
}
_SECRET = "whsec_" + "A" * 43 + "="
_ATTEMPT = {
    "started_at": "2026-03-02T09:41:07Z",
    "milliseconds": 84,
    "http_status": 204,
    "problem": "",
    "answer": "",
}

WISH = OpenApiExample(
    "A webhook for corrections",
    {"url": _HOOK["url"], "events": ["claim.corrected", "claim.withdrawn"]},
    request_only=True,
)
CHANGE = OpenApiExample("Another address", {"url": _HOOK["url"]}, request_only=True)
SINCE = OpenApiExample("Since Monday", {"since": "2026-03-02T00:00:00Z"}, request_only=True)
HOOK = OpenApiExample("An active webhook", _HOOK, response_only=True)
NEW_HOOK = OpenApiExample(
    "Just made", {**_HOOK, "delivered_at": None, "secret": _SECRET}, response_only=True
)
SECRET = OpenApiExample(
    "Rotated",
    {"secret": _SECRET, "old_expires_at": "2026-03-03T09:41:07Z"},
    response_only=True,
)
DELIVERY = OpenApiExample(
    "Delivered at once",
    {
        "id": 812,
        "message_id": "version-4711",
        "event": "claim.corrected",
        "claim": "0c7d6c3e-9a51-4a5c-8f1c-2f1f6f9d5a10",
        "claim_version": 2,
        "delivery_state": "delivered",
        "created_at": "2026-03-02T09:41:06Z",
        "due_at": "2026-03-02T09:41:06Z",
        "settled_at": "2026-03-02T09:41:07.120000Z",
        "attempts": [_ATTEMPT],
    },
    response_only=True,
    status_codes=["200", "202"],
)
QUEUED = OpenApiExample("Three messages", {"queued": 3}, response_only=True, status_codes=["202"])
