"""English masks that make no sentence, or a false one: what the words share isn't in the tree."""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree

RELATIVES = frozenset({"who", "which", "whose"})
PLACING = frozenset({"at", "in", "on", "near", "under", "above", "below"})
REPORTS = frozenset({"reports", "claims", "says"})
TELLING = frozenset({"acl", "acl:relcl", "appos"})


def is_torn_english(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether an English claim leans on words that aren't told of one another."""
    if tree.language != "en":
        return False
    return (
        is_led_noun(tree, head, mask)
        or is_half_absolute(tree, head)
        or is_beside_led_noun(tree, head, mask)
        or is_bare_participle(tree, head, mask)
        or is_closing_source(tree, head)
        or has_only_a_relative(tree, head, mask)
    )


def is_led_noun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "With rates high and builders going bankrupt": rates don't go; nor is a rule dated of "a
    rule in the lease dated 4 March"."""
    led = tree.labels[head] in ("obl", "nmod") and tree.has(head, "case")
    own = [i for i in tree.dependents(head, *TELLING) if i in mask]
    if not led or own or tree.is_clausal[head] or Statement(tree, head, mask).finite:
        return False
    inside = mask & tree.subtrees[head]
    nouns = [
        (tree.heads[i], i) for i in inside if tree.labels[i] == "acl" and tree.heads[i] != head
    ]
    return any(
        tree.labels[noun] == "conj" or (noun == i - 1 and tree.has(noun, "det"))
        for noun, i in nouns
    )


def is_half_absolute(tree: Tree, head: int) -> bool:
    """ "With rates at a high and shops going bust": the parser takes the rates for the subject."""
    if not any(tree.forms[i].lower() == "with" for i in tree.dependents(head, "mark")):
        return False
    subjects = tree.dependents(head, "nsubj")
    places = [i for noun in subjects for i in tree.dependents(noun, "nmod") if tree.has(i, "conj")]
    return any(
        tree.forms[case].lower() in PLACING
        for noun in places
        for case in tree.dependents(noun, "case")
    )


def is_beside_led_noun(tree: Tree, head: int, mask: Mask) -> bool:
    """ "After the second count Ada Neri had": she is no count."""
    if tree.labels[head] not in SUBJECTS or Statement(tree, head, mask).finite:
        return False
    first = min(tree.subtrees[head] & mask)
    beside = [i for i in tree.dependents(tree.heads[head], "obl") if i in mask and i < first]
    near = [i for i in beside if max(tree.subtrees[i]) == first - 1 and tree.has(i, "case")]
    return bool(near) and not mask & set(tree.dependents(near[0], "case"))


def is_bare_participle(tree: Tree, head: int, mask: Mask) -> bool:
    """ "Hoisted when power is cheap, it sinks": of what, the claim doesn't say."""
    passive = tree.pos[head] == "VERB" and "VerbForm=Part" in tree.morphs[head]
    opens = min(mask) == head and mask <= tree.subtrees[head]
    helped = tree.has(head, *VERBAL_CHILDREN, *SUBJECTS)
    return passive and opens and not helped and tree.labels[head] != "ROOT"


def is_closing_source(tree: Tree, head: int) -> bool:
    """ "Two boats sunk, local radio reports.": who says so is no apposition."""
    behind = [tree.forms[i] for i in range(head + 1, tree.size) if tree.is_word[i]]
    says = tree.forms[head] in REPORTS and tree.labels[head] == "appos" and not behind
    return says and not tree.has(head, "det", "nummod")


def has_only_a_relative(tree: Tree, head: int, mask: Mask) -> bool:
    """ "The boiler, whose age was the excuse": what the boiler did isn't there."""
    statement = Statement(tree, head, mask)
    under = any(tree.labels[i] == "acl:relcl" for i in (head, *statement.first_conjuncts()))
    if under or statement.finite or not tree.is_finite[head] or tree.labels[head] == "ccomp":
        return False
    inner = sorted(mask)[1:]
    return any(
        tree.forms[i].lower() in RELATIVES and head in tree.paths[i] and i < head for i in inner
    )
