"""Whose claims the desk checks, held against whose claims it has seen.

*Seen* are the claims that could have been checked: proposed, accepted, or dismissed as ambiguous
or out of scope, which is a choice. What is no claim, an opinion, a prediction, a duplicate or was
split or merged is left out. The mix of ratings counts what is public, so it tells no blind reviewer
anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from django.db.models import Count, Exists, OuterRef, Q

from annotations.filter_keys import name_key
from annotations.models import Affiliation, PublishedClaim, Verdict
from annotations.queries.periods import Period
from claims.models import Claim

CHOICES = (Claim.Dismissal.AMBIGUOUS, Claim.Dismissal.OUT_OF_SCOPE)
SHOWN = 20


@dataclass(slots=True)
class Balance:
    """The claims of one speaker or party; an empty name holds those that nobody is named for.

    checked: with a verdict; ratings: how many published claims have which rating.
    """

    name: str
    seen: int = 0
    accepted: int = 0
    checked: int = 0
    ratings: Counter[str] = field(default_factory=Counter)

    @property
    def published(self) -> int:
        """Count what is public."""
        return self.ratings.total()


@dataclass(frozen=True, slots=True)
class DeskBalance:
    """Speakers (those seen most first, the article's own words last) and parties."""

    speakers: Sequence[Balance]
    parties: Sequence[Balance]


def desk_balance(period: Period) -> DeskBalance:
    """Count with three statements; the period is that of the claims' arrival."""
    speakers = _by_speaker(period)
    party_of = {
        name_key(speaker): party
        for speaker, party in Affiliation.objects.values_list("speaker", "party")
    }
    parties: dict[str, Balance] = {}
    for key, one in speakers.items():
        if party := party_of.get(key):
            _add(parties.setdefault(party, Balance(party)), one)
    named = [one for one in speakers.values() if one.name]
    unnamed = [one for one in speakers.values() if not one.name]
    return DeskBalance([*_most_seen(named)[:SHOWN], *unnamed], _most_seen(parties.values()))


def _by_speaker(period: Period) -> Mapping[str, Balance]:
    """Fold the spellings of one name together; the most frequent one is shown."""
    seen = Claim.objects.filter(
        Q(dismissal="") | Q(dismissal__in=CHOICES), period.on("created_at", "article__language")
    ).order_by()
    has_verdict = Exists(Verdict.objects.filter(claim=OuterRef("pk")))
    rows = seen.values("speaker_name").annotate(
        seen=Count("pk"),
        accepted=Count("pk", filter=Q(review_state=Claim.ReviewState.ACCEPTED)),
        checked=Count("pk", filter=Q(has_verdict)),
    )
    found: dict[str, Balance] = {}
    for row in sorted(rows, key=lambda row: (-row["seen"], row["speaker_name"])):
        name = row["speaker_name"]
        one = found.setdefault(name_key(name), Balance(normalize("NFC", name)))
        _add(one, Balance(name, row["seen"], row["accepted"], row["checked"]))
    for name, ratings in _published_ratings(period).items():
        found.setdefault(name_key(name), Balance(name)).ratings.update(ratings)
    return found


def _published_ratings(period: Period) -> Mapping[str, Counter[str]]:
    current = PublishedClaim.objects.filter(
        period.on("claim__created_at", "claim__article__language"), is_current=True
    )
    rows = (
        current.exclude(act=PublishedClaim.Act.WITHDRAWN)
        .order_by()
        .values_list("claim__speaker_name", "rating_key")
        .annotate(n=Count("pk"))
    )
    ratings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, rating, n in rows:
        ratings[name][rating] += n
    return ratings


def _add(whole: Balance, part: Balance) -> None:
    whole.seen += part.seen
    whole.accepted += part.accepted
    whole.checked += part.checked
    whole.ratings.update(part.ratings)


def _most_seen(rows: Iterable[Balance]) -> list[Balance]:
    return sorted(rows, key=lambda one: (-one.seen, one.name))
