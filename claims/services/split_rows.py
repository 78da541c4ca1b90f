"""What the language code found becomes rows; what people worked on stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from claims.models import Article, Claim, ExtractionRun, Sentence
from claims.nlp.types import Candidate, Span, SplitDocument
from claims.queries import referring_relations, rows_on_claims

_BATCH = 1000


def store_document(*, run: ExtractionRun, document: SplitDocument) -> int:
    """Replace the article's machine-made rows; give the number of claims stored.

    Claims that carry a person's work stay, and a candidate that says the same as one of them is
    not added again. Call it with the run locked, in a transaction.
    """
    untouched_claims(run.article).delete()
    kept = {(claim.start, claim.end) for claim in run.article.claims.all()}
    stored = _store_sentences(run, document)
    _drop_older_sentences(run)
    claims = [
        _claim(run, candidate, stored)
        for candidate in _distinct(document.claims)
        if (candidate.start, candidate.end) not in kept
    ]
    Claim.objects.bulk_create(claims, batch_size=_BATCH)
    return len(claims)


def untouched_claims(article: Article) -> QuerySet[Claim]:
    """Proposals of the machine that nobody changed and nothing refers to."""
    untouched = Claim.objects.filter(
        article=article,
        run__isnull=False,
        review_state=Claim.ReviewState.PROPOSED,
        version=1,
    )
    for relation in referring_relations():
        untouched = untouched.exclude(pk__in=rows_on_claims(relation).values(relation.field.name))
    return untouched


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each statement once: the same words for the same span would be one claim twice."""
    return list({(c.start, c.end, c.text): c for c in candidates}.values())


def _store_sentences(run: ExtractionRun, document: SplitDocument) -> list[Sentence]:
    run.sentences.all().delete()
    sentences = [
        Sentence(
            article=run.article,
            run=run,
            position=position,
            start=sentence.start,
            end=sentence.end,
            label=str(sentence.label),
            check_worthiness=sentence.check_worthiness,
            reasons=list(sentence.reasons),
        )
        for position, sentence in enumerate(document.sentences)
    ]
    return Sentence.objects.bulk_create(sentences, batch_size=_BATCH)


def _drop_older_sentences(run: ExtractionRun) -> None:
    older = Sentence.objects.filter(article=run.article).filter(~Q(run=run))
    older.filter(claims=None).delete()


def _claim(run: ExtractionRun, candidate: Candidate, sentences: Sequence[Sentence]) -> Claim:
    text = run.article.text
    speaker = candidate.speaker
    return Claim(
        article=run.article,
        run=run,
        sentence=sentences[candidate.sentence],
        text=candidate.text,
        start=candidate.start,
        end=candidate.end,
        segments=[[segment.start, segment.end] for segment in candidate.segments],
        kind=str(candidate.kind),
        check_worthiness=min(max(candidate.check_worthiness, 0.0), 1.0),
        reasons=list(candidate.reasons),
        speaker_name=speaker.name[:200] if speaker else "",
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        quantities=[
            {
                **_words(text, Span(q.start, q.end)),
                "value": q.value,
                "unit": q.unit,
                "measure": q.measure,
                "bound": q.bound,
            }
            for q in candidate.quantities
        ],
        dates=[{**_words(text, Span(d.start, d.end)), "edtf": d.edtf} for d in candidate.dates],
        entities=[
            {**_words(text, Span(e.start, e.end)), "label": e.label, "name": e.name}
            for e in candidate.entities
        ],
        unresolved=[
            {**_words(text, Span(u.start, u.end)), "candidates": list(u.candidates)}
            for u in candidate.unresolved
        ],
        hedged=candidate.hedged,
        negated=candidate.negated,
    )


def _words(text: str, span: Span) -> dict[str, Any]:
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end}
