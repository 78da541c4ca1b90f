"""What a claim says of itself: its kind, whether it is asserted, hedged or denied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import reports
from claims.nlp.grammar.statement import Statement
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Tree
from claims.nlp.phrasing.undone_wording import is_undone
from claims.nlp.types import Kind

SOURCE_CASES = frozenset({"secondo", "to", "according", "da", "per", "by", "from"})
PURPOSES = frozenset({"affinché", "perché", "purché", "acciocché"})
RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})


def is_asserted(statement: Statement) -> bool:
    """Whether the article states the claim: no condition, wish, denial or indirect question."""
    tree = statement.tree
    if is_purpose(statement):
        return False
    conditions = words(tree.language, "marks.conditions")
    wishes = words(tree.language, "marks.wishes")
    for node in tree.paths[statement.head]:
        opens = any(
            tree.forms[child].lower() in conditions and tree.labels[child] in ("mark", "advmod")
            for child in tree.children[node]
            if child < node
        )
        if opens:
            return False
        governor = tree.heads[node]
        wished = wishes & {tree.lemmas[governor], tree.forms[governor].lower()}
        content = tree.labels[node] in ("ccomp", "xcomp") and not stands_apart(tree, node)
        if content and (wished or is_denied(tree, governor)):
            return governor in statement.mask
        if node != statement.head or tree.labels[node] not in ("conj", "ccomp", "xcomp"):
            break
    return True


def is_purpose(statement: Statement) -> bool:
    """ "affinché non votino": what somebody wants to reach hasn't come about."""
    tree, head = statement.tree, statement.head
    if tree.language != "it" or statement.role != "advcl" or tree.heads[head] in statement.mask:
        return False
    verbs = (head, *tree.dependents(head, *VERBAL_CHILDREN))
    wanted = any("Mood=Sub" in tree.morphs[i] for i in verbs)
    return wanted and any(tree.forms[i].lower() in PURPOSES for i in tree.dependents(head, "mark"))


def stands_apart(tree: Tree, clause: int) -> bool:
    """Whether a colon parts a clause from the verb that the parser hung it on."""
    governor = tree.heads[clause]
    return ":" in tree.forms[governor + 1 : min(tree.subtrees[clause])]


def is_denied(tree: Tree, verb: int) -> bool:
    """Whether a verb denies what hangs on it: "negano che", "non ha detto che"."""
    denying = words(tree.language, "marks.denials")
    negating = clause_lexicon(tree.language).negating
    if denying & {tree.lemmas[verb], tree.forms[verb].lower()}:
        return True
    return reports(tree, verb) and any(
        tree.forms[i].lower() in negating for i in tree.dependents(verb, "advmod")
    )


def is_hedged(statement: Statement) -> bool:
    """A word of doubt, an Italian conditional of hearsay, a source without a name, a condition."""
    tree = statement.tree
    hedging = clause_lexicon(tree.language).hedging
    own = [i for i in statement.mask if belongs_to_head(statement, i)]
    doubtful = any(
        "Mood=Cnd" in tree.morphs[i]
        or (tree.lemmas[i] in hedging and tree.pos[i] not in ("PROPN", "NOUN"))
        for i in own
    )
    return doubtful or is_hearsay(statement, own) or is_held_possible(statement)


def is_hearsay(statement: Statement, own: Iterable[int]) -> bool:
    """ "Secondo fonti", "stando a", "is said to be"."""
    tree = statement.tree
    sources, sayings = (words(tree.language, f"marks.{name}") for name in ("sources", "phrases"))
    unnamed = any(
        tree.lemmas[i] in sources
        and any(tree.forms[c].lower() in SOURCE_CASES for c in tree.dependents(i, "case"))
        for i in own
    )
    text = " ".join(tree.forms[i].lower() for i in sorted(statement.mask))
    return unnamed or any(re.search(rf"\b{saying}\b", text) for saying in sayings)


def is_held_possible(statement: Statement) -> bool:
    """A clause under "it seems that", or one that hangs on a condition."""
    tree, head = statement.tree, statement.head
    governor = tree.heads[head]
    under = tree.labels[head] in ("ccomp", "xcomp", "csubj", "acl")
    if under and tree.lemmas[governor] in words(tree.language, "marks.doubts"):
        return True
    conditions = words(tree.language, "marks.conditions") - {"whether"}
    return any(
        tree.forms[mark].lower() in conditions
        for clause in tree.dependents(head, "advcl")
        for mark in tree.dependents(clause, "mark", "advmod")
    )


def is_negated(statement: Statement) -> bool:
    """A negation of the predicate itself, not of a clause or phrase inside it ("non solo")."""
    tree = statement.tree
    if is_undone(tree, statement.head):
        return True
    negating = clause_lexicon(tree.language).negating
    only = words(tree.language, "marks.only")
    return any(
        (tree.lemmas[i] in negating or tree.forms[i].lower() in negating)
        and tree.labels[i] not in ("case", "mark")
        and not (i + 1 < tree.size and tree.forms[i + 1].lower() in only)
        for i in statement.mask
        if belongs_to_head(statement, i)
    )


def belongs_to_head(statement: Statement, word: int) -> bool:
    """Whether a word hangs on the head with no other clause between."""
    tree, node = statement.tree, word
    while node not in (statement.head, tree.heads[node]):
        if tree.labels[node] in ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"):
            return False
        node = tree.heads[node]
    return node == statement.head


def kind_of(statement: Statement, *, has_quantity: bool, has_date: bool, quotes: bool) -> Kind:
    """The sort of fact; the most telling feature wins.

    quotes: whether the claim reports direct speech that lies within it.
    """
    tree, head = statement.tree, statement.head
    if quotes or (reports(tree, head) and tree.has(head, "ccomp", "csubj", "xcomp", "parataxis")):
        return Kind.ATTRIBUTION
    if has_quantity:
        return Kind.QUANTITY
    if has_date:
        return Kind.DATE
    if statement.role in RELATIONS:
        return Kind.RELATION
    composing = clause_lexicon(tree.language).composing
    if composing & {tree.lemmas[head], tree.forms[head].lower()}:
        return Kind.COMPOSITION
    if tree.has(head, "cop"):
        return Kind.RELATION
    acts = tree.pos[head] == "VERB" or tree.has(head, "aux", "aux:pass")
    return Kind.EVENT if acts else Kind.OTHER
