"""English masks that cut a quotation where an inserted saying parts it: "…," she says, "but …"."""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.parsing.tree import Mask, Tree


def is_torn_saying(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a claim joins a saying to half of what is said, or says two sayings in one."""
    return (
        tells_second_half(tree, head, mask)
        or goes_on_behind_saying(tree, head, mask)
        or tells_of_saying_before(tree, head, mask)
    )


def tells_second_half(tree: Tree, head: int, mask: Mask) -> bool:
    """ "She says, but they wanted money": what "but" is set against isn't there."""
    first = tree.heads[head]
    halves = [i for i in tree.dependents(first, "conj") if i > head and i in mask]
    tied = any(tree.has(i, "cc") for i in halves)
    return is_inserted(tree, head) and first not in mask and tied


def goes_on_behind_saying(tree: Tree, head: int, mask: Mask) -> bool:
    """ "They did ask," she says, "but they wanted money": one claim is of one half."""
    sayings = [i for i in tree.children[head] if is_inserted(tree, i) and i in mask]
    apart = [i for i in sayings if tree.in_quotes[head] and not tree.in_quotes[i]]
    return any(k > max(tree.subtrees[i]) for i in apart for k in mask)


def tells_of_saying_before(tree: Tree, head: int, mask: Mask) -> bool:
    """ "I draw boxes," says X, who has, he adds, no licence: he adds what stands around it."""
    contents = [i for i in tree.dependents(head, "ccomp") if i < head and i in mask]
    return reports(tree, head) and any(
        reports(tree, i) and any(s > i for s in tree.dependents(i, "nsubj")) for i in contents
    )


def is_inserted(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying stands inside or behind what it says."""
    return tree.labels[verb] == "parataxis" and reports(tree, verb) and tree.heads[verb] < verb
