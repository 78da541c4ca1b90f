"""Italian nouns in the singular that a verb in the plural may follow: "la maggior parte sono"."""

from __future__ import annotations

from claims.nlp.parsing.tree import Tree
from claims.nlp.phrasing.relative_agreement import COLLECTIVE

MORE = frozenset(
    {"%", "paio", "mezzo", "resto", "decine", "sacco", "miriade", "milione", "milioni"}
)


def is_collective(tree: Tree, noun: int) -> bool:
    """Whether a noun names many, or a share of them."""
    return bool({tree.lemmas[noun], tree.forms[noun].lower()} & (COLLECTIVE | MORE))
