"""One name for each person, organisation or thing that an article names in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Tree
from claims.nlp.types import Entity

PERSON = "PER"
PLACE = "LOC"
LEGAL_FORMS = frozenset(
    {"ag", "spa", "s.p.a.", "s.p.a", "srl", "s.r.l.", "inc", "inc.", "ltd", "ltd.", "llc", "plc",
     "gmbh", "corp", "corp.", "s.a.", "sa", "nv", "co.", "onlus"}
) | {form.lower() for form in words("it", "names.dotted_forms")}  # fmt: skip
MOST_WORDS = 4
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
LONGEST_LOCATING = 10
OF_PLACE = re.compile(
    r"(?<!\w)(?:città|provincia|comune|regione|isola|frazione|quartiere|paese|capoluogo|sindac[oa]"
    r"|city|province|town|village|county|island|district|mayor)\s(?:di|of)\s$",
    re.IGNORECASE,
)
LONGEST_OF_PLACE = 16
SENTENCE_END = re.compile(r"[.!?;:\n]")
NEAR = 4  # words and marks between a nickname and the first name before it
# words that open the names of things: the river Vexa is not Radio Vexa
NEVER_GIVEN = frozenset(
    {"radio", "port", "porto", "tele", "banca", "monte", "lago", "lake", "mount", "new", "nuova",
     "north", "south", "east", "west", "castel", "teatro", "piazza", "via", "villa", "palazzo"}
)  # fmt: skip
FAMILIES = frozenset(
    {"family", "families", "brothers", "sisters", "twins", "famiglia", "fratelli", "coniugi",
     "sorelle", "gemelli"}
)  # fmt: skip
NICKNAMED = re.compile(r"([A-ZÀ-Þ][\w.-]+) [\"“‘'(][^\"”’')]+[\"”’')] $")
LONGEST_NICKNAME = 40
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof"})


class FullNames:
    """From every way in which the article writes a name to the one that stands for all."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.spans = {(e.start, e.end): e for e in entities}
        self.by_start = {e.start: e for e in entities}
        forms = Counter(spaced(text[e.start : e.end]) for e in entities)
        holders: dict[str, list[str]] = {}
        for form in forms:
            for word in set(form.split()):
                holders.setdefault(word, []).append(form)
        others = told_apart(text, entities) | named_places(text, entities)
        labels: dict[str, str] = {}
        for e in entities:
            labels.setdefault(spaced(text[e.start : e.end]), e.label)
        self.labels = labels
        later = named_later(text, entities, labels)
        self.of_form = {
            form: canonical(
                form,
                [name for name in sharing(form, holders) if (form, name) not in later]
                if form not in others
                else [],
                forms,
                labels,
            )
            for form in forms
        }
        things = things_in_full(text, entities, holders, labels)
        self.of_form |= {
            f: n for f, n in things.items() if self.of_form[f] == f and f not in others
        }
        self.counts = Counter[str]()
        for form, count in forms.items():
            self.counts[self.of_form[form]] += count
        self.text = text

    def fuller(self, name: str) -> str:
        """The name in its one form; any other name as it is."""
        return self.of_form.get(spaced(name), name)

    def name_of(self, entity: Entity) -> str:
        """The one form of an entity's name."""
        return self.fuller(self.text[entity.start : entity.end])

    def replacements(self, tree: Tree, words: Sequence[int]) -> dict[int, str]:
        """Words to write otherwise so that names among them stand in their one form."""
        found: dict[int, str] = {}
        chosen = frozenset(words)
        for first in words:
            entity = self.by_start.get(tree.spans[first][0])
            if entity is None:
                continue
            inside = words_of(tree, entity, first)
            name = self.name_of(entity)
            shown = [i for i in inside if tree.is_word[i]]
            if not inside or not chosen.issuperset(shown) or is_continued(tree, inside):
                continue
            if is_of_family(tree, inside) or is_said_beside(tree, inside, name):
                continue
            if entity.label != PERSON and is_told_further(tree, inside):
                continue
            title = first - 1 if first else -1
            courtesy = (
                tree.language == "en"
                and title >= 0
                and tree.forms[title].lower().rstrip(".") in COURTESY
            )
            if courtesy and title in chosen and len(name.split()) > 1:
                found[title] = ""
            elif title >= 0 and tree.pos[title] == "PROPN" and not courtesy:
                continue
            if name != self.text[entity.start : entity.end]:
                found |= dict.fromkeys(inside, "") | {first: name}
        return found


