"""Which of the claims the machine proposed lies on a given piece of the article."""

from __future__ import annotations

from collections.abc import Iterable

from claims.models import Claim

LEAST_LIKENESS = 0.4
"""Below this share of common characters a claim says something else than the piece."""


def claim_on(claims: Iterable[Claim], start: int, end: int) -> Claim | None:
    """Find the claim whose segments fit the span [start, end) best; None where none fits.

    One that a person has worked on goes before an untouched one, so that the same claim is found
    again at the next start.
    """
    fitting = [
        (is_touched(claim), likeness(claim, start, end), claim)
        for claim in claims
        if likeness(claim, start, end) >= LEAST_LIKENESS
    ]
    best = max(fitting, key=lambda candidate: candidate[:2], default=None)
    return best[2] if best else None


def is_touched(claim: Claim) -> bool:
    """Say whether a person has made or changed the claim."""
    return claim.version > 1 or claim.added_by_id is not None


def likeness(claim: Claim, start: int, end: int) -> float:
    """Give the Jaccard index, in [0, 1], of the claim's characters and those of [start, end)."""
    wanted = set(range(start, end))
    covered = {place for first, last in claim.segments for place in range(first, last)}
    return len(wanted & covered) / len(wanted | covered)
