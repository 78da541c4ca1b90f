"""What the pointing words of each sentence mean, as far as the article makes it sure."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.naming.full_names import FullNames
from claims.nlp.parsing.tree import Tree
from claims.nlp.referring.acting_above import acting_above, tells_of_another
from claims.nlp.referring.anaphors import (
    OPEN_KINDS,
    Anaphor,
    Kind,
    anaphors_of,
    possessive_at,
    subject_in_chain,
)
from claims.nlp.referring.binding import (
    is_of_first_of_two,
    never_meant,
    objects_beside,
    subjects_above,
)
from claims.nlp.referring.enclitics import enclitics_of
from claims.nlp.referring.genders import FEMALE, MALE, UNKNOWN, gender_of_noun
from claims.nlp.referring.last_speaker import LastSpeaker
from claims.nlp.referring.left_out import means_no_name, own_arguments, tells_one_thing
from claims.nlp.referring.named_later import named_later
from claims.nlp.referring.people_and_things import Sort, has_no_staff
from claims.nlp.referring.reference_features import candidates_for, feature_rows
from claims.nlp.referring.referents import MAIN_SUBJECT, Place, Referent, Referents, role_of
from claims.nlp.referring.rival_meanings import (
    has_like,
    has_rival,
    is_only_person,
    is_sure,
    may_be_person,
)
from claims.nlp.types import Quote

Floats = NDArray[np.float32]
# (pointing word, what it may mean, their features) -> how likely each is meant
Chooser = Callable[[Tree, Anaphor, Sequence[Referent], Floats], Floats]

SHOWN = 0.08  # a reader is shown candidates from here on
MOST_SHOWN = 4
BETWEEN_PEOPLE = {"it": 0.93, "en": 0.8}  # the bound where two people may be meant
ONLY_ONE = 0.3  # the bound where the article names nobody else
GOVERNED = 0.6  # the bound where "it" depends on what a name does
BESIDE = 0.4  # the bound of "l'ha venduta" behind "ha comprato la statua e"
NEAR = {"it": 1, "en": 2}  # sentences within which another person may be meant
LISTED = re.compile(r" ed? |,")


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointing word with what it surely means (`meant`) or, where that isn't sure, may mean."""

    anaphor: Anaphor
    meant: Referent | None
    candidates: tuple[Referent, ...]


@dataclass(frozen=True, slots=True)
class Enclitic:
    """The last `length` code points of a verb, a pronoun, with what it may mean."""

    word: int
    length: int
    candidates: tuple[Referent, ...]


