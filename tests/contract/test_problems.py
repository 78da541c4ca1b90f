"""Every refusal of the API is a problem document (RFC 9457), with a page that explains it."""

from __future__ import annotations

import re
from typing import Any

import orjson
import pytest
from django.core.cache import caches
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from jsonschema import Draft202012Validator
from rest_framework import exceptions

from annotations.errors.outside import AnnotationGone
from annotations.pages.problem_texts import PROBLEMS
from claims.errors import DomainError
from config.http import PROBLEM_TYPE, problem_response
from config.refusals import bad_request, page_not_found, permission_denied, server_error
from tests.contract.world import CSRF, World

pytestmark = pytest.mark.django_db
RFC_9457 = {
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri", "pattern": "^https?://"},
        "title": {"type": "string", "minLength": 1},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "minLength": 1},
        "instance": {"type": "string", "format": "uri-reference"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "detail": {"type": "string"},
                    "pointer": {"type": "string", "pattern": "^(/([^~/]|~0|~1)*)*$"},
                },
                "required": ["detail", "pointer"],
            },
        },
    },
    "required": ["type", "title", "status"],
    "propertyNames": {"pattern": "^[A-Za-z][A-Za-z0-9_]*$"},
}
"""Section 3.1 and the form of extension names (3.2), written from the text of the RFC."""
VALIDATOR = Draft202012Validator(RFC_9457)


def fault_of(body: Any, status: int, content_type: str) -> str:
    """Say what is wrong with a problem document, if anything is."""
    faults = [error.message for error in VALIDATOR.iter_errors(body)]
    if content_type != PROBLEM_TYPE:
        faults.append(f"sent as {content_type}")
    if not faults and body["status"] != status:
        faults.append(f"says {body['status']}, is {status}")
    if not faults and not re.search(r"/problems/([a-z-]+)/$", body["type"]):
        faults.append(f"type {body['type']}")
    return "; ".join(faults)


class Named(DomainError):
    """A failure of any kind."""


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_type_makes_a_valid_document(language: str) -> None:
    for text in PROBLEMS.values():
        error = Named("", other="x")
        error.code, error.http, error.title = text.code, text.http, str(text.title)
        with translation.override(language):
            response = problem_response(error, {})
            assert response is not None
            body = orjson.loads(orjson.dumps(response.data))
        assert fault_of(body, text.http, str(response.content_type)) == "", text.code


def test_every_type_leads_to_its_page_in_both_languages() -> None:
    for number, text in enumerate(PROBLEMS.values()):
        prefix, language = (("", "it"), ("/en", "en"))[number % 2]  # each page is a template's
        page = Client().get(f"{prefix}/problems/{text.code}/")
        assert page.status_code == 200, text.code
        with translation.override(language):
            title = str(text.title)
        assert title.split("’")[0].split("'")[0] in page.content.decode(), (text.code, language)


API_ERRORS = [
    exceptions.ParseError(), exceptions.NotAuthenticated(), exceptions.AuthenticationFailed(),
    exceptions.PermissionDenied(), exceptions.NotFound(), exceptions.MethodNotAllowed("PUT"),
    exceptions.NotAcceptable(), exceptions.UnsupportedMediaType("text/plain"),
    exceptions.Throttled(wait=3), exceptions.APIException(),
    exceptions.ValidationError({"a/b": {"c~d": ["x"]}, "list": [{"e": ["y"]}]}),
]  # fmt: skip


@pytest.mark.parametrize("error", API_ERRORS, ids=lambda error: type(error).__name__)
def test_every_failure_of_the_framework_is_one(error: exceptions.APIException) -> None:
    response = problem_response(error, {})
    assert response is not None
    body = orjson.loads(orjson.dumps(response.data))
    assert fault_of(body, error.status_code, str(response.content_type)) == ""
    assert body["code"] in PROBLEMS


HANDLERS = [(bad_request, 400), (permission_denied, 403), (page_not_found, 404)]


