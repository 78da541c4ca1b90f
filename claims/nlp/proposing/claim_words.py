"""A claim's own words as a measure for a wording of it: which must be there, what may be named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.proposing.article_words import tokens
from claims.nlp.proposing.made_finite import may_change_form
from claims.nlp.proposing.wording_lists import wording_lists
from claims.nlp.types import Candidate, Unresolved

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


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """The words to be said, in order; what may be named before each of them (by index)."""

    words: tuple[OwnWord, ...]
    named: Mapping[int, Sequence[Phrase]]


def silent_words(statement: Statement) -> frozenset[str]:
    """Forms that state nothing in this claim: ties, its own links, a copula it has to be given."""
    lists = wording_lists(statement.tree.language)
    own = {form for _, form in own_forms(statement)}
    silent = lists.ties | (own & (lists.linking | lists.pointing))
    return silent if statement.finite else silent | lists.being


def measures_of(statement: Statement, claim: Candidate) -> list[Measure]:
    """The claim's own words, and its order in the product's wording where that has all of them.

    What points elsewhere may be named where it stands: as the product does in `claim.text`, or,
    where it leaves that open, by what it takes for possible.
    """
    words = words_of(statement)
    order, named = said_order(claim.text, statement, words)
    own = Measure(words, open_places(statement, claim.unresolved, list(named.values())))
    return [own, Measure(order, {at: [run] for at, run in named.items()})] if order else [own]


def words_of(statement: Statement) -> tuple[OwnWord, ...]:
    """The words that state something."""
    tree, silent = statement.tree, silent_words(statement)
    bare = not statement.finite
    return tuple(
        OwnWord(form, bare and may_change_form(tree, i), tree.pos[i] == "PROPN")
        for i, form in own_forms(statement)
        if form not in silent
    )


def open_places(
    statement: Statement, unresolved: Sequence[Unresolved], named: Sequence[Phrase]
) -> dict[int, list[Phrase]]:
    """What may be named before which of the claim's words.

    An owner may be named behind what is owned, a subject that is left out anywhere up to its verb.
    named: what the product's wording names.
    """
    tree, silent, pointing = statement.tree, silent_words(statement), pointing_words(statement)
    ties = wording_lists(tree.language).ties
    asked = {
        one.start: [tuple(t for t in tokens(name) if t not in ties) for name in one.candidates]
        for one in unresolved
    }
    found: dict[int, list[Phrase]] = {}
    place = 0
    for i, form in own_forms(statement):
        phrases = asked.get(tree.spans[i][0], named if i in pointing else [])
        is_subject = tree.pos[i] in ("VERB", "AUX") and bool(phrases)
        for at in range(0 if is_subject else place, place + 1):
            found.setdefault(at, []).extend(phrases)
        place += form not in silent
        if any(tree.heads[j] == i and tree.labels[j] in POSSESSIVE for j in pointing):
            found.setdefault(place, []).extend(named)
    return found


def pointing_words(statement: Statement) -> Mask:
    """The claim's words that point at something: no article, which may look like a pronoun.

    A verb without its subject points at it.
    """
    tree, lists = statement.tree, wording_lists(statement.tree.language)
    pointing = {
        i
        for i in statement.mask
        if (form := tree.forms[i].lower()) in lists.pointing
        and (tree.pos[i] == "PRON" or (tree.pos[i] == "DET" and form not in lists.ties))
    }
    verbs = [i for i in sorted(statement.mask) if tree.pos[i] in ("VERB", "AUX")]
    return frozenset(pointing | set(verbs[:1] if lacks_subject(statement) else ()))


def said_order(
    wording: str, statement: Statement, words: Sequence[OwnWord]
) -> tuple[tuple[OwnWord, ...], dict[int, Phrase]]:
    """The claim's words as the product's wording has them, none where it drops one; what it names.

    The names are by the index of the word that they stand before.
    """
    silent, waiting = silent_words(statement), list(words)
    said: list[OwnWord] = []
    named: dict[int, Phrase] = {}
    for form in tokens(wording):
        match = next((word for word in waiting if word.is_said_by(form)), None)
        if match is not None:
            waiting.remove(match)
            said.append(match)
        elif form not in silent:
            named[len(said)] = (*named.get(len(said), ()), form)
    return (() if waiting else tuple(said)), named


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
