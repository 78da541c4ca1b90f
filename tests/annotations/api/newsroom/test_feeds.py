"""Feeds of verified claims: Atom, RSS 2.0, JSON Feed 1.1."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import pytest
from lxml import etree
from rest_framework.test import APIClient

from annotations.models import PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import withdraw
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_article

FEED = "/api/v1/feeds/verified-claims."
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def first(cast: Cast) -> PublishedClaim:
    return make_published(cast, make_article("Le <b>scuole</b> & i ponti 🏫 sono nove. Fine."))


@pytest.fixture
def second(cast: Cast, first: PublishedClaim) -> PublishedClaim:
    return make_published(cast, make_article("Un porto nuovo. Fine."), speaker_name="José Mújica")


def atom(client: APIClient, **query: Any) -> etree._Element:
    response = client.get(f"{FEED}atom", query)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


def json_feed(client: APIClient, **query: Any) -> dict[str, Any]:
    response = client.get(f"{FEED}json", query)
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed: dict[str, Any] = response.json()
    return feed


def test_atom_has_what_rfc_4287_asks_for(
    first: PublishedClaim, second: PublishedClaim, anonymous: APIClient
) -> None:
    feed = atom(anonymous)
    for owner in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(owner.findall(f"a:{name}", ATOM)) == 1
        assert re.match(r"(https?://|urn:uuid:)", owner.findtext("a:id", "", ATOM))
        assert datetime.fromisoformat(owner.findtext("a:updated", "", ATOM)).tzinfo
    assert feed.findtext("a:author/a:name", "", ATOM)
    relations = [link.get("rel") for link in feed.findall("a:link", ATOM)]
    assert sorted(relations) == ["alternate", "self"]
    ids = [entry.findtext("a:id", "", ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert ids == [f"urn:uuid:{second.claim_id}", f"urn:uuid:{first.claim_id}"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_page_leads_to_the_next_until_the_last(
    form: str, first: PublishedClaim, second: PublishedClaim, anonymous: APIClient
) -> None:
    page = etree.fromstring(anonymous.get(f"{FEED}{form}", {"page_size": 1}).content)
    (link,) = page.xpath("//a:link[@rel='next']", namespaces=ATOM)
    last = etree.fromstring(anonymous.get(link.get("href")).content)
    assert str(first.claim_id) in etree.tostring(last, encoding="unicode")
    assert not last.xpath("//a:link[@rel='next']", namespaces=ATOM)


def test_an_empty_feed_has_the_moment_of_the_last_publication(
    first: PublishedClaim, anonymous: APIClient
) -> None:
    feed = atom(anonymous, speaker="nobody")
    assert not feed.findall("a:entry", ATOM)
    updated = datetime.fromisoformat(feed.findtext("a:updated", "", ATOM))
    assert updated == first.created_at


def test_an_entry_says_its_language(first: PublishedClaim, anonymous: APIClient) -> None:
    (entry,) = atom(anonymous).findall("a:entry", ATOM)
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == first.language


def test_the_claims_words_are_text_not_markup(first: PublishedClaim, anonymous: APIClient) -> None:
    summary = atom(anonymous).find("a:entry/a:summary", ATOM)
    assert summary is not None
    assert summary.get("type") == "html"
    assert "Le &lt;b&gt;scuole&lt;/b&gt; &amp; i ponti 🏫" in str(summary.text)
    assert "<b>" not in json_feed(anonymous)["items"][0]["content_html"]


def test_rss_has_what_its_readers_ask_for(first: PublishedClaim, anonymous: APIClient) -> None:
    response = anonymous.get(f"{FEED}rss")
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = etree.fromstring(response.content).find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    (item,) = channel.findall("item")
    guid = item.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (f"urn:uuid:{first.claim_id}", "false")
    assert item.findtext("link") == first.document["url"]
    assert parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo


def test_json_feed_has_what_version_1_1_asks_for(
    first: PublishedClaim, second: PublishedClaim, anonymous: APIClient
) -> None:
    feed = json_feed(anonymous, page_size=1)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"].endswith(f"{FEED}json?page_size=1")
    (item,) = feed["items"]
    assert item["id"] == f"urn:uuid:{second.claim_id}"
    assert item["url"] == second.document["url"]
    assert item["tags"] == ["Falso"]
    assert "José Mújica" in item["content_html"]
    older = anonymous.get(feed["next_url"]).json()
    assert [one["id"] for one in older["items"]] == [f"urn:uuid:{first.claim_id}"]
    assert "next_url" not in older


def test_a_feed_asked_for_unescaped_names_its_addresses_escaped(
    cast: Cast, anonymous: APIClient
) -> None:
    for number in range(2):
        make_published(cast, make_article(f"La città parla {number} volte. Fine."))
    feed = anonymous.get(f"{FEED}json?q=città&page_size=1").json()
    assert feed["feed_url"].endswith(f"?page_size=1&q={quote('città')}")
    assert len(anonymous.get(feed["next_url"]).json()["items"]) == 1


def test_a_correction_moves_the_entry_up_and_says_why(
    first: PublishedClaim, second: PublishedClaim, cast: Cast, anonymous: APIClient
) -> None:
    before = json_feed(anonymous)["items"][1]
    correct_a_date(claim=first.claim, by=cast.editor, notice="Un <refuso>.")
    after = json_feed(anonymous)["items"][0]
    assert after["id"] == before["id"]
    assert after["date_published"] == before["date_published"]
    assert after["date_modified"] > before["date_modified"]
    assert "Un &lt;refuso&gt;." in after["content_html"]
    updated = atom(anonymous).findtext("a:entry/a:updated", "", ATOM)
    assert datetime.fromisoformat(updated) > first.created_at.replace(microsecond=0)


def test_a_withdrawal_is_told_to_who_follows(
    first: PublishedClaim, cast: Cast, anonymous: APIClient
) -> None:
    withdraw(claim=first.claim, by=cast.editor, notice="Errore nostro.")
    (item,) = json_feed(anonymous)["items"]
    assert item["title"].startswith("Ritirata: ")
    assert item["content_html"] == "<p>Errore nostro.</p>"


def test_any_filter_of_the_list_works(
    first: PublishedClaim, second: PublishedClaim, anonymous: APIClient
) -> None:
    found = json_feed(anonymous, speaker="jose mujica", language="it")
    assert [item["id"] for item in found["items"]] == [f"urn:uuid:{second.claim_id}"]
    assert found["language"] == "it"
    assert json_feed(anonymous, q="introvabile")["items"] == []
    refused = anonymous.get(f"{FEED}atom", {"language": "de"})
    assert (refused.status_code, refused["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_an_unchanged_feed_is_304(
    first: PublishedClaim, cast: Cast, anonymous: APIClient, form: str
) -> None:
    response = anonymous.get(f"{FEED}{form}")
    marks = {"If-None-Match": response["ETag"]}
    again = anonymous.get(f"{FEED}{form}", headers=marks)
    assert (again.status_code, again.content) == (304, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    correct_a_date(claim=first.claim, by=cast.editor)
    assert anonymous.get(f"{FEED}{form}", headers=marks).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/feeds/verified-claims.atom",
        "/api/v1/feeds/verified-claims.rss",
        "/api/v1/feeds/corrections.atom",
        "/api/v1/oembed/?format=xml&url={url}",
    ],
)
def test_characters_that_no_xml_may_have_break_no_feed(
    cast: Cast, first: PublishedClaim, anonymous: APIClient, address: str
) -> None:
    draft = PublicationDraft.objects.filter(claim=first.claim)
    draft.update(headline="Tre\x0bscuole\x1f\ufffe")
    correct_a_date(claim=first.claim, by=cast.editor, notice="Un\x0brefuso.")
    answer = anonymous.get(address.format(url=quote(first.document["url"], safe="")))
    assert answer.status_code == 200
    assert "Tre scuole" in "".join(etree.fromstring(answer.content).itertext())


def test_other_forms_are_not_found(anonymous: APIClient) -> None:
    assert anonymous.get(f"{FEED}xml").status_code == 404
