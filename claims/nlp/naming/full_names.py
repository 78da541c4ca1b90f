"""One name for each person, organisation or thing that an article names in several ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.nlp.naming.unlike_names import (
    LEGAL_FORMS,
    PERSON,
    named_later,
    named_places,
    spaced,
    things_in_full,
    told_apart,
)
from claims.nlp.parsing.tree import Tree
from claims.nlp.types import Entity

PLACE = "LOC"
MOST_WORDS = 4
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


def is_said_beside(tree: Tree, inside: Sequence[int], name: str) -> bool:
    """ "il premio Nobel", "Ada “Billie” Vex": a word of the full name stands right before."""
    added = {word.lower() for word in name.split()} - {tree.forms[i].lower() for i in inside}
    return any(tree.forms[i].lower() in added for i in range(max(inside[0] - NEAR, 0), inside[0]))


def is_told_further(tree: Tree, inside: Sequence[int]) -> bool:
    """ "l'Olimpiade di Atene": what stands behind tells which one, and it may be another."""
    following = inside[-1] + 1
    of = following < tree.size and tree.forms[following].lower() in ("di", "of")
    return of and tree.labels[following] == "case"


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
