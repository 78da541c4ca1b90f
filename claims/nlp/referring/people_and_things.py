"""Whether what an article speaks of is a person: "he" is never a match, "it" never a dentist."""

from __future__ import annotations

import re
from enum import IntEnum

from claims.nlp.grammar.phrases import bare_preposition
from claims.nlp.lexicon import words
from claims.nlp.naming.full_names import PERSON, FullNames
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Tree

PEOPLE = ("names.person_titles", "names.person_nouns")
BODIES = ("names.org_heads", "names.org_nouns", "names.place_heads")
MORE_PEOPLE = frozenset(
    {"client", "friend", "neighbour", "neighbor", "patient", "guest", "witness", "lady", "child",
     "grandson", "granddaughter", "grandfather", "grandmother", "uncle", "aunt", "nephew", "niece"}
)  # fmt: skip
DOERS = re.compile(r"(?:ist|man|woman|ician|crat)$")
SHORTEST = 2
"""Words of a title with the first name behind it."""
GIVEN_NAMES = ("people.first", "people.women", "people.men")
SHOUTED = 4
"""Letters from which a word in capitals is a dateline or a heading, not somebody."""
LOCATING = frozenset({"in", "at", "a", "presso"})


class Sort(IntEnum):
    """What a name or noun stands for; numbers are a feature of the model."""

    THING = 0
    PERSON = 1
    UNKNOWN = 2


def sort_of_name(name: str, label: str, names: FullNames) -> Sort:
    """By its type, by its form, and by a surname that stands for it elsewhere in the article."""
    if label == PERSON:
        return Sort.PERSON
    if label != "MISC" or (name.isupper() and len(name) >= SHOUTED):
        return Sort.THING
    *first, last = name.split()
    if name.split()[0] in words("names", "people.first"):
        return Sort.PERSON
    if is_given_behind_title(first):
        return Sort.PERSON
    if first and names.of_form.get(last) == name:
        return Sort.PERSON
    return Sort.UNKNOWN


def is_given_behind_title(forms: list[str]) -> bool:
    """ "Chief Executive Ada" of a name that swallowed a title; "New Aurora" is nobody's."""
    if len(forms) < SHORTEST or not any(forms[-1] in words("names", one) for one in GIVEN_NAMES):
        return False
    title = forms[-2].lower()
    return any(title in words(language, kind) for language in ("en", "it") for kind in PEOPLE)


def sort_shown(tree: Tree, top: int, first: int) -> Sort:
    """By what stands beside a name: "the X", "in X", "X river" are things, "X, who" somebody."""
    governor = tree.heads[top]
    if tree.labels[top] == "compound" and governor > top:
        sort = sort_of_noun(tree.language, tree.lemmas[governor])
        if sort == Sort.THING:
            return sort
    before = tree.forms[first - 1].lower() if first else ""
    if tree.language == "en" and before == "the":
        return Sort.THING
    if bare_preposition(before) in LOCATING:
        return Sort.THING
    who = any(
        tree.forms[i].lower() in ("who", "whom")
        for clause in tree.dependents(top, "acl:relcl")
        for i in tree.children[clause]
    )
    return Sort.PERSON if who else Sort.UNKNOWN


def is_several_by_one_name(tree: Tree, top: int) -> bool:
    """ "Vale were second": a team or a band bears an English name with its verb in the plural."""
    if tree.language != "en" or tree.labels[top] not in SUBJECTS or tree.has(top, "conj", "appos"):
        return False
    verb = tree.heads[top]
    first = min((i for i in tree.dependents(verb, *VERBAL_CHILDREN) if i > top), default=verb)
    return tree.forms[first].lower() in ("are", "were", "have") and tree.is_finite[first]


def sort_of_noun(language: str, lemma: str) -> Sort:
    """By the lexicon's lists; in English also by the ending."""
    if any(lemma in words(language, name) for name in PEOPLE) or lemma in MORE_PEOPLE:
        return Sort.PERSON
    if any(lemma in words(language, name) for name in BODIES):
        return Sort.THING
    return Sort.PERSON if language == "en" and DOERS.search(lemma) else Sort.UNKNOWN


def has_no_staff(tree: Tree, title: int, owners: set[str]) -> bool:
    """ "its chief executive": a firm has one or a town, "the demand" never. owners: lemmas."""
    held = {tree.lemmas[title], tree.forms[title].lower()}
    person = any(held & words(tree.language, kind) for kind in PEOPLE)
    return person and not any(owners & words(tree.language, kind) for kind in BODIES)
