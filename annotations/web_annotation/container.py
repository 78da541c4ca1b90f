"""The container that holds the annotations, and its pages, by the W3C Web Annotation Protocol.

Pure: addresses and numbers in, JSON-LD out. Source: Web Annotation Protocol (Recommendation of
23 February 2017), section 4; Linked Data Platform 1.0 for the kinds of container.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotations.web_annotation.document import CONTEXT, JsonObject

LDP_CONTEXT = "http://www.w3.org/ns/ldp.jsonld"
PAGE_SIZE = 50
_INCLUDE = re.compile(r'include\s*=\s*(?:"([^"]*)"|([^\s;,]+))', re.IGNORECASE)


class Preference(StrEnum):
    """What a client may want to read in the container, by the header Prefer."""

    MINIMAL = "http://www.w3.org/ns/ldp#PreferMinimalContainer"
    IRIS = "http://www.w3.org/ns/oa#PreferContainedIRIs"
    DESCRIPTIONS = "http://www.w3.org/ns/oa#PreferContainedDescriptions"


@dataclass(frozen=True, slots=True)
class Container:
    """The container as one person finds it. iri: ends in a slash; modified: ISO 8601, or empty."""

    iri: str
    label: str
    total: int
    modified: str

    @property
    def last_page(self) -> int:
        """The number of the last page, from 0."""
        return max(0, (self.total - 1) // PAGE_SIZE)


def preferences_in(header: str) -> frozenset[Preference]:
    """Read the header Prefer: a client may name several, such as the minimal form and addresses."""
    named = {iri for quoted, bare in _INCLUDE.findall(header) for iri in (quoted or bare).split()}
    return frozenset(preference for preference in Preference if preference in named)


def container_document(container: Container, *, iris: bool, first: JsonObject | None) -> JsonObject:
    """Describe the container; iris: whether its pages hold addresses alone; first: the first page
    to be carried along, None to name it only."""
    document: JsonObject = {
        "@context": [CONTEXT, LDP_CONTEXT],
        "id": container_iri(container, iris=iris),
        "type": ["BasicContainer", "AnnotationCollection"],
        "label": container.label,
        "total": container.total,
    }
    if container.modified:
        document["modified"] = container.modified
    if container.total:
        document["first"] = first or _page_iri(container, 0, iris=iris)
        document["last"] = _page_iri(container, container.last_page, iris=iris)
    return document


def page_document(
    container: Container, *, number: int, iris: bool, items: Sequence[Any]
) -> JsonObject:
    """Give one page; items: addresses or whole annotations, in the container's order."""
    part_of: JsonObject = {"id": container_iri(container, iris=iris), "total": container.total}
    if container.modified:
        part_of["modified"] = container.modified
    page: JsonObject = {
        "@context": CONTEXT,
        "id": _page_iri(container, number, iris=iris),
        "type": "AnnotationPage",
        "partOf": part_of,
        "startIndex": number * PAGE_SIZE,
        "items": list(items),
    }
    if number > 0:
        page["prev"] = _page_iri(container, number - 1, iris=iris)
    if number < container.last_page:
        page["next"] = _page_iri(container, number + 1, iris=iris)
    return page


def container_iri(container: Container, *, iris: bool) -> str:
    """Name the container in one of its two forms."""
    return f"{container.iri}?iris={int(iris)}"


def _page_iri(container: Container, number: int, *, iris: bool) -> str:
    return f"{container.iri}?iris={int(iris)}&page={number}"