class References:
    """Reads the article's sentences in order; `here` holds the references of the last one."""

    def __init__(self, names: FullNames, choose: Chooser, thresholds: Mapping[str, float]) -> None:
        self.referents = Referents(names)
        self.names = names
        self.choose = choose
        self.thresholds = thresholds
        self.number = 0
        self.here: list[Reference] = []
        self.enclitics: list[Enclitic] = []
        self.last_speaker = LastSpeaker()

    def enter(self, tree: Tree, quotes: Sequence[Quote]) -> None:
        """Note the sentence's mentions and settle its pointing words, left to right."""
        self.number += 1
        self.referents.enter(tree, self.number)
        self.here = []
        self.enclitics = [self.left_open(tree, *one) for one in enclitics_of(tree)]
        for anaphor in anaphors_of(tree):
            if self.thresholds[anaphor.form] <= 1.0 or anaphor.kind in OPEN_KINDS:
                self.here.append(self.settled(tree, anaphor, quotes))
        settled = {r.anaphor.word: r.meant for r in self.here if r.meant is not None}
        self.last_speaker.listen(tree, self.number, {**self.referents.here, **settled})

    def left_open(self, tree: Tree, anaphor: Anaphor, length: int) -> Enclitic:
        """A pronoun written onto its verb with what it may mean, likeliest first."""
        lemma = tree.lemmas[anaphor.word]
        near = self.referents.near(lemma, anaphor.plural)
        found = candidates_for(anaphor, lemma, near, self.number, english=False)
        if not found:
            return Enclitic(anaphor.word, length, ())
        rows = feature_rows(tree, anaphor, found, self.number, None, quoted=False)
        referents = [referent for referent, _ in found]
        chances = self.choose(tree, anaphor, referents, rows)
        order = np.argsort(-chances, kind="stable")[:MOST_SHOWN]
        shown = tuple(referents[i] for i in order if chances[i] >= SHOWN or i == order[0])
        return Enclitic(anaphor.word, length, shown)

    def settled(self, tree: Tree, anaphor: Anaphor, quotes: Sequence[Quote]) -> Reference:
        """One pointing word's reference; what it means counts as mentioned again."""
        nobodys = anaphor.kind == Kind.NULL and means_no_name(tree, anaphor.word)
        if nobodys or is_of_first_of_two(tree, anaphor):
            return Reference(anaphor, None, ())
        speaker_meant = self.last_speaker.meant_by(tree, anaphor, self.number, self.referents)
        if speaker_meant is not None:
            self.mention_again(tree, anaphor, speaker_meant)
            return Reference(anaphor, speaker_meant, ())
        lemma = tree.lemmas[anaphor.word]
        own = self.referents.here.get(anaphor.word)
        quote = quote_at(tree, anaphor.word, quotes)
        speaking = quote.speaker if quote is not None else None
        speaker = self.names.fuller(speaking.name) if speaking is not None else None
        barred = self.barred(tree, anaphor)
        others = [
            referent
            for referent in self.referents.near(lemma, anaphor.plural)
            if own_differs(referent, own) and not speaks_of_others(anaphor, referent, speaker)
            if id(referent) not in barred and not is_of_other_gender(anaphor, referent)
        ]
        found = candidates_for(anaphor, lemma, others, self.number, tree.language == "en")
        if not found:
            later = () if anaphor.plural else named_later(self.names, tree)
            return Reference(anaphor, None, later if anaphor.kind == Kind.NULL else ())
        rows = feature_rows(tree, anaphor, found, self.number, speaker, quote is not None)
        referents = [referent for referent, _ in found]
        chances = self.choose(tree, anaphor, referents, rows)
        order = np.argsort(-chances, kind="stable")[:MOST_SHOWN]
        best = int(order[0])
        only = tree.language == "en" and is_only_person(anaphor, referents, best)
        bound = self.bound(tree, anaphor, found, best)
        sure = chances[best] >= ONLY_ONE if only else is_sure(chances[order], bound)
        if not sure or self.may_mean_another(tree, anaphor, referents[best]):
            # what is left out lacks in its claim, likely or not
            least = min(SHOWN, chances[best]) if anaphor.kind == Kind.NULL else SHOWN
            shown = tuple(referents[i] for i in order if chances[i] >= least)
            return Reference(anaphor, None, shown)
        self.mention_again(tree, anaphor, referents[best])
        return Reference(anaphor, referents[best], ())

    def may_mean_another(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether grammar leaves it open that the likeliest referent is meant."""
        alone = anaphor.kind != Kind.CLITIC or subject_in_chain(tree, tree.heads[anaphor.word])
        return (
            not alone
            or self.is_odd_subject(tree, anaphor, referent)
            or self.is_described(tree, anaphor, referent)
            or self.may_act_above(tree, anaphor, referent)
        )

    def bound(
        self, tree: Tree, anaphor: Anaphor, found: Sequence[tuple[Referent, int]], best: int
    ) -> float:
        """How likely the best candidate must be."""
        bound = self.thresholds[anaphor.form]
        if self.governs(tree, anaphor, found[best][0]):
            bound = min(bound, GOVERNED)
        if self.stands_beside(tree, anaphor, found[best][0]):
            bound = min(bound, BESIDE)
        rival = has_rival(found, best, self.number - NEAR[tree.language])
        rival = rival or (anaphor.kind == Kind.CLITIC and has_like(found, best, self.number))
        return max(bound, BETWEEN_PEOPLE[tree.language]) if rival else bound

    def governs(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether "it" is the subject of a clause that hangs on what a name does."""
        above = subjects_above(tree, anaphor.word) if anaphor.form == "SUBJECT THING" else ()
        return referent.is_name and any(self.referents.here.get(i) is referent for i in above)

    def stands_beside(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether a clitic's verb is joined to one that has the referent as its only object."""
        if anaphor.kind != Kind.CLITIC:
            return False
        objects = objects_beside(tree, anaphor.word)
        return len(objects) == 1 and all(self.referents.here.get(i) is referent for i in objects)

    def barred(self, tree: Tree, anaphor: Anaphor) -> set[int]:
        """By identity, what grammar forbids a pronoun to mean."""
        known = {one.anaphor.word: one.meant for one in self.here}
        words = never_meant(tree, anaphor)
        found = (known.get(word) or self.referents.here.get(word) for word in words)
        return {id(referent) for referent in found if referent is not None}

    def is_odd_subject(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether a subject that is left out can't be what seems likeliest.

        It is none of its verb's own phrases ("fu progettato da X"), nor one person of a verb in
        the plural or of what no person is ("è un peccato"). The next likeliest is no surer.
        """
        if anaphor.kind != Kind.NULL:
            return False
        if any(self.referents.here.get(i) is referent for i in own_arguments(tree, anaphor.word)):
            return True
        several = anaphor.plural and not LISTED.search(referent.text)
        person = referent.is_name and may_be_person(referent)
        return person and (several or tells_one_thing(tree, anaphor.word))

    def is_described(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether "her" lies in what is told of "a woman", who may be meant as well as a name.

        Or "its chief executive" would be the demand's.
        """
        if anaphor.form == "POSSESSIVE THING" and not referent.is_name:
            return has_no_staff(tree, tree.heads[anaphor.word], {referent.lemma, *referent.nouns})
        nouns = {tree.heads[i] for i in tree.paths[anaphor.word] if tree.labels[i] == "acl:relcl"}
        alike = [i for i in nouns if gender_of_noun(tree.forms[i]) == anaphor.gender != ""]
        other = any(self.referents.here.get(i) is not referent for i in alike)
        return other and anaphor.kind == Kind.POSSESSIVE

    def may_act_above(self, tree: Tree, anaphor: Anaphor, person: Referent) -> bool:
        """Whether a noun would mean the person who acts or speaks in the clauses above it.

        A body may be told of by its noun: "Brunex said the firm would close".
        """
        if not may_be_person(person) or not tells_of_another(tree, anaphor):
            return False
        known = {one.anaphor.word: one for one in self.here}
        for word in acting_above(tree, anaphor.word):
            reference = known.get(word)
            meant = reference.meant if reference else self.referents.here.get(word)
            if meant is person or (reference and person in reference.candidates):
                return True
            if word > anaphor.word and (is_dropped(tree, word) or possessive_at(tree, word)):
                return True  # who says it is not known yet
        return False

    def mention_again(self, tree: Tree, anaphor: Anaphor, referent: Referent) -> None:
        """A resolved word is a mention like any other."""
        fuller_noun = anaphor.kind >= Kind.NOUN_SUBJECT and not referent.is_name
        if anaphor.kind == Kind.NONFINITE or fuller_noun:
            return
        if anaphor.gender in (FEMALE, MALE) and referent.sort == Sort.PERSON:
            referent.gender = referent.gender or anaphor.gender
        role = MAIN_SUBJECT if anaphor.kind == Kind.NULL else role_of(tree, anaphor.word)
        start, end = tree.spans[anaphor.word]
        place = Place(self.number, anaphor.word, role, start, end)
        self.referents.recent.append((self.number, referent))
        insort(referent.places, place, key=lambda place: (place.sentence, place.word))


def is_of_other_gender(anaphor: Anaphor, referent: Referent) -> bool:
    """No "she" is a husband."""
    gender = UNKNOWN if referent.is_name else gender_of_noun(referent.lemma)
    return {gender, anaphor.gender} == {FEMALE, MALE}


def is_dropped(tree: Tree, verb: int) -> bool:
    """Whether a finite verb leaves its subject out."""
    return tree.is_finite[verb] and not subject_in_chain(tree, verb)


def own_differs(referent: Referent, own: Referent | None) -> bool:
    """A noun may mean its own referent only where an earlier mention is fuller."""
    return referent is not own or len(referent.places) > 1


def speaks_of_others(anaphor: Anaphor, referent: Referent, speaker: str | None) -> bool:
    """Nobody says "she" of herself: the speaker's pronouns mean somebody else."""
    own = speaker is not None and f" {referent.text}".endswith(f" {speaker}")
    return own and anaphor.kind != Kind.NONFINITE


def quote_at(tree: Tree, word: int, quotes: Sequence[Quote]) -> Quote | None:
    """The direct speech that a word stands in."""
    start, end = tree.spans[word]
    return next((q for q in quotes if q.start <= start and end <= q.end), None)
