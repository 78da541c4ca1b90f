"""The last words of a mask: none that leads in what isn't there, "le cause di questo crollo è"."""

from __future__ import annotations

from claims.nlp.parsing.tree import VERBAL_CHILDREN, Mask, Tree

LEADING = frozenset({"case", "det", "cc", "mark"})
RELATIVES = frozenset({"che", "cui", "quale", "quali"})


def without_hanging_end(tree: Tree, head: int, mask: Mask) -> Mask:
    """An Italian mask without what hangs at its end on a word that it lacks."""
    last = max(mask)
    while tree.language == "it" and last > head and hangs(tree, last, mask):
        mask -= {last}
        last = max(mask)
    return mask


def hangs(tree: Tree, last: int, mask: Mask) -> bool:
    """Whether a last word leads in another, or helps a verb, that isn't there.

    The copula of a predicate that stands before it belongs to another clause.
    """
    first = last
    while tree.labels[first] == "fixed":  # "in merito a"
        first = tree.heads[first]
    governor, label = tree.heads[first], tree.labels[first]
    relative = tree.pos[first] == "PRON" and tree.forms[first].lower() in RELATIVES
    if label == "det" and "PronType=Art" in tree.morphs[first] and governor < first:
        return True
    if label in LEADING or relative:
        return governor not in mask and governor > first
    return label in VERBAL_CHILDREN and (governor not in mask or governor < first)
