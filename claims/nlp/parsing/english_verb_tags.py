"""English verbs that the tagger takes for nouns or adjectives: "the document lists one fiddle".

A predicate with a subject and an object, and no verb that helps it, is a verb itself.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import HELPING, NOUNS, Arcs

CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
SINGULAR = "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PLURAL = "Tense=Pres|VerbForm=Fin"


def with_verbs(arcs: Arcs) -> None:
    """Make verbs of predicates that nothing else makes finite."""
    for word, label in enumerate(arcs.labels):
        if label in CLAUSES and arcs.pos[word] in ("NOUN", "ADJ") and acts_on(arcs, word):
            arcs.pos[word] = "VERB"
            arcs.morphs[word] = SINGULAR if arcs.tags[word] == "NNS" else PLURAL


def acts_on(arcs: Arcs, word: int) -> bool:
    """Whether a word has a subject before it, an object behind it, and the form that they ask."""
    own = arcs.children(word)
    subjects = [i for i in own if arcs.labels[i] == "nsubj" and i < word and arcs.pos[i] in NOUNS]
    objects = [i for i in own if arcs.labels[i] == "obj" and i > word]
    if len(subjects) != 1 or not objects or arcs.has(word, *HELPING, "det", "case"):
        return False
    several = arcs.tags[subjects[0]] in ("NNS", "NNPS") or arcs.has(subjects[0], "conj")
    return several == (arcs.tags[word] in ("NN", "JJ"))
