"""Published claims that say what a text, or a claim of the desk, says.

The database gives candidates, `annotations.matching` ranks them. A score is a likeness, not a
probability: a person says whether two claims are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore, Event, Lock, Thread
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import User
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.desk import MatchingBusy
from annotations.filter_keys import words_key
from annotations.models import ClaimComparison, ClaimMatch
from annotations.queries.candidates import PublishedText, candidates_for, published_texts
from annotations.queries.publications import public_mark
from annotations.services.acting import act_of
from claims.errors import NotAllowed, NotReadable, WrongState
from claims.lazy import LazyModule
from claims.models import Claim
from claims.services.finding import FoundClaim, claims_in

if TYPE_CHECKING:
    from annotations.matching import matcher
else:
    matcher = LazyModule("annotations.matching.matcher")

MODEL = "vaglio-match 1"
LIKELY = 0.33
"""From this likeness on a match is shown: sentences on other subjects stay below .3, the same in
other words or the other language lie mostly above (tests/annotations/matching)."""
KEPT = 3
"""How many matches the desk keeps of one claim."""
SHORT = 600
"""A text of so few characters without a claim in it is compared as it is."""
STATEMENT_MS = 5000
WARMING = {
    "it": "Nel 2024 il comune ha aperto dodici scuole.",
    "en": "In 2024 the city opened twelve schools.",
}

_UNREADABLE = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
"""What copying leaves behind in a text, and would make it look like none: as good as spaces."""

_free = BoundedSemaphore(settings.MATCH_AT_ONCE)
_is_warm, _warming = Event(), Lock()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A published claim, how like it is, and whether its words are the very same."""

    published: PublishedText
    score: float
    is_exact: bool


@dataclass(frozen=True, slots=True)
class MatchedClaim:
    """A claim found in a text, and the published claims like it, the likest first."""

    claim: FoundClaim
    matches: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class MatchedText:
    """What a text claims and what of it was checked; model, pipeline: who says so."""

    language: str
    pipeline: str
    model: str
    claims: tuple[MatchedClaim, ...]


def match_text(*, text: str, language: str, top: int) -> MatchedText:
    """Split `text` and compare each of its claims with the published ones.

    Only the most check-worthy are compared when there are very many. Raises NotReadable,
    MatchingBusy when as many texts as may be are being compared already, or the models that take it
    are still being loaded.
    """
    if len(text) > settings.MATCH_MAX_CHARACTERS:
        raise NotReadable("too-long", limit=settings.MATCH_MAX_CHARACTERS)
    text = _UNREADABLE.sub(" ", text)
    _have_warm()
    with _turn():
        found = claims_in(text, language)
        claims = _worth_comparing(found.claims) or _whole(text)
        likenesses = likest([claim.text for claim in claims], found.language, top)
        matched = tuple(map(MatchedClaim, claims, likenesses))
    return MatchedText(found.language, found.pipeline, MODEL, matched)


def warm_up() -> None:
    """Load what comparing takes, both languages' models and the vectors: seconds that the first
    who asks would wait for. Once a process, whoever asks; touches no database."""
    with _warming:
        if _is_warm.is_set():
            return
        for language, words in WARMING.items():
            claims_in(words, language)
            text = matcher.Text("", words, "", language)
            matcher.Matcher([text]).matches(text, 1)
        _is_warm.set()


def _have_warm() -> None:
    """Wait for the models where the process loads them beside its answers, and have it begin.

    Loading takes longer than many clients wait, and twice as long if each began it anew. Raises
    MatchingBusy.
    """
    if settings.WARM_UP_SECONDS <= 0 or _is_warm.is_set():
        return
    Thread(target=warm_up, daemon=True).start()
    if not _is_warm.wait(settings.MATCH_WAIT_SECONDS):
        raise MatchingBusy(_("The language models are still being loaded."))


def likest(texts: Sequence[str], language: str, top: int) -> list[tuple[Likeness, ...]]:
    """Give for each text the `top` published claims from LIKELY on. Raises MatchingBusy."""
    with _in_time():
        candidates = candidates_for(texts) if texts else []
        known = published_texts(seq for seqs in candidates for seq in seqs)
    if not known:
        return [()] * len(texts)
    published = [matcher.Text(str(one.seq), one.text, one.headline, one.language) for one in known]
    compared = matcher.Matcher(published)
    by_seq = {str(one.seq): one for one in known}
    return [
        _likenesses(text, compared.matches(matcher.Text("", text, "", language), top), by_seq)
        for text in texts
    ]


