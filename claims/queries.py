"""All reads of claims/: each a query that fetches what its caller shows, and no more."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models import Article, Claim, ExtractionRun, Sentence

CONTEXT = 32
"""Characters of prefix and suffix round a claim's words (W3C TextQuoteSelector)."""

_REVIEW_STATES = ("proposed", "accepted", "dismissed")  # in the order of Counts
_TAKEN_BACK = Q(dismissal=Claim.Dismissal.TAKEN_BACK)
_RunState = ExtractionRun.ExtractionState
_ReadingState = Article.ReadingState


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims of an article are in which review state."""

    claims: int = 0
    proposed: int = 0
    accepted: int = 0
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's words and what stands round them."""

    exact: str
    prefix: str
    suffix: str


def article_cards() -> QuerySet[Article]:
    """Articles for a list: without their text, with their newest run; no duplicates."""
    return (
        Article.objects.filter(duplicate_of=None)
        .defer("text")
        .select_related("added_by", "superseded_by")
        .defer("text", "superseded_by__text")
        .prefetch_related(_newest_runs())
    )


def articles_in_full() -> QuerySet[Article]:
    """Articles with text and newest run, duplicates included."""
    return (
        Article.objects.select_related("added_by", "superseded_by")
        .defer("superseded_by__text")
        .prefetch_related(_newest_runs())
    )


def in_work_state(articles: QuerySet[Article], state: str) -> QuerySet[Article]:
    """Those queued, running, done or failed, reading and splitting taken together."""
    newest = ExtractionRun.objects.filter(article=OuterRef("pk")).order_by("-created_at")
    work_state = Case(
        When(reading_state=_ReadingState.FAILED, then=Value("failed")),
        When(reading_state=_ReadingState.QUEUED, then=Value("queued")),
        default=Subquery(newest.values("extraction_state")[:1]),
        output_field=models.CharField(),
    )
    return articles.alias(work_state=work_state).filter(Q(work_state=state))


