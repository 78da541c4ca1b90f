"""The short road answers as the long one does, at both its doors; the rest it leaves to that."""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from unittest import mock
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings

from annotations.api.newsroom.short_road import in_front, known_site
from annotations.models import PublishedClaim
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article, make_cast

# what was just changed has another date a second later
pytestmark = pytest.mark.usefixtures("later")
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


class LeftToDjango(Exception):
    """The door before Django had no answer."""


def asked_in_front(path: str, *, secure: bool = False, **headers: str) -> HttpResponse:
    """Ask the WSGI application; raises LeftToDjango."""

    def django(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        raise LeftToDjango

    def start(status: str, told: list[tuple[str, str]]) -> None:
        response.status_code = int(status[:3])
        for name, value in told:
            assert name not in response, f"{name} comes twice"
            response[name] = value

    cache.clear()
    known_site.cache_clear()
    response = HttpResponse()
    del response["Content-Type"]
    environ = RequestFactory().get(path, secure=secure, headers=headers).environ
    with kept_open():
        response.content = b"".join(in_front(django)(environ, start))
    return response


def kept_open() -> AbstractContextManager[Any]:
    """Keep the test's transaction, as Django's own client does: a request closes what isn't its."""
    here = connections[DEFAULT_DB_ALIAS]
    keeps = mock.patch.object(here, "close_if_unusable_or_obsolete")
    return keeps if here.in_atomic_block else nullcontext()


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
        assert_front_tells(long, path, **headers)
        if "ETag" in short and short.status_code == 200:
            known = headers | {"If-None-Match": short["ETag"]}
            again, long = asked_both_ways(path, **known)
            assert (again.status_code, again.content) == (304, b"")
            assert told(again) == told(long), headers
            assert_front_tells(long, path, **known)


def assert_front_tells(long: Any, path: str, **headers: str) -> None:
    """Hold the door before Django to the long road's answer, where it has one."""
    try:
        front = asked_in_front(path, **headers)
    except LeftToDjango:
        return
    assert told(front) == told(long), headers


PLAIN = [
    ("", {}),
    ("?page_size=1", {"Accept-Encoding": "gzip"}),
    ("?q=scuole", {"Accept": "application/json"}),
    ("{id}/", {}),
    ("{id}/", {"Accept-Encoding": "gzip"}),
]


def test_a_question_of_too_many_words_is_left_to_django(db: None) -> None:
    tail = "?" + "&".join(f"a{number}=1" for number in range(1001))
    with pytest.raises(LeftToDjango):
        asked_in_front(LIST + tail)
    short, long = asked_both_ways(LIST + tail)
    assert short.status_code == 422
    assert told(short) == told(long)


def test_words_sent_unescaped_are_read_as_they_are(cast: Cast) -> None:
    for number in range(2):
        make_published(cast, make_article(f"La città parla {number} volte. Fine."))
    raw = "?page_size=1&q=città"  # as curl sends it
    escaped = f"?page_size=1&q={quote('città')}"
    for answer in (*asked_both_ways(LIST + raw), asked_in_front(LIST + raw)):
        assert answer.content == Client().get(LIST + escaped).content
    assert len(json.loads(Client().get(json.loads(answer.content)["next"]).content)["results"]) == 1


@pytest.mark.parametrize(("tail", "headers"), PLAIN)
def test_what_is_plain_is_answered_in_front(cast: Cast, tail: str, headers: dict[str, str]) -> None:
    path = LIST + tail.format(id=make_published(cast).claim_id)
    full = asked_in_front(path, **headers)
    short = asked_in_front(path, **headers, **{"If-None-Match": full["ETag"]})
    assert (full.status_code, short.status_code, short.content) == (200, 304, b"")


@pytest.mark.parametrize(
    ("given", "headers"),
    [
        ({"SECURE_SSL_REDIRECT": True}, {}),
        ({}, {"Host": "elsewhere.example.org"}),
        ({"FORCE_SCRIPT_NAME": "/under"}, {}),
        ({"REST_FRAMEWORK": settings.REST_FRAMEWORK | {
            "DEFAULT_THROTTLE_RATES": {"anon": "0/min", "key": "0/min"}
        }}, {}),
    ],
)  # fmt: skip
def test_what_django_must_refuse_or_lead_on_is_left_to_it(
    cast: Cast, given: dict[str, Any], headers: dict[str, str]
) -> None:
    make_published(cast)
    with override_settings(**given), pytest.raises(LeftToDjango):
        asked_in_front(LIST, **headers)


def test_over_https_both_doors_bind_the_client_to_it(cast: Cast) -> None:
    make_published(cast)
    given = {"SECURE_HSTS_SECONDS": 60, "SECURE_SSL_REDIRECT": True}
    with override_settings(**given):
        front = asked_in_front(LIST, secure=True)
        long = Client().get(LIST, secure=True)
    assert front["Strict-Transport-Security"] == long["Strict-Transport-Security"] == "max-age=60"
    assert front["ETag"] == long["ETag"]  # the same scheme, so the same addresses


def test_kept_plans_answer_as_a_cursor_does_and_give_way_to_it(transactional_db: None) -> None:
    fill = importlib.import_module("annotations.migrations.0002_rating_scale_and_roles").fill
    fill(apps, None)  # the rating scale, which an emptied database has lost
    connection.close()  # a new one won't reach CONN_MAX_AGE between the first look and the last
    version = make_published(make_cast())
    paths = (LIST, f"{LIST}?cursor=before.{version.seq + 1}", f"{LIST}{version.claim_id}/")
    direct = [told(asked_in_front(path)) for path in (*paths, *paths)]
    with connection.execute_wrapper(lambda run, *given: run(*given)):
        by_cursor = [told(asked_in_front(path)) for path in paths]
    assert direct == by_cursor * 2
    assert len(kept_names()) == len(paths) + 1  # and the mark of the lists
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert [told(asked_in_front(path)) for path in paths] == by_cursor


def kept_names() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements WHERE name LIKE 'vaglio%'")
        return [name for (name,) in cursor.fetchall()]


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
