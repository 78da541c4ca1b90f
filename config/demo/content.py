"""The sample articles and the pages their reviewers cite, as written down beside this module."""

from __future__ import annotations

import mimetypes
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FENCE = "+++\n"
SAVED = {".html", ".txt", ".pdf"}
"""How the files of sources end."""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article to be added; `sample` says in words that it is a specimen."""

    key: str
    sample: str
    title: str
    publisher: str
    published_on: date
    language: str
    canonical_url: str
    text: str


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A source's details and the file that is attached as its saved copy.

    url: empty for a document that the file itself is, and that stands nowhere on the web.
    """

    key: str
    url: str
    title: str
    publisher: str
    published_on: date
    file: Path

    @property
    def content_type(self) -> str:
        """Give the media type, told from the file's name."""
        return mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"


def sample_articles() -> tuple[SampleArticle, ...]:
    """Read all sample articles, in the order of their file names."""
    return tuple(_article(file) for file in sorted((HERE / "articles").glob("*.txt")))


def sample_pages() -> dict[str, SamplePage]:
    """Read the sources by key. Raises KeyError for an entry without its file."""
    folder = HERE / "sources"
    files = {file.stem: file for file in folder.iterdir() if file.suffix in SAVED}
    entries: dict[str, dict[str, Any]] = tomllib.loads((folder / "sources.toml").read_text("utf-8"))
    return {key: SamplePage(key, file=files[key], **entry) for key, entry in entries.items()}


def _article(file: Path) -> SampleArticle:
    """Take the TOML between two fences, then the text."""
    _, front, text = file.read_text("utf-8").split(FENCE, 2)
    return SampleArticle(key=file.stem, text=text.strip(), **tomllib.loads(front))
