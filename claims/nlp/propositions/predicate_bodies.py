"""What a predicate may say besides whom it is told of: complements, adjuncts, list elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.propositions.bearers import is_relative
from claims.nlp.propositions.phrase_parts import (
    LOOSE,
    TIED,
    all_below,
    below,
    distinct,
    elements,
    modifiers,
    shared_modifiers,
    tied,
    without,
)
from claims.nlp.propositions.phrase_versions import PhraseVersions

VERBAL = ("aux", "aux:pass", "cop", "compound:prt")
COMPLEMENTS = frozenset({"obj", "iobj", "xcomp", "ccomp"})
ADJUNCTS = ("obl", "advmod", "advcl", "nmod")
NO_UNIT = SUBJECTS | {*VERBAL, "mark", "punct", "cc", "conj", "discourse", "parataxis"}
NO_UNIT_OF_NOUN = frozenset(TIED) - {"advmod"} | {"appos", "acl:relcl"}
NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
NEGATIONS = frozenset({"not", "never", "n't"})
PAIRED = 5  # adjuncts up to which each two are tried together
VERSIONS = 40  # of a unit

Body = tuple[str, Mask]  # how it was made, what it says


@dataclass(frozen=True, slots=True)
class Unit:
    """A complement or an adjunct of a predicate; `versions`: the whole phrase first."""

    word: int
    is_complement: bool
    versions: list[Mask]

    @property
    def whole(self) -> Mask:
        """The whole phrase."""
        return self.versions[0]

    @property
    def plain(self) -> Mask:
        """Without its loose parts."""
        return self.versions[min(1, len(self.versions) - 1)]


def is_nominal(tree: Tree, head: int) -> bool:
    """Whether the predicate is a noun or an adjective."""
    return tree.pos[head] in NOMINAL


def negations(tree: Tree, head: int) -> Mask:
    """ "not" and "never" of a predicate: no proposition leaves them out."""
    return frozenset(i for i in tree.dependents(head, "advmod") if tree.lemmas[i] in NEGATIONS)


def units_of(versions: PhraseVersions, head: int) -> list[Unit]:
    """Complements and adjuncts of a predicate in reading order."""
    tree, found = versions.tree, []
    barred = NO_UNIT | (NO_UNIT_OF_NOUN if is_nominal(tree, head) else frozenset())
    for child in sorted(tree.children[head]):
        label = tree.labels[child]
        if label in barred or not tree.is_word[child] or child in negations(tree, head):
            continue
        phrase = below(tree, child)
        of_noun = tree.labels[head] == "acl:relcl" and any(is_relative(tree, i) for i in phrase)
        if not (of_noun and len(phrase) <= 2):
            found.append(Unit(child, label in COMPLEMENTS, versions.of(child)))
    return found


def shared_units(versions: PhraseVersions, head: int) -> list[Mask]:
    """What a conjoined predicate may share with the first one: what opens it, what closes it."""
    tree, first = versions.tree, versions.tree.heads[head]
    if tree.labels[head] != "conj":
        return []
    opening = [i for i in tree.dependents(first, *ADJUNCTS) if i < first]
    closing = [i for i in tree.dependents(first, "obj", "obl") if i > head]
    return [versions.of(i)[0] for i in opening + closing if versions.of(i)]


def adjunct_sets(adjuncts: Sequence[Unit], shared: Sequence[Mask]) -> list[Body]:
    """Which adjuncts may be told together: none, the first few, one, all but one, two."""
    whole, plain = [u.whole for u in adjuncts], [u.plain for u in adjuncts]
    every = united(whole)
    found = [("none", frozenset[int]())]
    for masks in (whole, plain):
        found += [("first", united(masks[: i + 1])) for i in range(len(masks))]
    if len(adjuncts) > 1:
        found += [("one", mask) for mask in whole + plain]
        found += [("but_one", every - mask) for mask in whole]
    if 2 < len(adjuncts) <= PAIRED:
        found += [("two", one | other) for one, other in combinations(plain, 2)]
    for mask in shared:
        found += [("shared", mask), ("shared", mask | every)]
    return first_of_each(found)


def bodies_of(versions: PhraseVersions, head: int) -> list[Body]:
    """All that a predicate may say besides its bearer, each with how it was made."""
    tree, units = versions.tree, units_of(versions, head)
    bases = noun_bases(tree, head) if is_nominal(tree, head) else [frozenset({head})]
    complements = [u for u in units if u.is_complement]
    adjuncts = [u for u in units if not u.is_complement]
    whole, plain = united(u.whole for u in complements), united(u.plain for u in complements)
    found: list[Body] = []
    for base in bases:
        for made, told in adjunct_sets(adjuncts, shared_units(versions, head)):
            found += [(made, base | whole | told), (f"plain_{made}", base | plain | told)]
    for unit in units:
        found += with_versions(unit, complements, adjuncts, bases[:2])
    if complements and len(units) > 1:
        found += [("alone", bases[0] | unit.whole) for unit in complements]
    return first_of_each(found)


def with_versions(
    unit: Unit, complements: Sequence[Unit], adjuncts: Sequence[Unit], bases: Sequence[Mask]
) -> list[Body]:
    """The predicate with one unit told otherwise than whole, among different adjuncts."""
    rest = united(u.whole for u in complements if u is not unit)
    others = [frozenset[int](), united(u.whole for u in adjuncts if u is not unit)]
    if unit.is_complement and len(adjuncts) > 1:
        others += [u.plain for u in adjuncts[:4]]
    elif len(adjuncts) > 2:
        others.append(united(u.whole for u in adjuncts if u.word < unit.word))
    made = "complement" if unit.is_complement else "adjunct"
    return [
        (made, base | rest | version | told)
        for version in unit.versions[1:VERSIONS]
        for base in bases
        for told in others
    ]


def noun_bases(tree: Tree, head: int) -> list[Mask]:
    """A predicate noun with its modifiers, with one, with none; each element of its list."""
    adverbs = all_below(tree, tree.dependents(head, "advmod"))
    whole = tied(tree, head) - adverbs
    tops = tree.dependents(head, "amod", "compound", "nmod:poss", "nummod")
    others = all_below(tree, tops)
    shared = shared_modifiers(tree, head, "amod", "compound", "nmod:poss", "nummod")
    found = [whole]
    if tops:
        found.append(whole - others)
        each = modifiers(tree, head, "amod", "compound", "nmod:poss", "nummod")
        found += [(whole - others) | own for _, own in each]
        found += [whole - below(tree, top) for top in tops if len(tops) > 1]
    for element in elements(tree, head):
        article = frozenset[int]()
        if not tree.has(element, "det"):
            article = frozenset(tree.dependents(head, "det"))
        short = tied(tree, element) | article
        found += [short, short | shared, without(tree, element, *LOOSE) | article]
    return distinct([mask & tree.words for mask in found])


def united(masks: Iterable[Mask]) -> Mask:
    """All words of the masks."""
    return frozenset[int]().union(*masks)


def first_of_each(bodies: Sequence[Body]) -> list[Body]:
    """Each mask once, with the first way that led to it."""
    found: dict[Mask, str] = {}
    for made, mask in bodies:
        found.setdefault(mask, made)
    return [(made, mask) for mask, made in found.items()]
