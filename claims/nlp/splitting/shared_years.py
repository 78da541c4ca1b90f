"""The year that opens a sentence is told with every joined predicate of it."""

from __future__ import annotations

import re

from claims.nlp.parsing.tree import Mask, Tree

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
SHORT = 3  # words of the phrase: "nel 2020", "back in 2020"


def shared_year(tree: Tree, head: int, mask: Mask) -> Mask:
    """The words of the opening year that a joined predicate shares; none where it has its own."""
    first = head
    while tree.labels[first] == "conj":
        first = tree.heads[first]
    if first in mask or first == head or tree.has(head, "obl", "obl:tmod"):
        return frozenset()
    opening = (tree.subtrees[i] & tree.words for i in tree.dependents(first, "obl") if i < first)
    return next((words for words in opening if is_year(tree, words)), frozenset())


def is_year(tree: Tree, phrase: Mask) -> bool:
    """Whether a phrase opens the sentence and is little more than a year."""
    opens = bool(phrase) and min(phrase) == min(tree.words) and len(phrase) <= SHORT
    return opens and any(YEAR.fullmatch(tree.forms[i]) for i in phrase)
