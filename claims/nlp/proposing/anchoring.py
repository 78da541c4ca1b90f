"""Where a proposal's pieces stand: the sentence's own words, in order, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.types import Span

SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\n": " "} | {
    "\u00a0": " ", "\u202f": " ",
})  # fmt: skip


def anchored(pieces: Sequence[str], text: str, start: int, end: int) -> list[Span] | None:
    """Spans of `text` within [start, end) for pieces that stand there letter by letter.

    In order, not overlapping, no word cut in two; None where one of them can't be found so.
    A piece that stands at several places is the one nearest before the next. Quotation marks,
    apostrophes and spaces of one sort pass for those of another: models put them in their own way.
    """
    found: list[Span] = []
    at, text = start, text.translate(SAME)
    for piece in pieces:
        span = whole_words(piece.translate(SAME).strip(), text, at, end)
        if span is None:
            return None
        found.append(span)
        at = span.end
    for i in range(len(found) - 2, -1, -1):
        found[i] = nearest_before(found[i], text, found[i + 1].start)
    return found


def whole_words(piece: str, text: str, start: int, end: int) -> Span | None:
    """The first place of `piece` in text[start:end] that cuts no word."""
    at = text.find(piece, start, end) if piece else -1
    while at >= 0:
        span = Span(at, at + len(piece))
        if not cuts(text, span.start) and not cuts(text, span.end):
            return span
        at = text.find(piece, at + 1, end)
    return None


def nearest_before(span: Span, text: str, end: int) -> Span:
    """The last place of the same words between `span` and `end`."""
    while later := whole_words(text[span.start : span.end], text, span.start + 1, end):
        span = later
    return span


def cuts(text: str, at: int) -> bool:
    """Whether a word goes on across a place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def mask_within(tree: Tree, spans: Sequence[Span]) -> Mask:
    """The words that spans cover whole."""
    return frozenset(
        i
        for i in tree.words
        if any(s.start <= tree.spans[i][0] and tree.spans[i][1] <= s.end for s in spans)
    )
