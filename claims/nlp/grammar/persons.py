"""Who speaks in a clause: words of the first and the second person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.nlp.parsing.tree import Tree

# the tagger tells no person of Italian possessives
_ITALIAN = re.compile(
    r"(?:mi[oae]|miei|nostr[oaie]|tu[oae]|tuoi|vostr[oaie]|io|noi|tu|voi)$", re.IGNORECASE
)


def is_personal(tree: Tree, words: Iterable[int]) -> bool:
    """Whether "I" or "we" speaks, or "you" is spoken to: a pronoun, a possessive, a verb form."""
    return any(
        "Person=1" in tree.morphs[i]
        or "Person=2" in tree.morphs[i]
        or (tree.language == "it" and _ITALIAN.match(tree.forms[i]) is not None)
        for i in words
    )
