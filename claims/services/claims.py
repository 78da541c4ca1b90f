"""What people do with a claim: accept, dismiss, reopen, reword, add one of their own.

Each act locks the row, checks the version its author saw, and is one entry of the audit trail.
"""

from __future__ import annotations

import uuid

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import DuplicateClaim, InvalidText, WrongState
from claims.models import Article, Claim
from claims.queries import sentence_at, state_before_dismissal
from claims.services.acting import (
    act_on,
    checked_text,
    refuse_if_referred_to,
    refuse_twin,
    trimmed,
)
from claims.services.reshaping import take_back

_State = Claim.ReviewState
_TAKEN_BACK = Claim.Dismissal.TAKEN_BACK
_RESHAPED = (Claim.Dismissal.SPLIT, Claim.Dismissal.MERGED)


def accept(*, claim_id: uuid.UUID, by: User, version: int | None = None) -> Claim:
    """Say that the claim is worth checking.

    version: the one its author saw, None for any. Raises StaleVersion, WrongState.
    """
    with act_on(claim_id, "accept", by, version) as claim:
        _leave(claim, _State.ACCEPTED)
        claim.review_state, claim.dismissal = _State.ACCEPTED, ""
    return claim


def dismiss(*, claim_id: uuid.UUID, reason: str, by: User, version: int | None = None) -> Claim:
    """Set the claim aside; reason: one of Claim.REASONS, or that its author takes it back.

    Raises StaleVersion, WrongState.
    """
    if reason not in (*Claim.REASONS, _TAKEN_BACK):
        raise InvalidText(_("This is no reason to dismiss a claim."))
    with act_on(claim_id, "dismiss", by, version) as claim:
        _leave(claim, _State.DISMISSED)
        if reason == _TAKEN_BACK and (claim.added_by_id != by.pk or claim.made_from):
            raise WrongState(_("Only who added a claim takes it back."))
        claim.review_state, claim.dismissal = _State.DISMISSED, reason
    return claim


def reopen(*, claim_id: uuid.UUID, by: User, version: int | None = None) -> Claim:
    """Undo: the claim is a proposal again; what was split, merged or taken back is as it was.

    Raises StaleVersion, WrongState.
    """
    with act_on(claim_id, "reopen", by, version) as claim:
        if claim.dismissal in _RESHAPED:
            take_back(claim)
        elif claim.dismissal == _TAKEN_BACK:
            claim.review_state, claim.dismissal = state_before_dismissal(claim), ""
        else:
            _leave(claim, _State.PROPOSED)
            claim.review_state, claim.dismissal = _State.PROPOSED, ""
    return claim


def reword(*, claim_id: uuid.UUID, text: str, by: User, version: int | None = None) -> Claim:
    """Say the claim in better words; its anchor stays.

    Raises StaleVersion, InvalidText, DuplicateClaim, and WrongState once reviews rest on the words.
    """
    words = checked_text(text)
    with act_on(claim_id, "reword", by, version) as claim:
        refuse_if_referred_to(claim)
        claim.text = words
        refuse_twin(claim)
    return claim


def add_claim(*, article: Article, start: int, end: int, text: str = "", by: User) -> Claim:
    """Add a person's own claim for the words [start, end) of the article, white space trimmed.

    text: the claim in words that stand alone; the selected words where empty.
    Raises InvalidSpan, InvalidText, DuplicateClaim.
    """
    return _add_claim(article, (start, end), text, _State.ACCEPTED, by)


def propose_claim(*, article: Article, start: int, end: int, by: User) -> Claim:
    """Propose a claim for the words [start, end) that a person marked elsewhere.

    Raises InvalidSpan, InvalidText, DuplicateClaim.
    """
    return _add_claim(article, (start, end), "", _State.PROPOSED, by)


def _add_claim(
    article: Article, span: tuple[int, int], text: str, state: Claim.ReviewState, by: User
) -> Claim:
    start, end = span
    start, end = trimmed(article.text, start, end)
    words = checked_text(text or article.text[start:end])
    sentence = sentence_at(article, start)
    with transaction.atomic(), pghistory.context(act="add-claim", user=by.pk):
        Article.objects.select_for_update(no_key=True).only("pk").get(pk=article.pk)
        twins = article.claims.filter(start=start, end=end, text=words)
        twin = twins.exclude(dismissal=_TAKEN_BACK).first()
        if twin is not None:
            raise DuplicateClaim(claim=str(twin.pk))
        return Claim.objects.create(
            article=article,
            sentence=sentence,
            text=words,
            start=start,
            end=end,
            segments=[[start, end]],
            check_worthiness=sentence.check_worthiness if sentence else 0.0,
            reasons=sentence.reasons if sentence else [],
            review_state=state,
            added_by=by,
        )


def _leave(claim: Claim, state: str) -> None:
    """Check that the claim may go to `state`."""
    if claim.review_state == state:
        raise WrongState(_("The claim is in this state already."), review_state=state)
    if claim.dismissal in _RESHAPED:
        raise WrongState(_("It was split or merged: reopen it first."), dismissal=claim.dismissal)
    if claim.review_state == _State.ACCEPTED:
        refuse_if_referred_to(claim)
