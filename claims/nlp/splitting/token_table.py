"""A tree's tokens as arrays of numbers: what all learned models read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.parsing.tree import Tree
from claims.nlp.splitting.claim_layers import ClaimReading
from claims.nlp.splitting.vocabulary import Vocabulary

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

VERB_FORMS = ("VerbForm=Fin", "VerbForm=Part", "VerbForm=Inf", "VerbForm=Ger")
PLACES = frozenset({"ORG", "LOC", "GPE", "NORP", "FAC"})


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Arrays over the n tokens of `tree`, int32 unless said otherwise.

    pos, label, lemma, language: category numbers. verb_form: 0 none, 1 finite, 2 participle,
    3 infinitive, 4 gerund. lemma_class: 2 reporting, 1 light. first, last: ends of the subtree.
    size: words below, itself included. person, place, named, proper, numeric: 0 or 1.
    comma_before, comma_opens: whether a comma stands before the token, before its subtree.
    reading: what the tuned layers say of the tokens.
    """

    tree: Tree
    reading: ClaimReading
    language: int
    head: Ints
    pos: Ints
    label: Ints
    lemma: Ints
    depth: Ints
    size: Ints
    first: Ints
    last: Ints
    word: Ints
    verb_form: Ints
    lemma_class: Ints
    has_subject: Ints
    clausal: Ints
    verbal: Ints
    quoted: Ints
    person: Ints
    place: Ints
    named: Ints
    proper: Ints
    numeric: Ints
    comma_before: Ints
    comma_opens: Ints
    mark_opens: Ints


def token_table(tree: Tree, vocabulary: Vocabulary, reading: ClaimReading) -> TokenTable:
    """Read a tree into arrays."""
    first = np.array([min(sub) for sub in tree.subtrees], np.int32)
    forms_before = ["", *tree.forms]
    opens = [forms_before[i] for i in first.tolist()]
    return TokenTable(
        tree=tree,
        reading=reading,
        language=vocabulary.number("language", tree.language),
        head=np.array(tree.heads, np.int32),
        pos=np.array(vocabulary.column("pos", tree.pos), np.int32),
        label=np.array(vocabulary.column("label", tree.labels), np.int32),
        lemma=np.array(vocabulary.lemmas(tree.language, tree.lemmas, tree.pos), np.int32),
        depth=np.array(tree.depths, np.int32),
        size=np.array([len(sub) for sub in tree.subtrees], np.int32),
        first=first,
        last=np.array([max(sub) for sub in tree.subtrees], np.int32),
        word=flags(tree.is_word),
        verb_form=np.array([verb_form(morph) for morph in tree.morphs], np.int32),
        lemma_class=np.array(lemma_classes(tree), np.int32),
        has_subject=flags(tree.has_subject),
        clausal=flags(tree.is_clausal),
        verbal=flags(tree.is_verbal),
        quoted=flags(tree.in_quotes),
        person=flags([name in PERSON for name in tree.entities]),
        place=flags([name in PLACES for name in tree.entities]),
        named=flags([bool(name) for name in tree.entities]),
        proper=flags([tag == "PROPN" for tag in tree.pos]),
        numeric=flags([tag == "NUM" for tag in tree.pos]),
        comma_before=flags([form == "," for form in forms_before[:-1]]),
        comma_opens=flags([form == "," for form in opens]),
        mark_opens=flags([form in (",", "(", "—", "-", "–") for form in opens]),
    )


def flags(values: list[bool]) -> Ints:
    """Truth values as 0 and 1."""
    return np.array(values, np.int32)


def verb_form(morph: str) -> int:
    """1 to 4 in the order of VERB_FORMS, 0 for none."""
    return next((i for i, form in enumerate(VERB_FORMS, 1) if form in morph), 0)


def lemma_classes(tree: Tree) -> list[int]:
    """Reporting verbs are 2, light verbs 1."""
    lexicon = clause_lexicon(tree.language)
    return [2 if x in lexicon.reporting else 1 if x in lexicon.light else 0 for x in tree.lemmas]


def running(values: NDArray[np.int32] | list[bool]) -> Ints:
    """Sums before each token, and of all: (n + 1,)."""
    return np.concatenate([[0], np.cumsum(values)]).astype(np.int32)


def stack(columns: list[NDArray[np.generic]]) -> Floats:
    """Columns of equal shape as a feature matrix, the last axis running over features.

    In memory each feature lies by itself: forests read one feature of all rows at a time.
    """
    shape = np.broadcast_shapes(*{column.shape for column in columns})
    out = np.empty((len(columns), *shape), np.float32)
    for i, column in enumerate(columns):
        out[i] = column
    return np.moveaxis(out, 0, -1)
