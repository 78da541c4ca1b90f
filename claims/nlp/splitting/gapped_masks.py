"""A chosen mask with the verb that its clause leaves out, and without one that isn't its own.

"Ha condannato a due anni Ada Neri e a tre Aldo Trasi": the second half has the first one's verb.
"È stata Ada Neri, interessata al bando": the copula tells who, not what she is interested in.
"Lodi-Tarvia 2-1: i padroni di casa salgono": what a colon announces has no part in the clause.
"""

from __future__ import annotations

import re

from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree

TIMES = frozenset({"anno", "mese", "settimana", "giorno", "year", "month", "week", "day"})
YEAR = re.compile(r"(?:1\d|20)\d\d$")
ARGUMENTS = frozenset({"obl", "nmod", "advmod", "orphan", "obl:agent"})
TOLD_OF_NOUN = frozenset({"acl", "amod", "appos"})
NEGATIONS = frozenset({"non", "not", "n't", "n’t", "never"})
CAUSES = frozenset({"perché", "poiché", "giacché", "siccome", "in", "because", "as"})
OF_COPULA = VERBAL_CHILDREN | {"advmod", "expl"}


def with_own_verb(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask with a verb that it shares, without a copula and a title of other clauses."""
    mask = without_alien_copula(tree, head, without_other_time(tree, head, mask))
    mask = without_alien_place(tree, head, without_announced(tree, head, mask))
    return with_gapped_verb(tree, head, without_announcement(tree, head, mask))


def without_other_time(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Nel 2022 erano 1.200, l'anno dopo 1.350": the second figure is of the year after."""
    first = tree.heads[head]
    own = tree.lemmas[head] in TIMES and tree.labels[head] == "conj"
    if not own or not tree.has(first, "cop") or head not in mask:
        return mask
    times = [i for i in tree.dependents(first, "obl", "advmod") if i < first]
    dated = [i for i in times if tree.lemmas[i] in TIMES or YEAR.match(tree.forms[i])]
    return mask - frozenset().union(*(tree.subtrees[i] for i in dated))


def with_gapped_verb(tree: Tree, head: int, mask: Mask) -> Mask:
    """The first half's verb, where a second half has its subject and arguments of its own."""
    verb = tree.heads[head]
    gapped = tree.labels[head] == "conj" and tree.is_finite[verb] and tree.is_verbal[verb]
    if not gapped or tree.is_clausal[head] or verb in mask or tree.pos[head] == "VERB":
        return mask
    subjects = [i for i in tree.dependents(verb, *SUBJECTS) if i in mask]
    own = [i for i in tree.children[head] if i < head and i in mask and tree.labels[i] in ARGUMENTS]
    led = any(tree.has(i, "case") and i > verb for i in own)
    if not subjects or not led or max(tree.subtrees[subjects[0]]) > verb:
        return mask
    return (mask | {verb, *tree.dependents(verb, *VERBAL_CHILDREN)}) & tree.words


def without_alien_copula(tree: Tree, head: int, mask: Mask) -> Mask:
    """What is said of a predicate noun without the copula that makes it a predicate."""
    noun = tree.heads[head]
    if is_relative_of_predicate(tree, head, mask):
        noun = tree.heads[first_relative(tree, head)]
        return mask - frozenset(tree.dependents(noun, *OF_COPULA, *SUBJECTS))
    aged = tree.labels[head] == "nmod" and tree.lemmas[head] == "anno" and tree.has(head, "nummod")
    told = tree.labels[head] in TOLD_OF_NOUN or aged
    told = told and noun < head and noun in mask
    named = tree.pos[noun] == "PROPN" or tree.labels[head] != "appos"
    if not told or not named or not tree.has(noun, "cop") or tree.has(noun, "case"):
        return mask
    if tree.forms[min(tree.subtrees[head] & tree.words) - 1] != ",":
        return mask  # "il più potente mai costruito": told of no other
    if any(i in mask for i in tree.dependents(noun, *SUBJECTS)):
        return mask
    return mask - frozenset(tree.dependents(noun, *OF_COPULA))


def first_relative(tree: Tree, head: int) -> int:
    """The relative clause that a verb heads, or is joined to."""
    while tree.labels[head] == "conj" and tree.is_clausal[tree.heads[head]]:
        head = tree.heads[head]
    return head


def is_relative_of_predicate(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The plan is a wall that costs much": the wall costs, without "is".

    "È il pilota che ha vinto" says of somebody who he is, and "non è X che ha vinto" denies it.
    """
    first = first_relative(tree, head)
    noun = tree.heads[first]
    told = tree.labels[first] == "acl:relcl" and noun in mask and tree.has(noun, "cop")
    denied = any(tree.forms[i].lower() in NEGATIONS for i in tree.children[noun])
    content = any(tree.forms[i].lower() in ("che", "that") for i in tree.dependents(first, "mark"))
    subjects = tree.dependents(noun, *SUBJECTS)
    parted = tree.forms[min(tree.subtrees[first] & tree.words) - 1] == ","
    named = any(i in mask and tree.forms[i].lower() != "it" for i in subjects)
    if not told or denied or content or named:
        return False
    return bool(subjects) or parted


def without_announcement(tree: Tree, head: int, mask: Mask) -> Mask:
    """No words without a verb before a colon, where the clause behind it has its own subject."""
    if not tree.is_finite[head] or ":" not in tree.forms:
        return mask
    marks = [
        i for i in range(1, head) if tree.forms[i] == ":" and not tree.in_quotes[min(i + 1, head)]
    ]
    if not marks or marks[-1] < min(mask):
        return mask
    before = frozenset(i for i in tree.words if i < marks[-1])
    verbs = any(tree.pos[i] in ("VERB", "AUX") for i in before)
    if verbs or not any(i not in before for i in mask & subjects_above(tree, head)):
        return mask
    return mask - before


def without_announced(tree: Tree, head: int, mask: Mask) -> Mask:
    """Who speaks with what was said: a clause before the colon of a quotation has its own verb."""
    if ":" not in tree.forms[:head] or tree.labels[head] != "parataxis":
        return mask
    colon = tree.forms.index(":")
    governor, quoted = tree.heads[head], tree.in_quotes
    if governor > colon or quoted[head] or not any(quoted[colon + 1 : head]):
        return mask
    return frozenset(i for i in mask if i > colon)


def without_alien_place(tree: Tree, head: int, mask: Mask) -> Mask:
    """A content or cause without a noun that goes with the verb above ("in un libro che…")."""
    verb = tree.heads[head]
    marks = {tree.forms[i].lower() for i in tree.dependents(head, "mark")}
    content = tree.labels[head] == "ccomp" and bool(marks)
    cause = tree.labels[head] == "advcl" and bool(marks & CAUSES)
    if not (content or cause) or verb in mask:
        return mask
    alien = {
        i
        for noun in tree.dependents(verb, "obl")
        if max(tree.subtrees[noun]) < min(tree.subtrees[head])
        for i in tree.subtrees[noun]
    }
    own = any(i in mask for i in tree.dependents(head, "nsubj", "nsubj:pass"))
    return (mask & tree.subtrees[head] if own else mask) - alien


def subjects_above(tree: Tree, head: int) -> Mask:
    """The subjects of a predicate and of those that it is joined to."""
    found = set(tree.dependents(head, *SUBJECTS))
    while tree.labels[head] == "conj":
        head = tree.heads[head]
        found |= set(tree.dependents(head, *SUBJECTS))
    return frozenset(found)
