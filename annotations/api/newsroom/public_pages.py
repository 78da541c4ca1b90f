"""Pages of the public list: the stored bytes spliced, and kept until something is published.

Every publication changes the mark, and with it the ETag and the key of every page: what is kept is
never stale, and a question that made no sense was never kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import orjson
from django.http import QueryDict
from django.utils.encoding import iri_to_uri
from rest_framework.exceptions import ValidationError
from rest_framework.fields import empty

from annotations.api.access.packing import SMALLEST, packed
from annotations.api.newsroom.kept_pages import KeptPages
from annotations.api.newsroom.list_query import ListQuery, wanted_of
from annotations.models import PublishedClaim
from annotations.queries.public_lists import Asked, listed_page
from annotations.queries.public_places import KEYS, Place, read_place
from annotations.queries.publications import public_mark

LEFT_FILTER = "left_filter"
KEPT = KeptPages()
_NAMES = frozenset(ListQuery().fields)
_MOST_READERS = 64
_PLACED = re.compile(r"(?:^|&)cursor=((?:before|after)\.[0-9]{1,18})(?=&|$)")
"""A place as the orders write it that have no key beside `seq`."""
_CURSOR = re.compile(r"(?:^|&)cursor=[^&]*")


@dataclass(frozen=True, slots=True)
class AskedList:
    """A page at `address` while publication `seq` is the newest; `digest` names both.

    question: the valid query parameters.
    """

    address: str
    question: Mapping[str, Any]
    seq: int
    changed_at: datetime | None
    digest: str

    @property
    def etag(self) -> str:
        """The strong ETag of the page."""
        return f'"{self.digest}"'


def asked_list(place: str, query: str) -> AskedList:
    """Read the question and look at the newest publication: the ETag is known before the page is.

    place: the list's own address. query: what stands behind the question mark, as the server
    tells it. Raises ValidationError, NotFound, TooManyFieldsSent.
    """
    query = _as_sent(query)
    address = f"{place}?{iri_to_uri(query)}" if query else place
    question = read_question(query)
    seq, changed_at = public_mark() or (0, None)
    digest = hashlib.sha256(f"{seq} {address}".encode()).hexdigest()[:32]
    return AskedList(address, question, seq, changed_at, digest)


def list_body(listed: AskedList) -> bytes:
    """Give the page's bytes, kept or read now."""
    body = KEPT.get(listed.digest)
    if body is None:
        body = _read_page(listed)
        KEPT.keep(listed.digest, body)
    return body


def packed_list_body(listed: AskedList) -> bytes | None:
    """Give the page compressed, kept or made now; None for one too small to be."""
    place = f"{listed.digest}-gzip"
    small = KEPT.get(place)
    if small is None and len(body := list_body(listed)) >= SMALLEST:
        small = packed(body)
        KEPT.keep(place, small)
    return small


def read_question(query: str) -> Mapping[str, Any]:
    """Read what stands behind the question mark. Raises as `asked_list` does.

    Who pages through a list asks one question with ever new places: only the place is read anew.
    """
    placed = _PLACED.search(query)
    if placed is not None:
        rest = _read_whole(query[: placed.start()] + query[placed.end() :])
        if "cursor" not in rest and rest["ordering"] not in KEYS:
            return {**rest, "cursor": read_place(placed[1])}
    return _read_whole(query)


@lru_cache(maxsize=1024)
def _read_whole(query: str) -> Mapping[str, Any]:
    asked: Mapping[str, Any]
    given = QueryDict(query).dict()
    try:
        asked = _reader(_NAMES.intersection(given)).run_validation(given)
    except ValidationError:
        # a field's refusal stays in the language in which it was first told: told by fields of now
        asked = ListQuery().run_validation(given)
    return asked


@lru_cache(maxsize=_MOST_READERS)
def _reader(names: frozenset[str]) -> ListQuery:
    """Give what reads questions of these parameters: it holds nothing of any of them.

    To make its fields anew costs a page, and one that isn't asked of costs as much as one that is.
    """
    reader = ListQuery()
    for name, field in list(reader.fields.items()):
        if name not in names and field.default is empty:
            del reader.fields[name]
    return reader


def _as_sent(query: str) -> str:
    """Read a query that was sent unescaped: servers give each byte as a letter (PEP 3333)."""
    if query.isascii():
        return query
    try:
        return query.encode("latin-1").decode()
    except UnicodeError:
        return query


def _read_page(listed: AskedList) -> bytes:
    asked = listed.question
    size, place = asked["page_size"], asked.get("cursor")
    page = listed_page(Asked(wanted_of(asked), asked["ordering"], size, listed.seq, place))
    results = [orjson.dumps(_left(body)) if left else body for body, left in page.rows]
    following = orjson.dumps(_page_address(listed.address, page.further))
    previous = orjson.dumps(_page_address(listed.address, page.back))
    # joined once: a page is large enough for each copy to count
    pieces = [piece for body in results for piece in (b",", body)][1:]
    return b"".join(
        (b'{"next":', following, b',"previous":', previous, b',"results":[', *pieces, b"]}")
    )


def _left(body: bytes) -> dict[str, Any]:
    """Say of a claim that it is no longer in the filter; a tombstone says more itself."""
    document = orjson.loads(body)
    if document["publication_state"] == PublishedClaim.Act.WITHDRAWN:
        return dict(document)
    kept = ("id", "url", "publication_state", "version", "updated_at")
    return {name: document[name] for name in kept} | {"publication_state": LEFT_FILTER}


def _page_address(address: str, place: Place | None) -> str | None:
    """Ask the same from another place: it comes last, which counts whatever stood there before."""
    if place is None:
        return None
    start, _, query = address.partition("?")
    rest = _CURSOR.sub("", query).removeprefix("&")
    cursor = f"cursor={quote(str(place))}"
    return f"{start}?{rest}&{cursor}" if rest else f"{start}?{cursor}"
