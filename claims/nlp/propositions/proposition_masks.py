"""Candidate propositions of an English tree: many masks, of which few are right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.propositions.bearers import (
    NO_BEARER,
    NOUN,
    OWN,
    Bearer,
    bearers_of,
    names_of,
    short_names,
)
from claims.nlp.propositions.phrase_parts import (
    all_below,
    articles,
    bare,
    below,
    elements,
    first_of_list,
    led_by,
    shared_modifiers,
    tied,
    unled,
)
from claims.nlp.propositions.phrase_versions import PhraseVersions
from claims.nlp.propositions.predicate_bodies import (
    VERBAL,
    Body,
    bodies_of,
    is_nominal,
    negations,
    units_of,
)

SMALLEST = 2  # words of a proposition
MANY_ARTICLES = 0.1  # share of articles from which a mask without them counts as another
NAMING = ("NOUN", "PROPN", "NUM", "X", "ADJ", "PRON", "SYM")
SUBORDINATE = ("acl", "acl:relcl", "advcl", "xcomp", "ccomp")
NOT_BESIDE_NOUN = SUBJECTS | {*VERBAL, "case", "punct", "cc", "det", "conj"}
TOLD_IN_PARTS = ("appos", "nmod", "acl", "acl:relcl", "parataxis", "dep", "obl", "nmod:poss")
PLAIN_WAYS = ("none", "first")
BEARERS = 3  # versions of a bearer that come with every body


@dataclass(frozen=True, slots=True)
class Way:
    """One way that led to a mask: from which head, how, and told of whom."""

    head: int
    made: str
    bearer: Bearer = NO_BEARER


Ways = dict[Mask, list[Way]]
Add = Callable[[Mask, Way], None]


def proposition_masks(tree: Tree) -> Ways:
    """Every mask that may be a proposition with the ways that led to it."""
    versions, found = PhraseVersions(tree), Ways()

    def add(mask: Mask, way: Way) -> None:
        mask &= tree.words
        if len(mask) < SMALLEST:
            return
        found.setdefault(mask, []).append(way)
        without = mask - articles(tree, mask)
        if len(mask) - len(without) > MANY_ARTICLES * len(mask) and len(without) >= SMALLEST:
            found.setdefault(without, []).append(Way(way.head, "no_article", way.bearer))

    for head in sorted(tree.words):
        if is_predicate(tree, head):
            add_predicate(versions, head, add)
        if tree.pos[head] in NAMING:
            add_noun(versions, head, add)
    return found


def is_predicate(tree: Tree, word: int) -> bool:
    """Whether a word tells something of another."""
    tells = tree.is_clausal[word] or tree.labels[word] in SUBORDINATE or tree.pos[word] == "VERB"
    return tells and (tree.pos[word] != "AUX" or bool(tree.children[word]))


def add_predicate(versions: PhraseVersions, head: int, add: Add) -> None:
    """A predicate's propositions: each bearer with each body."""
    tree, bodies = versions.tree, bodies_of(versions, head)
    verbs = verbs_of(tree, head) | negations(tree, head)
    opening = frozenset(tree.dependents(head, "mark"))
    bearers = bearers_of(versions, head)
    for number, bearer in enumerate(bearers):
        for made, body in bodies:
            if number >= BEARERS and made == "adjunct":
                continue
            mask = bearer.mask | verbs | body
            add(mask, Way(head, made, bearer))
            if opening and number == 0 and made in PLAIN_WAYS:
                add(mask | opening, Way(head, "marked", bearer))
    add_without_verb(versions, head, bearers, add)
    add_told_through_noun(versions, head, bodies, add)


def verbs_of(tree: Tree, head: int) -> Mask:
    """Auxiliaries and copula, borrowed from the first predicate of a list where it has none."""
    own = frozenset(tree.dependents(head, *VERBAL))
    if tree.labels[head] == "conj" and not tree.has(head, "aux", "aux:pass", "cop"):
        own |= frozenset(tree.dependents(tree.heads[head], "aux", "aux:pass", "cop"))
    return own


