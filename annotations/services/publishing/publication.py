"""Publish, correct and withdraw; each act adds one frozen version.

Versions become visible in the order of their `seq`: the number is drawn under a lock that is held
until the transaction ends, so no reader who saw seq n ever meets a new row below n.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import orjson
from django.contrib.auth.models import User
from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models import Value
from django.db.models.expressions import CombinedExpression
from django.utils.translation import gettext as _

from annotations.documents.public_document import (
    Correction,
    PublicDocument,
    Tombstone,
    read_document,
    rendered,
)
from annotations.errors.publication import GateNotMet, NothingToCorrect, RatingChanges
from annotations.filter_keys import filter_keys, search_keys, words_of
from annotations.models import PublicationDraft, PublishedClaim, PublishedWord, Verdict
from annotations.moments import utc
from annotations.policies import may_publish
from annotations.services.delivering.outbox import queue_event
from annotations.services.publication_order import hold_order
from annotations.services.publishing.changes import RATING, parts_changed
from annotations.services.publishing.document import (
    VersionFacts,
    public_document,
    tombstone,
)
from annotations.services.publishing.material import (
    PublicationMaterial,
    draft_of,
    gate_of,
    gather,
)
from annotations.services.telling.notifications import tell_of_public_change
from claims.errors import NotAllowed, StaleVersion, WrongState
from claims.models import Claim

Act = PublishedClaim.Act


@dataclass(frozen=True, slots=True)
class Change:
    """What is being done to a claim's publication, by whom and with which public notice."""

    act: PublishedClaim.Act
    by: User
    severity: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a version enters the one public order."""

    seq: int
    at: datetime


@transaction.atomic
def save_draft(
    *, claim: Claim, fields: Mapping[str, Any], by: User, version_seen: int | None
) -> PublicationDraft:
    """Store the editor's words; version_seen None takes whatever is there.

    Raises NotAllowed, StaleVersion.
    """
    _must_publish(by)
    _locked(claim)
    draft = draft_of(claim)
    if version_seen is not None and version_seen != draft.version:
        raise StaleVersion
    for name, words in fields.items():
        setattr(draft, name, words)
    draft.updated_by = by
    draft.version += 1
    draft.save()
    return draft


@transaction.atomic
def publish(*, claim: Claim, by: User) -> PublishedClaim:
    """Make the claim public. Raises NotAllowed, WrongState, GateNotMet."""
    _must_publish(by)
    claim = _locked(claim)
    current = current_version(claim)
    if current and current.act != Act.WITHDRAWN:
        raise WrongState(_("It is published already: correct it."))
    return _next_version(claim, current, Change(Act.PUBLISHED, by))


@transaction.atomic
def correct(*, claim: Claim, by: User, severity: str, notice: str) -> PublishedClaim:
    """Add a version from the present draft, verdict and evidence, with a public notice.

    Raises NotAllowed, WrongState, GateNotMet, NothingToCorrect, RatingChanges.
    """
    _must_publish(by)
    claim = _locked(claim)
    current = _standing(claim)
    return _next_version(claim, current, Change(Act.CORRECTED, by, severity, notice))


@transaction.atomic
def withdraw(*, claim: Claim, by: User, notice: str) -> PublishedClaim:
    """Take the claim back; a tombstone with the notice stays. Raises NotAllowed, WrongState."""
    _must_publish(by)
    claim = _locked(claim)
    current = _standing(claim)
    change = Change(Act.WITHDRAWN, by, notice=notice)
    place = _next_place()
    facts = _version_facts(current, change, rating=None, at=place.at)
    stone = tombstone(claim, language=current.language, notice=notice, facts=facts)
    words = read_document(current.document)
    assert isinstance(words, PublicDocument)  # _standing lets no tombstone through
    return _add(stone, words, current.verdict, change, place)


def current_version(claim: Claim) -> PublishedClaim | None:
    """Give the newest version, tombstones included; None for a claim never published."""
    return PublishedClaim.objects.filter(claim=claim, is_current=True).first()


def _must_publish(by: User) -> None:
    if not may_publish(by):
        raise NotAllowed(_("Only an editor publishes, corrects and withdraws."))


def _locked(claim: Claim) -> Claim:
    """Lock the claim's row: no review, settling or publication comes in between."""
    return Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=claim.pk)


