"""A parsed sentence as the claim rules and features read it: plain lists, spans in the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from claims.nlp.parsing.english_attachments import with_own_nouns
from claims.nlp.parsing.english_clauses import with_own_clauses
from claims.nlp.parsing.english_coordination import with_own_conjuncts
from claims.nlp.parsing.english_inner_subjects import with_own_subjects
from claims.nlp.parsing.english_main_verbs import Arcs, with_main_verb
from claims.nlp.parsing.english_number import with_fitting_numbers
from claims.nlp.parsing.english_relatives import with_own_relatives
from claims.nlp.parsing.english_verb_tags import with_verbs
from claims.nlp.parsing.italian_arcs import ARCS, mended_arcs
from claims.nlp.parsing.italian_lemmas import lemma_of
from claims.nlp.parsing.italian_opening_participles import mend_opening_participle
from claims.nlp.parsing.quoted_words import quoted_words
from claims.nlp.parsing.second_subjects import Sentence, give_second_subjects
from claims.nlp.parsing.verbs_by_arcs import morph_of, pos_of

WORD = re.compile(r"\w")
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
VERBAL_CHILDREN = frozenset({"cop", "aux", "aux:pass"})
# words that stand or fall with the noun that they hang on
TIED = frozenset(
    {"det", "det:poss", "det:predet", "case", "amod", "nummod", "flat", "flat:name",
     "flat:foreign", "fixed", "goeswith", "nmod:poss", "compound"}
)  # fmt: skip

Mask = frozenset[int]  # indexes of words, marks left out


class Tree:
    """One sentence (or one piece of a very long one); treat it as frozen.

    All lists run over its tokens. `heads[i]` is i's governor, the root's its own. `spans` are
    half-open code points of the article's text. `entities` are the name types of the tagger.
    `arcs[i, j]` is the chance that j governs i, on the diagonal that i is the root.
    """

    def __init__(
        self,
        *,
        language: str,
        sentence: int,
        spans: Sequence[tuple[int, int]],
        forms: Sequence[str],
        lemmas: Sequence[str],
        pos: Sequence[str],
        morphs: Sequence[str],
        heads: Sequence[int],
        labels: Sequence[str],
        entities: Sequence[str],
        spaced: Sequence[bool],
        arcs: NDArray[np.float32] | None = None,
    ) -> None:
        self.language = language
        self.sentence = sentence
        self.spans = list(spans)
        self.forms = list(forms)
        self.lemmas = list(lemmas)
        self.pos = list(pos)
        self.morphs = list(morphs)
        self.entities = list(entities)
        self.spaced = list(spaced)
        self.heads, self.labels = one_root(heads, labels)
        self.size = len(self.forms)
        self.arcs = sure_arcs(self.heads) if arcs is None else arcs
        self.is_word = [WORD.search(form) is not None for form in self.forms]
        self.words: Mask = frozenset(i for i, word in enumerate(self.is_word) if word)
        self.children: list[list[int]] = [[] for _ in self.forms]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.paths = [self._path(i) for i in range(self.size)]
        self.depths = [len(path) - 1 for path in self.paths]
        self.subtrees = self._subtrees()

    def _path(self, word: int) -> list[int]:
        """The word, its governor, and so on up to the root."""
        path = [word]
        while self.heads[path[-1]] != path[-1]:
            path.append(self.heads[path[-1]])
        return path

    def _subtrees(self) -> list[frozenset[int]]:
        """Each word with all that hangs on it."""
        found: list[frozenset[int]] = [frozenset()] * self.size
        for i in sorted(range(self.size), key=lambda i: -self.depths[i]):
            found[i] = frozenset((i,)).union(*(found[child] for child in self.children[i]))
        return found

    @cached_property
    def below(self) -> NDArray[np.float32]:
        """(n, n): 1 where the column's word hangs on the row's, as each does on itself."""
        found = np.zeros((self.size, self.size), np.float32)
        above = list(chain.from_iterable(self.paths))
        found[above, np.repeat(np.arange(self.size), [len(path) for path in self.paths])] = 1
        return found

    def dependents(self, word: int, *labels: str) -> list[int]:
        """Children with one of these labels."""
        children = self.children[word]  # none on most words
        return [i for i in children if self.labels[i] in labels] if children else []

    def has(self, word: int, *labels: str) -> bool:
        """Whether a child has one of these labels."""
        children = self.children[word]
        return bool(children) and any(self.labels[i] in labels for i in children)

    @cached_property
    def has_subject(self) -> list[bool]:
        """Whether a subject of its own hangs on each word."""
        return self._children_with(SUBJECTS.__contains__)

    @cached_property
    def is_verbal(self) -> list[bool]:
        """Verbs, and predicates with a copula or an auxiliary."""
        verbal = self._children_with(VERBAL_CHILDREN.__contains__)
        return [verbal[i] or self.pos[i] in ("VERB", "AUX") for i in range(self.size)]

    @cached_property
    def is_clausal(self) -> list[bool]:
        """Verbal, or with a subject."""
        return [a or b for a, b in zip(self.is_verbal, self.has_subject, strict=True)]

    @cached_property
    def is_finite(self) -> list[bool]:
        """Finite itself or by its auxiliary or copula."""
        return [
            "VerbForm=Fin" in self.morphs[i]
            or any(
                "VerbForm=Fin" in self.morphs[child]
                for child in self.children[i]
                if self.labels[child] in VERBAL_CHILDREN
            )
            for i in range(self.size)
        ]

    @cached_property
    def atoms(self) -> list[int]:
        """For each word the top of the short phrase that it belongs to: articles, prepositions,
        adjectives and the parts of a name go with their noun. Marks are atoms of their own.
        """
        tops = list(range(self.size))
        for i in sorted(range(self.size), key=self.depths.__getitem__):
            if self._is_tied(i):
                tops[i] = tops[self.heads[i]]
        return tops

    @cached_property
    def atom_words(self) -> dict[int, list[int]]:
        """The words of each atom, marks left out, by its top."""
        found: dict[int, list[int]] = {}
        for i in sorted(self.words):
            found.setdefault(self.atoms[i], []).append(i)
        return found

    def tidied(self, mask: Mask, sharing: int) -> Mask:
        """A mask without prepositions that lead to nothing in it.

        `sharing`: the predicate whose adjuncts the claim may share ("in May he sold and bought").
        """
        return frozenset(
            i
            for i in mask
            if self.labels[i] != "case"
            or self.heads[i] not in mask
            or self.heads[self.heads[i]] in mask
            or self.heads[self.heads[i]] == sharing
        )

    def _is_tied(self, word: int) -> bool:
        """An adjective with a clause or phrase of its own is free; so is a title before a name."""
        label, head = self.labels[word], self.heads[word]
        if label not in TIED or not self.is_word[word] or head == word:
            return False
        if label == "compound":
            return self.pos[word] == "PROPN" or self.pos[head] != "PROPN"
        if label == "amod":
            return len(self.subtrees[word]) <= 2
        return label != "nmod:poss" or len(self.subtrees[word]) == 1

    @cached_property
    def in_quotes(self) -> list[bool]:
        """Whether each token stands between quotation marks, as far as the sentence alone shows."""
        return quoted_words(self.forms, self.spaced)

    def _children_with(self, wanted: Callable[[str], bool]) -> list[bool]:
        """For each word whether the label of one of its children is wanted."""
        return [any(wanted(self.labels[c]) for c in children) for children in self.children]

    @property
    def extent(self) -> tuple[int, int]:
        """Where the first word starts and the last one ends, in code points of the text."""
        return self.spans[0][0], self.spans[-1][1]

    def segments(self, mask: Mask) -> list[tuple[int, int]]:
        """Code points of a mask; words that only marks part are one segment."""
        found: list[tuple[int, int]] = []
        last = -1
        for i in sorted(mask):
            joined = found and not any(self.is_word[last + 1 : i])
            start = found.pop()[0] if joined else self.spans[i][0]
            found.append((start, self.spans[i][1]))
            last = i
        return found


def one_root(heads: Sequence[int], labels: Sequence[str]) -> tuple[list[int], list[str]]:
    """A sentence's further roots hang on the first as parataxis."""
    fixed, named = list(heads), list(labels)
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        fixed[root], named[root] = roots[0], "parataxis"
    return fixed, named


