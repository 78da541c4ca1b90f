"""Is what stands on a page today still what was cited?

Pure: no database, no web. A page is never the same twice (dates, links, counters), so a hash alone
tells nothing; what counts is how many of the copy's words are still there, in their order, and
whether the very passages that reviewers cited are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LEAST_LIKENESS = 0.6
"""Below this share of the copy's words the page is another one."""

_RUN = 4
_WORD = re.compile(r"\w+")


def likeness(before: str, now: str) -> float | None:
    """Give the share, in [0, 1], of the runs of four words in `before` that stand in `now` too.

    What was added to a page doesn't count, only what is gone. None when there are no words to
    compare.
    """
    runs = _runs(before)
    return len(runs & _runs(now)) / len(runs) if runs else None


def lost_excerpts(excerpts: Iterable[str], before: str, now: str) -> list[str]:
    """List the excerpts that stood in `before` and don't stand in `now`, by their words alone."""
    former, present = _flat(before), _flat(now)
    return [
        excerpt
        for excerpt in dict.fromkeys(excerpts)
        if (words := _flat(excerpt)) and words in former and words not in present
    ]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    if not words:
        return set()
    return {tuple(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}


def _words(text: str) -> list[str]:
    """Give the words in one case and one spelling (NFKC), without what stands between them."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _flat(text: str) -> str:
    """Write the words alone, each between single spaces, so that none is found in part of one."""
    words = " ".join(_words(text))
    return f" {words} " if words else ""
