"""The one door into the language code: a text in, sentences and claims out.

Works on the text's normal form and answers in code points of the text as it was given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from claims.nlp.counting.quantities import find_quantities
from claims.nlp.dating.dates import find_dates
from claims.nlp.given_places import as_given
from claims.nlp.headings import is_heading
from claims.nlp.language import resolve_language
from claims.nlp.naming.names import find_names
from claims.nlp.nearby import Nearby
from claims.nlp.normalise import check_text, normalise
from claims.nlp.proposing.asking import proposals_for
from claims.nlp.proposing.proposal import NO_PROPOSALS, Proposals, Proposer
from claims.nlp.propositions.finding import find_propositions
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.splitting.clauses import WITHOUT_CLAIMS, claims_of
from claims.nlp.types import (
    Candidate,
    DateExpression,
    Entity,
    Proposition,
    Quantity,
    Sentence,
    Span,
    SplitDocument,
    SplitRequest,
)
from claims.nlp.weighing.check_worthiness import Judgement, judge
from claims.nlp.weighing.sentence_contexts import Floats, SaidWords, said_words, stacked
from claims.nlp.weighing.several_sentences import judge_texts

VERSION = "1.0"
LONGEST_PIPELINE = 60
"""Characters that an extraction run keeps of a pipeline's name."""

_Fact = TypeVar("_Fact", Quantity, DateExpression, Entity)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What claims are completed with, found by place."""

    quantities: Nearby[Quantity]
    dates: Nearby[DateExpression]
    names: Nearby[Entity]


def split_text(
    request: SplitRequest,
    report: Callable[[float], None] | None = None,
    proposer: Proposer | None = None,
) -> SplitDocument:
    """Split one text. Raises SplitError for a text that can't be split.

    report: is told the share of the work done, 0 to 1, as it goes on.
    proposer: a language model that is asked for claims; the document names it if it answered.
    """
    tell = report or _silence
    check_text(request.text)
    normal = normalise(request.text)
    language = resolve_language(normal.text, request.language)
    sentences = split_sentences(normal.text, language)
    names = find_names(normal.text, language, sentences)
    said = said_words([normal.text[s.start : s.end] for s in sentences], language)
    document = _surface(normal.text, language, request, sentences, said, names)
    tell(0.2)
    proposals = NO_PROPOSALS
    if proposer is not None:
        document, proposals = _proposed(normal.text, document, proposer, tell)
    claims = claims_of(
        normal.text,
        language,
        document.sentences,
        document.quotes,
        document.quantities,
        document.dates,
        names,
        proposals,
    )
    tell(0.95)
    judgements = judge(
        [claim.text for claim in claims], contexts=_claim_contexts(claims, document, said)
    )
    return as_given(_with_claims(document, claims, judgements, names), normal)


def propositions_of(text: str) -> list[Proposition]:
    """The smallest statements of an English text, finer than claims. Raises SplitError."""
    return find_propositions(text)


def score_sentences(texts: Sequence[str]) -> list[Sentence]:
    """Label and score texts of a sentence each; an answer spans the whole of its text."""
    judgements = judge_texts([normalise(text).text for text in texts])
    return [
        _labelled(Sentence(0, len(text)), found)
        for text, found in zip(texts, judgements, strict=True)
    ]


def _proposed(
    text: str, document: SplitDocument, proposer: Proposer, tell: Callable[[float], None]
) -> tuple[SplitDocument, Proposals]:
    """What the model proposes for the sentences that may state something; its name if it does."""
    asked = [i for i, s in enumerate(document.sentences) if s.label not in WITHOUT_CLAIMS]
    found = proposals_for(
        text,
        document.language,
        document.sentences,
        asked,
        proposer,
        lambda share: tell(0.2 + 0.6 * share),
    )
    if found is None:
        return document, NO_PROPOSALS
    return replace(document, pipeline=_named(document.pipeline, proposer.model)), found


def _named(pipeline: str, model: str) -> str:
    """The pipeline with the model's name, which is cut where a run has no room for it."""
    named = f"{pipeline} + {model}"
    return named if len(named) <= LONGEST_PIPELINE else named[: LONGEST_PIPELINE - 1] + "…"


def _silence(share: float) -> None:
    """Nobody wants to hear how far it is."""


