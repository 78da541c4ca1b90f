"""English sentences with the propositions that people marked in them (PropSegmEnt).

Source: Chen et al., "PropSegmEnt", Findings of ACL 2023. One rater's answer is the reference; a
proposition is a set of the sentence's tokens, those without a letter or figure left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from claims.nlp.extract import propositions_of, split_text
from claims.nlp.scoring.counts import Counts, one_to_one, overlap, total
from claims.nlp.types import Span, SplitRequest

BAR = 0.8
Row = dict[str, Any]
Tokens = frozenset[int]
Spans = Sequence[Span]


def score_claims(rows: Sequence[Row]) -> Counts:
    """The claims of each sentence, split by itself, against its propositions."""
    return _score(rows, _claims)


def score_propositions(rows: Sequence[Row]) -> Counts:
    """The propositions found in each sentence against those that people marked."""
    return _score(rows, _propositions)


def compare(given: Sequence[Tokens], wanted: Sequence[Tokens]) -> Counts:
    """One sentence's answers against its labels, matched one to one."""
    overlaps = [[overlap(one, other) for other in given] for one in wanted]
    right = sum(overlaps[i][j] >= BAR for i, j in one_to_one(overlaps))
    return Counts(right, len(given) - right, len(wanted) - right)


def reference_of(row: Row) -> list[Tokens] | None:
    """What the reference marked; None for a sentence without one."""
    found = [response for response in row["responses"] if response["reference"]]
    return marked_by(found[0], row) if found else None


def marked_by(response: dict[str, Any], row: Row) -> list[Tokens]:
    """The propositions of one rater as words of the row."""
    return [
        frozenset(i for i in proposition["tokens"] if _is_word(row["tokens"][i]))
        for proposition in response["propositions"]
    ]


def tokens_within(spans: Spans, row: Row) -> Tokens:
    """Indexes of the row's words that lie in the spans."""
    return frozenset(
        i
        for i, (token, start) in enumerate(zip(row["tokens"], row["offsets"], strict=True))
        if _is_word(token) and any(s.start < start + len(token) and start < s.end for s in spans)
    )


def _score(rows: Sequence[Row], found: Callable[[str], list[Spans]]) -> Counts:
    """Rows {"text", "tokens", "offsets", "responses"} that have a reference."""
    return total(
        compare([tokens_within(spans, row) for spans in found(row["text"])], wanted)
        for row in rows
        if (wanted := reference_of(row)) is not None
    )


def _claims(text: str) -> list[Spans]:
    return [claim.segments for claim in split_text(SplitRequest(text, "en")).claims]


def _propositions(text: str) -> list[Spans]:
    return [proposition.segments for proposition in propositions_of(text)]


def _is_word(token: str) -> bool:
    return any(char.isalnum() for char in token)
