"""Who and what an article speaks of: names and noun phrases with the places that mention them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from claims.nlp.grammar.masks import phrase
from claims.nlp.grammar.phrases import (
    definite_article,
    fused_article,
    join_words,
    outer_article,
    with_article,
)
from claims.nlp.naming.full_names import PERSON, FullNames, words_of
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.genders import (
    FEMALE,
    MALE,
    UNKNOWN,
    gender_of_person,
    gender_shown,
)
from claims.nlp.referring.people_and_things import (
    Sort,
    is_several_by_one_name,
    sort_of_name,
    sort_of_noun,
    sort_shown,
)
from claims.nlp.types import Entity

MAIN = frozenset({"ROOT", "conj", "parataxis"})
LONGEST_COMPLEMENT = 8
SHARES = frozenset({"none", "one", "some", "half", "most"})  # no things that a pronoun means
MEMORY = 12  # sentences in which a thing is still at hand
# roles of a mention
MAIN_SUBJECT, SUBJECT, OBJECT, OBLIQUE, POSSESSOR, ASIDE, OTHER = range(1, 8)


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: the sentence's number, the word's index in its tree, the role."""

    sentence: int
    word: int
    role: int
    start: int
    end: int


@dataclass(slots=True)
class Referent:
    """One person or thing. `text` is how a claim names it; `nouns` are lemmas it was called.

    before, after: for a noun, the modifiers and the complement of its fullest mention.
    total: how often the article names it in all.
    """

    text: str
    is_name: bool
    label: str
    plural: bool
    gender: str
    lemma: str = ""
    before: str = ""
    after: str = ""
    total: int = 1
    sort: Sort = Sort.UNKNOWN
    nouns: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def take_role(self, sentence: int, word: int, role: int) -> None:
        """Give one mention another role than its own."""
        for at, place in enumerate(self.places):
            if (place.sentence, place.word) == (sentence, word):
                self.places[at] = replace(place, role=role)


class Referents:
    """All that was mentioned so far; `enter` each sentence in reading order."""

    def __init__(self, names: FullNames) -> None:
        self.names = names
        self.of_name: dict[str, Referent] = {}
        self.of_noun: dict[tuple[str, bool], Referent] = {}
        self.here: dict[int, Referent] = {}
        self.recent: deque[tuple[int, Referent]] = deque()

    def near(self, lemma: str, plural: bool) -> list[Referent]:
        """What the last sentences mention, and what a noun was earlier: each once."""
        found = {id(referent): referent for _, referent in self.recent}
        earlier = self.of_noun.get((lemma, plural))
        if earlier is not None:
            found[id(earlier)] = earlier
        return list(found.values())

    def enter(self, tree: Tree, number: int) -> None:
        """Note what a sentence mentions; `here` then tells which word names what."""
        self.here = {}
        while self.recent and number - self.recent[0][0] > MEMORY:
            self.recent.popleft()
        for first in range(tree.size):
            entity = self.names.by_start.get(tree.spans[first][0])
            inside = words_of(tree, entity, first) if entity else []
            if entity and inside:
                self.note_name(tree, number, entity, inside)
        for word in range(tree.size):
            if tree.pos[word] == "NOUN" and word not in self.here and is_phrase(tree, word):
                self.note_noun(tree, number, word)

    def note_name(self, tree: Tree, number: int, entity: Entity, inside: list[int]) -> None:
        """One more mention of a name."""
        name = self.names.name_of(entity)
        top = min(inside, key=lambda i: (tree.depths[i], i))
        found = self.of_name.get(name)
        if found is None:
            label = self.names.labels.get(name, entity.label)
            sort = sort_of_name(name, label, self.names)
            gender = UNKNOWN if sort == Sort.THING else gender_of_person(name)
            found = Referent(name, True, label, False, gender, total=self.names.counts[name])
            found.sort = sort
            self.of_name[name] = found
        found.gender = found.gender or gender_shown(tree, top, inside[0])
        found.nouns |= called(tree, top, set(inside))
        if found.sort == Sort.UNKNOWN:
            found.sort = sort_shown(tree, top, inside[0])
        if found.label != PERSON and is_several_by_one_name(tree, top):
            found.sort = Sort.THING
        elif any(sort_of_noun(tree.language, noun) == Sort.PERSON for noun in found.nouns):
            found.sort = Sort.PERSON
        found.places.append(Place(number, top, role_of(tree, top), entity.start, entity.end))
        if found.label != PERSON:
            found.text = with_article(article_of(tree, inside[0]), name)
        self.here |= dict.fromkeys(inside, found)
        self.recent.append((number, found))

    def note_noun(self, tree: Tree, number: int, word: int) -> None:
        """One more mention of a thing that a noun names."""
        plural = "Number=Plur" in tree.morphs[word]
        key = (tree.lemmas[word], plural)
        before, after = modifiers(tree, word)
        found = self.of_noun.get(key)
        if found is None:
            gender = {"Gender=Fem": FEMALE, "Gender=Masc": MALE}
            shown = next((g for mark, g in gender.items() if mark in tree.morphs[word]), UNKNOWN)
            found = Referent("", False, "", plural, shown, tree.lemmas[word], total=0)
            found.sort = sort_of_noun(tree.language, found.lemma)
            self.of_noun[key] = found
        found.total += 1
        if len(before) + len(after) > len(found.before) + len(found.after):
            found.before, found.after = before, after
        if before or after or not found.text:
            found.text = noun_text(tree, word, before, after)
        start, end = tree.spans[word]
        found.places.append(Place(number, word, role_of(tree, word), start, end))
        self.here[word] = found
        names = [i for i in named_beside(tree, word) if i in self.here]
        if names:  # "her coach, Ada Neri, said": one person, who does what the noun does
            if tree.heads[names[0]] == word:
                self.here[names[0]].take_role(number, names[0], role_of(tree, word))
        else:
            self.recent.append((number, found))


