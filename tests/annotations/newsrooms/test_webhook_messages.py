"""What a webhook sends is what the OpenAPI file says it sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.utils import timezone
from jsonschema import Draft202012Validator

from annotations.models import WebhookDelivery
from annotations.services.delivering.delivery import message_of
from annotations.services.delivering.webhooks import send_test
from annotations.services.publishing.publication import withdraw
from tests.annotations.newsroom_cast import editor_of
from tests.annotations.newsrooms.conftest import Hook, amend, published
from tests.factories import Cast

PROMISED = Path(__file__).parents[2] / "openapi.json"


def described() -> dict[str, Draft202012Validator]:
    schema = json.loads(PROMISED.read_text())
    bodies = {
        event: verbs["post"]["requestBody"]["content"]["application/json"]["schema"]
        for event, verbs in schema["webhooks"].items()
    }
    return {
        event: Draft202012Validator(body | {"components": schema["components"]})
        for event, body in bodies.items()
    }


def test_every_message_is_as_described(cast: Cast, hook: Hook) -> None:
    version = published(cast)
    amend(version, cast)
    withdraw(claim=version.claim, by=cast.editor, notice="Era di un altro.")
    send_test(endpoint=hook.endpoint, by=editor_of(hook.endpoint.newsroom), now=timezone.now())
    sent: dict[str, dict[str, Any]] = {
        delivery.event: json.loads(message_of(delivery).body)
        for delivery in WebhookDelivery.objects.order_by("id")
    }
    validators = described()
    assert set(sent) == set(validators)
    for event, body in sent.items():
        faults = [error.message for error in validators[event].iter_errors(body)]
        assert not faults, (event, faults)
        properties = validators[event].schema["components"]["schemas"]
        told = properties[validators[event].schema["$ref"].rpartition("/")[2]]["properties"]
        named = properties[told["data"]["$ref"].rpartition("/")[2]]["properties"]
        assert set(body) == set(told)
        assert set(body["data"]) == set(named), event
