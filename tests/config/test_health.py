"""The health page."""

from __future__ import annotations

from typing import Any

from rest_framework.test import APIClient

from config import health


def test_health_names_the_broker_that_is_gone(anonymous: APIClient, monkeypatch: Any) -> None:
    monkeypatch.setattr(health, "_broker_answers", lambda: False)
    answer = anonymous.get("/healthz/")
    assert answer.status_code == 503
    assert answer.json() == {"database": True, "broker": False}
