"""Published claims as files: one line or row each, so that any number can stream.

Pure: documents in, bytes out. Formats: JSON lines of the public documents; one Data Commons feed of
ClaimReview; a flat CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import orjson

from annotations.claim_review import Organisation, claim_review
from annotations.public_document import PublicDocument, read_document

Stored = tuple[bytes, Mapping[str, Any]]
"""A published claim's stored bytes and its stored document."""

COLUMNS: Mapping[str, Callable[[PublicDocument], object]] = {
    "id": lambda document: document.id,
    "url": lambda document: document.url,
    "version": lambda document: document.version,
    "language": lambda document: document.language,
    "claim": lambda document: document.claim.text,
    "exact": lambda document: document.claim.exact,
    "speaker": lambda document: document.claim.speaker or "",
    "made_on": lambda document: document.claim.made_on or "",
    "article_title": lambda document: document.claim.article.title,
    "article_publisher": lambda document: document.claim.article.publisher,
    "article_url": lambda document: document.claim.article.url,
    "rating": lambda document: document.rating.key,
    "rating_name": lambda document: document.rating.names[document.language],
    "rating_value": lambda document: document.rating.value or "",
    "export": lambda document: document.rating.export,
    "headline": lambda document: document.headline,
    "rationale": lambda document: document.rationale,
    "sources": lambda document: " ".join(part.source.url for part in document.evidence),
    "published_at": lambda document: document.published_at,
    "updated_at": lambda document: document.updated_at,
    "corrections": lambda document: len(document.corrections),
}

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets."""


def json_lines(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give each stored document as it is, one a line."""
    for body, _ in claims:
        yield body + b"\n"


def claim_review_feed(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give one schema.org DataFeed; Data Commons reads `dataFeedElement[].item[]`."""
    head = orjson.dumps({"@context": "https://schema.org", "@type": "DataFeed"})[:-1]
    yield head + b',"dataFeedElement":['
    comma = b""
    for document in _documents(claims):
        element = {
            "@type": "DataFeedItem",
            "url": document.url,
            "dateCreated": document.published_at,
            "dateModified": document.updated_at,
            "item": [claim_review(document, by=by)],
        }
        yield comma + orjson.dumps(element)
        comma = b",\n"
    yield b"]}\n"


def csv_rows(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give a header and one row each, RFC 4180, UTF-8; no cell can run as a formula."""
    yield _row(COLUMNS)
    for document in _documents(claims):
        yield _row(_harmless(str(read(document))) for read in COLUMNS.values())


FORMATS = {"jsonl": json_lines, "claimreview": claim_review_feed, "csv": csv_rows}


def _documents(claims: Iterable[Stored]) -> Iterator[PublicDocument]:
    for _, stored in claims:
        document = read_document(stored)
        if isinstance(document, PublicDocument):
            yield document


def _row(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
