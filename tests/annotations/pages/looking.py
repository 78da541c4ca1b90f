"""The public pages as a reader gets them, and a look into their HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from django.test import Client

PREFIX = {"it": "", "en": "/en"}
"""What stands before a public page's path in each language."""


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(client: Client, path: str, *, code: int = 200) -> str:
    """Ask for a page; give its HTML."""
    response = client.get(path)
    assert response.status_code == code, path
    assert response["Content-Type"].startswith("text/html")
    return response.content.decode()


def text_of(html: str) -> str:
    """Give the words that a reader sees."""
    body = re.sub(r"(?s)<(script|style|head).*?</\1>", " ", html)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", body)))
