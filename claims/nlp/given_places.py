"""A document's places in the text as it was given, which the language code saw in normal form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from claims.nlp.normalise import Normalised
from claims.nlp.types import (
    Candidate,
    DateExpression,
    Entity,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
    SplitDocument,
    Unresolved,
)

_Spanned = TypeVar("_Spanned", Sentence, Quantity, DateExpression, Entity, Unresolved)


def as_given(document: SplitDocument, normal: Normalised) -> SplitDocument:
    """The same document in code points of the text before `normalise`."""
    if normal.starts is None:
        return document
    return replace(
        document,
        sentences=_moved(document.sentences, normal),
        quantities=_moved(document.quantities, normal),
        dates=_moved(document.dates, normal),
        quotes=tuple(_moved_quote(quote, normal) for quote in document.quotes),
        claims=tuple(_moved_claim(claim, normal) for claim in document.claims),
    )


def _moved(spanned: Sequence[_Spanned], normal: Normalised) -> tuple[_Spanned, ...]:
    return tuple(_shifted(one, normal) for one in spanned)


def _shifted(one: _Spanned, normal: Normalised) -> _Spanned:
    span = normal.to_raw(Span(one.start, one.end))
    return replace(one, start=span.start, end=span.end)


def _moved_quote(quote: Quote, normal: Normalised) -> Quote:
    span = normal.to_raw(Span(quote.start, quote.end))
    speaker = _moved_speaker(quote.speaker, normal)
    return replace(quote, start=span.start, end=span.end, speaker=speaker)


def _moved_speaker(speaker: Speaker | None, normal: Normalised) -> Speaker | None:
    if speaker is None or speaker.start is None or speaker.end is None:
        return speaker
    span = normal.to_raw(Span(speaker.start, speaker.end))
    return replace(speaker, start=span.start, end=span.end)


def _moved_claim(claim: Candidate, normal: Normalised) -> Candidate:
    return replace(
        claim,
        segments=tuple(normal.to_raw(span) for span in claim.segments),
        speaker=_moved_speaker(claim.speaker, normal),
        quantities=_moved(claim.quantities, normal),
        dates=_moved(claim.dates, normal),
        entities=_moved(claim.entities, normal),
        unresolved=_moved(claim.unresolved, normal),
    )
