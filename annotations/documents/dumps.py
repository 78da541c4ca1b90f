"""Published claims as files: one line or row each, so that any number can stream.

Pure: stored bytes in, bytes out. Formats: JSON lines of the public documents; one Data Commons feed
of ClaimReview; a flat CSV; a flat CSV on the four-way scale for collections such as FactCRICIS.
Each line says its place in the public order (`seq`), from where an export may go on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping

import orjson

from annotations.documents.claim_review import Organisation, claim_review
from annotations.documents.public_document import PublicDocument, read_document

Stored = tuple[int, bytes]
"""A published claim's place in the public order and its stored bytes."""

Columns = Mapping[str, Callable[[PublicDocument], object]]
COLUMNS: Columns = {
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
    "sources": lambda document: " ".join(_addresses(document)),
    "published_at": lambda document: document.published_at,
    "updated_at": lambda document: document.updated_at,
    "corrections": lambda document: len(document.corrections),
}

FOUR_WAY: Columns = {
    "claim": lambda document: document.claim.text,
    "claimant": lambda document: document.claim.speaker or document.claim.article.publisher,
    "claim_date": lambda document: document.claim.made_on or "",
    "claim_url": lambda document: document.claim.article.url,
    "language": lambda document: document.language,
    "rating": lambda document: document.rating.export,
    "original_rating": lambda document: document.rating.names[document.language],
    "fact_check_title": lambda document: document.headline,
    "fact_check_url": lambda document: document.url,
    "fact_check_date": lambda document: document.published_at,
    "fact_check_updated": lambda document: document.updated_at,
    "sources": lambda document: " ".join(_addresses(document)),
}
"""What a shared collection of fact-checks needs of each: who claimed what, when and where; the
rating as true, mixture, false or other, and in the site's own words; the fact-check itself.

FactCRICIS's own import form isn't public: these columns carry what it tells of its records."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets."""


def json_lines(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give each stored document with its `seq`, one a line."""
    for seq, body in claims:
        yield b'{"seq":%d,%b\n' % (seq, body[1:])


def claim_review_feed(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give one schema.org DataFeed; Data Commons reads `dataFeedElement[].item[]`."""
    head = orjson.dumps({"@context": "https://schema.org", "@type": "DataFeed"})[:-1]
    yield head + b',"dataFeedElement":['
    comma = b""
    for seq, document in _documents(claims):
        element = {
            "@type": "DataFeedItem",
            "identifier": str(seq),
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
    return _rows(claims, COLUMNS)


def four_way_rows(claims: Iterable[Stored], by: Organisation) -> Iterator[bytes]:
    """Give FOUR_WAY's columns as CSV, with the name of who checked."""
    return _rows(claims, {**FOUR_WAY, "fact_checker": lambda _document: by.name})


FORMATS = {
    "jsonl": json_lines,
    "csv": csv_rows,
    "claimreview": claim_review_feed,
    "factcricis": four_way_rows,
}


def _rows(claims: Iterable[Stored], columns: Columns) -> Iterator[bytes]:
    yield _row([*columns, "seq"])
    for seq, document in _documents(claims):
        cells = (_harmless(str(read(document))) for read in columns.values())
        yield _row([*cells, str(seq)])


def _documents(claims: Iterable[Stored]) -> Iterator[tuple[int, PublicDocument]]:
    """Rebuild the documents; a tombstone is none."""
    for seq, body in claims:
        document = read_document(orjson.loads(body))
        if isinstance(document, PublicDocument):
            yield seq, document


def _addresses(document: PublicDocument) -> list[str]:
    """List where the sources stand; what stands nowhere has no address to give."""
    return [part.source.url for part in document.evidence if part.source.url]


def _row(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