def told_apart(text: str, entities: Sequence[Entity]) -> set[str]:
    """ "Trasi è uscito, seguito da Ada Trasi": who is named in full behind a name is another."""
    found: set[str] = set()
    forms = {spaced(text[e.start : e.end]) for e in entities}
    for i, entity in enumerate(entities):
        own = spaced(text[entity.start : entity.end])
        given = NICKNAMED.search(text, max(entity.start - LONGEST_NICKNAME, 0), entity.start)
        if given and f"{given[1]} {own}" not in forms:
            found.add(own)  # 'Ada "Billie" Trasi': a full name that is no entity
        for other in entities[i + 1 :]:
            if SENTENCE_END.search(text, entity.end, other.start):
                break
            name = spaced(text[other.start : other.end]).split()
            if other.label == PERSON and len(name) > 1 and own in name[1:]:
                found.add(own)
    return found


def named_places(text: str, entities: Sequence[Entity]) -> set[str]:
    """ "la provincia di Terralta": a town of which no "Meccanica Terralta" is the full name."""
    return {
        spaced(text[e.start : e.end])
        for e in entities
        if OF_PLACE.search(text, max(e.start - LONGEST_OF_PLACE, 0), e.start)
    }


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
    return {
        spaced(text[e.start : e.end])
        for e in entities
        if LOCATED.search(text, max(e.start - LONGEST_LOCATING, 0), e.start)
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


def is_said_beside(tree: Tree, inside: Sequence[int], name: str) -> bool:
    """ "il premio Nobel", "Ada “Billie” Vex": a word of the full name stands right before."""
    added = {word.lower() for word in name.split()} - {tree.forms[i].lower() for i in inside}
    return any(tree.forms[i].lower() in added for i in range(max(inside[0] - NEAR, 0), inside[0]))


def is_told_further(tree: Tree, inside: Sequence[int]) -> bool:
    """ "l'Olimpiade di Atene": what stands behind tells which one, and it may be another."""
    following = inside[-1] + 1
    of = following < tree.size and tree.forms[following].lower() in ("di", "of")
    return of and tree.labels[following] == "case"


def spaced(name: str) -> str:
    """Single spaces."""
    return " ".join(name.split())


def words_of(tree: Tree, entity: Entity, first: int) -> list[int]:
    """The words of a tree that lie in an entity; none where it ends within a word."""
    inside: list[int] = []
    for word in range(first, tree.size):
        start, end = tree.spans[word]
        if start >= entity.end:
            break
        if end > entity.end:
            return []
        inside.append(word)
    return inside


def is_continued(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether the parser takes the next word for a part of the name as well."""
    after = inside[-1] + 1
    return (
        after < tree.size
        and tree.pos[after] == "PROPN"
        and tree.labels[after] in ("flat", "flat:name")
    )


def is_of_family(tree: Tree, inside: Sequence[int]) -> bool:
    """ "the Vex family", "i fratelli Vex": a surname that several bear."""
    beside = (inside[0] - 1, inside[-1] + 1)
    return any(0 <= i < tree.size and tree.forms[i].lower() in FAMILIES for i in beside)


def sharing(form: str, holders: dict[str, list[str]]) -> list[str]:
    """The forms that share their first or last word with a name."""
    own = form.split()
    return [*holders[own[-1]], *(holders[own[0]] if len(own) > 1 else [])]


def canonical(form: str, others: Sequence[str], forms: Counter[str], labels: dict[str, str]) -> str:
    """The form that stands for `form` all through the article; `others` share a word with it."""
    if labels[form] in (PERSON, "MISC"):
        full = longest_person(form, others, forms, labels)
        if full is not None:
            return full
    if labels[form] in (PERSON, PLACE):
        return form
    return without_legal_form(form, forms)


def longest_person(
    form: str, others: Sequence[str], forms: Counter[str], labels: dict[str, str]
) -> str | None:
    """The one full name of a person whose words contain all words of `form`; None for several."""
    own = form.split()

    def is_person(name: str) -> bool:
        return labels[name] == PERSON

    if labels[form] == "MISC" and len(own) > 1:
        return None
    full = [
        other
        for other in others
        if labels[other] in (PERSON, "MISC")
        and len(own) < len(other.split()) <= MOST_WORDS
        and len(other.split()) > 1
        and (is_person(other) or other.split()[0].lower() not in NEVER_GIVEN)
        and set(own) <= set(other.split())
        and (own[-1] == other.split()[-1] or (own[0] == other.split()[0] and is_person(other)))
    ]
    if not full:
        return None
    longest = max(full, key=lambda name: (len(name.split()), forms[name]))
    return longest if all(set(name.split()) <= set(longest.split()) for name in full) else None


def without_legal_form(form: str, forms: Counter[str]) -> str:
    """ "Orsini SpA" is "Orsini" where the article also says so."""
    *rest, last = form.split()
    short = " ".join(rest)
    return short if rest and last.lower() in LEGAL_FORMS and short in forms else form
