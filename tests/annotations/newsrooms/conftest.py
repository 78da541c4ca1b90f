"""What tests of webhooks share: a clock, a receiver, a newsroom's endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db.models import Min
from django.utils import timezone
from standardwebhooks import Webhook

from annotations.models import Newsroom, PublishedClaim, WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import due_deliveries
from annotations.services.delivering.webhooks import create_endpoint
from annotations.webhook_tasks import deliver_next
from claims.models import Article
from tests.annotations.newsroom_cast import editor_of, make_newsroom
from tests.annotations.newsrooms.receiver import Clock, Heard, Receiver, receiving
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import TEXT, Cast, make_article


@dataclass
class Hook:
    """A webhook with its secret, on a clock that the test moves."""

    endpoint: WebhookEndpoint
    secret: str
    clock: Clock

    def pump(self) -> int:
        """Send what is due now; gives how many messages were tried."""
        tried = 0
        while deliver_next(self.endpoint.pk, self.clock.now):
            tried += 1
        return tried

    def pump_to_the_end(self, steps: int = 60) -> None:
        """Go from moment to moment at which something is due, until nothing is."""
        for _ in range(steps):
            if self.pump():
                continue
            self.endpoint.refresh_from_db()
            ever = due_deliveries(self.clock.now + timedelta(days=99))
            due = ever.filter(endpoint=self.endpoint).aggregate(due=Min("due_at"))["due"]
            if due is None or self.endpoint.disabled_at:
                return
            self.clock.now = max(due, self.endpoint.not_before or due, self.clock.now)
        raise AssertionError("it never ends")

    @property
    def states(self) -> list[str]:
        return [row.delivery_state for row in WebhookDelivery.objects.order_by("id")]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give a clock, which the reference verifier reads too."""
    clock = Clock(timezone.now() + timedelta(minutes=1))

    class Told(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return clock.now.astimezone(tz)

    monkeypatch.setattr("standardwebhooks.webhooks.datetime", Told)
    return clock


@pytest.fixture
def receiver(clock: Clock, settings: LazySettings) -> Iterator[Receiver]:
    """Give a receiver on this machine, which webhooks may go to."""
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    with receiving(clock) as receiver:
        yield receiver


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    """Give an approved newsroom."""
    return make_newsroom()


@pytest.fixture
def hook(newsroom: Newsroom, receiver: Receiver, clock: Clock) -> Hook:
    """Give a webhook that leads to the receiver."""
    endpoint, secret = create_endpoint(newsroom=newsroom, url=receiver.url, by=editor_of(newsroom))
    return Hook(endpoint, secret, clock)


def verified(heard: Heard, secret: str, clock: Clock) -> dict[str, Any]:
    """Let the reference library verify a message by the clock of its arrival; give its content."""
    now, clock.now = clock.now, heard.at
    try:
        return dict(Webhook(secret).verify(heard.body, heard.headers))
    finally:
        clock.now = now


def published(cast: Cast) -> PublishedClaim:
    """Publish a claim of an article of its own."""
    return make_published(cast, make_article(f"{TEXT} {Article.objects.count()}"))


def amend(version: PublishedClaim, cast: Cast, notice: str = "Un refuso.") -> PublishedClaim:
    """Correct it, in a word."""
    return correct_a_date(claim=version.claim, by=cast.editor, notice=notice)
