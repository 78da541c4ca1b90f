"""The claims of a sentence, each once: none headed by an auxiliary, none inside its own kin."""

from __future__ import annotations

from collections.abc import Iterable

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Mask, Tree, jaccard
from claims.nlp.splitting.whole_masks import is_condition

PARTS = VERBAL_CHILDREN | {"ccomp", "csubj", "xcomp"}  # clauses that a predicate needs
SAME_HEAD = 0.45  # two claims of one head share fewer words than this, or one repeats the other
LONG = 4  # words from which a participle or gerund tells a fact of its own


def without_repeats(statements: Iterable[Statement]) -> list[Statement]:
    """Statements, likeliest first; of two that differ only in how much they say, one."""
    kept: list[Statement] = []
    for statement in statements:
        if statement.role in VERBAL_CHILDREN:  # an auxiliary was taken for the predicate
            continue
        at = next((i for i, other in enumerate(kept) if repeats(statement, other)), None)
        if at is None:
            kept.append(statement)
        else:
            kept[at] = better(kept[at], statement)
    return kept


def repeats(one: Statement, other: Statement) -> bool:
    """Whether two statements of one predicate say the same, one of them more of it.

    Who says so is no repetition: what is said and who says it are two claims.
    """
    if one.mask == other.mask:
        return True
    more, less = (one, other) if len(one.mask) > len(other.mask) else (other, one)
    same = one.head == other.head or is_same_clause(one, other)
    inside = less.mask < more.mask and same
    mingled = one.head == other.head and jaccard(one.mask, other.mask) > SAME_HEAD
    return (inside or mingled) and not tells_who(one.tree, more.mask ^ less.mask)


def is_same_clause(one: Statement, other: Statement) -> bool:
    """Whether two claims tell one finite verb: one is headed by what the verb's clause adds.

    Or neither has a verb, and one only goes on with the other's list.
    """
    heads = {one.head, other.head}
    if not one.finite and not other.finite and one.role != other.role:
        return "conj" in (one.role, other.role) and heads <= one.mask & other.mask | heads
    return bool(one.finite) and one.finite == other.finite and one.role not in ("conj", "ccomp")


def tells_who(tree: Tree, added: Mask) -> bool:
    """Whether words name who says so."""
    lexicon = clause_lexicon(tree.language)
    return any(
        tree.lemmas[i] in lexicon.reporting or tree.forms[i].lower() in lexicon.attributing
        for i in added
    )


def better(one: Statement, other: Statement) -> Statement:
    """The longer of two, but where it only adds another fact; the likelier where they mingle."""
    if not (one.mask < other.mask or other.mask < one.mask):
        return one
    more, less = (one, other) if len(one.mask) > len(other.mask) else (other, one)
    return less if any(is_own_fact(more, i) for i in more.mask - less.mask) else more


def is_loose(tree: Tree, clause: int) -> bool:
    """Whether a clause called an object stands behind a comma or colon of its own."""
    first = min(tree.subtrees[clause] & tree.words, default=clause)
    opened = first > 0 and tree.forms[first - 1] in (",", ":", ";")
    return tree.labels[clause] == "ccomp" and opened and not tree.in_quotes[first]


def is_own_fact(statement: Statement, word: int) -> bool:
    """Whether a word heads a clause or a phrase that is told beside the predicate."""
    tree, label = statement.tree, statement.tree.labels[word]
    if word == statement.head or (label in PARTS and not is_loose(tree, word)):
        return False
    if tree.is_verbal[word] and (tree.is_finite[word] or tree.has_subject[word]):
        return not is_condition(tree, word)
    long = len(tree.subtrees[word] & statement.mask) >= LONG
    return label == "appos" or (label in ("acl", "advcl") and long)
