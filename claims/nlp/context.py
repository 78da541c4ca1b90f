"""What pronouns and dropped subjects mean, where the article makes it sure.

A cautious rule in place of a coreference model: a third-person pronoun or a dropped subject at
the beginning of a sentence means the subject of the sentence just before, when number agrees and
a person stands for a person. Where anything else could be meant nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.nlp.clause_lexicon import clause_lexicon
from claims.nlp.full_names import FullNames
from claims.nlp.masks import phrase, reports
from claims.nlp.nearby import Nearby
from claims.nlp.phrases import bare_phrase
from claims.nlp.rule_claims import PERSON
from claims.nlp.statement import Statement
from claims.nlp.tree import SUBJECTS, Mask, Tree
from claims.nlp.types import Entity, Quote, Speaker

NOMINAL = frozenset({"NOUN", "PROPN"})
PLURAL = frozenset({"they", "them", "essi", "esse", "loro"})
THINGS = frozenset({"it", "esso", "essa"})
MAIN = frozenset({"ROOT", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Topic:
    """Who or what a sentence is about; `start` and `end` are where the article names it."""

    text: str
    plural: bool
    person: bool
    start: int
    end: int


class Discourse:
    """Follows the article sentence by sentence; `enter` each tree in reading order."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.names = FullNames(text, entities)
        self.people = {e.start for e in entities if e.label == "PER"}
        self.named = Nearby([e for e in entities if e.label != "LOC"])
        self.before: Topic | None = None
        self.now: Topic | None = None
        self.quoted = False

    def enter(self, tree: Tree, quotes: Sequence[Quote]) -> None:
        """Move on to the next sentence; direct speech changes no topic and refers to none."""
        self.quoted = in_quote(tree, quotes)
        if self.quoted:
            return
        if not tree.words:
            return
        self.before, root = self.now, root_of(tree)
        subject = subject_of(tree, root)
        if subject is not None:
            self.now = self.topic_from(tree, subject)
        elif not (self.dropped(tree, root) or self.pronouns(tree, tree.words)):
            self.now = None  # nobody can tell what this sentence was about

    def topic_from(self, tree: Tree, subject: int) -> Topic:
        """The topic that a named subject sets: of a titled name, the name."""
        person = tree.entities[subject] in PERSON or tree.spans[subject][0] in self.people
        mask = frozenset(phrase(tree, subject)) & tree.words or frozenset({subject})
        names = [i for i in sorted(mask) if tree.entities[i] in PERSON]
        if names and all(tree.pos[i] == "PROPN" for i in names):
            mask, person = frozenset(names), True
        words = sorted(mask)
        return Topic(
            bare_phrase(tree, mask, self.names.replacements(tree, words)),
            "Number=Plur" in tree.morphs[subject] or tree.has(subject, "conj"),
            person,
            tree.spans[words[0]][0],
            tree.spans[words[-1]][1],
        )

    def meanings(self, statement: Statement) -> Mapping[int, str]:
        """For each word of the statement that a fuller name replaces, that name."""
        tree = statement.tree
        found = self.names.replacements(tree, sorted(statement.mask))
        if not self.quoted:
            found |= self.pronouns(tree, statement.mask)
        return found

    def named_words(self, tree: Tree) -> Mask:
        """The words that belong to names, places left out."""
        if not tree.size:
            return frozenset()
        near = self.named.touching(tree.spans[0][0], tree.spans[-1][1])
        return frozenset(
            i
            for i, (start, end) in enumerate(tree.spans)
            if any(e.start <= start and end <= e.end for e in near)
        )

    def pronouns(self, tree: Tree, mask: Mask) -> dict[int, str]:
        """The subject pronoun that opens a sentence, if it means the topic."""
        if self.before is None:
            return {}
        personal = clause_lexicon(tree.language).personal
        for word in sorted(tree.words):
            if tree.pos[word] in NOMINAL:
                return {}
            form = tree.forms[word].lower()
            if form in personal and tree.labels[word] in SUBJECTS:
                fits = word in mask and agrees(tree, word, self.before)
                return {word: self.before.text} if fits else {}
        return {}

    def dropped_subject(self, statement: Statement) -> str | None:
        """What the subject is that an Italian verb leaves out."""
        tree, head = statement.tree, statement.head
        if self.quoted or statement.role not in MAIN or has_own_subject(statement):
            return None
        return self.before.text if self.before and self.dropped(tree, head) else None

    def dropped(self, tree: Tree, head: int) -> bool:
        """Whether a verb surely leaves out the topic as its subject."""
        if tree.language != "it" or self.before is None or not tree.is_verbal[head]:
            return False
        chain = [i for i in tree.paths[head] if tree.labels[i] in MAIN]
        if any(tree.has_subject[i] or tree.has(i, "expl:impers", "csubj") for i in chain):
            return False
        if tree.pos[head] not in ("VERB", "NOUN") or may_be_subject(tree, head):
            return False
        verbs = [head, *tree.dependents(head, "aux", "aux:pass", "cop")]
        finite = [v for v in verbs if "VerbForm=Fin" in tree.morphs[v]]
        if not finite or "Person=3" not in tree.morphs[finite[0]]:
            return False
        return ("Number=Plur" in tree.morphs[finite[0]]) == self.before.plural

    def speaker_of_verb(self, tree: Tree, verb: int) -> Speaker | None:
        """The subject of a verb of saying, named or surely meant."""
        subject = subject_of(tree, verb)
        topic = None if subject is None else self.topic_from(tree, subject)
        if topic is None and not self.quoted:
            meant = self.dropped(tree, verb) or any(
                tree.heads[word] == verb for word in self.pronouns(tree, tree.words)
            )
            topic = self.before if meant else None
        return Speaker(topic.text, topic.start, topic.end) if topic else None


