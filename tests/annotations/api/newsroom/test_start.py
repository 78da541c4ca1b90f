"""The API's first address leads to all others."""

from __future__ import annotations

from rest_framework.test import APIClient

from tests.factories import Cast

START = "/api/v1/"
OTHERWISE = {"match": 405, "claims_search": 400, "oembed": 400, "webhooks": 401, "annotations": 401}
"""What they say to who asks nothing, or has no key."""


def test_every_address_named_at_the_start_is_there(cast: Cast, anonymous: APIClient) -> None:
    told = anonymous.get(START).json()
    assert told.pop("version") == anonymous.get(told["schema"]).json()["info"]["version"]
    assert told.pop("name")
    for member, address in told.items():
        answered = anonymous.get(address)
        assert answered.status_code == OTHERWISE.get(member, 200), member


def test_addresses_are_those_of_the_host_that_was_asked(anonymous: APIClient) -> None:
    told = anonymous.get(START, SERVER_NAME="localhost", SERVER_PORT="8123").json()
    assert told["verified_claims"] == "http://localhost:8123/api/v1/verified-claims/"


def test_the_start_is_read_again_only_when_it_changed(anonymous: APIClient) -> None:
    full = anonymous.get(START)
    short = anonymous.get(START, headers={"If-None-Match": full["ETag"]})
    assert (short.status_code, short.content) == (304, b"")
    assert anonymous.head(START)["ETag"] == full["ETag"]
    assert full["Last-Modified"] == anonymous.get(full.json()["schema"])["Last-Modified"]
    assert anonymous.options(START)["Access-Control-Allow-Origin"] == "*"
    elsewhere = anonymous.get(START, SERVER_NAME="localhost")
    assert elsewhere["ETag"] != full["ETag"]
