"""What an archived copy is made of: its type by its first bytes, and the words in it.

The type a server or a browser names is never trusted: it decides how a copy is read and served.
"""

from __future__ import annotations

import re

from claims.errors import NotReadable
from claims.reading import Page, read_file

HTML, TEXT, PDF = "text/html", "text/plain", "application/pdf"
FILES = frozenset({PDF, "image/jpeg", "image/png", "image/gif", "image/webp"})
"""What a source can be added by without an address: documents, not pages of the web."""

_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p)[\s>/]", re.IGNORECASE
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD_BYTES = 4096
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16, which is full of zero bytes


def sniffed_type(content: bytes) -> str | None:
    """Name a copy's media type by its bytes: HTML, text, PDF or an image; None for another."""
    for magic, name in _MAGIC:
        if content.startswith(magic):
            return name
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if not content.startswith(_WIDE) and _CONTROLS.search(content):
        return None
    return HTML if _HTML.search(content[:_HEAD_BYTES]) else TEXT


def readable(content: bytes, content_type: str, declared: str = "") -> Page:
    """Read the words of a copy, for picking excerpts, and what the page says about itself.

    content_type: as sniffed; declared: the header it came with, for its charset. An image or a page
    in which nothing can be read gives an empty page: it is kept all the same. So does a PDF, whose
    words a worker reads (annotations.sources.pdf_reading).
    """
    if content_type not in (HTML, TEXT):
        return Page("")
    _, _, parameters = declared.partition(";")
    try:
        page = read_file("", content, f"{content_type};{parameters}")
    except NotReadable:
        return Page("")
    return page
