"""A newsroom's webhooks: made, changed, paused, resumed, replayed."""

from __future__ import annotations

import datetime
import ipaddress
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from annotations.errors.newsroom import WebhookRefused, WebhooksFull
from annotations.models import (
    Newsroom,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
    WebhookSecret,
)
from annotations.sealing import seal
from annotations.services.access.newsrooms import must_edit, must_manage
from annotations.services.acting import act_of
from annotations.services.delivering.outbox import (
    give_up_waiting,
    hasten,
    queue_again,
    queue_missed,
    queue_since,
    queue_test,
)
from annotations.services.publication_order import hold_order
from annotations.webhooks.message import make_secret
from claims.addresses import Network
from claims.errors import StaleVersion, WrongState
from claims.posting import check_target

MAX_ENDPOINTS = 20
"""Webhooks of one newsroom."""
TOLD = tuple(event.value for event in WebhookEvent if event != WebhookEvent.TEST)
"""Events that an endpoint can ask for; a test comes only when it is asked for."""


def create_endpoint(
    *,
    newsroom: Newsroom,
    url: str,
    by: User,
    description: str = "",
    event_types: Collection[str] = TOLD,
) -> tuple[WebhookEndpoint, str]:
    """Make a webhook; its secret is given this once.

    Raises NotANewsroomEditor, WebhookRefused, WebhooksFull, NotReadable (the address).
    """
    must_edit(newsroom, by)
    check_target(url, allowed_networks())
    with act_of(by):
        Newsroom.objects.select_for_update(no_key=True).get(pk=newsroom.pk)
        if newsroom.endpoints.filter(removed_at=None).count() >= MAX_ENDPOINTS:
            raise WebhooksFull(_("Remove a webhook that is no longer used first."))
        endpoint = WebhookEndpoint.objects.create(
            newsroom=newsroom,
            url=url,
            description=description.strip(),
            event_types=_wanted(event_types),
            created_by=by,
        )
        return endpoint, _new_secret(endpoint)


def change_endpoint(
    *, endpoint: WebhookEndpoint, fields: Mapping[str, Any], by: User, seen: int | None
) -> WebhookEndpoint:
    """Change url, description or event_types; seen None takes whatever is there.

    Raises NotANewsroomEditor, WebhookRefused, StaleVersion, NotReadable (the address).
    """
    must_edit(endpoint.newsroom, by)
    if "url" in fields:
        check_target(fields["url"], allowed_networks())
    with _held(endpoint, by) as held:
        if seen is not None and seen != held.version:
            raise StaleVersion(version=held.version)
        held.url = fields.get("url", held.url)
        held.description = fields.get("description", held.description).strip()
        if "event_types" in fields:
            held.event_types = _wanted(fields["event_types"])
        return held


