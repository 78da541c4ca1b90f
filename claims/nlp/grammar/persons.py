"""Who speaks in a clause: words of the first and the second person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.nlp.parsing.tree import Tree

# the tagger tells no person of Italian possessives
_ITALIAN = re.compile(
    r"(?:mi[oae]|miei|nostr[oaie]|tu[oae]|tuoi|vostr[oaie]|io|noi|tu|voi)$", re.IGNORECASE
)

OTHERS = re.compile(r"Person=[12]")
# imperfect and conditional of "io": no other person has these endings; of futures in "-rò" some
# verbs' pasts have it too ("tirò", "superò"), not these
_MINE = re.compile(
    r"(?:[aei]vo|rei)$|^(?:(?:s|f|d|st)arò|(?:av|pot|dov|sap|ved|viv|and|vor|ver|ter|di)rò)$",
    re.IGNORECASE,
)


def is_personal(tree: Tree, words: Iterable[int]) -> bool:
    """Whether "I" or "we" speaks, or "you" is spoken to: a pronoun, a possessive, a verb form.

    An Italian subjunctive ("sia") is one form for all three.
    """
    return any(
        (OTHERS.search(tree.morphs[i]) is not None and not is_any_person(tree, i))
        or is_mine(tree, i)
        or (tree.language == "it" and _ITALIAN.match(tree.forms[i]) is not None)
        for i in words
    )


def is_any_person(tree: Tree, word: int) -> bool:
    """Whether a verb's form is the same for "io", "tu" and "lei"."""
    single_subjunctive = {"Mood=Sub", "Number=Sing", "Tense=Pres"}
    return tree.language == "it" and single_subjunctive <= set(tree.morphs[word].split("|"))


def is_mine(tree: Tree, verb: int) -> bool:
    """Whether an Italian verb's form is that of "io", by its ending or as the tagger says."""
    if tree.language != "it" or tree.pos[verb] not in ("VERB", "AUX"):
        return False
    told = {"Person=1", "Number=Sing"} <= set(tree.morphs[verb].split("|"))
    return (told and not is_any_person(tree, verb)) or _MINE.search(tree.forms[verb]) is not None
