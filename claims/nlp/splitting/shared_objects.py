"""Joined verbs and one object: "ha comprato e rivenduto tre case" tells that both were done."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.masks import phrase
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Mask, Tree

BETWEEN = frozenset({"CCONJ", "ADV", "AUX", "PART"})
# what a verb that lacks nothing has, or one that can act on nothing
OWN = frozenset(
    {"obj", "iobj", "ccomp", "xcomp", "obl:agent", "expl", "expl:pass", "expl:impers",
     "compound:prt", "nsubj:pass", "aux:pass", "cop"}
)  # fmt: skip


def with_shared_object(tree: Tree, head: int, mask: Mask) -> Mask:
    """The object behind the last of joined verbs, where an earlier one has nothing to act on."""
    if tree.pos[head] != "VERB" or tree.has(head, *OWN) or not acts(tree, head):
        return mask
    joined = joined_verbs(tree, head)
    for verb in joined:
        if tree.has_subject[verb] or not follows_at_once(tree, head, verb, joined):
            return mask
        shared = [i for i in tree.dependents(verb, "obj") if i > verb]
        if shared:
            return mask | (frozenset(phrase(tree, shared[0])) & tree.words)
    return mask


def follows_at_once(tree: Tree, head: int, verb: int, joined: Sequence[int]) -> bool:
    """Whether only joined verbs and their small words stand between two."""
    between = [i for i in range(head + 1, verb) if i not in joined and tree.forms[i] != ","]
    return all(tree.pos[i] in BETWEEN or tree.labels[i] in VERBAL_CHILDREN for i in between)


def acts(tree: Tree, verb: int) -> bool:
    """Whether a verb always acts on something."""
    return tree.lemmas[verb] in words(tree.language, "marks.acting")


def joined_verbs(tree: Tree, head: int) -> list[int]:
    """The verbs that follow one and are joined to it, in their order."""
    first = head
    while tree.labels[first] == "conj":
        first = tree.heads[first]
    found = [i for i in sorted(tree.subtrees[first]) if tree.labels[i] == "conj"]
    return [i for i in found if i > head and tree.pos[i] == "VERB"]
