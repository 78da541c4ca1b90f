"""English words that the parser hangs on the wrong noun, told by commas and by kinds of nouns.

What stands behind a comma tells of the last thing named before it; "who" is never a place or a
firm; of a noun and a pronoun before one verb the pronoun is its subject.
"""

from __future__ import annotations

import re

from claims.nlp.lexicon import words
from claims.nlp.parsing.english_main_verbs import NOUNS, Arcs

BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
PLACES = frozenset({"GPE", "LOC"})
WHEN = frozenset({"DATE", "TIME"})
PEOPLE = frozenset(
    {"people", "men", "women", "children", "family", "families", "couple", "crew", "team", "group",
     "victims", "pupils", "parents", "staff", "members", "residents", "relatives", "youths"}
)  # fmt: skip
PARTS = frozenset({"compound", "flat"})
DOERS = re.compile(r"(?:[^e]er|or|ist|ian|ant|man|woman)s?$")
ROLES = frozenset({"minister", "mayor", "president", "director", "chairman", "chief", "coach"})
AN = frozenset({"a", "an"})


def with_own_nouns(arcs: Arcs, entities: list[str]) -> None:
    """Hang relatives, participles and appositions on the nouns that they tell of."""
    for word in range(len(arcs.forms)):
        if arcs.labels[word] == "acl:relcl":
            give_person(arcs, word, entities)
        elif arcs.labels[word] == "acl":
            give_nearest(arcs, word, "PROPN", entities)
        elif arcs.labels[word] == "appos" and is_one_of_many(arcs, word):
            give_nearest(arcs, word, "NOUN", entities)
        elif arcs.labels[word] == "appos":
            give_name(arcs, word, entities)
            give_somebody(arcs, word, entities)
        elif arcs.labels[word] == "conj":
            give_role(arcs, word, entities)
        elif arcs.labels[word] == "nsubj" and arcs.pos[word] == "PRON":
            give_pronoun(arcs, word)


def give_person(arcs: Arcs, clause: int, entities: list[str]) -> None:
    """ "The chairman of Lloyds, who is 71": a firm is nobody."""
    noun = arcs.heads[clause]
    who = any(arcs.forms[i].lower() == "who" for i in arcs.children(clause))
    led = arcs.labels[noun] == "nmod" and arcs.has(noun, "case")
    above = arcs.heads[noun]
    nobody = entities[noun] in BODIES
    if arcs.pos[noun] == arcs.pos[above] == "NOUN":  # "the owner of the building, who"
        nobody = is_somebody(arcs.forms[above]) and not is_somebody(arcs.forms[noun])
    if who and led and nobody and arcs.pos[above] in NOUNS:
        arcs.heads[clause] = above


def is_somebody(noun: str) -> bool:
    """Whether a noun tells what people are or do, or how many of them there are."""
    form = noun.lower()
    known = words("en", "names.person_nouns") | words("en", "names.person_titles")
    several = form in PEOPLE or form.removesuffix("s") in known
    return several or form in known or DOERS.search(form) is not None


def give_role(arcs: Arcs, noun: int, entities: list[str]) -> None:
    """ "Ada Vex, born in Leeds and a mother of three": one person, who is two things."""
    name = arcs.heads[noun]
    told = [i for i in arcs.children(name) if arcs.labels[i] == "acl" and name < i < noun]
    one = entities[name] == "PERSON" and arcs.pos[noun] == "NOUN" and is_one_of_many(arcs, noun)
    if one and told and is_somebody(arcs.forms[noun]):
        arcs.labels[noun] = "appos"
        for tie in arcs.children(name):
            if arcs.labels[tie] == "cc" and tie < noun:
                arcs.heads[tie] = noun


def give_somebody(arcs: Arcs, name: int, entities: list[str]) -> None:
    """ "A recount asked for by the candidate, Bee Lally,": a person is no recount."""
    noun, comma = arcs.heads[name], first_of(arcs, name) - 1
    near = comma - 1
    told = entities[name] == "PERSON" and arcs.forms[comma] == "," and near > noun
    below = arcs.pos[near] == arcs.pos[noun] == "NOUN" and noun in arcs.path(near)
    somebody = arcs.forms[near].lower() in words("en", "names.person_nouns") | ROLES
    if told and below and somebody and not is_somebody(arcs.forms[noun]):
        arcs.heads[name] = near


def give_name(arcs: Arcs, name: int, entities: list[str]) -> None:
    """ "A student from Derry, Bee Lally": a person is no place."""
    place = arcs.heads[name]
    led = arcs.labels[place] == "nmod" and arcs.has(place, "case")
    above = arcs.heads[place]
    said = entities[name] == "PERSON" and entities[place] in PLACES
    if led and said and arcs.pos[above] == "NOUN":
        arcs.heads[name] = above


def give_nearest(arcs: Arcs, word: int, kind: str, entities: list[str]) -> None:
    """ "Ada Neri, who followed Jo Vex, fired in 2021", "who lost his boat, a trawler"."""
    noun, comma = arcs.heads[word], first_of(arcs, word) - 1
    before = comma - 1
    if before <= noun or arcs.forms[comma] != "," or arcs.pos[before] != kind:
        return
    relatives = [i for i in arcs.children(noun) if arcs.labels[i] == "acl:relcl" and i < word]
    if not relatives or relatives[-1] not in arcs.path(before) or entities[before] in WHEN:
        return
    while arcs.labels[before] in PARTS:
        before = arcs.heads[before]
    if before < word:
        arcs.heads[word] = before


def first_of(arcs: Arcs, word: int) -> int:
    """Where a word's phrase begins."""
    return min(i for i in range(word + 1) if word in arcs.path(i))


def is_one_of_many(arcs: Arcs, noun: int) -> bool:
    """ "a trawler"."""
    return any(arcs.forms[i].lower() in AN for i in arcs.children(noun))


def give_pronoun(arcs: Arcs, pronoun: int) -> None:
    """ "The daughter of a carpenter, she left": the noun says who she is."""
    verb = arcs.heads[pronoun]
    for noun in arcs.children(verb):
        told = arcs.labels[noun] == "nsubj" and noun < pronoun and arcs.pos[noun] == "NOUN"
        if told and arcs.forms[pronoun - 1] == ",":
            arcs.hang(noun, pronoun, "appos")
