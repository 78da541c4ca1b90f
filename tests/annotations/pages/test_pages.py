"""The public pages: both languages, no script, nothing from elsewhere, what the document says."""

from __future__ import annotations

import gzip
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from annotations.models import PublishedClaim
from tests.annotations.pages.looking import PREFIX, Elements, page, text_of
from tests.annotations.publishing import make_published
from tests.factories import Cast, make_article


def every_page(version: PublishedClaim) -> list[str]:
    article = version.document["claim"]["article"]["id"]
    return [
        "/",
        f"/claims/{version.claim_id}/",
        f"/articles/{article}/",
        "/methodology/",
        "/corrections/",
        "/reports/",
        "/problems/",
        "/problems/gate-not-met/",
    ]


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_page_is_whole_in_both_languages(
    client: Client, version: PublishedClaim, settings: LazySettings, language: str
) -> None:
    for path in every_page(version):
        html = page(client, PREFIX[language] + path)
        elements = Elements(html)
        assert elements.all("html")[0]["lang"] == language
        assert len(elements.all("h1")) == 1
        assert len(elements.all("main")) == 1
        alternates = {
            link["hreflang"]: link["href"]
            for link in elements.all("link")
            if link.get("rel") == "alternate" and "hreflang" in link
        }
        assert alternates == {
            "it": f"{settings.SITE_URL}{path}",
            "en": f"{settings.SITE_URL}/en{path}",
            "x-default": f"{settings.SITE_URL}{path}",
        }
        links = {link["href"] for link in elements.all("a")}
        assert f"{PREFIX[language]}/corrections/" in links
        assert f"{PREFIX[language]}/methodology/" in links
        assert any(str(link).endswith("/report/") for link in links)
        skip = elements.all("a")[0]["href"]
        assert skip == "#content"
        assert any(attributes.get("id") == "content" for _, attributes in elements.found)


def test_no_page_needs_a_script_or_anything_from_elsewhere(
    client: Client, version: PublishedClaim
) -> None:
    for path in [*every_page(version), "/api/v1/docs/", "/api/v1/docs/desk/", "/accounts/login/"]:
        response = client.get(path)
        html = response.content.decode()
        elements = Elements(html)
        scripts = [script.get("type") for script in elements.all("script")]
        assert set(scripts) <= {"application/ld+json"}, path
        assert elements.all("style") == []
        loaded = [img["src"] for img in elements.all("img")]
        loaded += [
            link["href"]
            for link in elements.all("link")
            if link.get("rel") in ("stylesheet", "icon")
        ]
        assert all(str(address).startswith("/static/") for address in loaded), path
        assert not [
            name for _, attributes in elements.found for name in attributes if name[:2] == "on"
        ]
        policy = response["Content-Security-Policy"]
        assert "script-src 'self';" in policy + ";"
        assert "default-src 'self'" in policy


def test_the_list_is_searched_filtered_and_turned(cast: Cast, client: Client) -> None:
    for n in range(23):
        make_published(cast, make_article(f"Testo numero {n} di prova. Fine."))
    html = page(client, "/?q=scuole&rating=false&language=it")
    assert html.count('<li class="card') == 20
    older = re.search(r'rel="next" href="([^"]+)"', html)
    assert older
    second = page(client, "/" + unescape(older[1]))
    assert second.count('<li class="card') == 3
    newer = re.search(r'rel="prev" href="([^"]+)"', second)
    assert newer
    assert page(client, "/" + unescape(newer[1])).count('<li class="card') == 20
    for query in ("?q=introvabile", "?rating=true", "?language=en", "?rating=%00", "?q=%00"):
        shown = page(client, "/" + query).count('<li class="card')
        assert shown == (20 if query == "?q=%00" else 0), query
    assert page(client, "/?cursor=nonsense&language=xx").count('<li class="card') == 20


def test_a_search_can_be_followed_as_a_feed(cast: Cast, client: Client) -> None:
    make_published(cast)
    kept = make_published(cast, make_article("Il lago è gelato. Fine."))
    today = localdate().isoformat()
    query = urlencode({"q": "gelato", "rating": "false", "from": today, "to": today})
    elements = Elements(page(client, f"/?{query}"))
    kinds = ("application/atom+xml", "application/rss+xml", "application/feed+json")
    named = [str(link["href"]) for link in elements.all("link") if link.get("type") in kinds][:3]
    assert set(named) <= {link["href"] for link in elements.all("a")}
    (item,) = client.get(named[2]).json()["items"]
    assert item["id"].endswith(str(kept.claim_id))
    plain = Elements(page(client, "/"))
    assert "/api/v1/feeds/verified-claims.rss" in {link["href"] for link in plain.all("a")}


def test_pages_cost_few_statements_however_many_claims(cast: Cast, client: Client) -> None:
    article = make_article("Uno è vero. Due è vero. Tre è vero.")
    for exact in ("Uno è vero", "Due è vero", "Tre è vero"):
        start = article.text.index(exact)
        version = make_published(
            cast, article, text=exact, start=start, end=start + 10, segments=[[start, start + 10]]
        )
    of_three = {"/", f"/claims/{version.claim_id}/", "/corrections/"}
    for path in (f"/articles/{article.pk}/", *of_three):
        with CaptureQueriesContext(connection) as statements:
            page(client, path)
        expected = 3 if path in of_three else 2
        assert len(statements) == expected, (path, [query["sql"] for query in statements])


def test_pages_leave_no_cookie(client: Client, version: PublishedClaim) -> None:
    for path in every_page(version):
        response = client.get(path)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_pages_travel_compressed_to_who_can_read_that(
    client: Client, version: PublishedClaim
) -> None:
    for path in ("/", f"/claims/{version.claim_id}/", "/methodology/", "/docs/guide/"):
        plain = client.get(path).content
        small = client.get(path, headers={"Accept-Encoding": "gzip"})
        assert small["Content-Encoding"] == "gzip", path
        assert "Accept-Encoding" in small["Vary"]
        assert gzip.decompress(small.content) == plain


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_methodology_shows_the_scale_with_its_numbers(
    client: Client, db: None, language: str
) -> None:
    words = text_of(page(client, f"{PREFIX[language]}/methodology/"))
    scale = {
        "it": ["Vero", "Quasi vero", "Vero a metà", "Fuorviante", "Falso", "Non verificabile"],
        "en": ["True", "Mostly true", "Half true", "Misleading", "False", "Unverifiable"],
    }[language]
    assert all(name in words for name in scale)


@pytest.mark.parametrize(
    ("language", "alone", "sent"),
    [
        ("it", "Non interroga alcun modello", "viene mandato a models.example.org"),
        ("en", "It asks no language model", "is sent to models.example.org"),
    ],
)
def test_the_methodology_says_who_is_sent_articles(
    client: Client, db: None, settings: LazySettings, language: str, alone: str, sent: str
) -> None:
    address = f"{PREFIX[language]}/methodology/"
    assert alone in text_of(page(client, address))
    settings.MODEL_URL, settings.MODEL_NAME = "https://models.example.org/v1", "prova-7b"
    settings.MODEL_KEY = "segreto-di-prova"
    words = text_of(page(client, address))
    assert sent in words
    assert "prova-7b" in words
    assert alone not in words
    assert settings.MODEL_KEY not in words


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_only_read(client: Client, version: PublishedClaim, method: str) -> None:
    for path in every_page(version):
        assert getattr(client, method)(path).status_code == 405
