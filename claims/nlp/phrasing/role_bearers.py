"""Nouns that stand for somebody whom the article names: "la ministra" -> "Ada Neri"."""

from __future__ import annotations

from collections.abc import Mapping

from claims.nlp.grammar.statement import Statement
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.roles import Roles
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.acting_above import is_told
from claims.nlp.referring.anaphors import definite_noun_at
from claims.nlp.referring.referents import FEMALE, MALE, gender_of_person
from claims.nlp.types import Span

GENDERS = {"man": MALE, "boy": MALE, "woman": FEMALE, "girl": FEMALE}


def borne_roles(
    statement: Statement, roles: Roles, names: FullNames, settled: Mapping[int, str]
) -> dict[int, str]:
    """The subjects of a claim that are bare definite nouns, as the people they stand for.

    settled: words whose meaning is known. Somebody whom the claim names anyway is named once.
    """
    tree = statement.tree
    own = {tree.forms[i].lower() for i in statement.mask}
    found: dict[int, str] = {}
    for word in sorted(statement.mask - settled.keys()):
        article = article_of_one(tree, word)
        if article is None or article not in statement.mask:
            continue
        noun = Span(tree.spans[article][0], tree.spans[word][1])
        name = roles.only_person(noun, tree.spans[0][0], names)
        if name is None or not may_be(tree, word, name):
            continue
        if not own.intersection(name.lower().split()):
            found |= {article: "", word: name}
    return found


def article_of_one(tree: Tree, word: int) -> int | None:
    """The article right before a noun that is a subject and has nothing else; None for others.

    What somebody says of a man is said of another: the last one named may be who speaks.
    """
    if tree.labels[word] not in SUBJECTS or not word or is_told(tree, word):
        return None
    anaphor = definite_noun_at(tree, word)
    alone = anaphor is not None and not anaphor.plural and not anaphor.pointing
    return word - 1 if alone and word - 1 in tree.dependents(word, "det") else None


def may_be(tree: Tree, noun: int, name: str) -> bool:
    """Whether noun and name don't show different genders."""
    shown = GENDERS.get(tree.lemmas[noun], "")
    if tree.language == "it":
        morph = tree.morphs[noun]
        shown = FEMALE if "Gender=Fem" in morph else MALE if "Gender=Masc" in morph else ""
    gender = gender_of_person(name)
    return not shown or not gender or shown == gender
