"""Masks that tear a relative from what it hangs on, or an infinitive from whoever has it in mind.

They read as a sentence of nobody: "The fund firms sells them", "data Cole had cleared to use".
"""

from __future__ import annotations

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

PRONOUNS = frozenset({"che", "cui", "quale", "quali", "who", "whom", "which", "that"})
ARTICLES = frozenset({"il", "lo", "la", "i", "gli", "le", "l'"})


def lost_its_pronoun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "data [that] Cole had cleared to use although they were protected"."""
    return any(
        tree.labels[verb] == "acl:relcl"
        and verb != head
        and tree.heads[verb] in mask
        and leads_in(tree, verb)
        and not mask.intersection(leads_in(tree, verb))
        for verb in mask
    )


def leads_in(tree: Tree, verb: int) -> list[int]:
    """The relative pronouns between a relative's noun and its verb."""
    between = range(tree.heads[verb] + 1, verb)
    return [i for i in between if tree.forms[i].lower() in PRONOUNS and i in tree.subtrees[verb]]


def leaps_over_main_verb(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The fund [buys] firms [that make parts and] sells them": torn out of two clauses."""
    relative = next((i for i in tree.paths[head] if tree.labels[i] == "acl:relcl"), None)
    if relative is None:
        return False
    noun = tree.heads[relative]
    before = [i for i in mask - tree.subtrees[noun] if i < noun]
    return noun in mask and bool(before) and tree.heads[noun] not in mask


def is_aim_behind_colon(tree: Tree, head: int, mask: Mask) -> bool:
    """ "avevano un'idea mentre scrivevano: [tagliare le tasse]": an infinitive that nobody does."""
    aim = tree.labels[head] == "parataxis" and "VerbForm=Inf" in tree.morphs[head]
    return aim and tree.heads[head] in mask and not tree.has(head, *SUBJECTS)


def opens_with_whose(tree: Tree, mask: Mask) -> bool:
    """ "[Il cui nome intero] è Caterina": whose name it is stands elsewhere."""
    opening = [tree.forms[i].lower() for i in sorted(mask)[:2]]
    return opening[0] in ARTICLES and opening[1:] == ["cui"]
