"""The language code's door, opened with the first text to split."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.lazy import LazyModule
from claims.nlp.proposing.proposal import Proposer
from claims.nlp.types import Proposition, SplitDocument, SplitRequest

if TYPE_CHECKING:
    from claims.nlp import extract
else:
    extract = LazyModule("claims.nlp.extract")


def split_text(
    request: SplitRequest,
    report: Callable[[float], None] | None = None,
    proposer: Proposer | None = None,
) -> SplitDocument:
    """Split one text (see `claims.nlp.extract.split_text`). Raises SplitError."""
    return extract.split_text(request, report, proposer)


def propositions_of(text: str) -> list[Proposition]:
    """The smallest statements of an English text. Raises SplitError."""
    return extract.propositions_of(text)