def _standing(claim: Claim) -> PublishedClaim:
    current = current_version(claim)
    if current is None or current.act == Act.WITHDRAWN:
        raise WrongState(_("It isn't published."))
    return current


def _next_version(claim: Claim, last: PublishedClaim | None, change: Change) -> PublishedClaim:
    if claim.review_state != Claim.ReviewState.ACCEPTED:
        raise WrongState(_("Only an accepted claim can be published."))
    material = gather(claim)
    verdict = _gate_passed(material, change.by)
    if last is not None and change.act == Act.CORRECTED:
        _must_be_true_to(change.severity, parts_changed(material, last))
    place = _next_place()
    facts = _version_facts(last, change, rating=verdict.rating_id, at=place.at)
    document = public_document(material, verdict.rating, facts)
    return _add(document, document, verdict, change, place)


def _gate_passed(material: PublicationMaterial, by: User) -> Verdict:
    missing = [item.code for item in gate_of(material, publisher=by) if item.is_lacking]
    if missing or material.verdict is None:
        raise GateNotMet(missing=missing)
    return material.verdict


def _must_be_true_to(severity: str, changes: Sequence[str]) -> None:
    """Hold a correction to the policy: it changes something, and a minor one never the rating."""
    if not changes:
        raise NothingToCorrect
    if severity == PublishedClaim.Severity.MINOR and RATING in changes:
        raise RatingChanges


def _next_place() -> Place:
    """Draw the next place in the public order and its moment; holds the lock until the end."""
    hold_order()
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('annotations_publication_seq'), clock_timestamp()")
        return Place(*cursor.fetchone())


def _version_facts(
    last: PublishedClaim | None, change: Change, *, rating: str | None, at: datetime
) -> VersionFacts:
    """Number the version and carry on the list of corrections."""
    now = utc(at)
    if last is None:
        return VersionFacts(1, now, now, ())
    former = read_document(last.document)
    version, corrections = last.version + 1, former.corrections
    if change.act != Act.PUBLISHED:
        before = None if isinstance(former, Tombstone) else former.rating.key
        added = Correction(
            version, change.act.value, change.severity, change.notice, now, before, rating
        )
        corrections = (*corrections, added)
    return VersionFacts(version, former.published_at, now, corrections)


def _add(
    document: PublicDocument | Tombstone,
    words: PublicDocument,
    verdict: Verdict,
    change: Change,
    place: Place,
) -> PublishedClaim:
    """Store the version, hand over `is_current`, and queue what webhooks are told.

    words: what search finds it by.
    """
    PublishedClaim.objects.filter(claim=verdict.claim_id, is_current=True).update(is_current=False)
    body = rendered(document)
    version = PublishedClaim.objects.create(
        seq=place.seq,
        claim_id=verdict.claim_id,
        verdict=verdict,
        version=document.version,
        act=change.act,
        severity=change.severity,
        notice=change.notice,
        language=document.language,
        rating_key=verdict.rating_id,
        first_published_at=datetime.fromisoformat(document.published_at),
        **asdict(filter_keys(words)),
        **asdict(search_keys(words)),
        headline=words.headline,
        document=orjson.loads(body),
        body=body,
        etag=hashlib.sha256(body).hexdigest(),
        search=_search_vector(words),
        published_by=change.by,
        created_at=place.at,
    )
    words_there = (PublishedWord(word=word) for word in words_of(version.search_key))
    PublishedWord.objects.bulk_create(words_there, ignore_conflicts=True)
    tell_of_public_change(version=version)
    queue_event(version)
    return version


def _search_vector(words: PublicDocument) -> CombinedExpression:
    """Index headline and claim before reasons and speaker, these before the evidence."""
    claim, article = words.claim, words.claim.article
    cited = [
        f"{part.source.title} {part.source.publisher} {part.excerpt}" for part in words.evidence
    ]
    config = f"vaglio_{words.language}"
    return (
        SearchVector(Value(f"{words.headline} {claim.text}"), config=config, weight="A")
        + SearchVector(
            Value(f"{words.rationale} {claim.speaker or ''} {article.title} {article.publisher}"),
            config=config,
            weight="B",
        )
        + SearchVector(Value(" ".join(cited)), config=config, weight="C")
    )