def rotate_secret(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> str:
    """Make a new secret; the one before signs beside it for WEBHOOK_GRACE_HOURS more.

    Raises NotANewsroomEditor.
    """
    must_edit(endpoint.newsroom, by)
    with _held(endpoint, by) as held:
        grace = datetime.timedelta(hours=settings.WEBHOOK_GRACE_HOURS)
        held.secrets.filter(expires_at=None).update(expires_at=now + grace)
        return _new_secret(held)


def pause_endpoint(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> None:
    """Send nothing for now; what happens meanwhile waits. Raises NotANewsroomEditor, WrongState."""
    must_manage(endpoint.newsroom, by)
    with _held(endpoint, by) as held:
        if held.paused_at is not None:
            raise WrongState(_("The webhook is paused already."))
        held.paused_at = now


def resume_endpoint(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> int:
    """Send again, also what waited and what was missed while it was disabled.

    Gives how many versions were missed, the one it was disabled over too. Raises
    NotANewsroomEditor, WrongState.
    """
    must_manage(endpoint.newsroom, by)
    with _held(endpoint, by) as held:
        missed_since = held.disabled_at
        if held.paused_at is None and missed_since is None:
            raise WrongState(_("The webhook is neither paused nor disabled."))
        held.paused_at, held.disabled_at, held.disabled_reason = None, None, ""
        held.not_before = None
        if missed_since is None:
            return 0
        hold_order()  # or a publication under way, which took it for disabled, would be missed
        hasten(held.deliveries.all(), now)
        return queue_missed(endpoint=held, since=missed_since, by=by, now=now)


def remove_endpoint(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> None:
    """Take a webhook away; its log stays, and what waited is given up.

    Raises NotANewsroomEditor, WrongState.
    """
    must_edit(endpoint.newsroom, by)
    with _held(endpoint, by) as held:
        held.removed_at = now
        give_up_waiting(held, now)


def send_test(*, endpoint: WebhookEndpoint, by: User, now: datetime.datetime) -> WebhookDelivery:
    """Queue a test. Raises NotANewsroomEditor, WrongState while nothing is sent."""
    must_manage(endpoint.newsroom, by)
    with act_of(by):
        held = _locked(endpoint)
        if held.paused_at is not None or held.disabled_at is not None:
            raise WrongState(_("Resume the webhook before you test it."))
        _leave_alone_no_more(held)
        return queue_test(endpoint=held, by=by, now=now)


def replay_delivery(
    *, delivery: WebhookDelivery, by: User, now: datetime.datetime
) -> WebhookDelivery:
    """Send one message of the log again, after those of its claim that wait.

    Raises NotANewsroomEditor, WrongState.
    """
    must_manage(delivery.endpoint.newsroom, by)
    with act_of(by):
        held = _locked(delivery.endpoint)
        _leave_alone_no_more(held)
        if delivery.published is not None:
            of_claim = held.deliveries.filter(published__claim=delivery.published.claim_id)
            hasten(of_claim.filter(published__lt=delivery.published), now)
        return queue_again(delivery=delivery, by=by, now=now)


def replay_since(
    *, endpoint: WebhookEndpoint, since: datetime.datetime, by: User, now: datetime.datetime
) -> int:
    """Send everything since a moment again, and what waits at once; gives how many anew.

    Raises NotANewsroomEditor, WrongState.
    """
    must_manage(endpoint.newsroom, by)
    with act_of(by):
        held = _locked(endpoint)
        _leave_alone_no_more(held)
        hasten(held.deliveries.all(), now)
        return queue_since(endpoint=held, since=since, by=by, now=now)


def allowed_networks() -> list[Network]:
    """Read the private networks that webhooks may go to."""
    return [ipaddress.ip_network(name) for name in settings.WEBHOOK_ALLOWED_NETWORKS]


@contextmanager
def _held(endpoint: WebhookEndpoint, by: User) -> Iterator[WebhookEndpoint]:
    """Lock the endpoint and save what the body changes as its next version."""
    with act_of(by):
        held = _locked(endpoint)
        yield held
        held.version += 1
        held.save()


def _leave_alone_no_more(held: WebhookEndpoint) -> None:
    """Send although the server asked for peace: its own people say that it is back."""
    held.not_before = None
    held.save(update_fields=["not_before"])


def _locked(endpoint: WebhookEndpoint) -> WebhookEndpoint:
    rows = WebhookEndpoint.objects.select_for_update(of=("self",), no_key=True)
    held = rows.select_related("newsroom").filter(pk=endpoint.pk, removed_at=None).first()
    if held is None:
        raise WrongState(_("The webhook was removed."))
    return held


def _wanted(event_types: Collection[str]) -> list[str]:
    wanted = [name for name in TOLD if name in event_types]
    if not wanted or len(wanted) != len(set(event_types)):
        raise WebhookRefused(_("Choose at least one of the events on offer."))
    return wanted


def _new_secret(endpoint: WebhookEndpoint) -> str:
    secret = make_secret()
    WebhookSecret.objects.create(endpoint=endpoint, sealed=seal(secret.encode()).decode())
    return secret
