"""A chosen mask with the half that changes what the other says.

"Né confermato né smentito" denies both; "ma solo per sei mesi" takes half of it back; "a vincere è
stata X" says of X only what stands before it.
"""

from __future__ import annotations

from claims.nlp.parsing.tree import Mask, Tree

NOR = frozenset({"neither", "nor", "né"})
BUT = frozenset({"ma", "bensì", "but"})
CAUSES = frozenset({"perché", "because"})
NOTHING = frozenset({"nothing", "anything"})
NEGATIONS = frozenset({"non", "not", "n't", "n’t", "never"})
APART = frozenset({"advcl", "parataxis", "conj", "acl:relcl"})


def with_contrasts(tree: Tree, head: int, mask: Mask) -> Mask:
    """The mask with the second half of a denied pair, of a "but" and of an Italian cleft."""
    mask = with_denied_pair(tree, head, mask)
    for word in sorted(mask):
        for half in tree.dependents(word, "conj"):
            if head not in tree.subtrees[half] and is_told_with(tree, word, half):
                mask |= tree.subtrees[half]
        for half in tree.dependents(word, "advcl", "csubj"):
            if tells_who(tree, head, word) and is_half_of_cleft(tree, word, half):
                mask |= tree.subtrees[half]
    return mask & tree.words


def with_denied_pair(tree: Tree, head: int, mask: Mask) -> Mask:
    """Both verbs of "neither confirmed nor denied": either alone would be told as done."""
    pair = denied_pair(tree, head)
    if pair is None:
        return mask
    first, second = pair
    other = (tree.subtrees[i] for i in tree.dependents(first, *APART) if i != second)
    return mask | (tree.subtrees[first] - frozenset().union(*other))


def first_of_denied(tree: Tree, head: int) -> int:
    """The first verb of a denied pair, or the head itself."""
    pair = denied_pair(tree, head)
    return head if pair is None else pair[0]


def denied_pair(tree: Tree, head: int) -> tuple[int, int] | None:
    """The two verbs of "né confermato né smentito", if the head is one of them."""
    for second in (head, *tree.dependents(head, "conj")):
        first = tree.heads[second]
        if tree.labels[second] != "conj" or tree.has_subject[second]:
            continue
        ties = [*tree.dependents(first, "cc"), *tree.dependents(second, "cc")]
        verbs = tree.pos[first] == "VERB" and tree.pos[second] == "VERB"
        if verbs and sum(tree.forms[i].lower() in NOR for i in ties) > 1:
            return first, second
    return None


def is_told_with(tree: Tree, word: int, half: int) -> bool:
    """ "ma solo per sei mesi", "non …, ma perché …", "nothing but read it out"."""
    if not any(tree.forms[i].lower() in BUT for i in tree.dependents(half, "cc")):
        return False
    if not tree.is_clausal[half]:
        return tree.pos[half] not in ("ADJ", "VERB") and tree.has(half, "case", "advmod", "nummod")
    nothing = [i for i in tree.dependents(word, "obj") if tree.forms[i].lower() in NOTHING]
    if nothing and not tree.has_subject[half]:
        return True
    denied = any(tree.forms[i].lower() in NEGATIONS for i in tree.dependents(word, "advmod"))
    return denied and any(tree.forms[i].lower() in CAUSES for i in tree.dependents(half, "mark"))


def tells_who(tree: Tree, head: int, noun: int) -> bool:
    """Whether a claim is that of a predicate noun, or of the name beside it."""
    return head == noun or (tree.labels[head] == "appos" and tree.heads[head] == noun)


def is_half_of_cleft(tree: Tree, noun: int, clause: int) -> bool:
    """ "A vincere il concorso è stata una studentessa": only the first half says what she did."""
    marks = {tree.forms[i].lower() for i in tree.dependents(clause, "mark")}
    copulas = tree.dependents(noun, "cop")
    leads = bool(copulas) and max(tree.subtrees[clause]) < min(copulas)
    return tree.language == "it" and leads and bool(marks & {"a", "ad"})
