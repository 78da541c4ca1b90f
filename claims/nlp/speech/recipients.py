"""Beside a verb of saying: who is spoken to, and "uno di loro, Ada Neri"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.lexicon import words
from claims.nlp.types import Entity, Span

TO_ONE = frozenset({"a", "al", "allo", "alla", "all'", "to"})
ONE_OF_THEM = re.compile(r"(?:un[oa]|altr[oa])(?: di loro)?, $", re.IGNORECASE)
LONGEST_TITLE = 3


def is_told(tokens: Sequence[re.Match[str]], name: Entity, language: str) -> bool:
    """Whether a name is that of whom "ha detto al giudice Ada Neri" is said to.

    Only one person is: "ha detto ai carabinieri Ada Neri" is Neri's word.
    """
    title = [t.group().lower().replace("’", "'") for t in tokens if t.start() < name.start]
    led = next((i for i, word in enumerate(title) if word in TO_ONE), None)
    if led is None:
        return False
    role = title[led + 1 :]
    titles = words(language, "names.person_titles") | {"ministero"}
    known = bool(role) and role[-1] in titles and len(role) <= LONGEST_TITLE
    return known and all(word.isalpha() for word in role)


def one_of_them(
    text: str, tokens: Sequence[re.Match[str]], names: Sequence[Entity]
) -> tuple[Span, bool] | None:
    """Who is named behind "uno di loro," within a cue's words."""
    first = tokens[0].start()
    for name in names:
        if first < name.start and ONE_OF_THEM.search(text, first, name.start):
            return (Span(name.start, name.end), True) if name.label == "PER" else None
    return None
