"""Words of a candidate mask that would stand beside its claim unconnected."""

from __future__ import annotations

from claims.nlp.grammar.gerunds import GERUND
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree


def without_strays(tree: Tree, head: int, mask: Mask) -> Mask:
    """Leave out what would stand beside the claim unconnected.

    A participle that has its noun needs nothing from above that noun; a predicate with a subject
    of its own needs no other verb's subject without that verb.
    """
    governor = tree.heads[head]
    if tree.labels[head] == "acl" and governor in mask:
        return mask & tree.subtrees[governor]
    if tree.labels[head] == "appos" and governor in mask and is_agent(tree, governor):
        return mask & tree.subtrees[governor] - frozenset(tree.dependents(governor, "case"))
    gerund = tree.language == "it" and GERUND.match(tree.forms[head].lower())
    foreign = {"aux", "aux:pass", "cop", "mark"} if gerund else {"aux", "aux:pass", "cop"}
    if tree.is_finite[head] or gerund:  # it needs no other verb's auxiliary
        mask = frozenset(
            i
            for i in mask
            if tree.labels[i] not in foreign or tree.heads[i] in mask or i in tree.subtrees[head]
        )
    if gerund:  # "non ha tardato a liberarsi, facendo": nor another's infinitive
        for word in sorted(mask - tree.subtrees[head]):
            if "VerbForm=Inf" in tree.morphs[word] and tree.heads[word] not in mask:
                mask -= tree.subtrees[word] - tree.subtrees[head]
    mask -= clitics_of_others(tree, head, mask)
    if not mask.intersection(tree.dependents(head, *SUBJECTS)):
        return mask
    for word in sorted(mask - tree.subtrees[head]):
        stray = tree.labels[word] in SUBJECTS and tree.heads[word] not in mask
        if stray and head not in tree.subtrees[word]:
            mask -= tree.subtrees[word]
    return mask


def is_agent(tree: Tree, noun: int) -> bool:
    """ "requested by the candidate, X", "the report by the broadcaster X"."""
    led = any(tree.forms[i].lower() == "by" for i in tree.dependents(noun, "case"))
    return tree.labels[noun] == "obl:agent" or (tree.labels[noun] == "nmod" and led)


def clitics_of_others(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Mentre [lo] tenevano [non parlava]": joined verbs may share a pronoun, others don't."""
    joined = {head}
    while tree.labels[head] == "conj":
        head = tree.heads[head]
        joined.add(head)
    return frozenset(
        i
        for i in mask
        if "Clitic=Yes" in tree.morphs[i] and tree.labels[i] in ("obj", "iobj")
        if tree.heads[i] not in mask | joined and tree.language == "it"
    )