def named_beside(tree: Tree, noun: int) -> list[int]:
    """The words that may name what a noun stands for: "the coach, Ada Neri", and reversed."""
    beside = tree.dependents(noun, "appos", "flat", "flat:name")
    if tree.labels[noun] == "appos":
        beside.append(tree.heads[noun])
    return [i for i in beside if tree.pos[i] == "PROPN" and not tree.has(i, "case")]


def role_of(tree: Tree, word: int) -> int:
    """What a mention does in its sentence."""
    label = tree.labels[word]
    if label in SUBJECTS:
        chain = tree.paths[tree.heads[word]]
        main = all(tree.labels[i] in MAIN for i in chain)
        return MAIN_SUBJECT if main else SUBJECT
    groups = {
        OBJECT: ("obj", "iobj"),
        OBLIQUE: ("obl", "obl:agent"),
        POSSESSOR: ("nmod", "nmod:poss", "compound"),
        ASIDE: ("appos", "flat", "flat:name"),
    }
    return next((role for role, labels in groups.items() if label in labels), OTHER)


def is_phrase(tree: Tree, word: int) -> bool:
    """Whether a noun stands with an article, a number or as a subject: it names something."""
    if tree.labels[word] in ("compound", "flat", "fixed", "nmod:poss", "amod"):
        return False
    if tree.lemmas[word] in SHARES:
        return False
    determined = tree.has(word, "det", "nummod", "det:poss", "nmod:poss")
    fused = any(fused_article(tree.forms[i]) for i in tree.dependents(word, "case"))
    return determined or fused or tree.labels[word] in SUBJECTS


def called(tree: Tree, top: int, inside: set[int]) -> set[str]:
    """The nouns that title, apposition or copula give to a name."""
    found: set[str] = set()
    governor, label = tree.heads[top], tree.labels[top]
    if label in ("flat", "flat:name", "appos", "compound", "nmod") and not tree.has(top, "case"):
        found.add(governor_lemma(tree, governor))
    if label in SUBJECTS and tree.has(governor, "cop") and tree.pos[governor] == "NOUN":
        found.add(tree.lemmas[governor])
    for child in tree.children[top]:
        if child not in inside and tree.labels[child] in ("appos", "compound", "flat"):
            found.add(governor_lemma(tree, child))
    return found - {""}


def governor_lemma(tree: Tree, word: int) -> str:
    """A common noun's lemma."""
    return tree.lemmas[word] if tree.pos[word] == "NOUN" else ""


def article_of(tree: Tree, first: int) -> str:
    """The definite article that the article's text gives a name ("la Brunex")."""
    if tree.language == "en":
        article = outer_article(tree, first)
        return article if article == "the" else ""
    before = first - 1
    if before < 0:
        return ""
    form = tree.forms[before].lower().replace("’", "'")
    if form in ("il", "lo", "la", "l'", "i", "gli", "le"):
        return form
    return fused_article(form) if tree.pos[before] == "ADP" else ""


def modifiers(tree: Tree, noun: int) -> tuple[str, str]:
    """What stands before and after a noun within its phrase: ("blood", "for pre-eclampsia")."""
    inside = frozenset(phrase(tree, noun)) & tree.words
    before = [
        i
        for i in sorted(inside)
        if i < noun and tree.labels[i] in ("compound", "amod", "flat") and tree.heads[i] == noun
    ]
    if before and before != list(range(before[0], noun)):
        before = []
    after: list[int] = []
    for word in range(noun + 1, tree.size):
        if word not in inside:
            break
        after.append(word)
    while after and tree.pos[after[-1]] == "ADP":  # "a grant of £30 million"
        after.pop()
    if not fits(tree, after):
        after = []
    if not fits(tree, before):
        before = []
    return join_words(tree, before, {}), join_words(tree, after, {})


def fits(tree: Tree, modifier: list[int]) -> bool:
    """Whether words may stand for a noun elsewhere: few, no verb, pronoun or list."""
    kinds = {tree.pos[i] for i in modifier}
    listed = any(tree.labels[i] in ("conj", "cc") for i in modifier)
    return (
        len(modifier) <= LONGEST_COMPLEMENT and not listed and not kinds & {"VERB", "AUX", "PRON"}
    )


def without_capital(tree: Tree, text: str) -> str:
    """Words without the capital that they have because their sentence begins with them."""
    first = min(tree.words)
    common = tree.pos[first] in ("NOUN", "ADJ") and not tree.entities[first]
    opens = common and text.startswith(tree.forms[first]) and not text[1:2].isupper()
    return text[:1].lower() + text[1:] if opens else text


def noun_text(tree: Tree, noun: int, before: str, after: str) -> str:
    """The noun phrase with a definite article."""
    words_here = " ".join(part for part in (before, tree.forms[noun], after) if part)
    if tree.language == "en":
        return f"the {without_capital(tree, words_here)}"
    own = article_of(tree, noun - len(before.split()))  # the tagger errs: "la sindaca"
    first_word = words_here.split(" ", 1)[0]
    return with_article(own or definite_article(tree, noun, first_word), words_here)
