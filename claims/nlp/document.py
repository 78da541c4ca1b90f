"""A split document as the JSON that other programs read (contract, section 1)."""

from __future__ import annotations

from typing import Any

from claims.nlp.types import (
    Candidate,
    DateExpression,
    Entity,
    Quantity,
    Quote,
    Sentence,
    SplitDocument,
    Unresolved,
)

CONTEXT = 32

Json = dict[str, Any]


def to_json(document: SplitDocument, text: str) -> Json:
    """The contract's document; `text` is the text as given, all offsets are its code points."""
    return {
        "language": document.language,
        "pipeline": document.pipeline,
        "sentences": [_sentence(sentence, text) for sentence in document.sentences],
        "claims": [_claim(claim, text) for claim in document.claims],
        "quotes": [_quote(quote, text) for quote in document.quotes],
        "quantities": [_quantity(quantity, text) for quantity in document.quantities],
        "dates": [_date(date, text) for date in document.dates],
    }


def text_quote(text: str, start: int, end: int) -> Json:
    """Exact words with what stands around them (W3C Web Annotation, Text Quote Selector)."""
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def _span(
    spanned: Sentence | Candidate | Quote | Quantity | DateExpression | Entity | Unresolved,
    text: str,
) -> Json:
    return {
        "text": text[spanned.start : spanned.end],
        "start": spanned.start,
        "end": spanned.end,
    }


def _sentence(sentence: Sentence, text: str) -> Json:
    return _span(sentence, text) | {
        "label": str(sentence.label),
        "check_worthiness": sentence.check_worthiness,
        "checkable": sentence.checkable,
        "subjective": sentence.subjective,
        "reasons": list(sentence.reasons),
    }


def _claim(claim: Candidate, text: str) -> Json:
    speaker = claim.speaker
    return {
        "text": claim.text,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "segments": [[span.start, span.end] for span in claim.segments],
        "quote": text_quote(text, claim.start, claim.end),
        "kind": str(claim.kind),
        "check_worthiness": claim.check_worthiness,
        "reasons": list(claim.reasons),
        "speaker": speaker and {"name": speaker.name, "start": speaker.start, "end": speaker.end},
        "quantities": [_quantity(quantity, text) for quantity in claim.quantities],
        "dates": [_date(date, text) for date in claim.dates],
        "entities": [
            _span(entity, text) | {"label": entity.label, "name": entity.name}
            for entity in claim.entities
        ],
        "hedged": claim.hedged,
        "negated": claim.negated,
        "unresolved": [
            _span(word, text) | {"candidates": list(word.candidates)} for word in claim.unresolved
        ],
    }


def _quote(quote: Quote, text: str) -> Json:
    speaker = quote.speaker
    return _span(quote, text) | {
        "speaker": speaker and speaker.name,
        "speaker_start": speaker and speaker.start,
        "speaker_end": speaker and speaker.end,
        "cue": quote.cue,
    }


def _quantity(quantity: Quantity, text: str) -> Json:
    return _span(quantity, text) | {
        "value": quantity.value,
        "unit": quantity.unit,
        "measure": quantity.measure,
        "bound": quantity.bound,
    }


def _date(date: DateExpression, text: str) -> Json:
    return _span(date, text) | {"edtf": date.edtf}