def compare_claims(claims: Sequence[Claim]) -> int:
    """Compare claims of the desk with what is published; give how many matches are new.

    What a person decided stays; an undecided match that is no longer like goes. Safe to run twice.
    """
    seq, _at = public_mark() or (0, None)
    fresh = 0
    for language in sorted({claim.article.language for claim in claims}):
        of_one = [claim for claim in claims if claim.article.language == language]
        found = likest([claim.text for claim in of_one], language, KEPT + 1)
        for claim, likenesses in zip(of_one, found, strict=True):
            fresh += _store(claim, likenesses, seq)
    return fresh


def decide_match(*, match: ClaimMatch, decision: str, by: User) -> ClaimMatch:
    """Say that two claims are the same or different; "" takes it back. Raises NotAllowed,
    WrongState when that is what stands already."""
    if not policies.may_review(by) and not policies.may_settle(by):
        raise NotAllowed
    with act_of(by):
        match = ClaimMatch.objects.select_for_update().get(pk=match.pk)
        if match.decision == decision:
            raise WrongState(_("This is what stands already."))
        match.decision = decision
        match.decided_by = by if decision else None
        match.decided_at = timezone.now() if decision else None
        match.save()
    return match


def _store(claim: Claim, likenesses: Sequence[Likeness], seq: int) -> int:
    """Keep the matches of one claim and that it was compared."""
    others = [like for like in likenesses if like.published.claim != claim.pk][:KEPT]
    with act_of(None):
        if not Claim.objects.select_for_update(no_key=True).filter(pk=claim.pk).exists():
            return 0  # split or extracted anew meanwhile
        stale = ClaimMatch.objects.filter(claim=claim, decision="")
        stale.exclude(earlier__in=[like.published.claim for like in others]).delete()
        new = [_keep(claim, like) for like in others]
        ClaimComparison.objects.update_or_create(
            claim=claim,
            defaults={
                "claim_version": claim.version,
                "model": MODEL,
                "seq": seq,
                "compared_at": timezone.now(),
            },
        )
    return sum(new)


def _keep(claim: Claim, like: Likeness) -> bool:
    """Add or renew one match; a decided one stays as it was. True when it is new."""
    facts = {"published_id": like.published.seq, "score": like.score, "model": MODEL}
    match, is_new = ClaimMatch.objects.get_or_create(
        claim=claim, earlier_id=like.published.claim, defaults=facts
    )
    if not is_new and not match.decision and match.published_id != like.published.seq:
        ClaimMatch.objects.filter(pk=match.pk).update(**facts)
    return is_new


def _likenesses(
    text: str, matches: Sequence[matcher.Match], by_seq: Mapping[str, PublishedText]
) -> tuple[Likeness, ...]:
    key = words_key(text)
    found = [_likeness(one, by_seq[one.id], key) for one in matches]
    found.sort(key=lambda like: -like.score)
    return tuple(like for like in found if like.score >= LIKELY)


def _likeness(match: matcher.Match, published: PublishedText, key: str) -> Likeness:
    """The very words are alike whatever the vectors make of capitals and full stops."""
    is_exact = published.claim_key == key
    return Likeness(published, 1.0 if is_exact else min(match.score, 1.0), is_exact)


def _worth_comparing(claims: Sequence[FoundClaim]) -> list[FoundClaim]:
    """Take the most check-worthy claims, in reading order."""
    likely = sorted(claims, key=lambda claim: -claim.check_worthiness)
    taken = {id(claim) for claim in likely[: settings.MATCH_MAX_CLAIMS]}
    return [claim for claim in claims if id(claim) in taken]


def _whole(text: str) -> list[FoundClaim]:
    """Take a short text, a question or a heading, for one claim."""
    words = text.strip()
    start = text.index(words)
    short = 0 < len(words) <= SHORT
    return [FoundClaim(words, start, start + len(words), 0.0)] if short else []


@contextmanager
def _turn() -> Iterator[None]:
    """Let only so many texts at once be compared in a process: each takes seconds of a core."""
    if not _free.acquire(timeout=settings.MATCH_WAIT_SECONDS):
        raise MatchingBusy
    try:
        yield
    finally:
        _free.release()


@contextmanager
def _in_time() -> Iterator[None]:
    """Stop statements that take too long. Raises MatchingBusy."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(STATEMENT_MS)])
            yield
    except OperationalError as error:
        raise MatchingBusy from error
