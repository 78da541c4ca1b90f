"""A chosen mask with the subject that its verb has, shares, or is one of two."""

from __future__ import annotations

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.agreeing_masks import fits, is_plural_verb

TWO = 2


def with_subject(tree: Tree, head: int, mask: Mask) -> Mask:
    """A finite predicate with the subject that it has, or shares with the verb it is joined to."""
    owner = subject_owner(tree, head) if tree.is_finite[head] else None
    if owner is None:
        return mask
    subjects = [i for i in tree.dependents(owner, *SUBJECTS) if tree.labels[i] != "expl"]
    if any(tree.subtrees[i] & mask for i in subjects):
        return mask
    found = set(mask)
    for subject in subjects:
        own = owner == head or fits(tree, subject, head)
        if tree.pos[subject] in ("NOUN", "PROPN") and own and agrees(tree, subject, head):
            found |= phrase(tree, subject)
        if owner != head and tree.labels[owner] == "acl:relcl" and is_relative(tree, subject):
            found |= {subject, *phrase(tree, whom_told(tree, owner))}  # its second verb has it too
        if owner != head and tree.labels[owner] == "acl:relcl" and is_of_whom(tree, subject):
            found |= tree.subtrees[subject] | phrase(tree, whom_told(tree, owner))
    return frozenset(found) & tree.words


def whom_told(tree: Tree, relative: int) -> int:
    """What a relative is told of: "X, l'uomo che la fondò e la diresse" tells of X."""
    noun = tree.heads[relative]
    name = tree.heads[noun]
    return name if tree.labels[noun] == "appos" and tree.pos[name] == "PROPN" else noun


def is_of_whom(tree: Tree, subject: int) -> bool:
    """ "alcuni dei quali": some of those that stand before it."""
    return tree.language == "it" and any(
        is_relative(tree, i) and tree.has(i, "case") for i in tree.dependents(subject, "nmod")
    )


def subject_owner(tree: Tree, head: int) -> int | None:
    """The predicate whose subject a predicate has: itself, or the first of the joined ones."""
    while not tree.has_subject[head]:
        if tree.labels[head] != "conj" or not tree.is_clausal[tree.heads[head]]:
            return None
        head = tree.heads[head]
    return head


def agrees(tree: Tree, subject: int, head: int) -> bool:
    """Whether a verb's number is its subject's, as far as both show it."""
    verbs = [head, *tree.dependents(head, *VERBAL_CHILDREN)]
    finite = next((tree.morphs[v] for v in verbs if "VerbForm=Fin" in tree.morphs[v]), "")
    if tree.pos[subject] == "PROPN" or "Number=" not in tree.morphs[subject]:
        return True
    listed = tree.has(subject, "conj")
    plural = "Number=Plur" in tree.morphs[subject] or listed
    return ("Number=Plur" in finite) == plural or "Number=" not in finite


def with_what_is_counted(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Delle 40 scuole visitate, 12 non hanno la palestra": twelve of what goes with them."""
    bare = [
        i
        for i in tree.dependents(head, "nsubj", "nsubj:pass")
        if i in mask and tree.pos[i] == "NUM" and not tree.has(i, "nmod", "amod", "det")
    ]
    if tree.language != "it" or len(bare) != 1 or not tree.is_finite[head]:
        return mask
    first = tree.heads[head] if tree.labels[head] == "conj" else head
    for whole in (*tree.dependents(head, "obl"), *tree.dependents(first, "obl")):
        cases = {bare_preposition(tree.forms[i]) for i in tree.dependents(whole, "case")}
        opens = whole < bare[0] and tree.pos[whole] == "NOUN" and cases <= {"di", "su"}
        if cases and opens and "Number=Plur" in tree.morphs[whole]:
            return mask | (tree.subtrees[whole] & tree.words)
    return mask


def with_all_named(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "Le vittime sono X, di 19 anni; Y, di 16 anni": all of them, or it would be told of one."""
    copulas = tree.dependents(head, "cop")
    several = any("Number=Plur" in tree.morphs[i] for i in copulas) and tree.pos[head] == "PROPN"
    others = [i for i in tree.dependents(head, "conj") if tree.pos[i] == "PROPN"]
    if tree.language != "it" or not several or not others or mask.intersection(others):
        return mask
    return mask | (tree.subtrees[head] & tree.words)


def with_all_who_act(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "La preside, e il suo vice, hanno firmato": a plural verb has both of them."""
    if tree.language != "it" or not is_plural_verb(tree, head):
        return mask
    for subject in tree.dependents(head, "nsubj", "nsubj:pass"):
        others = tree.dependents(subject, "conj")
        named = mask & phrase(tree, subject)
        alone = bool(named) and not mask.intersection(others)
        if not alone or not others or "Number=Plur" in tree.morphs[subject]:
            continue
        if all(head > i for i in others):
            for other in others:
                mask |= phrase(tree, other) | set(tree.dependents(other, "cc"))
    return mask & tree.words


def both_subjects(tree: Tree, head: int, mask: Mask) -> Mask:
    """ "The founder, X, and his wife Y": the parser gives the verb two subjects."""
    subjects = tree.dependents(head, "nsubj", "nsubj:pass")
    if tree.language != "en" or len(subjects) != TWO:
        return frozenset()
    first, second = subjects
    ties = [i for i in tree.dependents(first, "cc") if i < min(tree.subtrees[second])]
    present = mask & (tree.subtrees[first] | tree.subtrees[second])
    return tree.subtrees[first] | tree.subtrees[second] if ties and present else frozenset()


def is_relative(tree: Tree, word: int) -> bool:
    """Whether a word stands for an antecedent: its preposition is never left out."""
    return tree.forms[word].lower() in clause_lexicon(tree.language).relative
