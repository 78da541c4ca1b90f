"""Which names that share a word are one's and which aren't: a town and its fair, two people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from claims.nlp.lexicon import words
from claims.nlp.types import Entity

PERSON = "PER"
LEGAL_FORMS = frozenset(
    {"ag", "spa", "s.p.a.", "s.p.a", "srl", "s.r.l.", "inc", "inc.", "ltd", "ltd.", "llc", "plc",
     "gmbh", "corp", "corp.", "s.a.", "sa", "nv", "co.", "onlus"}
) | {form.lower() for form in words("it", "names.dotted_forms")}  # fmt: skip
THINGS = ("MISC", "ORG")
PLACES = words("names", "places.names")
COMMON = (
    "names.org_heads", "names.org_nouns", "names.place_heads", "names.person_nouns",
    "names.never_people",
)  # fmt: skip
SHORTEST = 4
"""Letters of a name that stands for a longer one: no acronym does."""
LOCATED = re.compile(
    r"(?<!\w)(?:in|at|near|around|outside|a|ad|presso|verso|vicino a)\s$", re.IGNORECASE
)
OF_PLACE = re.compile(
    r"(?<!\w)(?:città|provincia|comune|regione|isola|frazione|quartiere|paese|capoluogo|sindac[oa]"
    r"|city|province|town|village|county|island|district|mayor)\s(?:di|of)\s$",
    re.IGNORECASE,
)
LONGEST_LEADING = 16  # letters of what either of them looks for, with its spaces
SENTENCE_END = re.compile(r"[.!?;:\n]")
NICKNAMED = re.compile(r"([A-ZÀ-Þ][\w.-]+) [\"“‘'(][^\"”’')]+[\"”’')] $")
LONGEST_NICKNAME = 40


def told_apart(text: str, entities: Sequence[Entity]) -> set[str]:
    """ "Trasi è uscito, seguito da Ada Trasi": who is named in full behind a name is another."""
    found: set[str] = set()
    forms = {spaced(text[e.start : e.end]) for e in entities}
    full_names = full_names_by_word(text, entities)
    ends = [end.start() for end in SENTENCE_END.finditer(text)]
    for i, entity in enumerate(entities):
        own = spaced(text[entity.start : entity.end])
        given = NICKNAMED.search(text, max(entity.start - LONGEST_NICKNAME, 0), entity.start)
        if given and f"{given[1]} {own}" not in forms:
            found.add(own)  # 'Ada "Billie" Trasi': a full name that is no entity
        later = full_names.get(own, [])
        at, end = bisect_right(later, i), bisect_left(ends, entity.end)
        if at < len(later) and (end == len(ends) or entities[later[at]].start <= ends[end]):
            found.add(own)
    return found


def full_names_by_word(text: str, entities: Sequence[Entity]) -> dict[str, list[int]]:
    """For each word behind a person's first name the places in `entities` of those who bear it."""
    found: dict[str, list[int]] = {}
    for i, entity in enumerate(entities):
        if entity.label == PERSON:
            for word in set(text[entity.start : entity.end].split()[1:]):
                found.setdefault(word, []).append(i)
    return found


def named_places(text: str, entities: Sequence[Entity]) -> set[str]:
    """ "la provincia di Terralta": a town of which no "Meccanica Terralta" is the full name."""
    return forms_behind(OF_PLACE, text, entities)


def named_later(
    text: str, entities: Sequence[Entity], labels: Mapping[str, str]
) -> set[tuple[str, str]]:
    """Of what may be a thing as well, the pairs that aren't one: "Terralta" with a fair behind it.

    A thing is named in full first; a place isn't named by a thing that bears its name.
    """
    first = {spaced(text[e.start : e.end]): e.start for e in reversed(entities)}
    located = located_forms(text, entities)
    given = words("names", "people.first")
    things = [f for f in first if labels[f] != PERSON and " " in f and f.split()[0] not in given]
    return {
        (form, thing)
        for form in first
        if labels[form] == "MISC" and " " not in form
        for thing in things
        if form in located or first[form] < first[thing]
    }


def located_forms(text: str, entities: Sequence[Entity]) -> set[str]:
    """The names that stand as a place somewhere: Dunmore, where Dunmore Athletic may play."""
    return forms_behind(LOCATED, text, entities)


def forms_behind(leading: re.Pattern[str], text: str, entities: Sequence[Entity]) -> set[str]:
    """The names right before which a pattern's words stand somewhere."""
    return {
        spaced(text[e.start : e.end])
        for e in entities
        if leading.search(text, max(e.start - LONGEST_LEADING, 0), e.start)
    }


def things_in_full(
    text: str,
    entities: Sequence[Entity],
    holders: Mapping[str, Sequence[str]],
    labels: Mapping[str, str],
) -> dict[str, str]:
    """The things that are named in full first and by one word from then on.

    Told in full afterwards as well, the two may be different ("Vexa" and its service "Vexa Pay").
    """
    last = {spaced(text[e.start : e.end]): e.start for e in entities}
    first = {spaced(text[e.start : e.end]): e.start for e in reversed(entities)}
    longer = {form: longer_thing(form, holders, labels) for form in labels}
    located = located_forms(text, entities)
    return {
        form: full
        for form, full in longer.items()
        if full != form and form not in located and last[full] < first[form]
    }


def longer_thing(form: str, holders: Mapping[str, Sequence[str]], labels: Mapping[str, str]) -> str:
    """ "Helion" is "Helion Grid", if no other name holds that word.

    holders: for each word the names that hold it, in the article's order.
    """
    if labels[form] not in THINGS or " " in form or len(form) < SHORTEST or is_well_known(form):
        return form
    full, *others = holders[form]
    begins = full.startswith(f"{form} ") and len(full.split()) == len(form.split()) + 1
    if not begins or others != [form] or labels[full] not in THINGS:
        return form
    last = full.split()[-1]
    own = last.isalpha() and last.lower() not in LEGAL_FORMS and last not in PLACES
    return full if own else form


def is_well_known(form: str) -> bool:
    """A name that needs no other word, or a noun that begins many names ("Coppa")."""
    common = any(
        form.lower() in words(language, kind) for language in ("it", "en") for kind in COMMON
    )
    return common or form in PLACES or form in words("names", "organisations.names")


def spaced(name: str) -> str:
    """Single spaces."""
    return " ".join(name.split())
