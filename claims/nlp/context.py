"""What pronouns and dropped subjects mean, where the article makes it sure.

A cautious rule in place of a coreference model: a third-person pronoun or a dropped subject means
the subject of the sentence before when number (and gender, where shown) agree, and when no other
name of the same sort came between. Otherwise nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.nlp.clause_lexicon import clause_lexicon
from claims.nlp.masks import phrase
from claims.nlp.rule_claims import PERSON
from claims.nlp.statement import Statement
from claims.nlp.tree import SUBJECTS, Tree
from claims.nlp.types import Entity, Quote
from claims.nlp.wording import bare_phrase

IMPERSONAL = frozenset(
    {"bisognare", "sembrare", "parere", "trattare", "occorrere", "piovere", "esserci", "emergere",
     "risultare", "bastare"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """Who or what a sentence is about."""

    text: str
    plural: bool
    person: bool


class Discourse:
    """Follows the article sentence by sentence; `enter` each tree in reading order."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.people = {e.start for e in entities if e.label == "PER"}
        self.before: Topic | None = None
        self.now: Topic | None = None

    def enter(self, tree: Tree, quotes: Sequence[Quote]) -> None:
        """Move on to the next sentence."""
        if self.now is not None:
            self.before = self.now
        self.now = None if in_quote(tree, quotes) else self.topic_of(tree)

    def topic_of(self, tree: Tree) -> Topic | None:
        """The subject of the main clause, if it is named."""
        root = tree.heads.index(min(tree.heads, key=lambda h: tree.depths[h]))
        for child in tree.children[tree.heads[root]]:
            if tree.labels[child] in SUBJECTS and tree.pos[child] in ("PROPN", "NOUN"):
                mask = frozenset(phrase(tree, child)) & tree.words
                return Topic(
                    bare_phrase(tree, mask, {}),
                    "Number=Plur" in tree.morphs[child] or tree.has(child, "conj"),
                    tree.entities[child] in PERSON or tree.spans[child][0] in self.people,
                )
        return None

    def meanings(self, statement: Statement) -> Mapping[int, str]:
        """For each pronoun of the statement that is sure, the words it stands for."""
        tree, topic = statement.tree, self.before
        if topic is None or statement.role in ("acl", "acl:relcl", "appos"):
            return {}
        personal = clause_lexicon(tree.language).personal
        return {
            word: topic.text
            for word in statement.mask
            if tree.lemmas[word] in personal
            and tree.forms[word].lower() in personal
            and tree.labels[word] in SUBJECTS
            and agrees(tree, word, topic)
        }

    def dropped_subject(self, statement: Statement) -> str | None:
        """What the subject is that an Italian verb leaves out."""
        tree, head, topic = statement.tree, statement.head, self.before
        if tree.language != "it" or topic is None or not drops_subject(statement):
            return None
        verbs = [head, *tree.dependents(head, "aux", "aux:pass", "cop")]
        finite = [v for v in verbs if "VerbForm=Fin" in tree.morphs[v]]
        if not finite or "Person=3" not in tree.morphs[finite[0]]:
            return None
        plural = "Number=Plur" in tree.morphs[finite[0]]
        return topic.text if plural == topic.plural else None


def drops_subject(statement: Statement) -> bool:
    """Whether a main verb has no subject in its claim, and isn't impersonal."""
    tree, head = statement.tree, statement.head
    if statement.role not in ("ROOT", "conj") or not tree.is_verbal[head]:
        return False
    if tree.lemmas[head] in IMPERSONAL or statement.outside - {head}:
        return False
    chain = [head, tree.heads[head]] if statement.role == "conj" else [head]
    return not any(tree.has_subject[i] or tree.has(i, "expl:impers", "ccomp") for i in chain)


def agrees(tree: Tree, pronoun: int, topic: Topic) -> bool:
    """Number, and whether a person is meant."""
    form = tree.forms[pronoun].lower()
    plural = form in ("they", "them", "essi", "esse", "loro")
    if plural or topic.plural:
        return plural and topic.plural
    return topic.person == (form not in ("it", "esso", "essa"))


def in_quote(tree: Tree, quotes: Sequence[Quote]) -> bool:
    """Whether a sentence is somebody's direct speech from end to end."""
    words = sorted(tree.words)
    if not words:
        return True
    start, end = tree.spans[words[0]][0], tree.spans[words[-1]][1]
    return any(q.start <= start and end <= q.end for q in quotes)
