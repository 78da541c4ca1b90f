"""Pages, files and texts become one form: a Page. Fetching is claims.fetching's, offered here.

This is the door for other apps too: annotations keeps copies of sources with it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.etree
from django.utils.translation import gettext as _

from claims.addresses import check_url, normal_url
from claims.decoding import decode
from claims.errors import NotReadable
from claims.fetching import ARCHIVABLE, READABLE, Fetched, fetch
from claims.lazy import LazyModule
from claims.moments import read_moment

if TYPE_CHECKING:
    import trafilatura
    import trafilatura.settings
else:
    trafilatura = LazyModule("trafilatura")

__all__ = [
    "ARCHIVABLE",
    "READABLE",
    "Fetched",
    "Page",
    "check_url",
    "fetch",
    "normal_url",
    "read_fetched",
    "read_file",
    "read_page",
    "read_text",
]

_HTML_NAME = re.compile(r"\.x?html?$", re.I)
_HTML_START = re.compile(
    r"\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html|<head|<body|<\?xml)", re.I | re.S
)
_HTML_LANGUAGE = re.compile(r"<html[^>]*?\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HOST_PREFIX = re.compile(r"^(www\d?|m|amp|mobile)\.")
_MAX_TITLE, _MAX_PUBLISHER = 500, 200


@dataclass(frozen=True, slots=True)
class Page:
    """What was read; empty where the page doesn't say. `text` holds paragraphs, blank lines
    between; `language` is what the page calls itself, two letters."""

    text: str
    title: str = ""
    publisher: str = ""
    published_at: datetime.datetime | None = None
    language: str = ""
    canonical_url: str = ""


def read_fetched(fetched: Fetched) -> Page:
    """Read what `fetch` brought. Raises NotReadable as read_page and claims.decoding do."""
    media_type = fetched.content_type.partition(";")[0].strip().lower()
    text = decode(fetched.content, fetched.content_type, is_page=media_type != "text/plain")
    if media_type == "text/plain":
        return Page(read_text(text), canonical_url=fetched.final_url)
    return read_page(text, fetched.final_url)


def read_file(name: str, content: bytes, content_type: str = "") -> Page:
    """Read an uploaded HTML or text file.

    Raises NotReadable: empty-text, whitespace-only, binary-text, wrong-encoding, nothing-to-read.
    """
    named_html = bool(_HTML_NAME.search(name)) or "html" in content_type.lower()
    text = decode(content, content_type, is_page=named_html)
    if named_html or _HTML_START.match(text[:2000]):
        return read_page(text, "")
    return Page(read_text(text))


def read_text(text: str) -> str:
    """Give a plain text back. Raises NotReadable: empty-text, whitespace-only."""
    if not text:
        raise NotReadable("empty-text", _("The text is empty."))
    if not text.strip():
        raise NotReadable("whitespace-only", _("The text holds nothing but white space."))
    return text


def read_page(html: str, url: str) -> Page:
    """Take the article out of an HTML page.

    url: where the page was found, empty for a file. Raises NotReadable: empty-text,
    whitespace-only, nothing-to-read.
    """
    read_text(html)
    found = trafilatura.bare_extraction(
        html, url=url or None, with_metadata=True, include_comments=False, include_tables=False
    )
    if not isinstance(found, trafilatura.settings.Document) or found.body is None:
        raise NotReadable("nothing-to-read", _("No article was found on the page."))
    title = _plain(found.title or "")[:_MAX_TITLE]
    text = "\n\n".join(_paragraphs(found.body, title))
    if not text:
        raise NotReadable("nothing-to-read", _("No article was found on the page."))
    language = _HTML_LANGUAGE.search(html[:20_000])
    return Page(
        text,
        title,
        _plain(found.sitename or found.hostname or "")[:_MAX_PUBLISHER],
        _published(found.date),
        language[1].lower() if language else "",
        _canonical(found.url or "", url),
    )


def _paragraphs(body: lxml.etree._Element, title: str) -> Iterator[str]:
    """Blocks of words in reading order; the page's own title is no part of the text."""
    first = True
    for block in _blocks(body):
        words = _words(block)
        if words and not (first and words == title):
            yield words
        first = first and not words


def _blocks(element: lxml.etree._Element) -> Iterator[lxml.etree._Element]:
    """Innermost elements that hold words of their own."""
    for child in element.iterchildren(tag=lxml.etree.Element):
        if child.tag in ("list", "quote", "div") and len(child) and not (child.text or "").strip():
            yield from _blocks(child)
        else:
            yield child


def _words(block: lxml.etree._Element) -> str:
    """The block's words on one line, except where the page breaks the line itself."""
    lines = "".join(_in_order(block)).split("\x00")
    return "\n".join(words for line in lines if (words := _plain(line)))


def _in_order(element: lxml.etree._Element) -> Iterator[str]:
    """All words below `element`, a NUL where a line is broken."""
    yield element.text or ""
    for child in element:
        if child.tag in ("lb", "p", "item", "head"):
            yield "\x00"
        yield from _in_order(child)
        yield child.tail or ""


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _published(date: str | None) -> datetime.datetime | None:
    """Midnight of the day in the newsroom's time zone."""
    try:
        return read_moment(date) if date else None
    except ValueError:
        return None


def _canonical(claimed: str, url: str) -> str:
    """The address the page gives itself, if of its own site; else where it was found."""
    try:
        if claimed and (not url or _site(claimed) == _site(url)):
            check_url(claimed)
            return normal_url(claimed)
        return normal_url(url) if url else ""
    except NotReadable:
        return url


def _site(url: str) -> str:
    return _HOST_PREFIX.sub("", check_url(url).host.lower())
