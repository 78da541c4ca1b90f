"""The quantities and dates of a text, and which of them a sentence or a claim holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.nearby import Nearby, Spanned
from claims.nlp.types import DateExpression, Quantity, Span


@dataclass(frozen=True, slots=True)
class Stated:
    """The quantities and dates that stand in one sentence."""

    quantities: Sequence[Quantity]
    dates: Sequence[DateExpression]

    def any_within(self, segments: Sequence[Span]) -> bool:
        """Whether a claim of these segments holds one of them."""
        facts: list[Spanned] = [*self.quantities, *self.dates]
        return any(lies_within(fact, segments) for fact in facts)


@dataclass(frozen=True, slots=True)
class Facts:
    """All quantities and dates of a text."""

    quantities: Nearby[Quantity]
    dates: Nearby[DateExpression]

    def touching(self, start: int, end: int) -> Stated:
        """Those of one sentence."""
        return Stated(self.quantities.touching(start, end), self.dates.touching(start, end))


def lies_within(span: Spanned, segments: Sequence[Span]) -> bool:
    """Whether one of the segments holds the whole span."""
    return any(s.start <= span.start and span.end <= s.end for s in segments)
