"""An English claim has one subject: its own, or the one that it borrows from a verb above.

Of "The company said it had no plans and would share its maps" no claim is "the company it would
share"; of "A battery would be cheaper, admits Addis, but would wear out" none says who would.
"""

from __future__ import annotations

from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.splitting.candidate_masks import first_conjunct

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "what"})
PERSONAL = frozenset({"he", "she", "it", "they", "we", "i", "you"})
WHEN = frozenset({"DATE", "TIME"})


def with_one_subject(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask with its own subject, or the one that its verb borrows, and no noun beside it."""
    stray = stray_subjects(tree, head, mask) if tree.language == "en" else []
    if not stray:
        return mask
    owned = own_subjects(tree, head, mask)
    if any(is_relative(tree, i) for i in owned):
        return mask
    if not owned:
        kept = borrowed_subject(tree, head, stray)
        stray = [i for i in stray if i != kept] if kept is not None else []
    lost = frozenset[int]().union(*(tree.subtrees[i] for i in stray))
    return mask if head in lost else mask - lost


def borrowed_subject(tree: Tree, head: int, stray: list[int]) -> int | None:
    """Which of several nouns is the subject of a joined verb; None where that isn't sure.

    "The board said it had no plans and would sell": it would. "Police boarded the plane, witnesses
    said, and led her away": the police did.
    """
    *others, near = sharers(tree, head, stray) or stray
    verb = tree.heads[near]
    told = [i for i in others if tree.labels[tree.heads[i]] == "ccomp" and i < verb]
    said = [i for i in told if tree.heads[tree.heads[i]] == verb and tree.heads[i] < verb]
    if others and reports(tree, verb):
        return said[0] if said else None
    return near if tree.labels[head] == "conj" and verb == tree.heads[head] else None


def sharers(tree: Tree, head: int, stray: list[int]) -> list[int]:
    """Who acts, of the first verb's nouns: "two goals gave United a win and lifted them"."""
    first = tree.heads[head]
    acting = set(tree.dependents(first, *SUBJECTS))
    of_first = set(tree.dependents(first, "iobj", "obj", *SUBJECTS))
    joined = tree.labels[head] == "conj" and set(stray) <= of_first
    return [i for i in stray if i in acting] if joined else []


def has_two_subjects(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether two nouns before the verb might both be its subject."""
    if tree.language != "en":
        return False
    stray = stray_subjects(tree, head, mask)
    nouns = sharers(tree, head, stray) or stray
    return len(nouns) > 1 and not own_subjects(tree, head, mask)


def stray_subjects(tree: Tree, head: int, mask: Mask) -> list[int]:
    """Nouns before the claim's verb that hang on no word of it, and that nothing leads in."""
    verbs = Statement(tree, head, mask).finite
    if not verbs or is_told_of_noun(tree, first_conjunct(tree, head)):
        return []
    return [
        i
        for i in sorted(mask)
        if i < min(verbs)
        and tree.heads[i] not in mask
        and tree.is_word[tree.heads[i]]
        and head not in tree.subtrees[i]
        and i not in tree.subtrees[head]
        and tree.pos[i] in NOMINAL
        and tree.entities[i] not in WHEN
        and not is_led(tree, i, mask)
    ]


def is_told_of_noun(tree: Tree, clause: int) -> bool:
    """ "A scheme which X began" has its noun before it; "a letter that it regretted" tells what."""
    relative = tree.labels[clause] == "acl:relcl"
    return relative and not any(
        tree.forms[i].lower() == "that" for i in tree.dependents(clause, "mark")
    )


def is_led(tree: Tree, noun: int, mask: Mask) -> bool:
    """Whether a preposition leads a noun in."""
    first = min(tree.subtrees[noun] & mask)
    return tree.pos[first] in ("ADP", "SCONJ") or bool(
        mask.intersection(tree.dependents(noun, "case"))
    )


def own_subjects(tree: Tree, head: int, mask: Mask) -> list[int]:
    """The subjects in the mask of the head and of the verb that the claim hangs on."""
    verbs = {head, Statement(tree, head, mask).main}
    return [i for verb in verbs for i in tree.dependents(verb, *SUBJECTS) if i in mask]


def is_relative(tree: Tree, subject: int) -> bool:
    """ "Who", "whose tools": the noun before it is what it stands for."""
    return any(tree.forms[i].lower() in RELATIVES for i in (subject, *tree.children[subject]))