def sure_arcs(heads: Sequence[int]) -> NDArray[np.float32]:
    """The chances of a parser that never doubts."""
    arcs = np.zeros((len(heads), len(heads)), np.float32)
    arcs[np.arange(len(heads)), list(heads)] = 1
    return arcs


def tree_of(doc: Doc, language: str, sentence: int, offset: int) -> Tree:
    """Read a parsed Doc whose first character stands at `offset` of the article."""
    morphs = [morph_of(t, language) for t in doc]
    pos = [pos_of(t, language) for t in doc]
    lemmas = [t.lemma_.lower() for t in doc]
    if language == "it":
        lemmas = [lemma_of(t.text, t.lemma_, p) for t, p in zip(doc, pos, strict=True)]
    mended = mended_arcs(doc, morphs) if language == "it" else english_arcs(doc, pos, morphs)
    heads, labels = mended
    forms = [t.text for t in doc]
    parsed = Sentence(forms, pos, morphs, heads, labels)
    if language == "it":
        mend_opening_participle(parsed)
    give_second_subjects(parsed, articled=language == "it")
    return Tree(
        language=language,
        sentence=sentence,
        spans=[(offset + t.idx, offset + t.idx + len(t)) for t in doc],
        forms=forms,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        heads=heads,
        labels=labels,
        entities=[t.ent_type_ for t in doc],
        spaced=[bool(t.whitespace_) for t in doc],
        arcs=doc.user_data.get(ARCS),
    )


def english_arcs(doc: Doc, pos: list[str], morphs: list[str]) -> tuple[list[int], list[str]]:
    """Governors and labels as the parser has them, mended; so are verbs' `pos` and `morphs`."""
    arcs = Arcs(
        forms=[t.text for t in doc],
        tags=[t.tag_ for t in doc],
        pos=pos,
        morphs=morphs,
        heads=[t.head.i for t in doc],
        labels=[t.dep_ for t in doc],
    )
    with_verbs(arcs)
    with_main_verb(arcs)
    with_own_subjects(arcs)
    with_own_conjuncts(arcs)
    entities = [t.ent_type_ for t in doc]
    with_own_nouns(arcs, entities)
    with_fitting_numbers(arcs)
    with_own_clauses(arcs, entities)
    with_own_relatives(arcs)
    return arcs.heads, arcs.labels


def jaccard(a: Mask, b: Mask) -> float:
    """Shared words by all words; 0 for two empty masks."""
    return len(a & b) / len(a | b) if a or b else 0.0
