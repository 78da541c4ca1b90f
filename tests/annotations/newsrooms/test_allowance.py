"""How much a client may ask, how it is told, and who it is taken for."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import RequestFactory
from rest_framework.settings import api_settings
from rest_framework.test import APIClient

from annotations.api.access import allowance
from annotations.api.access.clients import client_address
from tests.annotations.newsroom_cast import client_with, make_key, make_newsroom
from tests.factories import Cast

LIST = "/api/v1/verified-claims/"
PATHS = [LIST, "/api/v1/feeds/verified-claims.json", "/api/v1/schema/", f"{LIST}?rating=x%00"]


@pytest.fixture
def minute(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Stop the clock of the windows 20 seconds into a minute; a test may move it."""
    at = [60_000_020.0]
    monkeypatch.setattr(allowance.time, "time", lambda: at[0])
    return at


@pytest.mark.parametrize("path", [*PATHS, f"{LIST}00000000-0000-4000-8000-000000000000/"])
def test_every_public_answer_says_what_is_left(
    anonymous: APIClient, minute: list[float], path: str
) -> None:
    answers = [anonymous.get(path) for _ in range(2)]
    assert [answer["RateLimit"] for answer in answers] == [
        '"anon";r=119;t=40',
        '"anon";r=118;t=40',
    ]
    assert answers[0]["RateLimit-Policy"] == '"anon";q=120;w=60'
    exposed = answers[0]["Access-Control-Expose-Headers"]
    assert "RateLimit, RateLimit-Policy" in exposed


def test_who_asks_too_often_waits_for_the_next_window(
    anonymous: APIClient, minute: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(api_settings.DEFAULT_THROTTLE_RATES, "anon", "2/min")
    assert [anonymous.get(LIST).status_code for _ in range(3)] == [200, 200, 429]
    refused = anonymous.get(LIST)
    assert refused["RateLimit"] == '"anon";r=0;t=40'
    assert 40 <= int(refused["Retry-After"]) <= 41
    problem = refused.json()
    assert (problem["status"], problem["code"]) == (429, "too-many-requests")
    assert problem["title"] == "Troppe richieste."
    assert problem["detail"] == f"Chiedi di nuovo tra {refused['Retry-After']} secondi."
    english = anonymous.get(LIST, headers={"Accept-Language": "en"}).json()
    assert english["detail"] == f"Ask again in {refused['Retry-After']} seconds."
    minute[0] += int(refused["Retry-After"])
    assert anonymous.get(LIST).status_code == 200


def test_each_key_has_an_allowance_of_its_own(cast: Cast, minute: list[float]) -> None:
    newsroom = make_newsroom()
    small, usual = make_key(newsroom, per_minute=2), make_key(newsroom)
    first, second = client_with(small[1]), client_with(usual[1])
    assert [first.get(LIST).status_code for _ in range(3)] == [200, 200, 429]
    assert first.get(LIST)["RateLimit-Policy"] == '"key";q=2;w=60'
    assert second.get(LIST)["RateLimit"] == '"key";r=1199;t=40'
    assert APIClient().get(LIST)["RateLimit"] == '"anon";r=119;t=40'


ROADS = [
    # (proxies we know, who connects, what the header says, who it is)
    ([], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
    (["10.0.0.0/8"], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
    (["10.0.0.0/8"], "10.0.0.2", "198.51.100.1", "198.51.100.1"),
    (["10.0.0.0/8"], "10.0.0.2", "1.2.3.4, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
    (["10.0.0.0/8"], "10.0.0.2", "made up", "10.0.0.2"),
    (["10.0.0.0/8"], "10.0.0.2", None, "10.0.0.2"),
    (["10.0.0.0/8"], "", "198.51.100.1", "198.51.100.1"),
    ([], "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
    ([], "::ffff:203.0.113.9", None, "203.0.113.9"),
    ([], "", "198.51.100.1", ""),
]


@pytest.mark.parametrize(("proxies", "peer", "forwarded", "client"), ROADS)
def test_only_known_proxies_are_believed(
    settings: LazySettings, proxies: list[str], peer: str, forwarded: str | None, client: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)
    assert client_address(request) == client


def test_a_made_up_address_gives_no_second_allowance(
    anonymous: APIClient, minute: list[float]
) -> None:
    left = [
        anonymous.get(LIST, headers={"X-Forwarded-For": f"198.51.100.{n}"})["RateLimit"]
        for n in range(2)
    ]
    assert left == ['"anon";r=119;t=40', '"anon";r=118;t=40']
