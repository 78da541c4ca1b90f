"""The card for other sites: small, without script, framed nowhere but here; and oEmbed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.test import Client

from annotations.documents.oembed import Card, frame_code
from annotations.models import PublishedClaim
from annotations.services.publishing.publication import correct, withdraw
from tests.annotations.publishing import make_published, settle
from tests.factories import Cast

NOBODY = "00000000-0000-4000-8000-000000000000"
LARGEST = 15_000


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    return make_published(cast)


@pytest.fixture
def page(version: PublishedClaim) -> str:
    return str(version.document["url"])


def test_only_the_card_may_be_framed(client: Client, version: PublishedClaim) -> None:
    card = client.get(f"/embed/{version.claim_id}")
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "script-src 'self'" in card["Content-Security-Policy"]
    assert "X-Frame-Options" not in card
    for path in (
        "/",
        f"/claims/{version.claim_id}/",
        f"/claims/{version.claim_id}/report/",
        f"/api/v1/verified-claims/{version.claim_id}/",
        "/accounts/login/",
        "/nothing/",
    ):
        answer = client.get(path)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path
        assert answer["X-Frame-Options"] == "DENY", path


def test_the_card_is_small_and_whole(client: Client, version: PublishedClaim) -> None:
    answer = client.get(f"/embed/{version.claim_id}")
    html = answer.content.decode()
    sheet = finders.find("vaglio/embed.css")
    assert sheet
    assert len(answer.content) + Path(sheet).stat().st_size < LARGEST
    assert re.findall(r'(?:src|href)="(/[^"]*)"', html) == ["/static/vaglio/embed.css"]
    assert "<script" not in html
    assert not answer.cookies
    assert f'<link rel="canonical" href="{version.document["url"]}">' in html
    words = unescape(html)
    for part in (version.headline, version.document["claim"]["text"], "Falso", "Anna Righi"):
        assert part in words
    assert f'href="{version.document["url"]}" target="_blank" rel="noopener"' in html


@pytest.mark.parametrize(
    ("query", "theme", "language"),
    [
        ("", "auto", "it"),
        ("?theme=dark", "dark", "it"),
        ("?theme=light&lang=en", "light", "en"),
        ("?theme=%22%3E&lang=xx", "auto", "it"),
    ],
)
def test_theme_and_language_are_chosen(
    client: Client, version: PublishedClaim, query: str, theme: str, language: str
) -> None:
    answer = client.get(f"/embed/{version.claim_id}{query}")
    assert f'<html lang="{language}" data-theme="{theme}">' in answer.content.decode()
    assert {"it": "Falso", "en": "False"}[language] in answer.content.decode()
    assert answer["Content-Language"] == language


def test_the_card_has_one_address_with_or_without_a_slash(
    client: Client, version: PublishedClaim
) -> None:
    for path in (f"/embed/{version.claim_id}/", f"/api/v1/embed/{version.claim_id}"):
        assert client.get(path).status_code == 200
    assert client.post(f"/embed/{version.claim_id}").status_code == 405


def test_a_correction_and_a_withdrawal_show_on_the_card(
    cast: Cast, client: Client, version: PublishedClaim
) -> None:
    address = f"/embed/{version.claim_id}"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    notice = "Il registro era vecchio."
    settle(version.claim, cast.editor, "misleading")
    correct(claim=version.claim, by=cast.editor, severity="significant", notice=notice)
    answer = client.get(address, headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert notice in answer.content.decode()
    assert "Correzione sostanziale" in answer.content.decode()
    withdraw(claim=version.claim, by=cast.editor, notice="Era un altro comune.")
    gone = client.get(address)
    assert gone.status_code == 410
    assert "Era un altro comune." in gone.content.decode()
    assert version.headline not in unescape(gone.content.decode())


def test_a_card_of_nothing_says_so_in_its_frame(client: Client, db: None) -> None:
    answer = client.get(f"/embed/{NOBODY}?lang=en")
    assert answer.status_code == 404
    assert "There is no such check" in answer.content.decode()
    assert "frame-ancestors *" in answer["Content-Security-Policy"]


def test_claim_pages_name_the_provider_and_give_the_code(
    client: Client, version: PublishedClaim, settings: LazySettings
) -> None:
    html = client.get(f"/en/claims/{version.claim_id}/").content.decode()
    for kind, form in (("application/json+oembed", "json"), ("text/xml+oembed", "xml")):
        found = re.search(rf'type="{re.escape(kind)}" title="[^"]+" href="([^"]+)"', html)
        assert found
        address = unescape(found[1]).removeprefix(settings.SITE_URL)
        assert f"format={form}" in address
        assert client.get(address).status_code == 200
    code = re.search(r"(?s)<textarea[^>]*>(.*?)</textarea>", html)
    assert code
    assert unescape(code[1]).strip() in client.get(
        "/oembed", {"url": version.document["url"]}
    ).json()["html"].replace("\n", "")


@pytest.mark.parametrize("path", ["/oembed", "/oembed/", "/api/v1/oembed/"])
def test_oembed_answers_as_the_specification_says(
    client: Client, version: PublishedClaim, page: str, path: str, settings: LazySettings
) -> None:
    answer = client.get(path, {"url": page})
    assert answer["Content-Type"] == "application/json"
    found = answer.json()
    assert found["version"] == "1.0"
    assert found["type"] == "rich"
    assert found["provider_url"] == settings.SITE_URL
    assert found["title"] == version.headline
    assert f'src="{settings.SITE_URL}/embed/{version.claim_id}"' in found["html"]
    assert f'width="{found["width"]}" height="{found["height"]}"' in found["html"]
    assert isinstance(found["width"], int)
    assert "<script" not in found["html"]


def test_the_card_speaks_the_language_of_the_page_that_was_asked_for(
    client: Client, version: PublishedClaim, settings: LazySettings
) -> None:
    def code(path: str, **query: str) -> str:
        address = f"{settings.SITE_URL}{path}"
        return str(client.get("/oembed", {"url": address, **query}).json()["html"])

    one = str(version.claim_id)
    assert f"/embed/{one}?lang=en" in code(f"/en/claims/{one}/")
    assert f'/embed/{one}"' in code(f"/claims/{one}/")  # which the claim itself speaks
    assert f'/embed/{one}"' in code(f"/embed/{one}")
    assert f"/embed/{one}?lang=it" in code(f"/en/claims/{one}/", lang="it")


def test_oembed_as_xml(client: Client, page: str) -> None:
    answer = client.get("/oembed", {"url": page, "format": "xml"})
    assert answer["Content-Type"].startswith("text/xml")
    tree = ElementTree.fromstring(answer.content)
    assert tree.tag == "oembed"
    found = {part.tag: part.text for part in tree}
    expected = client.get("/oembed", {"url": page}).json()
    assert found == {key: str(value) for key, value in expected.items()}


@pytest.mark.parametrize(
    ("limits", "width", "height"),
    [
        ({"maxwidth": "400"}, 400, None),
        ({"maxwidth": "5000"}, 600, None),
        ({"maxwidth": "10"}, 10, None),
        ({"maxheight": "150"}, 600, 150),
        ({"maxwidth": "200", "maxheight": "1"}, 200, 1),
    ],
)
def test_oembed_keeps_to_the_size_that_was_asked_for(
    client: Client, page: str, limits: dict[str, str], width: int, height: int | None
) -> None:
    found = client.get("/oembed", {"url": page, **limits}).json()
    assert found["width"] == width
    assert height is None or found["height"] == height


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, 400),
        ({"maxwidth": "wide"}, 400),
        ({"format": "yaml"}, 501),
        ({"url": "https://elsewhere.example/claims/{id}/"}, 404),
        ({"url": "{site}/claims/" + NOBODY + "/"}, 404),
        ({"url": "{site}/methodology/"}, 404),
        ({"url": "http://[::1"}, 404),
        ({"url": "ftp://{host}/claims/{id}/"}, 404),
        ({"url": "{site}/claims/------------------------------------/"}, 404),
        ({"url": "{site}/en/claims/{id}/"}, 200),
        ({"url": "{site}/embed/{id}"}, 200),
    ],
)
def test_oembed_refuses_what_it_cannot_show(
    client: Client,
    version: PublishedClaim,
    settings: LazySettings,
    query: dict[str, str],
    code: int,
) -> None:
    site = str(settings.SITE_URL)
    places = {"{id}": str(version.claim_id), "{site}": site, "{host}": site.split("//")[1]}
    asked = {} if not query else {"url": str(version.document["url"])}
    for key, value in query.items():
        for place, real in places.items():
            value = value.replace(place, real)
        asked[key] = value
    answer = client.get("/oembed", asked)
    assert answer.status_code == code
    if code != 200:
        assert answer["Content-Type"] == "application/problem+json"


def test_the_api_refuses_a_form_as_it_refuses_everything(client: Client, page: str) -> None:
    answer = client.get("/api/v1/oembed/", {"url": page, "format": "yaml"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/format"


def test_oembed_lets_theme_and_language_through(client: Client, page: str) -> None:
    found = client.get("/oembed", {"url": page, "theme": "dark", "lang": "en"}).json()
    assert "?theme=dark&amp;lang=en" in found["html"]
    assert client.get("/oembed", {"url": page, "theme": "pink"}).status_code == 400


def test_no_title_breaks_out_of_the_code() -> None:
    nasty = '"><script>alert(1)</script>'
    code = frame_code(Card("https://a.example/embed/1", nasty, ()), width=600, height=300)
    assert "<script" not in code
    assert code.count("<") == 2
