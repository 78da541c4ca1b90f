"""Houses and texts that speak: "Dalla Procura fanno sapere", "Nella sentenza si legge"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.naming.named_people import small_words
from claims.nlp.types import Span

_FROM = frozenset(["da", "dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"])


def spokesplace(tokens: Sequence[re.Match[str]]) -> tuple[Span, bool] | None:
    """ "Dall'ambasciata fanno sapere": the house that speaks; the last token is the verb."""
    plural = any(t.group().lower().endswith("no") for t in tokens[-3:])
    if not plural or len(tokens) < 3 or tokens[0].group().lower().replace("’", "'") not in _FROM:
        return None
    end = next((i for i, t in enumerate(tokens) if t.group() == "," or i == len(tokens) - 1), 0)
    kept = [t for t in tokens[1:end] if t.group().lower() not in ("fanno", "hanno")]
    return (Span(kept[0].start(), kept[-1].end()), False) if 0 < len(kept) < 9 else None


def text_reads(tokens: Sequence[re.Match[str]], language: str) -> tuple[Span, bool] | None:
    """ "Nella sentenza si legge": the text that is read from; the last token is the verb."""
    if not tokens or not tokens[-1].group().lower().startswith("legg"):
        return None
    first = tokens[0].group().lower().replace("’", "'")
    end = next((i for i, t in enumerate(tokens) if t.group().lower() == "si"), 0)
    if end < 2 or first not in small_words(language, "prepositions"):
        return None
    return Span(tokens[1].start(), tokens[end - 1].end()), False
