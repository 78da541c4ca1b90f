"""Whether a wording makes a sentence of an apposition or a participle without turning it round.

"Levi, killed in 1990" was killed: neither "Levi killed" nor "Levi has killed" says so.
"""

from __future__ import annotations

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Tree
from claims.nlp.proposing.article_words import tokens
from claims.nlp.proposing.wording_lists import wording_lists


def may_change_form(tree: Tree, word: int) -> bool:
    """Whether a verb says the same in a finite form: a gerund or an infinitive, no participle."""
    if tree.pos[word] not in ("VERB", "AUX"):
        return False
    if tree.language == "en" and tree.forms[word].lower().endswith("ing"):
        return True
    return any(f"VerbForm={form}" in tree.morphs[word] for form in ("Ger", "Inf"))


def is_made_finite(wording: str, statement: Statement, own: str, *, is_changed: bool) -> bool:
    """Whether a claim without a finite verb got one: a form of "to be", or its own verb's.

    own: the product's wording; where that adds "to be", what looks like a finite verb is none.
    is_changed: whether a verb of the claim took another form, which then needs no other.
    """
    if statement.finite:
        return not adds_being(own, statement)
    return adds_being(wording, statement) != is_changed


def adds_being(wording: str, statement: Statement) -> bool:
    """Whether a wording has a form of "to be" that isn't among the claim's words."""
    tree = statement.tree
    own = {form for i in statement.mask for form in tokens(tree.forms[i])}
    being = wording_lists(tree.language).being
    return any(form in being and form not in own for form in tokens(wording))
