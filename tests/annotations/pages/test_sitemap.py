"""robots.txt, the sitemap and its index, and what a page's head tells search engines."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations.models import PublishedClaim
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_article

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def entries(client: Client, path: str) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Read a file of the sitemap: address -> (lastmod, {language: address})."""
    answer = client.get(path)
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.getvalue())
    assert tree.tag == f"{SPACE}urlset"
    return {
        url.findtext(f"{SPACE}loc", ""): (
            url.findtext(f"{SPACE}lastmod"),
            {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall(LINK)},
        )
        for url in tree
    }


def test_robots_name_the_sitemap_and_close_what_is_not_for_reading(
    client: Client, db: None, settings: LazySettings
) -> None:
    words = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in words
    assert "Disallow: /admin/" in words
    assert "Disallow: /claims" not in words
    assert "report" not in words


def test_every_standing_claim_is_listed_in_both_languages(
    cast: Cast, client: Client, settings: LazySettings
) -> None:
    kept, gone = (make_published(cast, make_article(f"Testo {n}. Fine.")) for n in range(2))
    withdraw(claim=gone.claim, by=cast.editor, notice="Via.")
    found = entries(client, "/sitemap.xml")
    site = settings.SITE_URL
    both = {
        "it": f"{site}/claims/{kept.claim_id}/",
        "en": f"{site}/en/claims/{kept.claim_id}/",
    }
    for address in both.values():
        lastmod, links = found[address]
        assert links == {**both, "x-default": both["it"]}  # as the pages themselves say
        assert lastmod == kept.created_at.isoformat(timespec="seconds")
    assert not [address for address in found if str(gone.claim_id) in address]
    assert f"{site}/en/methodology/" in found
    etag = client.get("/sitemap.xml")["ETag"]
    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 304
    correct_a_date(claim=kept.claim, by=cast.editor)
    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("many", [3, 4, 5])
def test_many_claims_get_an_index(
    cast: Cast, client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("annotations.pages.sitemap.CLAIMS_PER_FILE", 2)
    made = {make_published(cast, make_article(f"Testo {n}. Fine.")).claim_id for n in range(many)}
    tree = ElementTree.fromstring(client.get("/sitemap.xml").getvalue())
    assert tree.tag == f"{SPACE}sitemapindex"
    files = [part.text or "" for part in tree.iter(f"{SPACE}loc")]
    assert len(files) == -(-many // 2)
    listed: list[str] = []
    for file in files:
        with CaptureQueriesContext(connection) as statements:
            found = entries(client, file.removeprefix(settings.SITE_URL))
        assert len(statements) <= 4
        listed += [address for address in found if "/claims/" in address]
    assert len(listed) == len(set(listed)) == 2 * many
    assert {re.findall(r"claims/([^/]+)", address)[0] for address in listed} == {
        str(claim) for claim in made
    }
    assert client.get("/sitemap-999999.xml").status_code == 404


def test_a_page_says_which_address_is_its_own(
    cast: Cast, client: Client, settings: LazySettings
) -> None:
    settings.SITE_URL = "https://vaglio.example.org"
    version = make_published(cast)
    for prefix, code in (("", "it"), ("/en", "en")):
        path = f"{prefix}/claims/{version.claim_id}/"
        html = client.get(path).content.decode()
        own = f"https://vaglio.example.org{path}"
        assert f'<link rel="canonical" href="{own}">' in html
        assert f'<meta property="og:url" content="{own}">' in html
        assert f'hreflang="{code}" href="{own}"' in html
        assert f'<meta property="og:title" content="{version.headline}">' in html
        # one page a review: the one that the review itself names
        assert ("ClaimReview" in html.split("ld+json")[-1][:400]) is (prefix == "")
    assert "canonical" not in client.get("/nothing/").content.decode()


def test_a_search_names_the_whole_list_as_its_own_address(
    client: Client, db: None, settings: LazySettings
) -> None:
    html = client.get("/?q=scuole").content.decode()
    assert f'<link rel="canonical" href="{settings.SITE_URL}/">' in html


@pytest.mark.parametrize("language", ["", "/en"])
def test_what_says_more_of_a_claim_names_the_claim_as_its_own_address(
    client: Client, cast: Cast, settings: LazySettings, language: str
) -> None:
    claim = f"{language}/claims/{make_published(cast).claim_id}/"
    for place in ("report/", "versions/"):
        html = client.get(f"{claim}{place}").content.decode()
        assert re.findall('rel="canonical" href="([^"]*)"', html) == [settings.SITE_URL + claim]
        assert "noindex" not in html
    html = client.get(f"{language}/report/").content.decode()
    assert f'rel="canonical" href="{settings.SITE_URL}{language}/report/"' in html
    assert "noindex" not in html


def test_claims_are_found_by_the_days_they_were_published(
    cast: Cast, client: Client, settings: LazySettings
) -> None:
    version: PublishedClaim = make_published(cast)
    day = timezone.localdate(version.first_published_at)
    found = {
        f"?from={day}": True,
        "?from=2000-01-01&to=2000-12-31": False,
        "?from=2999-01-01": False,
        f"?to={day}": True,
        "?from=nonsense&to=9999-12-31": True,
        "?from=2024-02-31": True,
    }
    for query, expected in found.items():
        html = client.get(f"/{query}").content.decode()
        assert (version.headline in html) is expected, query
