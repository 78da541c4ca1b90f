"""What must be there before a claim can be published (design/editorial.md), item by item.

Pure: facts in, a check-list out. Messages are translatable and say what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOURCES_NEEDED = 2


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One evidence: `source` identifies its source, has_* say whether a part is there."""

    source: str
    has_details: bool
    has_excerpt: bool
    has_stance: bool
    has_copy: bool
    is_primary: bool


@dataclass(frozen=True, slots=True)
class GateFacts:
    """All that the gate looks at; `reviewers` and `publisher` are the ids of people.

    replies: how the requests for a reply stand (annotations.queries.replies.ReplyState).
    """

    evidence: Sequence[EvidenceFacts]
    one_source_reason: str
    no_primary_reason: str
    has_speaker_or_article: bool
    has_claim_date: bool
    rationale: str
    headline: str
    language: str
    reviewers: frozenset[int]
    reviews_needed: int
    is_settled: bool
    publisher: int | None
    replies: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class GateItem:
    """One rule: `message` says what it asks; `field` is the draft's field that would meet it.

    binding: nothing is published without it; otherwise it is good practice and stops nobody.
    """

    code: str
    met: bool
    message: str | Promise
    field: str | None
    binding: bool = True

    @property
    def is_lacking(self) -> bool:
        """Say whether this stands in the way."""
        return self.binding and not self.met


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    field: str | None
    message: str | Promise
    is_met: Callable[[GateFacts], bool]
    binding: bool = True


def publication_gate(facts: GateFacts) -> tuple[GateItem, ...]:
    """Hold `facts` against every rule, in the order in which people fix things."""
    return tuple(
        GateItem(rule.code, rule.is_met(facts), rule.message, rule.field, rule.binding)
        for rule in _RULES
    )


def is_named(*, address: str, title: str, publisher: str, has_date: bool) -> bool:
    """Say whether readers can tell which document a source is.

    With an address title and publisher are enough; a document that came by file and stands nowhere
    is told from others by its date, and by the hash of the copy that another rule asks for.
    """
    return bool(title and publisher and (address or has_date))


def _enough_sources(facts: GateFacts) -> bool:
    sources = {part.source for part in facts.evidence}
    return len(sources) >= SOURCES_NEEDED or (bool(sources) and bool(facts.one_source_reason))


def _of_all(has: Callable[[EvidenceFacts], bool]) -> Callable[[GateFacts], bool]:
    """Ask it of every evidence; none at all meets nothing."""
    return lambda facts: bool(facts.evidence) and all(has(part) for part in facts.evidence)


def _primary(facts: GateFacts) -> bool:
    return any(part.is_primary for part in facts.evidence) or bool(facts.no_primary_reason)


_RULES: tuple[_Rule, ...] = (
    _Rule(
        "two_sources",
        "one_source_reason",
        _("At least two sources, or the reason in words why one is enough."),
        _enough_sources,
    ),
    _Rule(
        "source_details",
        None,
        _(
            "Every source with its address, title and publisher; a document without an address "
            "with its title, publisher and date."
        ),
        _of_all(lambda part: part.has_details),
    ),
    _Rule(
        "primary_source",
        "no_primary_reason",
        _("At least one source marked as primary, or the reason in words why there is none."),
        _primary,
    ),
    _Rule(
        "excerpts_and_stances",
        None,
        _("Every evidence with an excerpt and a stance."),
        _of_all(lambda part: part.has_excerpt and part.has_stance),
    ),
    _Rule(
        "archived_copies",
        None,
        _("An archived copy of every source."),
        _of_all(lambda part: part.has_copy),
    ),
    _Rule(
        "speaker_or_article",
        None,
        _("Who said it, or the article where it stands (its title, publisher or address)."),
        lambda facts: facts.has_speaker_or_article,
    ),
    _Rule(
        "claim_date",
        "claim_made_on",
        _("The day on which the claim was made."),
        lambda facts: facts.has_claim_date,
    ),
    _Rule(
        "rationale",
        "rationale",
        _("The reasons for the verdict in words for the public."),
        lambda facts: bool(facts.rationale),
    ),
    _Rule(
        "headline",
        "headline",
        _("A headline for the verdict."),
        lambda facts: bool(facts.headline),
    ),
    _Rule(
        "language",
        "language",
        _("The language of the publication."),
        lambda facts: bool(facts.language),
    ),
    _Rule(
        "reviews",
        None,
        _("As many reviews as the desk asks for."),
        lambda facts: len(facts.reviewers) >= facts.reviews_needed,
    ),
    _Rule(
        "settled",
        None,
        _("A settled verdict: the reviews agree or it was adjudicated, and nothing changed since."),
        lambda facts: facts.is_settled,
    ),
    _Rule(
        "not_only_reviewer",
        None,
        _("A reviewer other than the person who publishes."),
        lambda facts: facts.publisher is None or facts.reviewers != {facts.publisher},
    ),
    _Rule(
        "right_of_reply",
        None,
        _("Whom the claim is about was asked for a reply, and has answered or had their time."),
        lambda facts: bool(facts.replies) and "waiting" not in facts.replies,
        binding=False,
    ),
)

GATE_CODES: tuple[str, ...] = tuple(rule.code for rule in _RULES)
