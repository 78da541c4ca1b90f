"""English sentences with the propositions that people marked in them (PropSegmEnt).

Source: Chen et al., "PropSegmEnt", Findings of ACL 2023. One rater's answer is the reference; a
proposition is a set of the sentence's tokens, those without a letter or figure left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.nlp.extract import split_text
from claims.nlp.scoring.counts import Counts, one_to_one, overlap, total
from claims.nlp.types import Candidate, SplitRequest

BAR = 0.8
Row = dict[str, Any]


def score_propositions(rows: Sequence[Row]) -> Counts:
    """The claims of each sentence, split by itself, against its propositions."""
    return total(score_sentence(row) for row in rows if any(map(_is_reference, row["responses"])))


def score_sentence(row: Row) -> Counts:
    """One sentence {"text", "tokens", "offsets", "responses"}, one response the reference."""
    given = [tokens_of(claim, row) for claim in split_text(SplitRequest(row["text"], "en")).claims]
    [reference] = filter(_is_reference, row["responses"])
    wanted = [
        frozenset(i for i in proposition["tokens"] if _is_word(row["tokens"][i]))
        for proposition in reference["propositions"]
    ]
    overlaps = [[overlap(one, other) for other in given] for one in wanted]
    right = sum(overlaps[i][j] >= BAR for i, j in one_to_one(overlaps))
    return Counts(right, len(given) - right, len(wanted) - right)


def tokens_of(claim: Candidate, row: Row) -> frozenset[int]:
    """Indexes of the row's words that lie in the claim's segments."""
    return frozenset(
        i
        for i, (token, start) in enumerate(zip(row["tokens"], row["offsets"], strict=True))
        if _is_word(token)
        and any(s.start < start + len(token) and start < s.end for s in claim.segments)
    )


def _is_reference(response: dict[str, Any]) -> bool:
    return bool(response["reference"])


def _is_word(token: str) -> bool:
    return any(char.isalnum() for char in token)
