"""What outside clients write by the Web Annotation Protocol: a review where it can be one, else an
annotation that waits, seen by its author alone (config/decisions/0013)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.desk import NotTheAuthor
from annotations.errors.outside import (
    AmbiguousAnchor,
    AnnotationGone,
    MalformedAnnotation,
    NotAnchored,
    OriginChanged,
    TargetMoved,
)
from annotations.models import Annotation, OutsideAnnotation
from annotations.queries.outside import articles_at, claim_meeting, meets, rating_names
from annotations.selectors import AmbiguousQuote, anchor
from annotations.services.acting import act_of
from annotations.services.citing.sources import MAX_TITLE, SourceGiven
from annotations.services.reviewing.annotations import revise_annotation, write_annotation
from annotations.services.reviewing.evidence import EvidenceGiven
from annotations.web_annotation.checks import MAX_WORDS
from annotations.web_annotation.document import Cited, JsonObject, many, one_or_many, with_origin
from annotations.web_annotation.reading import URN, Malformed, Reading, read_annotation
from claims.errors import NotAllowed, StaleVersion, WrongState
from claims.models import Article, Claim
from claims.people import is_desk_member
from claims.services.claims import propose_claim

MAX_EVIDENCE = 50


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things lie on this site. container: ends in a slash; vocabulary: our terms' IRI."""

    container: str
    vocabulary: str

    def of(self, pk: UUID) -> str:
        """Name an annotation."""
        return f"{self.container}{pk}/"


@dataclass(frozen=True, slots=True)
class Found:
    """What a document says, and what it is about: the words `span` of an article, all of it where
    span is None, a page that isn't here where article is None too."""

    reading: Reading
    article: Article | None
    span: tuple[int, int] | None


def write_outside(*, document: Any, by: User, at: Addresses) -> OutsideAnnotation:
    """Take an outside client's annotation: it becomes a review of the claim whose words it marks,
    or waits, and proposes a claim where there is none. Of a whole page, ours or not, it waits.

    Raises MalformedAnnotation, NotAnchored, AmbiguousAnchor, NotAllowed, and what writing a review
    raises.
    """
    if not is_desk_member(by):
        raise NotAllowed
    found, pk = _found(document, at), uuid4()
    with act_of(by):
        claim = _claim_of(found, by)
        review = None
        if claim is not None and _is_review(found.reading, claim, by):
            review = _write_review(found.reading, claim, by, pk)
        return OutsideAnnotation.objects.create(
            pk=pk,
            **_place(found),
            author=by,
            document=with_origin(document, iri=at.of(pk)),
            review=review,
            review_version=review.version if review else None,
        )


def replace_waiting(
    *, outside: OutsideAnnotation, document: Any, by: User, seen: int | None, at: Addresses
) -> OutsideAnnotation:
    """Put another document in the place of one that waits; it may become a review now.

    seen: the version the client saw, None for any. Raises StaleVersion, OriginChanged,
    AnnotationGone when taken back, and what writing raises.
    """
    found = _found(document, at)
    with act_of(by):
        claim = _claim_of(found, by)
        held = _hold(outside, by, seen)
        if claim is not None and _is_review(found.reading, claim, by):
            held.review = _write_review(found.reading, claim, by, held.pk)
            held.review_version = held.review.version
        for name, value in _place(found).items():
            setattr(held, name, value)
        held.document = _replaced(held.document, document, at.of(held.pk))
        held.version += 1
        held.save()
        return held


def replace_review(
    *, review: Annotation, document: Any, by: User, seen: int | None, at: Addresses
) -> OutsideAnnotation:
    """Revise a review by the whole annotation that shall stand in its place.

    Raises TargetMoved for words that aren't the claim's, OriginChanged, and what revising raises.
    """
    found = _found(document, at)
    claim = review.claim
    is_there = found.article is not None and found.article.pk == claim.article_id
    if not is_there or found.span is None or not meets(claim, *found.span):
        raise TargetMoved
    with act_of(by):
        revised = revise_annotation(
            annotation=review,
            by=by,
            seen=seen,
            rating=found.reading.rating,
            rationale=found.reading.rationale,
            evidence=_evidence(found.reading),
        )
        before = OutsideAnnotation.objects.filter(pk=review.pk).first()
        kept = _replaced(before.document if before else {}, document, at.of(review.pk))
        words = {**_place(found), "document": kept}
        outside, _new = OutsideAnnotation.objects.update_or_create(
            pk=review.pk,
            defaults={**words, "review_version": revised.version},
            create_defaults={
                **words, "author": by, "review": revised, "review_version": revised.version,
            },
        )  # fmt: skip
        return outside