def with_newest_run(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The same articles with `newest_runs`, a list of the newest run or of none."""
    return articles.prefetch_related(_newest_runs())


def with_claim_counts(articles: QuerySet[Article]) -> QuerySet[Any]:
    """The same articles with the numbers `claims_found` and `claims_accepted`."""
    of_article = (
        Claim.objects.filter(~_TAKEN_BACK, article=OuterRef("pk")).order_by().values("article")
    )
    accepted = of_article.filter(review_state=Claim.ReviewState.ACCEPTED)
    return articles.annotate(
        claims_found=Coalesce(Subquery(of_article.annotate(n=Count("pk")).values("n")), 0),
        claims_accepted=Coalesce(Subquery(accepted.annotate(n=Count("pk")).values("n")), 0),
    )


def newest_run(article: Article) -> ExtractionRun | None:
    """Give the newest run of an article that came from this module's queries, or ask for it."""
    if hasattr(article, "newest_runs"):
        return article.newest_runs[0] if article.newest_runs else None
    return article.extraction_runs.order_by("-created_at").first()


def counts_of(article_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Counts]:
    """Count the claims of several articles in one query; an article without any is left out."""
    rows = (
        Claim.objects.filter(~_TAKEN_BACK, article__in=list(article_ids))
        .order_by()
        .values_list("article")
        .annotate(total=Count("pk"), **{state: _count_in(state) for state in _REVIEW_STATES})
    )
    return {article_id: Counts(*numbers) for article_id, *numbers in rows}


def sentences_of(article: Article) -> QuerySet[Sentence]:
    """The sentences of the newest finished run, in order."""
    done = article.extraction_runs.filter(extraction_state=_RunState.DONE)
    return Sentence.objects.filter(run__in=done.order_by("-created_at").values("pk")[:1]).order_by(
        "position"
    )


def sentence_at(article: Article, offset: int) -> Sentence | None:
    """The sentence in which the character at `offset` stands."""
    return sentences_of(article).filter(start__lte=offset, end__gt=offset).first()


def claims_in_full() -> QuerySet[Claim]:
    """Claims with run and author, and each article once, however many claims share it.

    Each has `is_fixed`, which `is_referred_to` would ask for one by one.
    """
    texts = Article.objects.only("pk", "title", "text", "language")
    return (
        Claim.objects.select_related("run", "added_by")
        .prefetch_related(Prefetch("article", queryset=texts))
        .annotate(is_fixed=_is_fixed())
    )


def listed_claims() -> QuerySet[Claim]:
    """The claims that lists show, in full: what was made and taken back at once isn't among them.

    Nobody judged it, and it would stand among the dismissed for ever. By its id it is still read.
    """
    return claims_in_full().exclude(_TAKEN_BACK)


def claims_of(article: Article) -> QuerySet[Claim]:
    """An article's claims in reading order, as listed_claims has them."""
    return listed_claims().filter(article=article).order_by("start", "end", "id")


def claims_made_from(claim: Claim) -> QuerySet[Claim]:
    """What came of splitting or merging the claim and still stands."""
    made = Claim.objects.filter(article=claim.article_id, made_from__contains=[claim.pk])
    return made.exclude(_TAKEN_BACK).order_by("pk")


def state_before_dismissal(claim: Claim) -> str:
    """The review state that the claim had before it was dismissed."""
    before = history_of(claim).exclude(review_state=Claim.ReviewState.DISMISSED)
    state: str | None = before.values_list("review_state", flat=True).last()
    return state or Claim.ReviewState.PROPOSED


def facts_within(claim: Claim, facts: str) -> list[dict[str, Any]]:
    """The claim's quantities, dates, entities or open words that lie in its segments now."""
    return [
        fact
        for fact in getattr(claim, facts)
        if any(start <= fact["start"] and fact["end"] <= end for start, end in claim.segments)
    ]


def quote_of(claim: Claim) -> Quote:
    """The article's own words from the claim's start to its end, and CONTEXT round them."""
    text = claim.article.text
    return Quote(
        text[claim.start : claim.end],
        text[max(0, claim.start - CONTEXT) : claim.start],
        text[claim.end : claim.end + CONTEXT],
    )


def history_of(claim: Claim) -> QuerySet[Any]:
    """The claim's events in the audit trail, oldest first, each with its context."""
    events = Claim.pgh_event_model.objects  # type: ignore[attr-defined]
    return events.filter(pgh_obj=claim.pk).select_related("pgh_context").order_by("pgh_id")


def waiting_articles(waited: datetime.timedelta) -> QuerySet[Article]:
    """Articles whose reading nobody does: queued for `waited`, or whose reader's lease ran out."""
    now = timezone.now()
    return Article.objects.filter(reading_state=_ReadingState.QUEUED).filter(
        Q(reading_lease_until=None, updated_at__lt=now - waited) | Q(reading_lease_until__lt=now)
    )


def waiting_runs(waited: datetime.timedelta) -> QuerySet[ExtractionRun]:
    """Runs that nobody works on: queued for `waited`, or whose worker's lease ran out."""
    now = timezone.now()
    return ExtractionRun.objects.filter(
        Q(extraction_state=_RunState.QUEUED, updated_at__lt=now - waited)
        | Q(extraction_state=_RunState.RUNNING, lease_until__lt=now)
    )


@cache
def referring_relations() -> tuple[models.ForeignObjectRel, ...]:
    """Relations of other tables to claims; ours know them only by the schema."""
    return tuple(
        relation
        for relation in Claim._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ForeignObjectRel)
        and getattr(
            relation.field, "db_constraint", False
        )  # the audit trail's rows don't hold a claim
    )


def rows_on_claims(relation: models.ForeignObjectRel) -> QuerySet[Any]:
    """The rows of a referring table that are a person's work.

    A model with `persons_work`, a Q, has rows of the machine's beside them.
    """
    model = relation.related_model
    return model._base_manager.filter(getattr(model, "persons_work", Q()))


def is_referred_to(claim: Claim) -> bool:
    """Say whether someone's review, verdict or publication rests on the claim.

    Tables whose rows leave the claim's words free (who holds it) say so with a class attribute.
    """
    return Claim.objects.filter(_is_fixed(), pk=claim.pk).exists()


def _is_fixed() -> Q:
    """Give the condition on claims whose words and state people's work has fixed."""
    resting = (
        rows_on_claims(relation).filter(**{relation.field.name: OuterRef("pk")})
        for relation in referring_relations()
        if not getattr(relation.related_model, "leaves_words_free", False)
    )
    return reduce(or_, (Q(Exists(rows)) for rows in resting))


def _newest_runs() -> Prefetch:
    runs = ExtractionRun.objects.order_by("article_id", "-created_at").distinct("article_id")
    return Prefetch("extraction_runs", queryset=runs, to_attr="newest_runs")


def _count_in(state: str) -> Count:
    return Count("pk", filter=Q(review_state=state))
