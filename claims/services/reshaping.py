"""Claims cut otherwise than the machine did: resized, split, merged, and that taken back.

A claim that was split or merged is dismissed with that reason; the claims made out of it name it
in `made_from`. Nothing is lost: both stay in the history, and can be given as training data.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import InvalidSpan, WrongState
from claims.models import Article, Claim
from claims.queries import claims_made_from, sentence_at, state_before_dismissal
from claims.services.acting import (
    act_on,
    check_version,
    checked_text,
    refuse_if_referred_to,
    refuse_twin,
    trimmed,
)

MAX_PARTS = 20
_State = Claim.ReviewState
_Dismissal = Claim.Dismissal

Segments = Sequence[Sequence[int]]
"""Half-open spans [start, end] in code points of the article's text."""


@dataclass(frozen=True, slots=True)
class Part:
    """One claim to be made: its segments, and its words (the segments' own where empty)."""

    segments: Segments
    text: str = ""


def resize(
    *, claim_id: uuid.UUID, segments: Segments, by: User, version: int | None = None
) -> Claim:
    """Anchor the claim to other words of the article; its text stays.

    Raises StaleVersion, InvalidSpan, DuplicateClaim, and WrongState once reviews rest on the claim.
    """
    with act_on(claim_id, "resize", by, version) as claim:
        _refuse_if_dismissed(claim)
        refuse_if_referred_to(claim)
        _anchor(claim, _checked_segments(claim.article, segments))
        refuse_twin(claim)
    return claim


def split(
    *, claim_id: uuid.UUID, parts: Sequence[Part], by: User, version: int | None = None
) -> list[Claim]:
    """Make two or more claims out of one.

    Raises StaleVersion, InvalidSpan, InvalidText, DuplicateClaim, WrongState.
    """
    if not 2 <= len(parts) <= MAX_PARTS:
        raise InvalidSpan(_("A claim is split into two to %(most)d parts.") % {"most": MAX_PARTS})
    with act_on(claim_id, "split", by, version) as claim:
        _refuse_if_dismissed(claim)
        refuse_if_referred_to(claim)
        made = [_made([claim], part, by) for part in parts]
        claim.review_state, claim.dismissal = _State.DISMISSED, _Dismissal.SPLIT
    return made


@transaction.atomic
def merge(*, versions: Mapping[uuid.UUID, int | None], text: str = "", by: User) -> Claim:
    """Make one claim out of two or more of one article.

    versions: the claims' ids, each with the version its author saw, None for any.
    Raises StaleVersion, InvalidSpan, InvalidText, DuplicateClaim, WrongState.
    """
    with pghistory.context(act="merge", user=by.pk):
        held = list(Claim.objects.select_for_update().filter(pk__in=versions).order_by("pk"))
        if len(held) < 2 or len({claim.article_id for claim in held}) > 1:
            raise WrongState(_("Two or more claims of one article can be merged."))
        for claim in held:
            check_version(claim, versions[claim.pk])
            _refuse_if_dismissed(claim)
            refuse_if_referred_to(claim)
        held.sort(key=lambda claim: (claim.start, claim.end))
        segments = _joined([pair for claim in held for pair in claim.segments])
        merged = _made(held, Part(segments, text), by)
        for claim in held:
            _dismiss(claim, _Dismissal.MERGED)
        return merged


def take_back(claim: Claim) -> None:
    """Undo the splitting or merging of `claim`, which is locked: what came out of it is dismissed.

    The other claims of a merger come back with it. Raises WrongState once reviews rest on what was
    made, or it was made into something else.
    """
    made = list(claims_made_from(claim).select_for_update())
    for one in made:
        _refuse_if_dismissed(one)
        refuse_if_referred_to(one)
        _dismiss(one, _Dismissal.TAKEN_BACK)
    others = {origin for one in made for origin in one.made_from} - {claim.pk}
    for other in Claim.objects.select_for_update().filter(pk__in=others).order_by("pk"):
        other.review_state, other.dismissal = state_before_dismissal(other), ""
        other.version += 1
        other.save()
    claim.review_state, claim.dismissal = state_before_dismissal(claim), ""


def _made(origins: Sequence[Claim], part: Part, by: User) -> Claim:
    """Add the claim of `part`; what the machine knew of the first origin goes with it."""
    first = origins[0]
    article = Article.objects.select_for_update(no_key=True).get(pk=first.article_id)
    segments = _checked_segments(article, part.segments)
    words = part.text or " ".join(article.text[start:end] for start, end in segments)
    claim = Claim(
        article=article,
        text=checked_text(words),
        kind=first.kind,
        check_worthiness=max(origin.check_worthiness for origin in origins),
        reasons=list(dict.fromkeys(why for origin in origins for why in origin.reasons)),
        speaker_name=first.speaker_name,
        speaker_start=first.speaker_start,
        speaker_end=first.speaker_end,
        hedged=any(origin.hedged for origin in origins),
        negated=any(origin.negated for origin in origins),
        review_state=_furthest(origins),
        made_from=[origin.pk for origin in origins],
        added_by=by,
    )
    for facts in ("quantities", "dates", "entities", "unresolved"):
        setattr(claim, facts, _all_facts(origins, facts))
    _anchor(claim, segments)
    refuse_twin(claim)
    claim.save()
    return claim


def _furthest(origins: Sequence[Claim]) -> str:
    """Accepted, if anybody accepted one of them."""
    states = {origin.review_state for origin in origins}
    return _State.ACCEPTED if _State.ACCEPTED in states else _State.PROPOSED


def _all_facts(origins: Sequence[Claim], facts: str) -> list[dict[str, object]]:
    found = {(fact["start"], fact["end"]): fact for one in origins for fact in getattr(one, facts)}
    return [found[place] for place in sorted(found)]


def _anchor(claim: Claim, segments: list[list[int]]) -> None:
    claim.segments = segments
    claim.start, claim.end = segments[0][0], segments[-1][1]
    claim.sentence = sentence_at(claim.article, claim.start)


def _refuse_if_dismissed(claim: Claim) -> None:
    if claim.review_state == _State.DISMISSED:
        raise WrongState(_("A dismissed claim is reopened first."), review_state="dismissed")


def _dismiss(claim: Claim, reason: str) -> None:
    claim.review_state, claim.dismissal = _State.DISMISSED, reason
    claim.version += 1
    claim.save()


def _checked_segments(article: Article, segments: Segments) -> list[list[int]]:
    """Sort, trim and join the spans. Raises InvalidSpan for one outside the text, or none."""
    if not segments or any(len(pair) != 2 for pair in segments):
        raise InvalidSpan
    return _joined([trimmed(article.text, start, end) for start, end in segments])


def _joined(segments: Segments) -> list[list[int]]:
    """In reading order, overlapping and touching ones as one."""
    joined: list[list[int]] = []
    for start, end in sorted((start, end) for start, end in segments):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined
