"""By what public claims are found when a newsroom names a person, a publisher or a site.

Pure: a public document in, the keys of its row out. A key is what two spellings of one name have
in common: letters without marks, in one case, single spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations.documents.public_document import PublicDocument

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FilterKeys:
    """The columns of a published row that the list's filters look at."""

    kind: str
    speaker_key: str
    entity_keys: list[str]
    publisher_key: str
    source_domains: list[str]


def filter_keys(document: PublicDocument) -> FilterKeys:
    """Give the keys under which `document` is found."""
    claim = document.claim
    domains = {name for part in document.evidence for name in domains_of(part.source.url)}
    return FilterKeys(
        kind=claim.kind,
        speaker_key=name_key(claim.speaker or ""),
        entity_keys=sorted({name_key(entity.text) for entity in claim.entities}),
        publisher_key=name_key(claim.article.publisher),
        source_domains=sorted(domains),
    )


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """The folded words of a published row: the claim alone, and with headline and speaker."""

    claim_key: str
    search_key: str


def search_keys(document: PublicDocument) -> SearchKeys:
    """Give the words under which `document` is found word for word or nearly so."""
    claim = document.claim
    words = f"{document.headline} {claim.text} {claim.speaker or ''}"
    return SearchKeys(words_key(claim.text), name_key(words))


def words_key(text: str) -> str:
    """Fold a text to its words alone: what two ways of writing one sentence share."""
    return " ".join(_WORD.findall(name_key(text)))


def words_of(key: str) -> list[str]:
    """Give the words of a folded text, each once."""
    return sorted(set(_WORD.findall(key)))


def name_key(name: str) -> str:
    """Fold a name: "  José  MUJICA" and "Jose Mujica" have one key."""
    if not name.isascii():  # nothing else comes apart or has accents
        parts = unicodedata.normalize("NFKD", name)
        name = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(name.casefold().split())


def domains_of(url: str) -> Iterator[str]:
    """Give the host of an address and the domains above it, down to two labels.

    "https://www.dati.istat.it/x" is found under dati.istat.it and istat.it.
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")
    labels = host.split(".")
    for first in range(max(len(labels) - 1, 1)):
        if name := ".".join(labels[first:]):
            yield name
