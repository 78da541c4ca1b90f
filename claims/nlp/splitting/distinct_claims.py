"""The claims of a sentence, each once: none headed by an auxiliary, none inside its own kin."""

from __future__ import annotations

from collections.abc import Iterable

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import VERBAL_CHILDREN, jaccard

NOMINAL = frozenset({"nmod", "nsubj", "nsubj:pass", "obj", "obl"})
SAME_HEAD = 0.45  # two claims of one head share fewer words than this, or one repeats the other


def without_repeats(statements: Iterable[Statement]) -> list[Statement]:
    """Statements, likeliest first; of two that differ only in how much they say, the likelier.

    The longer one in its place is right less often (cross-fitted F1: the claims' card).
    """
    kept: list[Statement] = []
    for statement in statements:
        if statement.role in VERBAL_CHILDREN:  # an auxiliary was taken for the predicate
            continue
        kept = [other for other in kept if not is_aside_of_nearer(other, statement)]
        if not any(repeats(statement, other) for other in kept):
            kept.append(statement)
    return kept


def repeats(one: Statement, other: Statement) -> bool:
    """Whether two statements of one predicate say the same, one of them more of it.

    Who says so is no repetition: what is said and who says it are two claims.
    """
    if one.mask == other.mask or tells_of_two(one, other):
        return True
    more, less = (one, other) if len(one.mask) > len(other.mask) else (other, one)
    same = one.head == other.head or is_same_clause(one, other)
    inside = less.mask < more.mask and same
    mingled = one.head == other.head and jaccard(one.mask, other.mask) > SAME_HEAD
    return (inside or mingled) and not tells_who(more, less)


def tells_of_two(one: Statement, other: Statement) -> bool:
    """ "A trial by the institute, published in 2021": of two nouns the likelier was."""
    if one.tree.language != "en":
        return False
    told = one.role == "acl" and one.head == other.head
    if told and one.predicate == other.predicate:
        return True
    more, less = (one, other) if len(one.mask) > len(other.mask) else (other, one)
    return is_told_of_nearer(less, more)


def is_told_of_nearer(near: Statement, whole: Statement) -> bool:
    """Whether two claims tell one participle, one of them of a noun within the other's."""
    nested = near.role == "acl" and whole.head in near.tree.paths[near.head][1:]
    verbless = not near.finite and not whole.finite
    return nested and verbless and whole.role in NOMINAL and near.mask < whole.mask


def is_aside_of_nearer(near: Statement, whole: Statement) -> bool:
    """ "A trial by the institute, published in 2021": a comma parts it from the nearer noun."""
    first = min(near.predicate, default=0)
    apart = bool(first) and near.tree.forms[first - 1] == ","
    return near.tree.language == "en" and apart and is_told_of_nearer(near, whole)


def is_same_clause(one: Statement, other: Statement) -> bool:
    """Whether two claims tell one finite verb: one is headed by what the verb's clause adds.

    Or neither has a verb, and one only goes on with the other's list.
    """
    heads = {one.head, other.head}
    if not one.finite and not other.finite and one.role != other.role:
        return "conj" in (one.role, other.role) and heads <= one.mask & other.mask | heads
    return bool(one.finite) and one.finite == other.finite and one.role not in ("conj", "ccomp")


def tells_who(more: Statement, less: Statement) -> bool:
    """Whether the words that one claim has more of name who says so.

    A verb of saying among them does, unless both tell the same head: then it says something else
    ("sostiene che rientra nell'uso previsto dalla legge").
    """
    tree, added = more.tree, more.mask ^ less.mask
    lexicon = clause_lexicon(tree.language)
    return any(
        tree.forms[i].lower() in lexicon.attributing
        or (more.head != less.head and tree.lemmas[i] in lexicon.reporting)
        for i in added
    )
