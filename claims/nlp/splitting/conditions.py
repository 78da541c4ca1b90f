"""Clauses on which another hangs: "se", "unless", "nel caso in cui", "provided that"."""

from __future__ import annotations

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import VERBAL_CHILDREN, Tree


def is_condition(tree: Tree, clause: int) -> bool:
    """Whether a clause says on what its predicate hangs."""
    conditions = words(tree.language, "marks.conditions")
    marks = tree.dependents(clause, "mark", "advmod")
    return any(tree.forms[mark].lower() in conditions for mark in marks) or is_led_in(tree, clause)


def is_led_in(tree: Tree, clause: int) -> bool:
    """Whether several words open a condition: the parser hangs them on other words."""
    first = min(tree.subtrees[clause] & tree.words, default=clause)
    phrases = words(tree.language, "marks.condition_phrases")
    led = any(stands_at(tree, first, phrase.split()) for phrase in phrases)
    verbs = (clause, *tree.dependents(clause, *VERBAL_CHILDREN))
    # "nel caso Rossi" is no condition
    return led and (tree.language == "en" or any("Mood=Sub" in tree.morphs[i] for i in verbs))


def stands_at(tree: Tree, first: int, phrase: list[str]) -> bool:
    """Whether a phrase begins at a word, ends before it, or lies across its beginning."""
    starts = range(max(first - len(phrase), 0), first + 1)
    return any([form.lower() for form in tree.forms[i : i + len(phrase)]] == phrase for i in starts)


def led_conditions(tree: Tree, head: int) -> list[int]:
    """The words on a predicate that such an opening leads in, on whatever the parser hangs them."""
    beside = tree.children[tree.heads[head]] if tree.heads[head] != head else []
    own = [i for i in tree.children[head] if leads_in(tree, i) and clause_behind(tree, i) is None]
    return own + [i for i in beside if leads_in(tree, i) and clause_behind(tree, i) == head]


def leads_in(tree: Tree, word: int) -> bool:
    """Whether a condition stands on a word: it, or what hangs on a noun of its opening."""
    clauses = (word, *tree.dependents(word, "ccomp", "acl", "acl:relcl"))
    return any(is_led_in(tree, clause) for clause in clauses)


def clause_behind(tree: Tree, condition: int) -> int | None:
    """The clause that a condition opens where the parser hangs both on one verb."""
    start = max(tree.subtrees[condition]) + 1
    start += start < tree.size and tree.forms[start] == ","
    for clause in tree.children[tree.heads[condition]]:
        if tree.is_clausal[clause] and min(tree.subtrees[clause]) == start:
            return None if tree.labels[start] == "cc" else clause
    return None
