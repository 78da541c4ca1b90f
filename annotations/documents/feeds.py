"""Public documents as entries of a feed: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1.

A correction moves the entry's `updated`; a withdrawal stays in the feed as an entry that says so,
so that who follows it hears of every change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override

from annotations.documents.public_document import WITHDRAWN, PublicDocument, Tombstone
from annotations.documents.xml_words import words_in_xml

JSON_FEED = "https://jsonfeed.org/version/1.1"
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of a feed before the first publication."""
CONTENT_TYPES = {
    "atom": Atom1Feed.content_type,
    "rss": Rss201rev2Feed.content_type,
    "json": "application/feed+json; charset=utf-8",
}


class _WithNext:
    """What Django's feeds lack: the next page (RFC 5005), and a moment that stands still."""

    feed: dict[str, Any]
    items: list[dict[str, Any]]
    link_name: str

    def add_root_elements(self, handler: Any) -> None:
        """Add the link to the next page, where there is one."""
        super().add_root_elements(handler)  # type: ignore[misc]
        if self.feed["next_url"]:
            link = {"rel": "next", "href": self.feed["next_url"]}
            handler.addQuickElement(self.link_name, "", link)

    def latest_post_date(self) -> datetime:
        """Give the newest entry's moment; the last publication's where no entry fits."""
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=self.feed["changed_at"] or NOTHING_YET)


class AtomFeed(_WithNext, Atom1Feed):
    """Atom whose entries say which language they are in."""

    link_name = "link"

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """Name the entry's language."""
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class RssFeed(_WithNext, Rss201rev2Feed):
    """RSS 2.0, whose items say which language they are in (Dublin Core)."""

    link_name = "atom:link"

    def rss_attributes(self) -> dict[str, Any]:
        """Name Dublin Core."""
        return {**super().rss_attributes(), "xmlns:dc": "http://purl.org/dc/elements/1.1/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Name the item's language; RSS itself has one for the whole channel."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed itself: what it is called, its page, its own address and that of the next page.

    feed_url: of the whole feed, by which readers know it; page_url: of this page of it.
    language: the one asked for, None for all. logo: the address of the newsroom's mark.
    changed_at: when anything was last published; what an empty feed gives as its moment.
    """

    title: str
    words: str
    author: str
    home_url: str
    feed_url: str
    page_url: str
    next_url: str | None
    logo: str
    language: str | None
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One verified claim in a feed; `html` holds safe HTML."""

    id: str
    url: str
    title: str
    html: SafeString
    language: str
    rating: str
    published: datetime
    updated: datetime


def entry_of(document: PublicDocument | Tombstone) -> Entry:
    """Word a document as a feed's entry, in its own language."""
    with override(document.language):
        words = _withdrawn(document) if isinstance(document, Tombstone) else _published(document)
    title, html, rating = words
    return Entry(
        id=f"urn:uuid:{document.id}",
        url=document.url,
        title=title,
        html=html,
        language=document.language,
        rating=rating,
        published=datetime.fromisoformat(document.published_at),
        updated=datetime.fromisoformat(document.updated_at),
    )


def rendered_feed(form: str, channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Give the feed's bytes, UTF-8; form: a key of CONTENT_TYPES."""
    if form == "json":
        return _json_feed(channel, entries)
    return _xml_feed(AtomFeed if form == "atom" else RssFeed, channel, entries)


def _published(document: PublicDocument) -> tuple[str, SafeString, str]:
    rating = document.rating.names[document.language]
    claim = document.claim
    speaker = f" ({claim.speaker})" if claim.speaker else ""
    head = format_html("<p><strong>{}</strong>: «{}»{}</p>", rating, claim.text, speaker)
    reasons = format_html_join("", "<p>{}</p>", ((part,) for part in _paragraphs(document)))
    return document.headline, head + reasons + _notices(document), rating


def _withdrawn(stone: Tombstone) -> tuple[str, SafeString, str]:
    title = gettext("Withdrawn: %(claim)s") % {"claim": stone.claim_text}
    return title, format_html("<p>{}</p>", stone.notice), ""


def _paragraphs(document: PublicDocument) -> list[str]:
    return [part.strip() for part in document.rationale.split("\n\n") if part.strip()]


def _notices(document: PublicDocument) -> SafeString:
    """What became of it since it was first published, the newest first."""
    return format_html_join(
        "",
        "<p><strong>{}</strong> ({}): {}</p>",
        ((_named(part.act), part.at[:10], part.notice) for part in reversed(document.corrections)),
    )


def _named(act: str) -> str:
    """Name a change of a document that stands: what was withdrawn was published anew since."""
    return gettext("Withdrawn, then published anew") if act == WITHDRAWN else gettext("Correction")


def _xml_feed(kind: type[AtomFeed | RssFeed], channel: Channel, entries: Sequence[Entry]) -> bytes:
    feed = kind(
        title=words_in_xml(channel.title),
        link=channel.home_url,
        description=words_in_xml(channel.words),
        language=channel.language or get_language(),  # of the title, where entries have their own
        author_name=channel.author,
        author_link=channel.home_url,
        subtitle=words_in_xml(channel.words),
        feed_url=channel.page_url,
        feed_guid=channel.feed_url,
        next_url=channel.next_url,
        changed_at=channel.changed_at,
    )
    for entry in entries:
        feed.add_item(
            title=words_in_xml(entry.title),
            link=entry.url,
            description=words_in_xml(entry.html),
            unique_id=entry.id,
            unique_id_is_permalink=False,
            # RSS has one date, and readers show what is new by it
            pubdate=entry.updated if kind is RssFeed else entry.published,
            updateddate=entry.updated,
            categories=[entry.rating] if entry.rating else [],
            language=entry.language,
        )
    return feed.writeString("utf-8").encode()


def _json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    feed = {
        "version": JSON_FEED,
        "title": channel.title,
        "description": channel.words,
        "home_page_url": channel.home_url,
        "feed_url": channel.feed_url,
        "icon": channel.logo,
        "authors": [{"name": channel.author, "url": channel.home_url}],
        "items": [_json_item(entry) for entry in entries],
    }
    optional = {"next_url": channel.next_url, "language": channel.language}
    return orjson.dumps(feed | {key: value for key, value in optional.items() if value})


def _json_item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": entry.language,
    }
    return item | ({"tags": [entry.rating]} if entry.rating else {})
