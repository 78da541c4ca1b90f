"""A claim's own words as a measure for a wording of it: which must be there, where others may."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.proposing.article_words import tokens
from claims.nlp.proposing.wording_lists import wording_lists
from claims.nlp.types import Unresolved

SIGNS = frozenset("%€$£¥°§‰")
FUTURE = re.compile(r"(?:rà|rò|ranno|remo|rebbe|rebbero)$")
FEWEST_SHARED = 3  # letters that two forms of a verb begin with
ENDING = 3  # letters in which they may differ
POSSESSIVE = frozenset({"det:poss", "nmod:poss", "poss"})


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word that must be said.

    is_loose: in any form of it, as the verb of a claim that has no finite one. is_name: part of a
    name, which may be said in full.
    """

    form: str
    is_loose: bool = False
    is_name: bool = False

    def is_said_by(self, form: str) -> bool:
        """Whether a word of the wording is this one."""
        if form == self.form or not self.is_loose:
            return form == self.form
        shared = max(FEWEST_SHARED, min(len(form), len(self.form)) - ENDING)
        return form[:shared] == self.form[:shared] and not FUTURE.search(form)


@dataclass(frozen=True, slots=True)
class Measure:
    """The words to be said, in order; before which of them (by index) something may be named."""

    words: tuple[OwnWord, ...]
    gaps: frozenset[int]


def silent_words(statement: Statement) -> frozenset[str]:
    """Forms that state nothing in this claim: ties, its own links, a copula it has to be given."""
    lists = wording_lists(statement.tree.language)
    own = {form for _, form in own_forms(statement)}
    silent = lists.ties | (own & (lists.linking | lists.pointing))
    return silent if statement.finite else silent | lists.being


def measure_of(statement: Statement, unresolved: Sequence[Unresolved]) -> Measure:
    """The claim's own words; what points elsewhere may be named where it stands.

    An owner may be named behind what is owned, and a subject that is left out up to the first verb.
    """
    tree, silent, named = statement.tree, silent_words(statement), named_places(statement)
    asked = {one.start for one in unresolved}
    found: list[OwnWord] = []
    gaps: set[int] = set()
    verb = None
    for i, form in own_forms(statement):
        is_verb = tree.pos[i] in ("VERB", "AUX")
        if i in named or tree.spans[i][0] in asked:
            gaps.add(len(found))
        if is_verb and verb is None:
            verb = len(found)
        if form not in silent:
            is_loose = is_verb and not statement.finite
            found.append(OwnWord(form, is_loose, tree.pos[i] == "PROPN"))
        if any(tree.heads[j] == i and tree.labels[j] in POSSESSIVE for j in named):
            gaps.add(len(found))
    if verb is not None and lacks_subject(statement):
        gaps.update(range(verb + 1))
    return Measure(tuple(found), frozenset(gaps))


def named_places(statement: Statement) -> Mask:
    """The claim's words that point at something: no article, which may look like a pronoun."""
    tree, lists = statement.tree, wording_lists(statement.tree.language)
    return frozenset(
        i
        for i in statement.mask
        if (form := tree.forms[i].lower()) in lists.pointing
        and (tree.pos[i] == "PRON" or (tree.pos[i] == "DET" and form not in lists.ties))
    )


def measure_of_wording(
    wording: str, statement: Statement, words: Sequence[OwnWord]
) -> tuple[Measure | None, list[str]]:
    """The order of the product's wording, and what it names; no measure where it drops words."""
    silent, waiting = silent_words(statement), list(words)
    said: list[OwnWord] = []
    gaps: set[int] = set()
    named: list[str] = []
    for form in tokens(wording):
        match = next((word for word in waiting if word.is_said_by(form)), None)
        if match is not None:
            waiting.remove(match)
            said.append(match)
        elif form not in silent:
            gaps.add(len(said))
            named.append(form)
    return (None if waiting else Measure(tuple(said), frozenset(gaps))), named


def own_forms(statement: Statement) -> list[tuple[int, str]]:
    """Every form of the claim in order, with the word it belongs to."""
    tree = statement.tree
    inside = sorted(statement.mask | signs_beside(tree, statement.mask))
    return [(i, form) for i in inside for form in tokens(tree.forms[i])]


def signs_beside(tree: Tree, mask: Mask) -> Mask:
    """Signs of money and shares, which are no words, that stand at the claim's words."""
    return frozenset(
        i
        for i in range(tree.size)
        if not tree.is_word[i]
        and SIGNS.intersection(tree.forms[i])
        and (i - 1 in mask or i + 1 in mask)
    )


def lacks_subject(statement: Statement) -> bool:
    """Whether nothing among the claim's words can be its subject."""
    labels = {statement.tree.labels[i] for i in statement.mask}
    return not labels & SUBJECTS and not statement.outside
