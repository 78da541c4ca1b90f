"""What all acts on a claim share: a locked row, a checked version, one entry of the trail."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.errors import DuplicateClaim, InvalidSpan, InvalidText, StaleVersion, WrongState
from claims.models import Article, Claim
from claims.queries import is_referred_to

MAX_TEXT = 2000
_SPACES = re.compile(r"\s+")


@contextmanager
def act_on(claim_id: uuid.UUID, act: str, by: User, version: int | None) -> Iterator[Claim]:
    """Lock the claim, check the version, and save what the body changes as the next one."""
    with transaction.atomic(), pghistory.context(act=act, user=by.pk):
        claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim_id)
        check_version(claim, version)
        yield claim
        claim.version += 1
        claim.save()


def check_version(claim: Claim, version: int | None) -> None:
    """Refuse an act on a claim that changed since its author saw it. Raises StaleVersion."""
    if version is not None and version != claim.version:
        raise StaleVersion(version=claim.version)


def refuse_if_referred_to(claim: Claim) -> None:
    """Raise WrongState once reviews rest on the claim."""
    if is_referred_to(claim):
        raise WrongState(_("Reviews rest on this claim: its words and state stay as they are."))


def refuse_twin(claim: Claim) -> None:
    """Raise DuplicateClaim where the article has the same words for the same span.

    What was dismissed doesn't count, unless it came out of the same run, which holds a claim once.
    The article is locked, so that nobody adds the twin meanwhile.
    """
    article = Article.objects.select_for_update(no_key=True).only("pk").get(pk=claim.article_id)
    twins = article.claims.filter(start=claim.start, end=claim.end, text=claim.text)
    counts = ~Q(review_state=Claim.ReviewState.DISMISSED)
    if claim.run_id is not None:
        counts |= Q(run=claim.run_id)
    twin = twins.exclude(pk__in=[claim.pk, *claim.made_from]).filter(counts).first()
    if twin is not None:
        raise DuplicateClaim(claim=str(twin.pk))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span without white space at its ends. Raises InvalidSpan."""
    if not 0 <= start < end <= len(text):
        raise InvalidSpan
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise InvalidSpan(_("The span holds nothing but white space."))
    return start, end


def checked_text(text: str) -> str:
    """Give the words with single spaces. Raises InvalidText for none or too many."""
    words = _SPACES.sub(" ", text).strip()
    if not words:
        raise InvalidText(_("A claim needs words."))
    refuse_long_text(words)
    return words


def refuse_long_text(words: str) -> None:
    """Raise InvalidText for more than a claim may have."""
    if len(words) > MAX_TEXT:
        raise InvalidText(_("A claim may have %(limit)d characters at most.") % {"limit": MAX_TEXT})
