"""A relative or participle beside the noun that it tells of, and beside no other."""

from __future__ import annotations

import re

from claims.nlp.grammar.masks import phrase
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.splitting.english_masks import is_absolute, is_told_of_another

AGED = re.compile(r"\d+enne")


def with_own_antecedent(tree: Tree, head: int, mask: Mask) -> Mask:
    """A relative clause beside the noun that it hangs on, not beside others too."""
    noun = tree.heads[head]
    outside = mask - tree.subtrees[head]
    if AGED.fullmatch(tree.forms[head]) and tree.labels[head] == "appos":
        own = frozenset(phrase(tree, noun)) & tree.words  # "X, il figlio di Y, 16enne"
        return mask & tree.subtrees[head] | own if tree.pos[noun] == "PROPN" else mask
    if is_joined_in_apposition(tree, head, outside):
        name = tree.heads[tree.heads[noun]]
        return mask - phrase(tree, tree.heads[noun]) | (phrase(tree, name) & tree.words)
    if is_said_before_its_noun(tree, head, outside):
        return mask | (frozenset(phrase(tree, noun)) & tree.words)
    if is_of_anothers_noun(tree, head, outside):
        return mask - outside | (frozenset(phrase(tree, tree.heads[noun])) & tree.words)
    if is_subject_alone(tree, head, outside):
        objects = tree.dependents(tree.heads[head], "obj")
        return mask - frozenset().union(*(tree.subtrees[i] for i in objects))
    if is_told_of_another(tree, head, outside):
        return mask - outside | (frozenset(phrase(tree, noun)) & tree.words)
    if is_absolute(tree, head):
        return mask & tree.subtrees[noun] or mask
    if tree.labels[head] != "acl:relcl" or tree.is_verbal[noun] or outside <= tree.subtrees[noun]:
        return mask
    if noun not in outside and not outside & tree.subtrees[noun]:
        return mask
    return mask & tree.subtrees[noun]


def is_joined_in_apposition(tree: Tree, head: int, outside: Mask) -> bool:
    """ "X, l'uomo che la fondò e la diresse": X led it."""
    relative = tree.heads[head]
    noun = tree.heads[relative]
    joined = tree.labels[head] == "conj" and tree.labels[relative] == "acl:relcl"
    named = tree.labels[noun] == "appos" and noun in outside
    return joined and named and relative not in outside and tree.pos[tree.heads[noun]] == "PROPN"


def is_said_before_its_noun(tree: Tree, head: int, outside: Mask) -> bool:
    """ "Nata come mercato nel 1880, la struttura ospita": the noun follows its participle."""
    noun = tree.heads[head]
    told = tree.labels[head] == "acl" and tree.pos[head] == "VERB" and not tree.is_finite[head]
    told = told and not tree.has(noun, "cop")
    return told and not outside and head < min(tree.subtrees[noun] - tree.subtrees[head])


def is_of_anothers_noun(tree: Tree, head: int, outside: Mask) -> bool:
    """ "Ha approvato la riforma voluta da X e contestata da Y": the reform is contested."""
    first = tree.heads[head]
    joined = tree.labels[head] == "conj" and tree.labels[first] == "acl"
    told = joined and not tree.is_finite[head] and not tree.has_subject[head]
    nominal = told and tree.pos[head] == "VERB"
    return nominal and bool(outside) and not outside & tree.subtrees[tree.heads[first]]


def is_subject_alone(tree: Tree, head: int, outside: Mask) -> bool:
    """ "La squadra allenata da X [ha battuto] il Pisa": without the verb its object is no part."""
    verb = tree.heads[head]
    told = tree.labels[head] in SUBJECTS and verb not in outside and bool(outside)
    return told and outside <= tree.subtrees[verb] and not any(tree.is_finite[i] for i in outside)
