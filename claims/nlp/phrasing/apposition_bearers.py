"""Who or what an apposition is said of: the phrase before it, or a name within it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.nlp.grammar.phrases import (
    bare_preposition,
    fused_article,
)
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.verb_forms import is_plural
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.phrasing.title_articles import ABSTRACT, top_of

PERSON_NOUNS = ("names.person_titles", "names.person_nouns")
PLACE_NOUNS = ("names.place_heads", "names.org_heads", "names.org_nouns")
MORE_PLACES = frozenset(
    {"stato", "nazione", "repubblica", "sobborgo", "località", "centro", "borgo", "villaggio",
     "cittadina", "capoluogo", "metropoli", "zona", "area", "arcipelago", "sede", "luogo", "porto"}
)  # fmt: skip
ONE = frozenset({"il", "lo", "la", "l'", "l’", "un", "uno", "una", "un'", "un’", "a", "an"})
SETTLEMENTS = frozenset(
    {"capoluogo", "capitale", "città", "cittadina", "frazione", "quartiere", "sobborgo",
     "villaggio", "borgo", "comune", "municipio", "località", "isola", "metropoli"}
)  # fmt: skip
# what is called after people
NAMED_AFTER = frozenset(
    {"via", "viale", "vicolo", "piazza", "piazzale", "corso", "largo", "lungomare", "villa",
     "palazzo", "teatro", "stadio", "san", "santa", "sant", "santo", "ponte", "porto", "monte",
     "castel", "borgo", "istituto", "liceo", "ospedale", "fondazione", "museo", "cinema",
     "hotel", "parco"}
)  # fmt: skip
LOCATING = frozenset({"a", "in", "presso"})
DEED = re.compile(r"[^a]tur[ae]$")  # "frattura", no "creatura"
WORKS = re.compile(r"(?:tric[ei]|ist[aie]|ier[aeio]|olog[oahi]+)$")  # "una lettrice di Lodi"


def is_joined(tree: Tree, noun: Mask) -> bool:
    """Whether a phrase names several: not "la partita tra X e Y", "la doppiatrice e attrice X"."""
    ands = [i for i in noun if tree.forms[i].lower() in ("e", "ed", "and")]
    top = top_of(tree, noun)
    if not ands or tree.pos[top] != "NOUN" or tree.forms[min(noun)].lower() not in ONE:
        return bool(ands)
    members = [i for i in tree.dependents(top, "conj") if i in noun]
    return any(tree.pos[i] == "PROPN" or tree.has(i, "det") for i in members)


def behind_place(tree: Tree, mask: Mask) -> Mask:
    """ "(è morto a) Roma Raimondo Neri": the person's name alone, where both are taken for one."""
    place, *name = sorted(i for i in mask if tree.pos[i] != "ADP") or [0]
    led = place > 0 and bare_preposition(tree.forms[place - 1]) in LOCATING
    street = tree.forms[place].lower().rstrip("'’") in NAMED_AFTER
    if not led or street or len(name) < 2 or name[0] != place + 1:
        return mask
    given = tree.forms[name[0]] in words("names", "people.first")
    town = tree.forms[place] in words("names", "places.names") and len(name) == 2
    proper = all(tree.pos[i] == "PROPN" for i in (place, *name[:2]))
    return frozenset(name) if (given or town) and proper else mask


def up_to_comma(tree: Tree, mask: Mask) -> Mask:
    """A name without what else is told of it behind a comma: "Ada Rossi, milanese"."""
    top = top_of(tree, mask)
    if tree.pos[top] != "PROPN" or tree.has(top, "conj"):
        return mask
    marks = [i for i in range(top, max(mask)) if tree.forms[i] == ","]
    kept = frozenset(i for i in mask if not marks or i < marks[0])
    return kept if top in kept else mask


