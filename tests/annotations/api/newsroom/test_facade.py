"""claims:search, asked over a socket by a stock client with the service's own discovery file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import httplib2
import pytest
from django.conf import LazySettings
from django.db import DEFAULT_DB_ALIAS, connections
from googleapiclient.discovery import Resource, build
from googleapiclient.errors import HttpError
from rest_framework.test import APIClient

from annotations.models import PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import publish, withdraw
from config.wsgi import application
from tests.annotations.publishing import make_published, make_ready_claim
from tests.factories import Cast, make_article

SEARCH = "/v1alpha1/claims:search"


class Quiet(WSGIRequestHandler):
    """Handles requests without a line on standard error for each."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def served(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The whole application behind a loopback port, within the test's own transaction."""
    ours = connections[DEFAULT_DB_ALIAS]

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        connections[DEFAULT_DB_ALIAS] = ours  # the test waits meanwhile: one uses it at a time
        return application(environ, start_response)

    # Django closes a connection after each answer that is in a transaction, as all here are
    monkeypatch.setattr(ours, "close_if_unusable_or_obsolete", lambda: None)
    ours.inc_thread_sharing()
    with make_server("127.0.0.1", 0, answer, handler_class=Quiet) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
    ours.dec_thread_sharing()


@pytest.fixture
def google(served: str) -> Resource:
    return build(
        "factchecktools",
        "v1alpha1",
        http=httplib2.Http(),
        client_options={"api_endpoint": served},
        static_discovery=True,
        developerKey="any",
    )


@pytest.fixture
def three(cast: Cast) -> list[PublishedClaim]:
    return [make_published(cast, make_article(f"Scuole numero {n}. Fine.")) for n in range(3)]


def texts(found: dict[str, Any]) -> list[str]:
    return [claim["text"] for claim in found.get("claims", [])]


def test_a_stock_client_searches_and_pages(three: list[PublishedClaim], google: Any) -> None:
    pages, token = [], None
    for _ in range(3):
        found = (
            google.claims()
            .search(query="scuola", languageCode="it-IT", pageSize=1, pageToken=token)
            .execute()
        )
        pages.append(found)
        token = found.get("nextPageToken")
    assert token is None
    assert [text for page in pages for text in texts(page)] == [
        "Scuole numero 2", "Scuole numero 1", "Scuole numero 0",
    ]  # fmt: skip
    (claim,) = pages[0]["claims"]
    (review,) = claim["claimReview"]
    document = three[2].document
    assert claim["claimant"] == "Anna Righi"
    assert claim["claimDate"] == "2024-09-03T00:00:00Z"
    assert review["textualRating"] == "Falso"
    assert review["url"] == document["url"]
    assert review["title"] == document["headline"]
    assert review["reviewDate"] == document["updated_at"]
    assert review["languageCode"] == "it"
    assert review["publisher"]["site"] == urlsplit(document["url"]).hostname


def test_a_stock_client_walks_on_by_itself(three: list[PublishedClaim], google: Any) -> None:
    claims, found = google.claims(), []
    asked = claims.search(query="scuola", pageSize=1)
    while asked is not None:
        answered = asked.execute()
        found += texts(answered)
        asked = claims.search_next(asked, answered)
    assert found == ["Scuole numero 2", "Scuole numero 1", "Scuole numero 0"]


def test_every_parameter_narrows(
    three: list[PublishedClaim], cast: Cast, google: Any, settings: LazySettings
) -> None:
    settings.SITE_URL = "https://vaglio.example.org"
    english = make_ready_claim(cast, make_article("Schools opened. End.", language="en"))
    PublicationDraft.objects.filter(claim=english).update(language="en", headline="Schools")
    publish(claim=english, by=cast.editor)
    withdraw(claim=three[0].claim, by=cast.editor, notice="Errore.")
    site = {"reviewPublisherSiteFilter": "https://www.example.org/"}
    cases: list[tuple[dict[str, Any], int]] = [
        ({"query": "scuole"}, 3),  # the English one cites a source that names them
        ({"query": "scuole", "languageCode": "it"}, 2),
        ({"query": "schools", "languageCode": "EN_us"}, 1),
        ({"query": "scuole", "languageCode": "de"}, 0),
        (site, 3),
        ({"reviewPublisherSiteFilter": "example.com"}, 0),
        ({"query": "scuole", **site}, 3),
        ({"query": "scuole", "maxAgeDays": 1}, 3),
        ({"query": "scuole", "maxAgeDays": 2**31 - 1}, 3),
        ({"query": "scuole", "offset": 1}, 2),
        ({"query": "scuole", "pageSize": 500}, 3),
        ({"query": "niente di simile"}, 0),
    ]
    for asked, count in cases:
        assert len(texts(google.claims().search(**asked).execute())) == count, asked


REFUSED = [
    ({}, "query"),
    ({"query": "x", "pageToken": "nonsense"}, "pageToken"),
    ({"query": "x", "pageToken": "before.1"}, "pageToken"),
    ({"query": "x", "pageSize": -1}, "pageSize"),
    ({"query": "x", "offset": 20_000}, "offset"),
    ({"query": "x" * 301}, "query"),
]


@pytest.mark.parametrize(("asked", "name"), REFUSED)
def test_what_makes_no_sense_is_refused_as_its_clients_expect(
    google: Any, asked: dict[str, Any], name: str
) -> None:
    with pytest.raises(HttpError) as refused:
        google.claims().search(**asked).execute()
    assert refused.value.status_code == 400
    assert refused.value.reason.startswith(name)


def test_what_isnt_offered_says_so(google: Any, anonymous: APIClient) -> None:
    with pytest.raises(HttpError) as refused:
        google.claims().imageSearch(imageUri="https://example.org/a.png").execute()
    assert refused.value.status_code == 501
    error = anonymous.get("/v1alpha1/pages/abc").json()["error"]
    assert (error["code"], error["status"]) == (501, "UNIMPLEMENTED")


@pytest.mark.usefixtures("later")
def test_what_days_alone_take_away_is_hidden_by_no_date(
    three: list[PublishedClaim], anonymous: APIClient
) -> None:
    asked = {"query": "scuole", "maxAgeDays": 1}
    first = anonymous.get(SEARCH, asked)
    again = anonymous.get(SEARCH, asked, headers={"If-Modified-Since": first["Last-Modified"]})
    assert (first.status_code, again.status_code) == (200, 200)


def test_both_addresses_answer_the_same_and_304(
    three: list[PublishedClaim], anonymous: APIClient
) -> None:
    full = anonymous.get(SEARCH, {"query": "scuole"})
    assert anonymous.get("/api/v1/claims:search", {"query": "scuole"}).json() == full.json()
    short = anonymous.get(SEARCH, {"query": "scuole"}, headers={"If-None-Match": full["ETag"]})
    assert short.status_code == 304
    assert full["Access-Control-Allow-Origin"] == "*"
    assert anonymous.get(SEARCH, {"query": "nulla"}).json() == {}
