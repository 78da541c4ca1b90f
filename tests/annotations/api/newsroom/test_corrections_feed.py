"""/feeds/corrections: one entry for each correction and withdrawal."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from rest_framework.test import APIClient

from annotations.services.publishing.publication import correct, publish, withdraw
from tests.annotations.publishing import correct_a_date, make_published, settle
from tests.factories import Cast, make_article

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def changed(cast: Cast) -> None:
    """Publish twice, correct one, withdraw the other."""
    one, two = (make_published(cast, make_article(f"Testo {n}. Fine.")) for n in range(2))
    settle(one.claim, cast.editor, "misleading")
    correct(claim=one.claim, by=cast.editor, severity="significant", notice="Era vecchio & <b>.")
    withdraw(claim=two.claim, by=cast.editor, notice="Era altrove.")


def test_each_change_is_an_entry_the_newest_first(anonymous: APIClient, changed: None) -> None:
    feed = anonymous.get("/api/v1/feeds/corrections.json").json()
    titles = [item["title"].partition(":")[0] for item in feed["items"]]
    assert titles == ["Ritirata", "Correzione sostanziale"]
    assert len({item["id"] for item in feed["items"]}) == 2
    assert "Era vecchio &amp; &lt;b&gt;." in feed["items"][1]["content_html"]


def test_what_is_published_anew_is_a_change_too(cast: Cast, anonymous: APIClient) -> None:
    claim = make_published(cast).claim
    withdraw(claim=claim, by=cast.editor, notice="Era altrove.")
    settle(claim, cast.editor, "true")
    publish(claim=claim, by=cast.editor)
    correct_a_date(claim=claim, by=cast.editor, notice="Un giorno dopo.")
    items = anonymous.get("/api/v1/feeds/corrections.json").json()["items"]
    titles = [item["title"].partition(":")[0] for item in items]
    assert titles == ["Correzione lieve", "Pubblicata di nuovo", "Ritirata"]
    assert len({item["id"] for item in items}) == 3
    assert "Era altrove." not in items[1]["content_html"]
    assert items[1]["date_published"] > items[2]["date_published"]


def test_atom_and_rss_are_well_formed(anonymous: APIClient, changed: None) -> None:
    tree = ElementTree.fromstring(anonymous.get("/api/v1/feeds/corrections.atom").content)
    assert len(tree.findall(f"{ATOM}entry")) == 2
    assert all(entry.findtext(f"{ATOM}updated") for entry in tree.findall(f"{ATOM}entry"))
    rss = ElementTree.fromstring(anonymous.get("/api/v1/feeds/corrections.rss").content)
    assert len(rss.findall("channel/item")) == 2


def test_the_feed_changes_only_with_a_publication(anonymous: APIClient, changed: None) -> None:
    answer = anonymous.get("/api/v1/feeds/corrections.atom")
    again = {"If-None-Match": answer["ETag"]}
    assert anonymous.get("/api/v1/feeds/corrections.atom", headers=again).status_code == 304
    assert anonymous.get("/api/v1/feeds/corrections.xml").status_code == 404
