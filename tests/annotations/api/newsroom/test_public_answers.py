"""What every public answer keeps: conditions, few statements, other origins, allowances."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.settings import api_settings
from rest_framework.test import APIClient

from annotations.models import PublishedClaim
from annotations.services.publishing.publication import withdraw
from tests.annotations.api.newsroom.asking import LIST, many, one
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast

FEEDS = "/api/v1/feeds/"
SECOND = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("tail", ["", "{id}/", "{id}/?format=claimreview", "{id}/versions/"])
def test_an_unchanged_answer_is_304_until_something_changes(
    cast: Cast, anonymous: APIClient, tail: str
) -> None:
    version = make_published(cast)
    address = LIST + tail.format(id=version.claim_id)
    full = anonymous.get(address)
    assert full.status_code == 200
    for headers in (
        {"If-None-Match": full["ETag"]},
        {"If-None-Match": f'"other", {full["ETag"]}'},
        {"If-Modified-Since": full["Last-Modified"]},
    ):
        short = anonymous.get(address, headers=headers)
        assert (short.status_code, short.content) == (304, b""), headers
        assert short["ETag"] == full["ETag"]
    correct_a_date(claim=version.claim, by=cast.editor)
    assert anonymous.get(address, headers={"If-None-Match": full["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [LIST, f"{LIST}{{id}}/", f"{LIST}{{id}}/versions/", f"{FEEDS}verified-claims.atom",
     f"{FEEDS}corrections.json", "/sitemap.xml"],
)  # fmt: skip
def test_who_polls_by_date_hears_of_two_changes_within_one_second(
    cast: Cast, anonymous: APIClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    clock = SimpleNamespace(time=lambda: SECOND.timestamp() + 0.5)
    monkeypatch.setattr("claims.exchange.change_dates.time", clock)
    version = make_published(cast)
    moved_to(version, SECOND.replace(microsecond=200_000))
    address = address.format(id=version.claim_id)
    first = anonymous.get(address)
    corrected = correct_a_date(claim=version.claim, by=cast.editor)
    moved_to(corrected, SECOND.replace(microsecond=800_000))
    for moment in (0.9, 10):
        clock.time = lambda now=moment: SECOND.timestamp() + now
        second = anonymous.get(address, headers={"If-Modified-Since": first["Last-Modified"]})
        assert second.status_code == 200
    known = {"If-Modified-Since": second["Last-Modified"]}
    assert anonymous.get(address, headers=known).status_code == 304


def moved_to(version: PublishedClaim, moment: datetime) -> None:
    """Have a version published at a moment."""
    with pgtrigger.ignore("annotations.PublishedClaim:frozen"):
        PublishedClaim.objects.filter(pk=version.pk).update(created_at=moment)


STATEMENTS = [
    ("", 2),
    ("?q=scuole&language=it&rating=false", 2),
    ("{id}/", 1),
    ("{id}/versions/", 1),
]


@pytest.mark.parametrize(("tail", "most"), STATEMENTS)
def test_an_answer_costs_few_statements_however_many_claims(
    cast: Cast, anonymous: APIClient, tail: str, most: int
) -> None:
    versions = many(cast, 6)
    address = LIST + tail.format(id=versions[0].claim_id)
    with CaptureQueriesContext(connection) as full:
        etag = anonymous.get(address)["ETag"]
    assert len(full) == most
    with CaptureQueriesContext(connection) as short:
        assert anonymous.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert len(short) == 1


def test_a_page_once_asked_for_is_kept_until_something_changes(
    cast: Cast, anonymous: APIClient
) -> None:
    (version,) = many(cast, 1)
    first = anonymous.get(LIST)
    with CaptureQueriesContext(connection) as statements:
        again = anonymous.get(LIST)
    assert len(statements) == 1
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    withdraw(claim=version.claim, by=cast.editor, notice="Errore.")
    assert anonymous.get(LIST).json()["results"] == []


@pytest.mark.parametrize("tail", ["", "{id}/", "{id}/versions/"])
def test_head_and_options_work_from_every_origin(
    cast: Cast, anonymous: APIClient, tail: str
) -> None:
    version = make_published(cast)
    address = LIST + tail.format(id=version.claim_id)
    head = anonymous.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == anonymous.get(address)["ETag"]
    options = anonymous.options(address, headers={"Origin": "https://giornale.example.org"})
    assert options.status_code == 200
    assert "GET" in options["Allow"]
    assert options["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in options["Access-Control-Allow-Headers"]
    for method in ("post", "put", "patch", "delete"):
        assert getattr(anonymous, method)(address).status_code == 405


def test_too_many_questions_are_told_to_wait(anonymous: APIClient, monkeypatch) -> None:
    monkeypatch.setitem(api_settings.DEFAULT_THROTTLE_RATES, "anon", "2/min")
    codes = [anonymous.get(LIST).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    refused = anonymous.get(LIST)
    assert int(refused["Retry-After"]) > 0
    assert refused["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/api/v1/verified-claims/abc/", "/api/v1/nothing/"])
def test_a_page_of_another_site_is_told_that_nothing_is_there(
    anonymous: APIClient, address: str
) -> None:
    missing = anonymous.get(address)
    assert (missing.status_code, missing["Access-Control-Allow-Origin"]) == (404, "*")


def test_a_page_of_another_site_is_led_to_the_address_with_its_slash(anonymous: APIClient) -> None:
    led = anonymous.get("/api/v1/verified-claims")
    assert (led.status_code, led["Location"]) == (301, LIST)
    assert led["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in anonymous.get("/methodology")


def test_what_a_browser_asks_before_it_posts_counts_once(anonymous: APIClient) -> None:
    match = f"{LIST}match/"
    left = [
        int(answer["RateLimit"].partition("r=")[2].partition(";")[0])
        for answer in (anonymous.options(match), anonymous.options(match), anonymous.post(match))
    ]
    assert [left[0] - left[1], left[1] - left[2]] == [1, 10]


def test_a_cookie_makes_no_difference(cast: Cast, editor: APIClient, anonymous: APIClient) -> None:
    version = make_published(cast)
    assert editor.get(one(version)).content == anonymous.get(one(version)).content
    assert "Cookie" not in editor.get(one(version)).get("Vary", "")


def test_an_unknown_form_is_a_problem(cast: Cast, anonymous: APIClient) -> None:
    version = make_published(cast)
    assert anonymous.get(one(version), headers={"Accept": "text/csv"}).status_code == 406
    assert anonymous.get(one(version, "?format=xml")).status_code == 404


def test_what_is_refused_by_its_form_is_named_in_the_title(anonymous: APIClient) -> None:
    method = anonymous.put(LIST).json()
    form = anonymous.post(f"{LIST}match/", "<a/>", content_type="text/xml").json()
    assert '"PUT"' in method["title"]
    assert '"text/xml"' in form["title"]