@pytest.mark.parametrize("path", ["/api/v1/x/", "/api/y", "/v1alpha1/x"])
def test_what_is_refused_before_a_view_is_one_too(path: str) -> None:
    request = HttpRequest()
    request.path = path
    for handler, status in HANDLERS:
        response = handler(request, ValueError())
        assert fault_of(orjson.loads(response.content), status, response["Content-Type"]) == ""
    response = server_error(request)
    assert fault_of(orjson.loads(response.content), 500, response["Content-Type"]) == ""


V1 = "/api/v1"
JSON = "application/json"
ASKED: list[tuple[int, str, str, dict[str, Any]]] = [
    (400, "GET", f"{V1}/verified-claims/?page_size=0", {}),
    (400, "GET", f"{V1}/verified-claims/?cursor=x", {}),
    (400, "POST", f"{V1}/sources/", {"data": "{", "content_type": JSON}),
    (422, "POST", f"{V1}/sources/", {"data": b'{"url": "\xff"}', "content_type": JSON}),
    (401, "GET", f"{V1}/verified-claims/", {"headers": {"Authorization": "Bearer vg_no"}}),
    (404, "GET", f"{V1}/verified-claims/00000000-0000-4000-8000-000000000000/", {}),
    (404, "GET", f"{V1}/nothing/here/", {}),
    (404, "GET", "/api/", {}),
    (404, "POST", f"{V1}/nothing", {"data": "{}", "content_type": JSON}),
    (405, "DELETE", f"{V1}/verified-claims/", {}),
    (406, "GET", f"{V1}/verified-claims/", {"headers": {"Accept": "text/turtle"}}),
    (404, "GET", f"{V1}/verified-claims/?format=xml", {}),
    (409, "POST", f"{V1}/claims/{{accepted}}/publication/publish/", {}),
    (412, "POST", f"{V1}/claims/{{proposed}}/accept/", {"headers": {"If-Match": '"99"'}}),
    (415, "POST", f"{V1}/sources/", {"data": "a", "content_type": "text/plain"}),
    (422, "POST", f"{V1}/articles/", {"data": '{"text": ""}', "content_type": JSON}),
    (428, "POST", f"{V1}/claims/{{proposed}}/accept/", {}),
]  # fmt: skip


@pytest.mark.parametrize("language", ["it", "en"])
def test_what_clients_meet_is_one(world: World, language: str, settings: Any) -> None:
    assert not settings.DEBUG
    client = Client()
    for name, value in world.cookies.items():
        client.cookies[name] = value
    _published, accepted, proposed = world.ids["claim_id"]
    for status, method, path, sent in ASKED:
        for kept in caches.all(initialized_only=True):
            kept.clear()
        headers = {"X-CSRFToken": CSRF, "Accept-Language": language, **sent.get("headers", {})}
        rest = {name: value for name, value in sent.items() if name != "headers"}
        address = path.format(accepted=accepted, proposed=proposed)
        answer = client.generic(method, address, headers=headers, **rest)
        assert answer.status_code == status, (method, path, answer.content[:300])
        fault = fault_of(answer.json(), status, answer["Content-Type"])
        assert fault == "", (method, path, fault)


def test_a_stranger_and_a_crash_get_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger = Client(raise_request_exception=False)
    for path in (f"{V1}/claims/", f"{V1}/webhooks/"):
        refused = stranger.get(path)
        assert fault_of(refused.json(), 401, refused["Content-Type"]) == ""
        assert refused["WWW-Authenticate"]
    monkeypatch.setattr("annotations.api.newsroom.feed_view.public_mark", _crash)
    crashed = stranger.get(f"{V1}/feeds/verified-claims.json")
    assert fault_of(crashed.json(), 500, crashed["Content-Type"]) == ""
    assert b"secret detail" not in crashed.content


def test_what_is_gone_says_so() -> None:
    response = problem_response(AnnotationGone(), {})
    assert response is not None
    assert fault_of(response.data, 410, str(response.content_type)) == ""


def _crash() -> None:
    raise RuntimeError("secret detail")
