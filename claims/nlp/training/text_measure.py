"""How near a claim's text comes to the statement that a person wrote for it."""

from __future__ import annotations

import re
from collections import Counter

WORD = re.compile(r"\w+(?:[.,]\d+)*")


def word_f1(text: str, statement: str) -> float:
    """Shared words, case apart: F1 of the two bags of words, 0 for two empty texts."""
    ours, theirs = (
        Counter(word.lower() for word in WORD.findall(one)) for one in (text, statement)
    )
    size = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / size if size else 0.0
