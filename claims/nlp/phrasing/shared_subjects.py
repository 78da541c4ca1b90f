"""The subject that a joined verb shares with the first: "gli operai entrano e firmano"."""

from __future__ import annotations

import re

from claims.nlp.grammar.masks import has_clause_as_subject
from claims.nlp.grammar.phrases import Names, bare_phrase
from claims.nlp.grammar.statement import Statement
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.bearers import subject_phrase
from claims.nlp.phrasing.title_articles import top_of
from claims.nlp.referring.left_out import has_noun_behind

GENDER = re.compile(r"Gender=\w+")
JOINING = frozenset({"e", "ed", "and"})
VERBS = ("aux", "aux:pass", "cop")


def shared_subject(statement: Statement, names: Names) -> str | None:
    """The noun that the claim's words lack; None where they have one or it doesn't agree."""
    tree, head = statement.tree, statement.head
    clitics = {"expl"} if tree.language == "it" else set()
    own = any(tree.labels[i] in SUBJECTS - clitics for i in statement.mask)
    if statement.role != "conj" or own or statement.outside or not tree.is_verbal[head]:
        return None
    if tree.language == "it" and (has_noun_behind(tree, head) or has_clause_as_subject(tree, head)):
        return None
    finite = [i for i in (head, *tree.dependents(head, *VERBS)) if statement.is_finite(i)]
    noun = subject_phrase(tree, tree.heads[head])
    joined = any(tree.forms[i].lower() in JOINING for i in tree.dependents(head, "cc"))
    if not finite or not joined or not noun or not agrees_in_number(tree, finite, noun):
        return None
    with_be = any(tree.lemmas[i] == "essere" for i in tree.dependents(head, *VERBS))
    if with_be and not agrees_in_gender(tree, head, noun):
        return None
    return bare_phrase(tree, noun, names)


def agrees_in_number(tree: Tree, verbs: list[int], noun: Mask) -> bool:
    """Whether a verb of the third person, where its form tells, has the noun's number."""
    shown = [tree.morphs[i] for i in verbs if "Number=" in tree.morphs[i]]
    if any("Person=1" in morph or "Person=2" in morph for morph in shown):
        return False
    plural = is_plural(tree, top_of(tree, noun), noun)
    return all(("Number=Plur" in morph) == plural for morph in shown)


def agrees_in_gender(tree: Tree, predicate: int, noun: Mask) -> bool:
    """Whether participle or adjective surely fits the noun: both show the same gender."""
    shown = GENDER.search(tree.morphs[predicate])
    top = top_of(tree, noun)
    noun_shows = GENDER.search(tree.morphs[top])
    if noun_shows is None:  # "la Fenice"
        articles = (GENDER.search(tree.morphs[i]) for i in tree.dependents(top, "det"))
        noun_shows = next((found for found in articles if found is not None), None)
    told = tree.pos[predicate] in ("VERB", "ADJ")
    if not told or shown is None:
        return True
    return noun_shows is not None and shown[0] == noun_shows[0]
