"""What a claim says of itself: its kind, whether it is hedged, whether it is denied."""

from __future__ import annotations

from claims.nlp.clause_lexicon import clause_lexicon
from claims.nlp.masks import reports
from claims.nlp.statement import Statement
from claims.nlp.types import Kind

RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})


def is_hedged(statement: Statement) -> bool:
    """A word of doubt, or an Italian verb in the conditional of hearsay."""
    tree = statement.tree
    hedging = clause_lexicon(tree.language).hedging
    own = [i for i in statement.mask if belongs_to_head(statement, i)]
    return any(
        "Mood=Cnd" in tree.morphs[i]
        or (tree.lemmas[i] in hedging and tree.pos[i] not in ("PROPN", "NOUN"))
        for i in own
    )


def is_negated(statement: Statement) -> bool:
    """A negation of the predicate itself, not of a clause inside it."""
    tree = statement.tree
    negating = clause_lexicon(tree.language).negating
    own = [i for i in statement.mask if belongs_to_head(statement, i)]
    return any(tree.lemmas[i] in negating or tree.forms[i].lower() in negating for i in own)


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
    if tree.lemmas[head] in clause_lexicon(tree.language).composing:
        return Kind.COMPOSITION
    if tree.has(head, "cop"):
        return Kind.RELATION
    acts = tree.pos[head] == "VERB" or tree.has(head, "aux", "aux:pass")
    return Kind.EVENT if acts else Kind.OTHER
