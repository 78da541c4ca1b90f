"""How a claim is put into other people's pages: the frame's size and code, and oEmbed's answers.

Pure: no database, no web. Source: oembed.com, version 1.0, "rich" type.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil
from xml.sax.saxutils import escape as escape_text

from annotations.documents.public_document import PublicDocument, Tombstone
from annotations.documents.xml_words import words_in_xml

VERSION = "1.0"
WIDTH, NARROWEST = 600, 160
"""Pixels: the width where none is asked for, and the least for which a height is reckoned."""
CACHE_SECONDS = 3600
NOTICE_SHOWN = 200
"""Letters of a notice that a card shows."""
_FRAME, _BOX, _SIDES = 124, 32, 42
"""Pixels: what stands round the words and a notice's box, and on both sides of a line."""
_WASTE = 4
"""Letters that a line loses on average, because words aren't broken."""
_NOTICE_HEAD, _WITHDRAWN, _FOOT, _DATE = 50, 32, 56, 20
"""Letters of a notice's kind and date, of what a withdrawn card says first, of the last line, and
of a date."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a card: how many letters, how wide one is on average and how high a line, in px."""

    letters: int
    letter: float
    line: int

    def height(self, width: int) -> int:
        """Give the pixels that it takes where its lines are `width` pixels long."""
        return ceil(self.letters / max(1.0, width / self.letter - _WASTE)) * self.line


@dataclass(frozen=True, slots=True)
class Card:
    """A claim's card: its address, a title, the words it shows, and those of its newest notice."""

    url: str
    title: str
    passages: tuple[Passage, ...]
    notice: Passage | None = None


def card_of(document: PublicDocument | Tombstone, *, url: str) -> Card:
    """Describe the card at `url` that shows `document`, its newest notice included."""
    notice = _notice(document.corrections[-1].notice) if document.corrections else None
    if isinstance(document, Tombstone):
        title, shown = document.claim_text, [_headline(_WITHDRAWN), _quote(document.claim_text)]
    else:
        title, claim = document.headline, document.claim
        by = len(claim.speaker or claim.article.publisher) + _DATE
        shown = [_headline(len(title)), _quote(claim.text), _small(by)]
    return Card(url, title, (*shown, _small(_FOOT)), notice)


def _notice(words: str) -> Passage:
    return _small(_NOTICE_HEAD + len(words[:NOTICE_SHOWN]))


def _headline(letters: int) -> Passage:
    return Passage(letters, 9.8, 25)


def _quote(words: str) -> Passage:
    return Passage(len(words) + 2, 8.0, 24)


def _small(letters: int) -> Passage:
    return Passage(letters, 7.4, 21)


@dataclass(frozen=True, slots=True)
class Site:
    """Who provides the card."""

    name: str
    url: str


def frame_size(card: Card, *, max_width: int | None, max_height: int | None) -> tuple[int, int]:
    """Give width and height in CSS pixels: as much as the words take, never more than was asked.

    A card that doesn't fit scrolls within its frame.
    """
    width = min(WIDTH, max_width or WIDTH)
    inner = max(width, NARROWEST) - _SIDES
    height = _FRAME + sum(passage.height(inner) for passage in card.passages)
    if card.notice:
        height += _BOX + card.notice.height(inner - _BOX)
    return width, min(height, max_height or height)


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
    parts = "".join(
        f"<{key}>{escape_text(words_in_xml(str(value)))}</{key}>" for key, value in answer.items()
    )
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return f"{head}\n<oembed>{parts}</oembed>\n".encode()