def root_of(tree: Tree) -> int:
    """The word that governs the sentence."""
    return tree.paths[0][-1]


def subject_of(tree: Tree, verb: int) -> int | None:
    """A verb's subject if it is a name or a noun."""
    subjects = [child for child in tree.children[verb] if tree.labels[child] in SUBJECTS]
    return next((child for child in subjects if tree.pos[child] in NOMINAL), None)


def has_own_subject(statement: Statement) -> bool:
    """Whether a subject is among the claim's words, or the claim is borrowed from above."""
    tree = statement.tree
    named = any(tree.labels[i] in SUBJECTS for i in statement.mask)
    return named or bool(statement.outside)


def lacks_speaker(statement: Statement) -> bool:
    """Whether an Italian main verb of saying leaves out who speaks."""
    tree, head = statement.tree, statement.head
    if tree.language != "it" or statement.role not in MAIN or not reports(tree, head):
        return False
    return not has_own_subject(statement) and not may_be_subject(tree, head)


def may_be_subject(tree: Tree, head: int) -> bool:
    """Whether the parser may have taken a subject after the verb for something else."""
    for child in tree.children[head]:
        if child < head or tree.has(child, "case", "mark"):
            continue
        if tree.pos[child] in ("PROPN", "PRON") or tree.labels[child] in ("ccomp", "xcomp"):
            return not reports(tree, head) or tree.pos[child] in ("PROPN", "PRON")
    return False


def agrees(tree: Tree, pronoun: int, topic: Topic) -> bool:
    """Number, and whether a person is meant; "it is" often means nothing."""
    form = tree.forms[pronoun].lower()
    if form in THINGS and tree.has(tree.heads[pronoun], "cop"):
        return False
    if form in PLURAL or topic.plural:
        return form in PLURAL and topic.plural
    return topic.person == (form not in THINGS)


def in_quote(tree: Tree, quotes: Sequence[Quote]) -> bool:
    """Whether a sentence is somebody's direct speech from end to end."""
    words = sorted(tree.words)
    if not words:
        return True
    start, end = tree.spans[words[0]][0], tree.spans[words[-1]][1]
    return any(q.start <= start and end <= q.end for q in quotes)
