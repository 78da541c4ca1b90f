"""GET, PUT and DELETE /claims/{id}/presence/"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Assignment, Presence
from annotations.services.assigning.leases import take
from claims.models import Claim
from tests.factories import Cast


def address(claim: Claim) -> str:
    return f"/api/v1/claims/{claim.pk}/presence/"


def looking(client: APIClient, claim: Claim) -> list[str]:
    return [row["display_name"] for row in client.get(address(claim)).json()["looking"]]


def test_who_gives_signs_of_life_is_seen_by_the_others(
    ada: APIClient, bruno: APIClient, editor: APIClient, claim: Claim
) -> None:
    assert ada.put(address(claim)).json()["looking"][0]["mine"] is True
    since = Presence.objects.get().since
    assert ada.put(address(claim), {"active": False}).status_code == 200
    assert Presence.objects.get().since == since
    seen = bruno.put(address(claim)).json()["looking"]
    assert [(row["display_name"], row["mine"]) for row in seen] == [
        ("Ada Neri", False),
        ("Bruno Costa", True),
    ]
    assert bruno.delete(address(claim)).status_code == 204
    assert looking(editor, claim) == ["Ada Neri"]


def test_who_fell_silent_is_gone_and_comes_back_as_new(
    ada: APIClient, bruno: APIClient, claim: Claim
) -> None:
    ada.put(address(claim))
    long_ago = timezone.now() - timedelta(seconds=46)
    Presence.objects.update(since=long_ago, seen_at=long_ago)
    assert looking(bruno, claim) == []
    ada.put(address(claim))
    assert Presence.objects.get().since > long_ago
    assert looking(bruno, claim) == ["Ada Neri"]


def test_activity_keeps_a_lease_and_an_idle_page_does_not(
    ada: APIClient, cast: Cast, claim: Claim
) -> None:
    take(claim=claim, by=cast.ada)
    soon = timezone.now() + timedelta(seconds=60)
    Assignment.objects.update(held_until=soon)
    ada.put(address(claim), {"active": False})
    assert Assignment.objects.get().held_until == soon
    hold = ada.put(address(claim), {"active": True}).json()["holds"][0]
    assert (hold["how"], hold["mine"], hold["reviewer"]["display_name"]) == (
        "taken", True, "Ada Neri",
    )  # fmt: skip
    kept = Assignment.objects.get().held_until
    assert kept is not None
    assert kept > soon


def test_presence_is_the_desks_own(stranger: APIClient, ada: APIClient, claim: Claim) -> None:
    for act in (stranger.get, stranger.put, stranger.delete):
        assert act(address(claim)).status_code == 403
    assert ada.put(f"/api/v1/claims/{uuid4()}/presence/").status_code == 404
    assert ada.put(address(claim), {"active": "forse"}).status_code == 400
