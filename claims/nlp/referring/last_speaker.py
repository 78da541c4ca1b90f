"""Who spoke last, and so is the one who "added" or "went on" without being named."""

from __future__ import annotations

from dataclasses import dataclass

from claims.nlp.grammar.masks import reports
from claims.nlp.naming.unlike_names import PERSON
from claims.nlp.parsing.tree import SUBJECTS, Tree
from claims.nlp.referring.anaphors import Anaphor, Kind
from claims.nlp.referring.genders import FEMALE, MALE
from claims.nlp.referring.referents import MAIN, MAIN_SUBJECT, Referent, Referents

REACH = 2  # sentences from a speaker to a verb of saying that leaves the speaker out
NAMING = frozenset({"flat", "flat:name", "nmod", "appos", "compound"})
SAYING = (Kind.NULL, Kind.SUBJECT)


@dataclass(slots=True)
class LastSpeaker:
    """The person whom the article heard last; `number` is the sentence's."""

    number: int = 0
    person: Referent | None = None

    def listen(self, tree: Tree, number: int, here: dict[int, Referent]) -> None:
        """Note who speaks in a sentence; of two nobody is the last for sure.

        here: what the sentence's words mean, settled ones among them.
        """
        found: dict[int, Referent] = {}
        for verb in tree.words:
            if not speaks(tree, verb):
                continue
            for word in subject_words(tree, verb):
                referent = here.get(word)
                if referent is not None:
                    found[id(referent)] = referent
                    break
        if found:
            (person, *others) = found.values()
            self.number = number
            self.person = person if person.label == PERSON and not others else None

    def meant_by(
        self, tree: Tree, anaphor: Anaphor, number: int, referents: Referents
    ) -> Referent | None:
        """The last speaker, where a verb of saying leaves out or points at its subject."""
        verb = anaphor.word if anaphor.kind == Kind.NULL else tree.heads[anaphor.word]
        person = self.person
        if anaphor.kind not in SAYING or person is None or not speaks(tree, verb):
            return None
        if anaphor.plural or not 0 < number - self.number <= REACH:
            return None
        genders = {anaphor.gender, person.gender}
        if {FEMALE, MALE} <= genders or self.is_interrupted(tree, anaphor, number, referents):
            return None
        return person

    def is_interrupted(
        self, tree: Tree, anaphor: Anaphor, number: int, referents: Referents
    ) -> bool:
        """Whether somebody else acted since, or is named before the word in its own sentence."""
        for at, referent in referents.recent:
            if at <= self.number or referent is self.person or not referent.is_name:
                continue
            places = [p for p in referent.places if p.sentence == at]
            acts = any(place.role == MAIN_SUBJECT for place in places)
            person = referent.label == PERSON
            before = at < number or any(place.word < anaphor.word for place in places)
            if before and (person or (acts and at < number)):
                return True
        return False


def speaks(tree: Tree, verb: int) -> bool:
    """Whether a word is a main verb of saying with what is said, or beside a quotation."""
    if not reports(tree, verb) or tree.labels[verb] not in MAIN or not tree.is_finite[verb]:
        return False
    if tree.in_quotes[verb] or tree.has(verb, "aux:pass", "nsubj:pass"):
        return False
    quoted = any(tree.in_quotes[i] for i in tree.words)
    return quoted or tree.has(verb, "ccomp", "xcomp", "parataxis", "obj")


def subject_words(tree: Tree, verb: int) -> list[int]:
    """The words that may name who speaks, a bearer of a title first: "la sindaca Ada Neri".

    A verb without a subject stands for the one it leaves out.
    """
    subjects = tree.dependents(verb, *SUBJECTS)
    names = [
        child
        for subject in subjects
        for child in tree.children[subject]
        if tree.labels[child] in NAMING and tree.pos[child] == "PROPN"
        if not tree.has(child, "case")
    ]
    titled = [i for i in subjects if tree.pos[i] != "PROPN"]
    return [*names, *subjects] if titled else subjects or [verb]