def add_without_verb(versions: PhraseVersions, head: int, bearers: list[Bearer], add: Add) -> None:
    """The bearer with one unit: "the team, one of the best"; "X is from Y" without the noun."""
    tree = versions.tree
    for bearer in bearers[:BEARERS]:
        for unit in units_of(versions, head):
            for version in unit.versions[:3]:
                add(bearer.mask | version, Way(head, "verbless", bearer))
    if is_nominal(tree, head) and tree.has(head, "cop"):
        verbs = frozenset(tree.dependents(head, *VERBAL))
        for bearer in bearers[:2]:
            for part in tree.dependents(head, "nmod", "amod", "acl"):
                for told in versions.of(part)[:1]:
                    add(bearer.mask | verbs | told, Way(head, "nounless", bearer))


def add_told_through_noun(
    versions: PhraseVersions, head: int, bodies: list[Body], add: Add
) -> None:
    """ "X is a firm based in Y": X is based in Y."""
    tree = versions.tree
    if tree.labels[head] not in ("acl", "acl:relcl"):
        return
    noun = tree.heads[head]
    verbs = verbs_of(tree, head) | negations(tree, head)
    copula = frozenset(tree.dependents(noun, "cop"))
    for subject in tree.dependents(noun, *SUBJECTS)[:1]:
        for number, name in enumerate(names_of(versions, subject)[:BEARERS]):
            bearer = Bearer(name, OWN, number)
            for _, body in bodies:
                add(name | verbs | body, Way(head, "through_noun", bearer))
                if tree.labels[head] == "acl":
                    add(name | copula | body, Way(head, "through_noun_is", bearer))


def add_noun(versions: PhraseVersions, noun: int, add: Add) -> None:
    """A noun phrase as a proposition of its own: with one modifier, one apposition, one element."""
    tree, lead = versions.tree, led_by(versions.tree, noun)
    names = short_names(tree, noun)
    for name in names:
        add(name, Way(noun, "noun"))
    for version in versions.of(noun)[:12]:
        add(version - lead, Way(noun, "phrase"))
    for child in tree.children[noun]:
        label = tree.labels[child]
        if label in NOT_BESIDE_NOUN or not below(tree, child):
            continue
        told = [below(tree, child)]
        if label in (*TOLD_IN_PARTS, "amod", "compound"):
            told += versions.of(child)[1:12]
        for number, name in enumerate(names):
            for part in told:
                add(name | part, Way(noun, label, Bearer(name, NOUN, number)))
    add_runs_of_modifiers(tree, noun, add)
    add_list_elements(tree, noun, add)


def add_runs_of_modifiers(tree: Tree, noun: int, add: Add) -> None:
    """A name with the last of its modifiers, or the first."""
    modifiers = tree.dependents(noun, "compound", "amod", "nmod:poss")
    for cut in range(len(modifiers)):
        add(all_below(tree, modifiers[cut:]) | bare(tree, noun), Way(noun, "last_modifiers"))
        if cut:
            first = all_below(tree, modifiers[:cut])
            add(first | bare(tree, noun), Way(noun, "first_modifiers"))


def add_list_elements(tree: Tree, noun: int, add: Add) -> None:
    """Each element of a list, with what they share, with the noun that the list hangs on."""
    shared = shared_modifiers(tree, noun, "compound", "amod", "nmod:poss")
    for element in elements(tree, noun):
        add(unled(tree, element), Way(element, "element"))
        add(tied(tree, element) | shared, Way(element, "element"))
    first = first_of_list(tree, noun)
    above = tree.heads[first]
    if noun == first or above == first or tree.pos[above] not in ("NOUN", "PROPN"):
        return
    lead = led_by(tree, noun) or led_by(tree, first)
    add(bare(tree, above) | lead | tied(tree, noun), Way(noun, "of_list"))
    add(bare(tree, above) | unled(tree, noun), Way(noun, "of_list"))
