"""The one door into the language code: a text in, sentences and claims out.

Works on the text's normal form and answers in code points of the text as it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from claims.nlp.check_worthiness import Judgement, judge
from claims.nlp.clauses import claims_of
from claims.nlp.dates import find_dates
from claims.nlp.headings import is_heading
from claims.nlp.language import resolve_language
from claims.nlp.names import find_names
from claims.nlp.normalise import Normalised, check_text, normalise
from claims.nlp.quantities import find_quantities
from claims.nlp.quotes import find_quotes
from claims.nlp.sentences import split_sentences
from claims.nlp.types import (
    Candidate,
    DateExpression,
    Entity,
    Kind,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
    SplitDocument,
    SplitRequest,
)

VERSION = "1.0"

_Spanned = TypeVar("_Spanned", Sentence, Quantity, DateExpression, Entity)
_Fact = TypeVar("_Fact", Quantity, DateExpression, Entity)


def split_text(
    request: SplitRequest, report: Callable[[float], None] | None = None
) -> SplitDocument:
    """Split one text. Raises SplitError for a text that can't be split.

    report: is told the share of the work done, 0 to 1, as it goes on.
    """
    tell = report or _silence
    check_text(request.text)
    normal = normalise(request.text)
    language = resolve_language(normal.text, request.language)
    sentences = split_sentences(normal.text, language)
    names = find_names(normal.text, language, sentences)
    document = _surface(normal.text, language, request, sentences, names)
    tell(0.2)
    claims = claims_of(
        normal.text,
        language,
        document.sentences,
        document.quotes,
        document.quantities,
        document.dates,
        names,
    )
    tell(0.95)
    completed = [_completed(claim, document, names) for claim in claims]
    return _given(replace(document, claims=tuple(completed)), normal)


def score_sentences(texts: Sequence[str]) -> list[Sentence]:
    """Label and score single sentences; each answer spans the whole of its text."""
    judgements = judge([normalise(text).text for text in texts])
    return [
        Sentence(0, len(text), found.label, found.check_worthiness, found.reasons)
        for text, found in zip(texts, judgements, strict=True)
    ]


def _silence(share: float) -> None:
    """Nobody wants to hear how far it is."""


def _surface(
    text: str,
    language: str,
    request: SplitRequest,
    sentences: Sequence[Sentence],
    names: Sequence[Entity],
) -> SplitDocument:
    """Everything but the claims."""
    judged = _judged_sentences(text, sentences)
    dates = find_dates(text, language, request.date)
    return SplitDocument(
        language=language,
        pipeline=f"{language}-vaglio {VERSION}",
        sentences=tuple(judged),
        quotes=tuple(find_quotes(text, language, sentences, names)),
        quantities=tuple(find_quantities(text, language, dates)),
        dates=tuple(dates),
    )


def _judged_sentences(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    headings = [is_heading(text, sentence, sentences) for sentence in sentences]
    judgements = judge([text[s.start : s.end] for s in sentences], headings)
    return [_labelled(s, j) for s, j in zip(sentences, judgements, strict=True)]


def _labelled(sentence: Sentence, judgement: Judgement) -> Sentence:
    return replace(
        sentence,
        label=judgement.label,
        check_worthiness=judgement.check_worthiness,
        reasons=judgement.reasons,
    )


def _completed(claim: Candidate, document: SplitDocument, names: Sequence[Entity]) -> Candidate:
    """The claim with what lies in its segments, and the score of its sentence."""
    sentence = document.sentences[claim.sentence]
    return replace(
        claim,
        quantities=_inside(document.quantities, claim.segments),
        dates=_inside(document.dates, claim.segments),
        entities=_inside(names, claim.segments),
        check_worthiness=claim.check_worthiness or sentence.check_worthiness,
        reasons=claim.reasons or _reasons(claim, sentence),
    )


def _reasons(claim: Candidate, sentence: Sentence) -> tuple[str, ...]:
    """The sentence's reasons, but for a number or date that this claim doesn't hold."""
    foreign = {
        "quantity": claim.kind != Kind.QUANTITY,
        "date": claim.kind not in (Kind.DATE, Kind.QUANTITY),
    }
    return tuple(reason for reason in sentence.reasons if not foreign.get(reason, False))


def _inside(facts: Sequence[_Fact], segments: Sequence[Span]) -> tuple[_Fact, ...]:
    return tuple(
        fact for fact in facts if any(s.start <= fact.start and fact.end <= s.end for s in segments)
    )


def _given(document: SplitDocument, normal: Normalised) -> SplitDocument:
    """The same document in code points of the text as it was given."""
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
    )
