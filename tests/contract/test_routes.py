"""What every address of the API has in common, asked of each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, override_settings

from annotations.api.newsroom.schema import api_schema
from tests.contract.routes import Route, routes
from tests.contract.world import World

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"
ROUTES = routes()
READ = [route for route in ROUTES if "GET" in route.methods]
STREAMED = ("export.", "claimreview.json", "/dumps/", "copy/file/")
"""Files: sent as they are read, made anew each time or named by what they are."""
ONE_FORM = ("oembed", *STREAMED)
"""Where the address or its own parameter says the form, so that Accept has no say."""
NOT_KEPT = ("publication/", "verified-claims/<uuid:claim_id>/reports/", "webhooks/", *STREAMED)
"""Answers that have no mark to ask again with: secrets, gates, logs, files."""
FACADE = ("claims:", "v1alpha1/")
Check = Callable[[Route, World], None]


def each(found: list[Route]) -> Callable[[Check], Callable[[World], None]]:
    """Make one test of a check on many routes: a test each would cost more than it tells."""

    def of(check: Check) -> Callable[[World], None]:
        def test(world: World) -> None:
            faults = []
            for route in found:
                try:
                    check(route, world)
                except (AssertionError, KeyError) as fault:
                    faults.append(f"{route.pattern}: {fault!r}")
            assert not faults, "\n".join(faults)

        test.__name__ = check.__name__
        return test

    return of


named, read = each(ROUTES), each(READ)


def is_one_of(route: Route, parts: tuple[str, ...]) -> bool:
    return any(part in route.pattern for part in parts)


def ask(
    world: World,
    route: Route,
    method: str = "GET",
    query: str = "",
    body: Any = None,
    **headers: str,
) -> Any:
    """Ask as the one who may do everything, or as nobody where that is enough."""
    for kept in caches.all(initialized_only=True):
        kept.clear()  # the throttle is not what this is about
    client = Client(raise_request_exception=False)
    if not route.is_public:
        for name, value in world.cookies.items():
            client.cookies[name] = value
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    sent["X-CSRFToken"] = world.cookies["csrftoken"]
    written = b"" if body is None else orjson.dumps(body)
    kind = {"content_type": "application/json"} if body is not None else {}
    return client.generic(method, route.address(world) + query, written, headers=sent, **kind)


FIRST: dict[str, Any] = {}


def plain(world: World, route: Route) -> Any:
    """Give the answer to a plain GET; it is asked for once."""
    if route.pattern not in FIRST:
        FIRST[route.pattern] = ask(world, route)
    return FIRST[route.pattern]


def body_of(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_table_holds_every_route() -> None:
    assert len(ROUTES) > 80
    assert sum(route.is_public for route in ROUTES) > 15


@named
def test_options_say_what_is_taken(route: Route, world: World) -> None:
    answer = ask(world, route, "OPTIONS")
    assert answer.status_code == 200, answer.content
    allowed = set(answer["Allow"].replace(" ", "").split(","))
    assert allowed == route.methods


@read
def test_head_is_get_without_a_body(route: Route, world: World) -> None:
    full, head = plain(world, route), ask(world, route, "HEAD")
    assert head.status_code == full.status_code
    assert body_of(head) == b"" or head.streaming
    moving = {"Date", "Last-Modified", "Content-Length", "RateLimit"}
    kept = {name: value for name, value in full.headers.items() if name not in moving}
    assert {name: head.headers.get(name) for name in kept} == kept


@named
def test_other_methods_are_refused_with_allow(route: Route, world: World) -> None:
    for method in [name for name in ("DELETE", "PUT", "GET") if name not in route.methods][:1]:
        answer = ask(world, route, method)
        assert answer.status_code == 405, method
        assert set(answer["Allow"].replace(" ", "").split(",")) == route.methods
        if not is_one_of(route, FACADE):
            assert answer["Content-Type"] == PROBLEM
            assert answer.json()["status"] == 405


@read
def test_an_answer_says_how_long_it_holds(route: Route, world: World) -> None:
    answer = plain(world, route)
    kept = answer["Cache-Control"]
    if route.is_public:
        assert "private" not in kept
    else:
        assert "private" in kept
    assert "no-cache" in kept or "no-store" in kept or "max-age" in kept


@read
def test_what_hasnt_changed_is_304(route: Route, world: World) -> None:
    first = plain(world, route)
    if first.status_code != 200:
        return
    assert "Last-Modified" in first
    if is_one_of(route, NOT_KEPT):
        return
    again = ask(world, route, If_None_Match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"].removeprefix("W/") == first["ETag"].removeprefix("W/")


@named
def test_other_sites_may_read_what_is_public_and_nothing_else(route: Route, world: World) -> None:
    for method in ("OPTIONS", *(["GET"] if "GET" in route.methods and route.is_public else [])):
        answer = ask(world, route, method, Origin="https://redazione.example.org")
        assert "Access-Control-Allow-Credentials" not in answer
        if not route.is_public:
            assert "Access-Control-Allow-Origin" not in answer
            continue
        assert answer["Access-Control-Allow-Origin"] == "*"
        named = set(answer["Access-Control-Allow-Methods"].replace(" ", "").split(","))
        assert named == route.methods


@read
def test_a_form_that_isnt_on_offer_is_406(route: Route, world: World) -> None:
    if is_one_of(route, ONE_FORM) or is_one_of(route, ("feeds/",)):
        return
    answer = ask(world, route, Accept="text/turtle")
    assert answer.status_code == 406
    if not is_one_of(route, FACADE):
        assert answer["Content-Type"] == PROBLEM


@read
def test_a_parameter_that_nobody_knows_changes_nothing(route: Route, world: World) -> None:
    assert ask(world, route, query="?nobody_knows=1").status_code == plain(world, route).status_code


@read
def test_what_depends_on_the_language_or_form_says_so(route: Route, world: World) -> None:
    answer = plain(world, route)
    varied = {name.strip() for name in answer.get("Vary", "").split(",")}
    if len(getattr(route.view, "renderer_classes", [])) > 1 and not is_one_of(route, ONE_FORM):
        assert "Accept" in varied
    if not route.is_public:
        assert {"Cookie", "Authorization"} & varied or "private" in answer["Cache-Control"]


@named
def test_strangers_are_kept_out_of_what_isnt_public(route: Route, world: World) -> None:
    if route.is_public:
        return
    for method in sorted(route.methods - {"OPTIONS", "HEAD"}):
        answer = Client().generic(method, route.address(world))
        assert answer.status_code == 401, method
        assert answer["WWW-Authenticate"]
        assert answer["Content-Type"] == PROBLEM


CHANGED_WITHOUT_A_VERSION = {
    "claims/<uuid:claim_id>/presence/": "a sign of life has no versions",
    "me/": "nobody else changes one's own profile",
    "sources/<uuid:source_id>/": "each field stands alone, and only gaps are usually filled",
    "webhooks/<uuid:endpoint_id>/": "what is removed is removed, whichever version it had",
}


GRAVER = {"not-the-author", "malformed-annotation", "wrong-state"}
"""What is refused whichever version was seen."""


def versioned() -> dict[tuple[str, str], Any]:
    """Give what wants If-Match: method and address as OpenAPI writes it, with an example body."""
    return {
        (verb.upper(), path): _example(operation)
        for path, operations in api_schema()["paths"].items()
        for verb, operation in operations.items()
        if any(part.get("name") == "If-Match" for part in operation.get("parameters", ()))
    }


def _example(operation: Any) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("example", {})


def as_described(route: Route) -> str:
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route.pattern)


@named
def test_changes_say_which_version_they_saw(route: Route, world: World) -> None:
    wanted = {
        method: body for (method, path), body in versioned().items() if path == as_described(route)
    }
    for method, body in wanted.items():
        for sent, status in (("", 428), ('"99999"', 412), ('"soup"', 412), ("soup", 400)):
            headers = {"If_Match": sent} if sent else {}
            answer = ask(world, route, method, body=body, **headers)
            is_graver = status == 412 and answer.json()["code"] in GRAVER
            assert answer.status_code == status or is_graver, (method, sent, answer.content)
            assert answer["Content-Type"] == PROBLEM
    left = route.methods & {"PUT", "PATCH", "DELETE"} - wanted.keys()
    is_told = route.pattern.removeprefix("api/v1/") in CHANGED_WITHOUT_A_VERSION
    assert not left or is_told, left


def test_enough_wants_a_version() -> None:
    assert len(versioned()) > 10


@named
def test_every_post_reads_its_idempotency_key(route: Route, world: World) -> None:
    if "POST" not in route.methods:
        return
    answer = ask(world, route, "POST", Idempotency_Key="k" * 256)
    found = answer.status_code, answer.json().get("code")
    assert found == (400, "idempotency-key-unreadable"), answer.content


@named
def test_a_body_beyond_all_limits_is_not_read(route: Route, world: World) -> None:
    taken = api_schema()["paths"].get(as_described(route), {})
    for verb, operation in taken.items():
        if "application/json" in operation.get("requestBody", {}).get("content", {}):
            with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
                answer = ask(world, route, verb.upper(), body={"text": "à" * 1000}, If_Match="*")
            found = answer.status_code, answer.json().get("code")
            assert found in {(422, "too-large"), (404, "not-found")}, answer.content


@named
def test_an_address_without_its_slash_leads_on(route: Route, world: World) -> None:
    if not route.pattern.endswith("/"):
        return
    address = route.address(world).rstrip("/")
    method = "GET" if "GET" in route.methods else "POST"
    answer = Client().generic(method, address)
    assert answer.status_code == (301 if method == "GET" else 308)
    assert answer["Location"] == f"{address}/"
