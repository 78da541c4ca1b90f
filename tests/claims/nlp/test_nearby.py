"""Spans that touch a stretch of text are found, and only those."""

from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.nearby import Nearby
from claims.nlp.types import Span

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 25)
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_spans_found_are_those_that_looking_at_all_finds(
    spans: list[Span], asked: Span
) -> None:
    expected = [s for s in spans if s.start < asked.end and s.end > asked.start]
    found = Nearby(spans).touching(asked.start, asked.end)
    assert found == sorted(expected, key=lambda s: (s.start, s.end))
