"""What the demonstration's people did with each claim: plan/*.toml read into dataclasses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from config.demo.content import HERE


class Stage(StrEnum):
    """How far a claim has come; each claim takes the steps of the stages before it too."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    REVIEWED_ONCE = "reviewed_once"
    DISPUTED = "disputed"
    AGREED = "agreed"
    SETTLED = "settled"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence; `source` is a key of sources.toml."""

    source: str
    excerpt: str
    stance: str
    note: str = ""
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's rating with its reasons and evidence."""

    by: str
    rating: str
    rationale: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """Who settled; rating and reason only where the reviews differ."""

    by: str
    rating: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction: changed words of the draft, and revised reviews where the rating changes."""

    by: str
    severity: str
    notice: str
    words: Mapping[str, Any]
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """Whom the editor asked for a reply, and what came of it."""

    asked: str
    channel: str
    asked_at: datetime
    outcome: str
    words: str = ""
    due_at: datetime | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took the verdict back and the public notice."""

    by: str
    notice: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who is to review the claim, and how many hours after the seeding; below 0: overdue."""

    to: str
    by: str
    due_in_hours: int


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """One claim's story.

    find: a piece of the article's text on which the claim lies; words: the claim as the reviewer
    rewords it, empty to leave it as it was found.
    """

    article: str
    find: str
    stage: Stage
    words: str
    by: str
    reason: str
    reviews: tuple[Review, ...]
    verdict: Settling | None
    draft: Mapping[str, Any] | None
    replies: tuple[Reply, ...]
    correction: Amendment | None
    withdrawal: Withdrawal | None
    assigned: Assigned | None


def planned_claims() -> tuple[PlannedClaim, ...]:
    """Read every article's plan, in the order of the file names and of the files."""
    return tuple(
        _claim(file.stem, entry)
        for file in sorted((HERE / "plan").glob("*.toml"))
        for entry in tomllib.loads(file.read_text("utf-8"))["claims"]
    )


def _claim(article: str, entry: Mapping[str, Any]) -> PlannedClaim:
    reviews = _reviews(entry)
    return PlannedClaim(
        article=article,
        find=entry["find"],
        stage=Stage(entry["stage"]),
        words=entry.get("words", ""),
        by=entry.get("by") or reviews[0].by,
        reason=entry.get("reason", ""),
        reviews=reviews,
        verdict=Settling(**entry["verdict"]) if "verdict" in entry else None,
        draft=entry.get("draft"),
        replies=tuple(Reply(**reply) for reply in entry.get("replies", ())),
        correction=_amendment(entry["correction"]) if "correction" in entry else None,
        withdrawal=Withdrawal(**entry["withdrawal"]) if "withdrawal" in entry else None,
        assigned=Assigned(**entry["assigned"]) if "assigned" in entry else None,
    )


def _reviews(entry: Mapping[str, Any]) -> tuple[Review, ...]:
    return tuple(
        Review(
            by=review["by"],
            rating=review["rating"],
            rationale=review["rationale"],
            evidence=tuple(Citation(**citation) for citation in review["evidence"]),
        )
        for review in entry.get("reviews", ())
    )


def _amendment(entry: Mapping[str, Any]) -> Amendment:
    own = {"by", "severity", "notice", "reviews"}
    return Amendment(
        by=entry["by"],
        severity=entry["severity"],
        notice=entry["notice"],
        words={name: words for name, words in entry.items() if name not in own},
        reviews=_reviews(entry),
    )
