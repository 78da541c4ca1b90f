"""One fact found in a tree: which word heads it, and which words express it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.nlp.tree import Mask, Tree


@dataclass(frozen=True, slots=True)
class Statement:
    """`mask` holds word indexes of `tree`; `head` is the predicate, apposition or titled name."""

    tree: Tree
    head: int
    mask: Mask

    @property
    def role(self) -> str:
        """The head's label in the tree."""
        return self.tree.labels[self.head]

    @property
    def predicate(self) -> Mask:
        """The words of the mask that hang on the head."""
        return self.mask & self.tree.subtrees[self.head]

    @property
    def outside(self) -> Mask:
        """The words of the mask that don't: a shared subject, an antecedent."""
        return self.mask - self.tree.subtrees[self.head]
