"""The short road answers as the long one does; what it can't answer it leaves to that."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings

from annotations.models import PublishedClaim
from annotations.services.publication import withdraw
from tests.annotations.publishing import make_published
from tests.factories import Cast

LIST = "/api/v1/verified-claims/"
SHORT = "annotations.api.newsroom.short_road.short_road"
LONG = [name for name in settings.MIDDLEWARE if name != SHORT]
# what language the interface speaks is none of the stored bytes'
OF_THE_INTERFACE = ("Content-Language",)


def asked_both_ways(path: str, **headers: str) -> tuple[Any, Any]:
    cache.clear()
    short = Client(headers=headers).get(path)
    cache.clear()
    with override_settings(MIDDLEWARE=LONG):
        return short, Client(headers=headers).get(path)


def told(response: Any) -> dict[str, Any]:
    headers = {name: response[name] for name in response.headers if name not in OF_THE_INTERFACE}
    vary = {part.strip() for part in headers.pop("Vary", "").split(",")} - {"Accept-Language"}
    headers["RateLimit"] = headers.get("RateLimit", "").partition(";t=")[0]  # the clock runs
    if response.status_code == 304:
        headers.pop("Content-Length", None), headers.pop("Content-Type", None)
    return {"status": response.status_code, "vary": vary, "body": response.content, **headers}


TAILS = [
    "", "?page_size=1", "?q=scuole&rating=false", "?page_size=x", "?format=json", "?format=xml",
    "{id}/", "{id}/?format=claimreview", "00000000-0000-4000-8000-000000000000/",
]  # fmt: skip
HEADERS: list[dict[str, str]] = [
    {},
    {"Accept-Encoding": "gzip, br"},
    {"Accept-Encoding": "gzip;q=0"},
    {"Accept": "application/ld+json"},
    {"Accept": "text/csv"},
    {"Authorization": "Bearer vg_none"},
    {"Host": "elsewhere.example.org"},
]


@pytest.mark.parametrize("tail", TAILS)
def test_both_roads_tell_the_same(cast: Cast, tail: str) -> None:
    version = make_published(cast)
    path = LIST + tail.format(id=version.claim_id)
    for headers in HEADERS:
        short, long = asked_both_ways(path, **headers)
        assert told(short) == told(long), headers
        if "ETag" in short and short.status_code == 200:
            again, long = asked_both_ways(path, **headers, **{"If-None-Match": short["ETag"]})
            assert (again.status_code, again.content) == (304, b"")
            assert told(again) == told(long), headers


def test_a_withdrawn_claim_is_gone_on_both_roads(cast: Cast) -> None:
    version = make_published(cast)
    withdraw(claim=version.claim, by=cast.editor, notice="Errore.")
    short, long = asked_both_ways(f"{LIST}{version.claim_id}/")
    assert short.status_code == 410
    assert told(short) == told(long)


def test_head_has_the_headers_of_get(cast: Cast) -> None:
    version: PublishedClaim = make_published(cast)
    for path in (LIST, f"{LIST}{version.claim_id}/"):
        got, head = Client().get(path), Client().head(path)
        assert head.content == b""
        assert head["Content-Length"] == str(len(got.content))
        assert head["ETag"] == got["ETag"]


PACKED = [
    (f"{LIST}", "application/json"),
    (f"{LIST}{{id}}/", "application/json"),
    (f"{LIST}{{id}}/versions/", "application/json"),
    (f"{LIST}{{id}}/?format=claimreview", "application/ld+json"),
    ("/api/v1/feeds/verified-claims.atom", "application/atom+xml"),
    (f"{LIST}export.jsonl", "application/jsonl"),
    (f"{LIST}export.csv", "text/csv"),
]


@pytest.mark.parametrize(("path", "kind"), PACKED)
def test_public_answers_are_compressed_on_wish(cast: Cast, path: str, kind: str) -> None:
    path = path.format(id=make_published(cast).claim_id)
    plain, packed = Client().get(path), Client(headers={"Accept-Encoding": "gzip"}).get(path)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert packed["Content-Type"].startswith(kind)
    small, whole = packed.getvalue(), plain.getvalue()
    assert gzip.decompress(small) == whole
    assert len(small) < len(whole)
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer["Vary"]
    if "ETag" in plain:
        assert packed["ETag"] == f"W/{plain['ETag']}"
        again = Client(headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
        assert again.get(path).status_code == 304


def test_small_answers_and_problems_stay_as_they_are(db: None) -> None:
    client = Client(headers={"Accept-Encoding": "gzip"})
    for path in (LIST, f"{LIST}?page_size=x"):
        assert "Content-Encoding" not in client.get(path)
