"""Clauses on which another hangs: "se", "unless", "nel caso in cui", "provided that"."""

from __future__ import annotations

from functools import lru_cache

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Tree
from claims.nlp.splitting.contrasted_times import sets_times_apart

INVERTED = frozenset({"had", "were", "should"})


def is_condition(tree: Tree, clause: int) -> bool:
    """Whether a clause says on what its predicate hangs."""
    if sets_times_apart(tree, clause):
        return False
    conditions = words(tree.language, "marks.conditions")
    marks = tree.dependents(clause, "mark", "advmod")
    named = any(tree.forms[mark].lower() in conditions for mark in marks)
    return named or is_led_in(tree, clause) or is_inverted(tree, clause)


def is_inverted(tree: Tree, clause: int) -> bool:
    """ "Had he hit the post", "Were the wall to fail", "Should rates rise": the verb opens it."""
    verbs = [clause, *tree.dependents(clause, "aux", "aux:pass", "cop")]
    opening = min(tree.subtrees[clause] & tree.words, default=clause)
    opens = opening in verbs and tree.forms[opening].lower() in INVERTED
    under = tree.labels[clause] in ("advcl", "ccomp") and clause < tree.heads[clause]
    subjects = [i for i in tree.dependents(clause, *SUBJECTS) if i > opening]
    return tree.language == "en" and opens and under and bool(subjects)


def is_led_in(tree: Tree, clause: int) -> bool:
    """Whether several words open a condition: the parser hangs them on other words."""
    openings = openings_of(tree)
    if not openings:
        return False
    first = min(tree.subtrees[clause] & tree.words, default=clause)
    # the phrase begins at the clause's first word, ends before it, or lies across its beginning
    leading = [opening for opening in openings if opening[0] <= first <= opening[1]]
    verbs = (clause, *tree.dependents(clause, *VERBAL_CHILDREN))
    # "nel caso Rossi" is no condition, "a patto che" is one in whatever mood the tagger sees
    sure = tree.language == "en" or any("Mood=Sub" in tree.morphs[i] for i in verbs)
    return any(sure or tree.forms[start].lower() == "a" for start, _ in leading)


@lru_cache(maxsize=1)
def openings_of(tree: Tree) -> list[tuple[int, int]]:
    """Where such phrases stand in a sentence, half-open; it is asked for each of its claims."""
    forms = [form.lower() for form in tree.forms]
    phrases = condition_phrases(tree.language)
    return [
        (start, start + len(phrase))
        for start, form in enumerate(forms)
        for phrase in phrases.get(form, ())
        if forms[start : start + len(phrase)] == phrase
    ]


@lru_cache(maxsize=2)
def condition_phrases(language: str) -> dict[str, list[list[str]]]:
    """The phrases that open a condition, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in words(language, "marks.condition_phrases"):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def led_conditions(tree: Tree, head: int) -> list[int]:
    """The words on a predicate that such an opening leads in, on whatever the parser hangs them."""
    if not openings_of(tree):
        return []
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


def led_phrases(tree: Tree, predicate: int) -> frozenset[int]:
    """ "riceverà i lavoratori, a patto che lo sciopero sia revocato": all that such words open.

    The parser hangs the noun in them on the predicate, and the clause on the noun or above.
    """
    found = set[int]()
    for start, end in openings_of(tree) if tree.language == "it" else ():
        noun, clause = tree.heads[start], tree.heads[end - 1]
        led = tree.labels[start] == "case" and tree.forms[start].lower() == "a"
        if led and tree.heads[noun] == predicate and clause >= end:
            found |= tree.subtrees[noun] | tree.subtrees[clause] | set(range(start, end))
    return frozenset(found) & tree.words
