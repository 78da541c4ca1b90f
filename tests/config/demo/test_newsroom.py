"""The demo's newsroom: approved, its key in a file of its owner's, nothing sent anywhere."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from annotations.models import ApiKey, WebhookEndpoint
from annotations.queries.webhooks import endpoints_to_wake
from config.demo.cast import make_cast
from config.demo.newsroom import seed_newsroom
from tests.annotations.newsroom_cast import client_with
from tests.annotations.publishing import make_published
from tests.factories import Cast


def test_it_has_one_key_that_works_and_a_webhook_that_rests(cast: Cast, tmp_path: Path) -> None:
    make_published(cast)
    people, file = make_cast(), tmp_path / "key"
    assert seed_newsroom(people, file) == seed_newsroom(people, file)
    assert file.stat().st_mode & 0o777 == 0o600
    client = client_with(file.read_text().strip())
    assert client.get("/api/v1/verified-claims/").status_code == 200
    assert client.get("/api/v1/webhooks/").json()["results"][0]["waiting"] == 1
    assert (ApiKey.objects.count(), WebhookEndpoint.objects.count()) == (1, 1)
    assert [who for who, user in people.items() if user.is_staff] == ["chiara", "davide", "admin"]
    assert list(endpoints_to_wake(timezone.now() + timedelta(days=9), timedelta())) == []
