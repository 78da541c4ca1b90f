"""What people made of the machine's claims, as labelled articles: training data of one's own desk.

One document an article, in the form of the hand-labelled sets (`claims.nlp.scoring.gold_articles`):
accepted claims are what should be found, in the words that people gave them; `rejected` holds what
was dismissed, with the reason, and what was split or merged, with the claims made out of it. A
document is `complete` when people looked at every claim of its article; otherwise a claim that is
missing in it may still be right.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from claims.models import Article, Claim, Sentence

ARTICLES_A_BATCH = 50
LAYERS = ("claims", "sentences")
"""What people looked at; quotes, quantities and dates are left empty: nobody corrects these yet."""

Json = dict[str, Any]
_State = Claim.ReviewState
_Dismissal = Claim.Dismissal
# reasons that say the sentence holds no fact; the others say nothing of the sentence
_NO_FACT = frozenset({_Dismissal.OPINION, _Dismissal.PREDICTION, _Dismissal.NOT_A_CLAIM})


@dataclass(frozen=True, slots=True)
class Origin:
    """How a claim came to be and what was done to it, from the audit trail."""

    text: str = ""
    segments: tuple[tuple[int, int], ...] = ()
    acts: tuple[str, ...] = ()


def reviewed_articles(
    *, since: dt.datetime | None = None, language: str | None = None
) -> QuerySet[Article]:
    """Articles with a claim that people decided on, not earlier than `since`."""
    decided = ~Q(review_state=_State.PROPOSED) | Q(added_by__isnull=False)
    claims = Claim.objects.filter(decided)
    if since is not None:
        claims = claims.filter(updated_at__gte=since)
    articles = Article.objects.filter(duplicate_of=None, pk__in=claims.values("article"))
    if language is not None:
        articles = articles.filter(language=language)
    return articles.order_by("created_at", "pk")


def corrections_of(articles: QuerySet[Article]) -> Iterator[Json]:
    """A labelled document for each article, in order; four queries for each batch of articles."""
    ids = articles.values_list("pk", flat=True).iterator()
    while chunk := list(islice(ids, ARTICLES_A_BATCH)):
        found = {article.pk: article for article in Article.objects.filter(pk__in=chunk)}
        claims, sentences = _claims_by_article(chunk), _sentences_by_article(chunk)
        origins = _origins(chunk)
        for pk in chunk:
            yield labelled_document(found[pk], claims[pk], sentences[pk], origins)


def labelled_document(
    article: Article,
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    origins: dict[uuid.UUID, Origin],
) -> Json:
    """One article; every offset is half-open, in code points of `text`."""
    accepted = [claim for claim in claims if claim.review_state == _State.ACCEPTED]
    dismissed = [claim for claim in claims if claim.review_state == _State.DISMISSED]
    return {
        "id": str(article.pk),
        "language": article.language,
        "origin": "corrections",
        "date": article.published_at.date().isoformat() if article.published_at else None,
        "text": article.text,
        "complete": all(claim.review_state != _State.PROPOSED for claim in claims),
        "labelled": list(LAYERS),
        "sentences": [_sentence(sentence, accepted, dismissed) for sentence in sentences],
        "claims": [_accepted(claim, origins) for claim in accepted],
        "rejected": [_rejected(claim, claims, origins) for claim in dismissed if _says(claim)],
        "quotes": [],
        "quantities": [],
        "dates": [],
    }


def _says(claim: Claim) -> bool:
    """Whether the dismissal tells anything: what was made and taken back again doesn't."""
    return claim.dismissal != _Dismissal.TAKEN_BACK


def _accepted(claim: Claim, origins: dict[uuid.UUID, Origin]) -> Json:
    origin = origins.get(claim.pk, Origin())
    proposed = {} if claim.added_by_id else {"proposed": _proposal(claim, origin)}
    return _claim(claim) | {"must": True, "acts": list(origin.acts)} | proposed


def _rejected(claim: Claim, claims: Sequence[Claim], origins: dict[uuid.UUID, Origin]) -> Json:
    origin = origins.get(claim.pk, Origin())
    made = [str(one.pk) for one in claims if claim.pk in one.made_from and _says(one)]
    return _claim(claim) | {
        "reason": claim.dismissal,
        "acts": list(origin.acts),
        "made_into": made,
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": str(claim.pk),
        "statement": claim.text,
        "segments": claim.segments,
        "kind": claim.kind,
        "by": "person" if claim.added_by_id else "machine",
        "made_from": [str(origin) for origin in claim.made_from],
    }


def _proposal(claim: Claim, origin: Origin) -> Json:
    """The machine's own words and anchor, by which a change shows."""
    segments = [list(pair) for pair in origin.segments] or claim.segments
    return {"statement": origin.text or claim.text, "segments": segments}


def _sentence(sentence: Sentence, accepted: list[Claim], dismissed: list[Claim]) -> Json:
    """`yes` with an accepted claim, `no` where all were dismissed for want of a fact."""

    def inside(claim: Claim) -> bool:
        return claim.start < sentence.end and claim.end > sentence.start

    reasons = {claim.dismissal for claim in dismissed if inside(claim) and _says(claim)}
    label = "no" if reasons and reasons <= _NO_FACT else "either"
    if any(map(inside, accepted)):
        label = "yes"
    return {"start": sentence.start, "end": sentence.end, "label": label}


def _claims_by_article(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Claim]]:
    grouped: dict[uuid.UUID, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(article__in=ids).order_by("start", "end", "pk"):
        grouped[claim.article_id].append(claim)
    return grouped


def _sentences_by_article(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Sentence]]:
    """The sentences of each article's newest run that has any."""
    grouped: dict[uuid.UUID, list[Sentence]] = defaultdict(list)
    newest: dict[uuid.UUID, uuid.UUID] = {}
    found = Sentence.objects.filter(article__in=ids).order_by("-run__created_at", "run", "position")
    for sentence in found:
        if newest.setdefault(sentence.article_id, sentence.run_id) == sentence.run_id:
            grouped[sentence.article_id].append(sentence)
    return grouped


def _origins(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Origin]:
    """First wording, first anchor and all acts of each claim of these articles."""
    events = Claim.pgh_event_model.objects  # type: ignore[attr-defined]
    rows = (
        events.filter(article__in=ids)
        .order_by("pgh_id")
        .values_list("pgh_obj_id", "text", "segments", "pgh_context__metadata__act")
    )
    found: dict[uuid.UUID, Origin] = {}
    for pk, text, segments, act in rows:
        before = found.get(pk) or Origin(text, tuple((start, end) for start, end in segments))
        acts = (*before.acts, act) if act else before.acts
        found[pk] = Origin(before.text, before.segments, acts)
    return found
