"""Atom, RSS 2.0 and JSON Feed 1.1 rule by rule, on every feed that we serve.

Sources: RFC 4287; RFC 5005 (paging); the RSS Advisory Board's
specification and best practices profile; jsonfeed.org, version 1.1. Each rule is (words, check).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.contract.documents import Answer, feeds

pytestmark = pytest.mark.django_db  # asked for once, but there it must be
A = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(r"(\w{3}, )?\d\d? \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT)")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Node = etree._Element
Feeds = dict[str, Answer]
Check = Callable[[Any], bool]


@pytest.fixture(scope="module")
def answers(kept: Callable[[Callable[[], Feeds]], Feeds]) -> Feeds:
    return kept(feeds)


def of_form(answers: Feeds, form: str) -> Iterator[tuple[str, Answer]]:
    found = [(name, answer) for name, answer in answers.items() if name.startswith(form)]
    assert len(found) == 5
    assert all(answer.status == 200 for _name, answer in found)
    yield from found


def owners(feed: Node) -> list[Node]:
    return [feed, *feed.findall(f"{A}entry")]


def counts(owner: Node, name: str) -> int:
    return len(owner.findall(f"{A}{name}"))


def absolute(address: str | None) -> bool:
    parts = urlsplit(address or "")
    return bool(parts.scheme and (parts.netloc or parts.scheme == "urn"))


def links(owner: Node, relation: str) -> list[Node]:
    return [part for part in owner.findall(f"{A}link") if part.get("rel") == relation]


def moments(feed: Node) -> list[str]:
    return [part.text or "" for name in ("updated", "published") for part in feed.iter(A + name)]


ATOM: list[tuple[str, Check]] = [
    ("2 MUST: the root is atom:feed", lambda feed: feed.tag == f"{A}feed"),
    ("4.1.1 MUST: one id, one title, one updated, in feed and entries", lambda feed: all(
        counts(owner, name) == 1 for owner in owners(feed) for name in ("id", "title", "updated"))),
    ("4.1.1 MUST NOT: more than one generator, icon, logo, rights, subtitle", lambda feed: all(
        counts(feed, name) <= 1 for name in ("generator", "icon", "logo", "rights", "subtitle"))),
    ("4.1.1 MUST: an author of the feed or of every entry", lambda feed: (
        counts(feed, "author") > 0 or all(counts(entry, "author") for entry in owners(feed)[1:]))),
    ("4.1.1 SHOULD: one link back to the feed itself", lambda feed: len(links(feed, "self")) == 1),
    ("4.1.1 MUST NOT: two alternates of one type and language", lambda feed: all(
        len({(link.get("type"), link.get("hreflang")) for link in links(owner, "alternate")})
        == len(links(owner, "alternate")) for owner in owners(feed))),
    ("4.1.2 MUST: an alternate where an entry has no content", lambda feed: all(
        counts(entry, "content") or links(entry, "alternate") for entry in owners(feed)[1:])),
    ("4.1.2 MUST NOT: more than one content, published, rights, source, summary", lambda feed: all(
        counts(entry, name) <= 1 for entry in owners(feed)[1:]
        for name in ("content", "published", "rights", "source", "summary"))),
    ("4.1.2 SHOULD: words where there is no content", lambda feed: all(
        (entry.findtext(f"{A}summary") or "").strip() for entry in owners(feed)[1:])),
    ("4.2.6 MUST: ids are absolute IRIs", lambda feed: all(
        absolute(owner.findtext(f"{A}id")) for owner in owners(feed))),
    ("4.1.1 MUST: no two entries with one id and one moment", lambda feed: (
        len({(entry.findtext(f"{A}id"), entry.findtext(f"{A}updated"))
             for entry in owners(feed)[1:]}) == len(owners(feed)) - 1)),
    ("3.3 MUST: dates are RFC 3339 with T and zone", lambda feed: all(
        RFC_3339.fullmatch(text) for text in moments(feed))),
    ("4.2.15: the feed is as new as its newest entry", lambda feed: all(
        datetime.fromisoformat(feed.findtext(f"{A}updated"))
        >= datetime.fromisoformat(entry.findtext(f"{A}updated")) for entry in owners(feed)[1:])),
    ("3.1.1 MUST: text is text, html or xhtml", lambda feed: all(
        part.get("type", "text") in ("text", "html", "xhtml")
        for name in ("title", "subtitle", "summary", "rights") for part in feed.iter(A + name))),
    ("3.1.1 SHOULD: titles say something", lambda feed: all(
        (owner.findtext(f"{A}title") or "").strip() for owner in owners(feed))),
    ("4.2.7.1 MUST: links have an IRI", lambda feed: all(
        absolute(link.get("href")) for link in feed.iter(f"{A}link"))),
    ("4.2.2 MUST: a category has its term", lambda feed: all(
        part.get("term") for part in feed.iter(f"{A}category"))),
    ("3.2 MUST: a person has a name, and their address is an IRI", lambda feed: all(
        person.findtext(f"{A}name") and absolute(person.findtext(f"{A}uri"))
        for person in feed.iter(f"{A}author"))),
    ("2 SHOULD: languages are told, in feed and entries", lambda feed: all(
        LANGUAGE.fullmatch(owner.get(f"{XML}lang", "")) for owner in owners(feed))),
]  # fmt: skip


@pytest.mark.parametrize("check", [pytest.param(check, id=words) for words, check in ATOM])
def test_atom(answers: Feeds, check: Check) -> None:
    for name, answer in of_form(answers, "atom"):
        assert check(answer.xml), name


def items(channel: Node) -> list[Node]:
    return channel.findall("item")


def guids(channel: Node) -> list[Node]:
    return [guid for item in items(channel) for guid in item.findall("guid")]


RSS: list[tuple[str, Check]] = [
    ("MUST: the channel has title, link and description", lambda channel: all(
        len(channel.findall(name)) == 1 and channel.findtext(name).strip()
        for name in ("title", "link", "description"))),
    ("MUST: an item has a title or a description", lambda channel: all(
        item.findtext("title") or item.findtext("description") for item in items(channel))),
    ("MUST: links are addresses of pages", lambda channel: all(
        (part.text or "").startswith(("http://", "https://")) for part in channel.iter("link"))),
    ("SHOULD: every item has one guid, none like another", lambda channel: (
        len({guid.text for guid in guids(channel)}) == len(guids(channel)) == len(items(channel)))),
    ("MUST: a guid that is no page says isPermaLink=false", lambda channel: all(
        guid.get("isPermaLink") == "false" or guid.text.startswith("http")
        for guid in guids(channel))),
    ("MUST: dates are RFC 822 with four-digit years", lambda channel: all(
        RFC_822.fullmatch(part.text) and parsedate_to_datetime(part.text)
        for name in ("pubDate", "lastBuildDate") for part in channel.iter(name))),
    ("SHOULD: every item has its date, the channel its last change", lambda channel: (
        all(item.find("pubDate") is not None for item in items(channel))
        and len(channel.findall("lastBuildDate")) == 1)),
    ("SHOULD: the channel says its language", lambda channel: bool(
        LANGUAGE.fullmatch(channel.findtext("language")))),
    ("items say theirs", lambda channel: all(
        LANGUAGE.fullmatch(item.findtext(f"{DC}language")) for item in items(channel))),
    ("SHOULD: an atom:link leads to the feed itself", lambda channel: (
        len(links(channel, "self")) == 1)),
    ("SHOULD: markup in descriptions is escaped once", lambda channel: all(
        item.findtext("description").startswith("<") and not len(item.find("description"))
        for item in items(channel))),
    ("MUST: at most one of each", lambda channel: all(
        len(item.findall(name)) <= 1 for item in items(channel)
        for name in ("title", "link", "description", "pubDate", "guid", "author"))),
]  # fmt: skip


@pytest.mark.parametrize("check", [pytest.param(check, id=words) for words, check in RSS])
def test_rss(answers: Feeds, check: Check) -> None:
    for name, answer in of_form(answers, "rss"):
        root = answer.xml
        assert (root.tag, root.get("version"), len(root.findall("channel"))) == ("rss", "2.0", 1)
        assert check(root.find("channel")), name


KNOWN = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon", "authors", "language", "expired", "hubs", "items",
}  # fmt: skip
KNOWN_OF_ITEMS = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
    "banner_image", "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip

JSON: list[tuple[str, Check]] = [
    ("MUST: the version", lambda feed: feed["version"] == "https://jsonfeed.org/version/1.1"),
    ("MUST: a title and items", lambda feed: bool(feed["title"]) and type(feed["items"]) is list),
    ("STRONGLY RECOMMENDED: home page and address, absolute", lambda feed: all(
        absolute(feed[name]) for name in ("home_page_url", "feed_url"))),
    ("MUST NOT: next_url is the feed's own", lambda feed: (
        feed.get("next_url", "-") != feed["feed_url"])),
    ("authors are objects with a name, url or avatar", lambda feed: bool(feed["authors"]) and all(
        set(author) <= {"name", "url", "avatar"} and author for author in feed["authors"])),
    ("MUST: an item has an id, a string, and no other has it", lambda feed: (
        all(type(item["id"]) is str and item["id"] for item in feed["items"])
        and len({item["id"] for item in feed["items"]}) == len(feed["items"]))),
    ("MUST: an item has content", lambda feed: all(
        item.get("content_html") or item.get("content_text") for item in feed["items"])),
    ("dates are RFC 3339, changed no earlier than published", lambda feed: all(
        RFC_3339.fullmatch(item["date_published"]) and RFC_3339.fullmatch(item["date_modified"])
        and item["date_published"] <= item["date_modified"] for item in feed["items"])),
    ("tags are plain strings", lambda feed: all(
        type(tag) is str for item in feed["items"] for tag in item.get("tags", []))),
    ("languages are RFC 5646's", lambda feed: all(
        LANGUAGE.fullmatch(part["language"])
        for part in (feed, *feed["items"]) if "language" in part)),
    ("nothing is empty or unknown", lambda feed: (
        set(feed) <= KNOWN and all(set(item) <= KNOWN_OF_ITEMS for item in feed["items"])
        and all(value not in ("", None) for part in (feed, *feed["items"])
                for value in part.values()))),
    ("the icon is an address", lambda feed: absolute(feed["icon"])),
]  # fmt: skip


@pytest.mark.parametrize("check", [pytest.param(check, id=words) for words, check in JSON])
def test_json_feed(answers: Feeds, check: Check) -> None:
    for name, answer in of_form(answers, "json"):
        assert check(answer.json), name


TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}


def test_types_and_encodings_are_those_of_each_form(answers: Feeds) -> None:
    for name, answer in answers.items():
        kind = TYPES.get(name.partition("-")[0], "application/feed+json")
        assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
        answer.body.decode()


def test_every_page_names_itself_and_the_feed_keeps_its_id(answers: Feeds) -> None:
    for name in ("", "-paged", "-english"):
        atom, rss = answers[f"atom{name}"], answers[f"rss{name}"]
        for answer, owner in ((atom, atom.xml), (rss, rss.xml.find("channel"))):
            (link,) = links(owner, "self")
            assert link.get("href") == answer.address
        assert atom.xml.findtext(f"{A}id") == answers[f"json{name}"].json["feed_url"].replace(
            ".json", ".atom"
        )


def test_the_languages_of_a_feed_of_both_are_told(answers: Feeds) -> None:
    entries = answers["atom"].xml.findall(f"{A}entry")
    assert {entry.get(f"{XML}lang") for entry in entries} == {"it", "en"}
    assert {item["language"] for item in answers["json"].json["items"]} == {"it", "en"}
    assert answers["json-english"].json["language"] == "en"
    assert not answers["json-empty"].json["items"]