def told_of(tree: Tree, first: Mask, second: Mask, people: Mask) -> Mask | None:
    """Who or what a phrase is said of; None where it can't be what stands before it.

    What only people are is said of a name: "i guantoni di X, la campionessa" tells of X. A place
    ("presso X, il torneo") is a place, and a bare noun ("dopo mesi di inattività, il ministro") is
    seldom told about.
    """
    top, said = top_of(tree, first), top_of(tree, second)
    if tree.language == "it" and tree.pos[said] == tree.pos[top] == "PROPN":  # two names
        return None if top in people or said in people else first
    if tree.pos[said] != "NOUN":
        return first
    one = tree.forms[min(second)].lower() in ONE and not is_joined(tree, first)
    if tree.language == "it" and one and is_plural(tree, top, first):
        named = last_name(tree, first, people)  # "le proteste per X, l'attivista"
        return named if named and max(first) + 2 == min(second) else first
    somebody = tree.entities[top] in PERSON or is_of(tree, top, PERSON_NOUNS)
    act = any(kind.search(tree.forms[said].lower()) for kind in (DEED, ABSTRACT))
    act = act and not is_of(tree, said, PLACE_NOUNS)
    if tree.language == "it" and somebody and act:
        return None  # "con un'esecuzione perfetta, la ginnasta X"
    opens = tree.pos[min(second)] != "ADP"
    if tree.lemmas[said] in SETTLEMENTS and tree.pos[top] == "NOUN" and opens:
        return town_within(tree, first)
    person = is_of(tree, said, PERSON_NOUNS)
    if person and (is_where(tree, top) or is_seat(tree, top)):
        return None
    works = tree.language == "it" and WORKS.search(tree.forms[top].lower()) is not None
    if tree.pos[top] == "NOUN" and person and not (works or is_of(tree, top, PERSON_NOUNS)):
        named = last_name(tree, first, people)
        return (
            None if named is None and ABSTRACT.search(tree.forms[top].lower()) else named or first
        )
    if tree.pos[top] == "PROPN" and top not in people and tree.language == "it":
        cases = {bare_preposition(tree.forms[i]) for i in tree.dependents(top, "case")}
        place = is_of(tree, said, PLACE_NOUNS) or tree.lemmas[said] in MORE_PLACES
        return None if cases & LOCATING and not place else first
    return None if is_bare_noun(tree, top) else first


def is_bare_noun(tree: Tree, noun: int) -> bool:
    """ "dopo mesi di inattività, il ministro": led in by a preposition, without an article."""
    bare = tree.pos[noun] == "NOUN" and not tree.has(noun, "det", "det:poss", "nummod", "amod")
    fused = any(fused_article(tree.forms[i]) for i in tree.dependents(noun, "case"))
    single = "Number=Plur" not in tree.morphs[noun]
    unit = tree.has(tree.heads[noun], "nummod") and tree.labels[noun] == "nmod"
    return bare and (single or unit) and tree.has(noun, "case") and not fused


def town_within(tree: Tree, mask: Mask) -> Mask | None:
    """ "l'aeroporto di Lodi, capoluogo": the town that ends a phrase; a settlement as it is."""
    top = top_of(tree, mask)
    if tree.lemmas[top] in SETTLEMENTS or is_of(tree, top, ("names.place_heads",)):
        return mask
    inside, name = sorted(mask), set[int]()
    while inside and tree.pos[inside[-1]] == "PROPN":
        name.add(inside.pop())
    return frozenset(name) or mask


def is_where(tree: Tree, name: int) -> bool:
    """ "a Carpi, figlia di un fornaio": a place led by "a" or "in" is nobody."""
    cases = {bare_preposition(tree.forms[i]) for i in tree.dependents(name, "case")}
    return (
        tree.pos[name] == "PROPN" and tree.entities[name] not in PERSON and bool(cases & LOCATING)
    )


def is_seat(tree: Tree, name: int) -> bool:
    """ "l'arcivescovo di Lodi, capo della Chiesa": the place in a title is nobody."""
    led = {bare_preposition(tree.forms[i]) for i in tree.dependents(name, "case")}
    place = tree.pos[name] == "PROPN" and tree.entities[name] not in PERSON
    noun = tree.heads[name]
    works = tree.language == "it" and WORKS.search(tree.forms[noun].lower()) is not None
    return place and led == {"di"} and (works or is_of(tree, noun, PERSON_NOUNS))


def is_of(tree: Tree, noun: int, lists: Sequence[str]) -> bool:
    """Whether a noun stands in one of the lexicon's lists."""
    return any(
        {tree.lemmas[noun], tree.forms[noun].lower()} & words(tree.language, name) for name in lists
    )


def last_name(tree: Tree, mask: Mask, people: Mask) -> Mask | None:
    """The name that ends a phrase."""
    inside, name = sorted(mask), set[int]()
    while inside and inside[-1] in people:
        name.add(inside.pop())
    return frozenset(name) or None
