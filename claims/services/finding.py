"""The claims that a text makes, found without storing anything.

The door through which `annotations` may have a text split (config/decisions/0008).
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.nlp.types import SplitError, SplitRequest
from claims.services.extraction import refusal_of
from claims.services.splitting import split_text


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim in words that stand alone; [start, end) bounds its words in the text given."""

    text: str
    start: int
    end: int
    check_worthiness: float


@dataclass(frozen=True, slots=True)
class FoundClaims:
    """What was found, in reading order, by which pipeline, in which language."""

    language: str
    pipeline: str
    claims: tuple[FoundClaim, ...]


def claims_in(text: str, language: str = "") -> FoundClaims:
    """Find the claims of `text`; language: "it", "en" or "" for whichever it is.

    Raises NotReadable for a text that can't be split.
    """
    try:
        document = split_text(SplitRequest(text, language or "auto", None))
    except SplitError as error:
        raise refusal_of(error) from error
    claims = tuple(
        FoundClaim(found.text, found.start, found.end, found.check_worthiness)
        for found in document.claims
    )
    return FoundClaims(document.language, document.pipeline, claims)
