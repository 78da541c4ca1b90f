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
    """Whether "I" or "we" speaks, or "you" is spoken to: a pronoun, a possessive, a verb form.

    An Italian subjunctive ("sia") is one form for all three.
    """
    return any(
        ("Person=1" in tree.morphs[i] and not is_any_person(tree, i))
        or ("Person=2" in tree.morphs[i] and not is_any_person(tree, i))
        or (tree.language == "it" and _ITALIAN.match(tree.forms[i]) is not None)
        for i in words
    )


def is_any_person(tree: Tree, word: int) -> bool:
    """Whether a verb's form is the same for "io", "tu" and "lei"."""
    single_subjunctive = {"Mood=Sub", "Number=Sing", "Tense=Pres"}
    return tree.language == "it" and single_subjunctive <= set(tree.morphs[word].split("|"))
