"""Pages around the public ones: log-in, what is lost or broken, the API's documentation."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import orjson
import pytest
from django.test import Client

from tests.annotations.pages.looking import page, text_of
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article

BASE = Path(__file__).resolve().parents[3]


def test_lost_and_forbidden_addresses_have_pages_of_their_own(client: Client, db: None) -> None:
    for path in ("/nulla/", "/en/nothing/", "/problems/nothing/"):
        html = page(client, path, code=404)
        assert 'href="/static/vaglio/site.css"' in html
    missing = f"/claims/{'0' * 8}-0000-4000-8000-{'0' * 12}/"
    page(client, missing, code=404)
    page(client, missing.replace("claims", "articles"), code=404)


def test_a_crash_has_a_page_without_details(client: Client, db: None, monkeypatch) -> None:
    def crash() -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("annotations.pages.about.rating_scale", crash)
    client.raise_request_exception = False
    html = page(client, "/methodology/", code=500)
    assert "secret words" not in html
    assert "Qualcosa è andato storto" in html


@pytest.mark.parametrize(("path", "title"), [("login", "Accedi"), ("logout", "Esci")])
def test_log_in_pages_look_like_the_site(client: Client, cast: Cast, path: str, title: str) -> None:
    if path == "logout":
        client.force_login(cast.editor)
    html = page(client, f"/accounts/{path}/")
    assert 'href="/static/vaglio/site.css"' in html
    assert title in text_of(html)


def test_two_factor_pages_look_like_the_site(client: Client, cast: Cast) -> None:
    client.force_login(cast.editor)
    response = client.get("/accounts/2fa/", follow=True)
    assert response.status_code == 200
    assert "/static/vaglio/site.css" in response.content.decode()


def test_the_log_in_page_speaks_the_language_that_was_chosen(client: Client, db: None) -> None:
    assert "Accedi alla redazione" in page(client, "/accounts/login/")
    response = client.post("/i18n/setlang/", {"language": "en", "next": "/accounts/login/"})
    assert response.status_code == 302
    assert "Log in to the desk" in page(client, "/accounts/login/")
    assert "Affermazioni verificate" in page(client, "/")  # a public page goes by its path


def test_the_documentation_searches_for_what_is_there(client: Client, cast: Cast) -> None:
    make_published(cast, make_article("Un acquedotto nuovo. Fine."))
    (query,) = re.findall(r"\?(q=\w+&page_size=10)", unescape(page(client, "/api/v1/docs/")))
    assert query.startswith("q=acquedotto&")
    assert client.get(f"/api/v1/verified-claims/?{query}").json()["results"]


def test_the_documentation_lists_every_address(client: Client, db: None) -> None:
    newsrooms, desk = page(client, "/api/v1/docs/"), page(client, "/api/v1/docs/desk/")
    assert "/api/v1/verified-claims/match/" in unescape(newsrooms)
    assert "/api/v1/assignments/" not in unescape(newsrooms)
    schema = orjson.loads((BASE / "tests" / "openapi.json").read_bytes())
    for path in [*schema["paths"], "claim.corrected", "MessageTombstone"]:
        assert path in unescape(newsrooms + desk)
