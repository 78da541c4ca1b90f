"""Which of many spans touch a sentence, without looking at them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with half-open ends."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Spanned = TypeVar("_Spanned", bound=Spanned)


class Nearby(Generic[_Spanned]):
    """Spans in order of their start; a question costs as much as its answer is long."""

    def __init__(self, spans: Sequence[_Spanned]) -> None:
        self.spans = sorted(spans, key=lambda span: (span.start, span.end))
        self.starts = [span.start for span in self.spans]
        self.longest = max((span.end - span.start for span in spans), default=0)

    def touching(self, start: int, end: int) -> list[_Spanned]:
        """Those that share at least one code point with start..end."""
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_left(self.starts, end)
        return [span for span in self.spans[first:last] if span.end > start]
