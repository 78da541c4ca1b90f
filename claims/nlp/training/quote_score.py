"""Quote F1 and speaker accuracy against gold quotes.

A quote is found when its span, trimmed of marks and white space, overlaps a gold quote's by at
least nine tenths (Jaccard over characters); its speaker is right when it holds the last word of
the gold speaker's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.types import Quote

TRIM = " \t\n\r\"'“”«»„‘’.,;:!?…-–—()"
OVERLAP = 0.9


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A labelled quote."""

    start: int
    end: int
    speaker: str

    def is_said_by(self, name: str) -> bool:
        """Whether a name agrees with the labelled speaker."""
        wanted = self.speaker.lower().split()
        return bool(wanted) and wanted[-1] in name.lower()


@dataclass(frozen=True, slots=True)
class QuoteScore:
    """Counts of quotes right, needless and missed, and of right speakers among those right."""

    right: int = 0
    needless: int = 0
    missed: int = 0
    speakers: int = 0

    def __add__(self, other: QuoteScore) -> QuoteScore:
        return QuoteScore(
            self.right + other.right,
            self.needless + other.needless,
            self.missed + other.missed,
            self.speakers + other.speakers,
        )

    @property
    def f1(self) -> float:
        """Quote F1."""
        return 2 * self.right / max(1, 2 * self.right + self.needless + self.missed)

    @property
    def accuracy(self) -> float:
        """Share of right speakers among the quotes found."""
        return self.speakers / max(1, self.right)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.needless)
        recall = self.right / max(1, self.right + self.missed)
        return (
            f"quotes P {precision:.3f} R {recall:.3f} F1 {self.f1:.3f}"
            f"  speakers {self.accuracy:.3f} (of {self.right})"
        )


def score_quotes(text: str, gold: Sequence[GoldQuote], found: Sequence[Quote]) -> QuoteScore:
    """Match quotes one to one, in gold's order."""
    free = list(found)
    right = speakers = 0
    for quote in gold:
        match = next((f for f in free if overlap(text, quote, f) >= OVERLAP), None)
        if match is None:
            continue
        free.remove(match)
        right += 1
        speakers += match.speaker is not None and quote.is_said_by(match.speaker.name)
    return QuoteScore(right, len(free), len(gold) - right, speakers)


def overlap(text: str, one: GoldQuote, other: Quote) -> float:
    """Jaccard of two trimmed spans."""
    a, b = trimmed(text, one.start, one.end), trimmed(text, other.start, other.end)
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    union = a[1] - a[0] + b[1] - b[0] - both
    return both / union if union else 0.0


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks and white space at its ends."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end
