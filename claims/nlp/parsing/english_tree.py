"""From spaCy's English trees (ClearNLP style) to something like Universal Dependencies.

Content words govern, as in the Italian trees, so that one set of rules reads both languages.
"""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
PREPOSITION_TAGS = frozenset({"ADP", "SCONJ", "VERB", "ADV"})
RENAMED = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "neg": "advmod",
    "npadvmod": "obl",
    "quantmod": "advmod",
    "dative": "iobj",
    "predet": "det",
    "preconj": "cc",
    "intj": "discourse",
    "prep": "obl",
    "pobj": "obl",
    "pcomp": "advcl",
}


@dataclass(slots=True)
class Draft:
    """A tree being rewritten: the root governs itself."""

    heads: list[int]
    labels: list[str]
    pos: list[str]
    lemmas: list[str]

    def children(self, governor: int) -> list[int]:
        """Direct dependents, in order."""
        return [i for i, head in enumerate(self.heads) if head == governor and i != governor]

    def replace(self, old: int, new: int) -> None:
        """`new` takes the place of its governor `old`; `old` and its other children hang on it."""
        for child in self.children(old):
            if child != new:
                self.heads[child] = new
        self.heads[new] = new if self.heads[old] == old else self.heads[old]
        self.labels[new] = self.labels[old]
        self.heads[old] = new


def to_universal(
    heads: list[int], labels: list[str], pos: list[str], lemmas: list[str]
) -> tuple[list[int], list[str]]:
    """Heads and labels of the same words, content words governing."""
    draft = Draft(list(heads), list(labels), pos, lemmas)
    turn_copulas(draft)
    turn_prepositions(draft)
    draft.labels = [RENAMED.get(label, label) for label in draft.labels]
    flatten_conjuncts(draft)
    break_cycles(draft)
    return draft.heads, draft.labels


def turn_copulas(draft: Draft) -> None:
    """ "X is Y": Y governs, "is" becomes its copula."""
    for verb, lemma in enumerate(draft.lemmas):
        if lemma != "be" or draft.labels[verb] in ("aux", "auxpass"):
            continue
        predicates = [c for c in draft.children(verb) if draft.labels[c] in ("attr", "acomp")]
        if predicates:
            draft.replace(verb, predicates[0])
            draft.labels[verb] = "cop"


def turn_prepositions(draft: Draft) -> None:
    """ "in Rome": Rome governs, "in" becomes its case mark."""
    for word, tag in enumerate(draft.pos):
        if draft.labels[word] not in ("prep", "agent", "dative") or tag not in PREPOSITION_TAGS:
            continue
        objects = [c for c in draft.children(word) if draft.labels[c] in ("pobj", "pcomp")]
        if not objects:
            continue
        governor = draft.heads[word]
        nominal = governor != word and draft.pos[governor] in NOMINAL
        clause, agent = draft.labels[objects[0]] == "pcomp", draft.labels[word] == "agent"
        draft.replace(word, objects[0])
        if clause:
            draft.labels[objects[0]] = "acl" if nominal else "advcl"
        elif agent:
            draft.labels[objects[0]] = "obl:agent"
        else:
            draft.labels[objects[0]] = "nmod" if nominal else "obl"
        draft.labels[word] = "mark" if clause else "case"


def flatten_conjuncts(draft: Draft) -> None:
    """All conjuncts hang on the first; a conjunction hangs on the conjunct that follows it."""
    for word, label in enumerate(draft.labels):
        for _ in draft.labels:
            head = draft.heads[word]
            if label != "conj" or draft.labels[head] != "conj" or draft.heads[head] == head:
                break
            draft.heads[word] = draft.heads[head]
    for word, label in enumerate(draft.labels):
        if label == "cc":
            later = [
                c
                for c in draft.children(draft.heads[word])
                if c > word and draft.labels[c] == "conj"
            ]
            if later:
                draft.heads[word] = later[0]


def break_cycles(draft: Draft) -> None:
    """The rewriting may close a ring in a broken tree: its first word becomes a root."""
    for word in range(len(draft.heads)):
        seen, node = set(), word
        while draft.heads[node] != node and node not in seen:
            seen.add(node)
            node = draft.heads[node]
        if draft.heads[node] != node:
            draft.heads[word], draft.labels[word] = word, "ROOT"
