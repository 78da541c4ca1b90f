"""What people do with a claim: accept, dismiss, reopen, reword, add one of their own.

Each act locks the row, checks the version its author saw, and is one entry of the audit trail.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import DuplicateClaim, InvalidSpan, InvalidText, StaleVersion, WrongState
from claims.models import Article, Claim
from claims.queries import is_referred_to, sentence_at

MAX_TEXT = 2000
_State = Claim.ReviewState
_SPACES = re.compile(r"\s+")


def accept(*, claim_id: uuid.UUID, by: User, version: int | None = None) -> Claim:
    """Say that the claim is worth checking.

    version: the one its author saw, None for any. Raises StaleVersion, WrongState.
    """
    with _act(claim_id, "accept", by, version) as claim:
        _leave(claim, _State.ACCEPTED)
        claim.review_state, claim.dismissal = _State.ACCEPTED, ""
    return claim


def dismiss(*, claim_id: uuid.UUID, reason: str, by: User, version: int | None = None) -> Claim:
    """Set the claim aside; reason: one of Claim.Dismissal. Raises StaleVersion, WrongState."""
    if reason not in Claim.Dismissal.values:
        raise InvalidText(_("This is no reason to dismiss a claim."))
    with _act(claim_id, "dismiss", by, version) as claim:
        _leave(claim, _State.DISMISSED)
        claim.review_state, claim.dismissal = _State.DISMISSED, reason
    return claim


def reopen(*, claim_id: uuid.UUID, by: User, version: int | None = None) -> Claim:
    """Undo: the claim is a proposal again. Raises StaleVersion, WrongState."""
    with _act(claim_id, "reopen", by, version) as claim:
        _leave(claim, _State.PROPOSED)
        claim.review_state, claim.dismissal = _State.PROPOSED, ""
    return claim


def reword(*, claim_id: uuid.UUID, text: str, by: User, version: int | None = None) -> Claim:
    """Say the claim in better words; its anchor stays.

    Raises StaleVersion, InvalidText, and WrongState once reviews rest on the words.
    """
    words = _checked_text(text)
    with _act(claim_id, "reword", by, version) as claim:
        _refuse_if_referred_to(claim)
        claim.text = words
    return claim


def add_claim(*, article: Article, start: int, end: int, text: str = "", by: User) -> Claim:
    """Add a person's own claim for the words [start, end) of the article, white space trimmed.

    text: the claim in words that stand alone; the selected words where empty.
    Raises InvalidSpan, InvalidText, DuplicateClaim.
    """
    start, end = _trimmed(article.text, start, end)
    words = _checked_text(text or article.text[start:end])
    sentence = sentence_at(article, start)
    with transaction.atomic(), pghistory.context(act="add-claim", user=by.pk):
        Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        twin = article.claims.filter(start=start, end=end, text=words).first()
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
            review_state=_State.ACCEPTED,
            added_by=by,
        )


@contextmanager
def _act(claim_id: uuid.UUID, act: str, by: User, version: int | None) -> Iterator[Claim]:
    """Lock the claim, check the version, and save what the body changes as the next one."""
    with transaction.atomic(), pghistory.context(act=act, user=by.pk):
        claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim_id)
        if version is not None and version != claim.version:
            raise StaleVersion(version=claim.version)
        yield claim
        claim.version += 1
        claim.save()


def _leave(claim: Claim, state: str) -> None:
    """Check that the claim may go to `state`."""
    if claim.review_state == state:
        raise WrongState(_("The claim is in this state already."), review_state=state)
    if claim.review_state == _State.ACCEPTED:
        _refuse_if_referred_to(claim)


def _refuse_if_referred_to(claim: Claim) -> None:
    if is_referred_to(claim):
        raise WrongState(_("Reviews rest on this claim: its words and state stay as they are."))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    if not 0 <= start < end <= len(text):
        raise InvalidSpan
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise InvalidSpan(_("The span holds nothing but white space."))
    return start, end


def _checked_text(text: str) -> str:
    words = _SPACES.sub(" ", text).strip()
    if not words:
        raise InvalidText(_("A claim needs words."))
    if len(words) > MAX_TEXT:
        raise InvalidText(_("A claim may have %(limit)d characters at most.") % {"limit": MAX_TEXT})
    return words
