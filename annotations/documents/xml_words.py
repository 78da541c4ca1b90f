"""Words as XML 1.0 can hold them. Pure."""

from __future__ import annotations

import re

_NOT_THERE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is no `Char` there, not even escaped; JSON and our tables keep nearly all of it."""


def words_in_xml(words: str) -> str:
    """Give the words with a space where a character stands that no XML document may have."""
    return _NOT_THERE.sub(" ", words)