def _surface(
    text: str,
    language: str,
    request: SplitRequest,
    sentences: Sequence[Sentence],
    said: Sequence[SaidWords],
    names: Sequence[Entity],
) -> SplitDocument:
    """Everything but the claims."""
    dates = find_dates(text, language, request.date)
    quantities = find_quantities(text, language, dates)
    judged = _judged_sentences(text, sentences, said)
    return SplitDocument(
        language=language,
        pipeline=f"{language}-vaglio {VERSION}",
        sentences=tuple(_with_facts(sentence, quantities, dates) for sentence in judged),
        quotes=tuple(find_quotes(text, language, sentences, names)),
        quantities=tuple(quantities),
        dates=tuple(dates),
    )


def _with_facts(
    sentence: Sentence, quantities: Sequence[Quantity], dates: Sequence[DateExpression]
) -> Sentence:
    """The sentence whose reasons name a quantity or a date only where one was read."""
    reasons = _true_reasons(
        sentence.reasons, _any_inside(quantities, sentence), _any_inside(dates, sentence)
    )
    return replace(sentence, reasons=reasons)


def _any_inside(facts: Sequence[Quantity] | Sequence[DateExpression], sentence: Sentence) -> bool:
    """Whether a fact starts in the sentence; `facts` are in order."""
    first = bisect_left(facts, sentence.start, key=lambda fact: fact.start)
    return first < len(facts) and facts[first].start < sentence.end


def _true_reasons(reasons: tuple[str, ...], has_quantity: bool, has_date: bool) -> tuple[str, ...]:
    """Number cues are shallow ("GPS 3" has one): what was read decides."""
    sure = (("quantity",) if has_quantity else ()) + (("date",) if has_date else ())
    if "heading" in reasons:
        return reasons
    return sure + tuple(reason for reason in reasons if reason not in ("quantity", "date"))


def _judged_sentences(
    text: str, sentences: Sequence[Sentence], said: Sequence[SaidWords]
) -> list[Sentence]:
    headings = [is_heading(text, sentence, sentences) for sentence in sentences]
    contexts = stacked([words.context() for words in said])
    judgements = judge([text[s.start : s.end] for s in sentences], headings, contexts)
    return [_labelled(s, j) for s, j in zip(sentences, judgements, strict=True)]


def _claim_contexts(
    claims: Sequence[Candidate], document: SplitDocument, said: Sequence[SaidWords]
) -> Floats:
    """(claims, WIDTH) of each claim's own words in their sentence."""
    return stacked(
        [
            said[claim.sentence].context_of(
                claim.segments, document.sentences[claim.sentence].start
            )
            for claim in claims
        ]
    )


def _labelled(sentence: Sentence, judgement: Judgement) -> Sentence:
    return replace(
        sentence,
        label=judgement.label,
        check_worthiness=judgement.check_worthiness,
        reasons=judgement.reasons,
        checkable=judgement.checkable,
        subjective=judgement.subjective,
    )


def _with_claims(
    document: SplitDocument,
    claims: Sequence[Candidate],
    judgements: Sequence[Judgement],
    names: Sequence[Entity],
) -> SplitDocument:
    """The document with its claims, each with the facts that lie in it."""
    facts = _Facts(Nearby(document.quantities), Nearby(document.dates), Nearby(names))
    completed = [
        _completed(claim, judged, document, facts)
        for claim, judged in zip(claims, judgements, strict=True)
    ]
    return replace(document, claims=tuple(completed))


def _completed(
    claim: Candidate, judged: Judgement, document: SplitDocument, facts: _Facts
) -> Candidate:
    """The claim with what lies in its segments, and a score half its own, half its sentence's."""
    sentence = document.sentences[claim.sentence]
    score = (judged.check_worthiness + sentence.check_worthiness) / 2
    quantities = _inside(facts.quantities, claim.segments)
    dates = _inside(facts.dates, claim.segments)
    return replace(
        claim,
        quantities=quantities,
        dates=dates,
        entities=_inside(facts.names, claim.segments),
        check_worthiness=round(score, 4),
        reasons=_true_reasons(judged.reasons, bool(quantities), bool(dates)),
    )


def _inside(facts: Nearby[_Fact], segments: Sequence[Span]) -> tuple[_Fact, ...]:
    return tuple(
        fact
        for segment in segments
        for fact in facts.touching(segment.start, segment.end)
        if segment.start <= fact.start and fact.end <= segment.end
    )