def withdraw_waiting(
    *, outside: OutsideAnnotation, by: User, seen: int | None
) -> OutsideAnnotation:
    """Take back an annotation that waits. Raises StaleVersion, AnnotationGone."""
    with act_of(by):
        held = _hold(outside, by, seen)
        held.withdrawn_at = timezone.now()
        held.version += 1
        held.save()
        return held


def _found(document: Any, at: Addresses) -> Found:
    reading = _read(document, at)
    whole: Article | None = None
    is_lost = False
    for target in reading.targets:
        for article in articles_at(target.source):
            if target.quote is None and target.position is None:
                whole = whole or article
                continue
            is_lost = True
            try:
                span = anchor(article.text, target.quote, target.position)
            except AmbiguousQuote as error:
                raise AmbiguousAnchor from error
            if span is not None:
                return Found(reading, article, span)
    if is_lost:
        raise NotAnchored
    return Found(reading, whole, None)


def _place(found: Found) -> dict[str, Any]:
    """Give the row's columns that say what the annotation is about."""
    start, end = found.span or (None, None)
    return {"article": found.article, "start": start, "end": end}


def _read(document: Any, at: Addresses) -> Reading:
    try:
        reading = read_annotation(document, vocabulary=at.vocabulary, names=rating_names())
    except Malformed as error:
        errors = [{"detail": words, "pointer": pointer} for pointer, words in error.findings]
        raise MalformedAnnotation(errors=errors) from error
    told = [reading.rationale, *(part for cited in reading.cites for part in _texts(cited))]
    if len(reading.cites) > MAX_EVIDENCE or any(len(words) > MAX_WORDS for words in told):
        raise MalformedAnnotation(_("The bodies hold more than a review can."))
    return reading


def _texts(cited: Cited) -> tuple[str, ...]:
    return cited.excerpt, cited.note, cited.url * 10  # an address has a tenth of the room


def _claim_of(found: Found, by: User) -> Claim | None:
    """Give the claim the words are about, proposing one where there is none; None where a person
    dismissed it (that decision stands) or no words are marked."""
    if found.article is None or found.span is None:
        return None
    start, end = found.span
    claim = claim_meeting(found.article, start, end)
    if claim is None:
        return propose_claim(article=found.article, start=start, end=end, by=by)
    return None if claim.review_state == Claim.ReviewState.DISMISSED else claim


def as_review(reading: Reading, claim: Claim, by: User, pk: UUID) -> Annotation | None:
    """Write the review that an annotation is, if it can be one. Raises what writing one raises."""
    return _write_review(reading, claim, by, pk) if _is_review(reading, claim, by) else None


def _is_review(reading: Reading, claim: Claim, by: User) -> bool:
    return bool(
        reading.rating
        and reading.rationale
        and claim.review_state == Claim.ReviewState.ACCEPTED
        and policies.may_review(by)
    )


def _write_review(reading: Reading, claim: Claim, by: User, pk: UUID) -> Annotation:
    return write_annotation(
        claim=claim,
        author=by,
        rating=reading.rating,
        rationale=reading.rationale,
        evidence=_evidence(reading),
        pk=pk,
    )


def _source(cited: Cited) -> SourceGiven:
    """Read which document is meant: one without a web address is named by the id it has here."""
    if cited.url.startswith(URN):
        return SourceGiven(id=UUID(cited.url))
    return SourceGiven(url=cited.url, title=cited.title[:MAX_TITLE])


def _evidence(reading: Reading) -> list[EvidenceGiven]:
    return [
        EvidenceGiven(
            source=_source(cited),
            excerpt=cited.excerpt,
            stance=cited.stance,
            note=cited.note,
            is_primary=cited.is_primary,
        )
        for cited in reading.cites
    ]


def _replaced(before: JsonObject, document: JsonObject, iri: str) -> JsonObject:
    """Give the new document with the old one's origin, which no change takes away.

    Raises OriginChanged where the document names another.
    """
    canonical, origin = before.get("canonical"), many(before.get("via"))
    sent = many(document.get("via"))
    if canonical and document.get("canonical", canonical) != canonical:
        raise OriginChanged
    if origin and sent and set(sent) != set(origin):
        raise OriginChanged
    kept = with_origin(document, iri=iri)
    origin += many(kept.get("via"))
    if canonical:
        kept["canonical"] = canonical
    if origin:
        kept["via"] = one_or_many(list(dict.fromkeys(origin)))
    return kept


def _hold(outside: OutsideAnnotation, by: User, seen: int | None) -> OutsideAnnotation:
    held = OutsideAnnotation.objects.select_for_update().get(pk=outside.pk)
    if held.author_id != by.pk:
        raise NotTheAuthor
    if held.withdrawn_at is not None:
        raise AnnotationGone
    if seen is not None and held.version != seen:
        raise StaleVersion(version=held.version)
    if held.review_id is not None:
        raise WrongState
    return held
