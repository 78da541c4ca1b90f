"""How a claim is put into other people's pages: the frame's size and code, and oEmbed's answers.

Pure: no database, no web. Source: oembed.com, version 1.0, "rich" type.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil
from xml.sax.saxutils import escape as escape_text

from annotations.documents.public_document import PublicDocument, Tombstone

VERSION = "1.0"
WIDTH, NARROWEST, LOWEST = 600, 280, 120
"""Pixels: the width where none is asked for, and what a card can't go below."""
CACHE_SECONDS = 3600
NOTICE_SHOWN = 200
"""Letters of a notice that a card shows."""
_NOTICE_HEAD = 60
"""What a notice's kind and date take, and the box round it, in letters."""
_LETTER, _LINE, _FRAME = 8.6, 24, 210
"""Pixels a letter takes on average, a line's height, and what stands round the words."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim's card: its address, the page it leads to, a title, how many letters it shows."""

    url: str
    title: str
    letters: int


def card_of(document: PublicDocument | Tombstone, *, url: str) -> Card:
    """Describe the card at `url` that shows `document`, its newest notice included."""
    corrections = document.corrections
    notice = _NOTICE_HEAD + len(corrections[-1].notice[:NOTICE_SHOWN]) if corrections else 0
    if isinstance(document, Tombstone):
        return Card(url, document.claim_text, len(document.claim_text) + notice)
    return Card(url, document.headline, len(document.headline + document.claim.text) + notice)


@dataclass(frozen=True, slots=True)
class Site:
    """Who provides the card."""

    name: str
    url: str


def frame_size(card: Card, *, max_width: int | None, max_height: int | None) -> tuple[int, int]:
    """Give width and height in CSS pixels: as much as the words take, as little as was asked for.

    A card that doesn't fit scrolls within its frame.
    """
    width = max(NARROWEST, min(WIDTH, max_width or WIDTH))
    lines = ceil(card.letters * _LETTER / (width - 40))
    height = _FRAME + lines * _LINE
    return width, max(LOWEST, min(height, max_height or height))


def frame_code(card: Card, *, width: int, height: int) -> str:
    """Give the HTML that shows the card: one frame, no script, links open in a new tab."""
    return (
        f'<iframe src="{escape(card.url)}" title="{escape(card.title)}" width="{width}" '
        f'height="{height}" style="border:0;width:100%;max-width:{width}px" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def oembed(
    card: Card, *, by: Site, max_width: int | None = None, max_height: int | None = None
) -> dict[str, str | int]:
    """Give the answer of an oEmbed provider."""
    width, height = frame_size(card, max_width=max_width, max_height=max_height)
    return {
        "version": VERSION,
        "type": "rich",
        "title": card.title,
        "provider_name": by.name,
        "provider_url": by.url,
        "cache_age": CACHE_SECONDS,
        "html": frame_code(card, width=width, height=height),
        "width": width,
        "height": height,
    }


def as_xml(answer: dict[str, str | int]) -> bytes:
    """Write an answer as XML, UTF-8."""
    parts = "".join(f"<{key}>{escape_text(str(value))}</{key}>" for key, value in answer.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return f"{head}\n<oembed>{parts}</oembed>\n".encode()
