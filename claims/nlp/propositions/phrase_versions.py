"""How much one may say of a phrase: all of it, one element of its list, one modifier."""

from __future__ import annotations

from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.propositions.phrase_parts import (
    LOOSE,
    MODIFIERS,
    all_below,
    bare,
    below,
    distinct,
    elements,
    led_by,
    light,
    modifiers,
    shared_modifiers,
    tied,
    unled,
    without,
)

COMPLEMENTS = ("nmod", "obl", "acl", "advcl", "obj", "xcomp", "ccomp")
DEEPEST = 2
NESTED = 14  # versions of a complement that are tried within its phrase
EXAMPLES = frozenset({"such", "including", "like", "as"})
EXEMPLIFYING = ("nmod", "acl", "appos", "advcl", "obl")


class PhraseVersions:
    """Versions of the phrases of one tree, each phrase worked out once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._known: dict[tuple[int, int], list[Mask]] = {}

    def of(self, top: int, depth: int = 0) -> list[Mask]:
        """The whole phrase first, then without its loose parts, then the rest; none twice."""
        if (top, depth) not in self._known:
            self._known[top, depth] = distinct(self._made(top, depth))
        return self._known[top, depth]

    def plain(self, top: int) -> Mask:
        """The phrase without its loose parts."""
        versions = self.of(top)
        return versions[min(1, len(versions) - 1)]

    def _made(self, top: int, depth: int) -> list[Mask]:
        tree = self.tree
        found = [without(tree, top, "cc", "punct"), light(tree, top), tied(tree, top)]
        found += growing(tree, top)
        found += [light(tree, top) | below(tree, i) for i in tree.dependents(top, "appos")[:2]]
        if depth < DEEPEST:
            found += self._nested(top, depth)
            found += self._examples(top)
        for element in elements(tree, top):
            found += as_element(tree, top, element)
        return found + with_one_modifier(tree, top)

    def _nested(self, top: int, depth: int) -> list[Mask]:
        """The phrase with each version of each of its complements."""
        whole = light(self.tree, top)
        return [
            (whole - below(self.tree, complement)) | version
            for complement in self.tree.dependents(top, *COMPLEMENTS)
            for version in self.of(complement, depth + 1)[1:NESTED]
        ]

    def _examples(self, top: int) -> list[Mask]:
        """ "films such as A and B": one example in place of the noun, or beside it."""
        tree, lead = self.tree, led_by(self.tree, top)
        found: list[Mask] = []
        for example in examples_of(tree, top):
            for one in (example, *elements(tree, example)):
                short = unled(tree, one)
                own = without(tree, one, *LOOSE, "case")
                by = led_by(tree, one) or led_by(tree, example)
                found += [lead | own, lead | short, bare(tree, top) | lead | short]
                found.append(tied(tree, top) | by | own)
        return found


def growing(tree: Tree, top: int) -> list[Mask]:
    """The short phrase with its first complement, its first two, its first three."""
    complements = tree.dependents(top, *COMPLEMENTS)[:3]
    if len(tree.dependents(top, *COMPLEMENTS)) < 2:
        return []
    return [
        tied(tree, top) | all_below(tree, complements[:count])
        for count in range(1, len(complements) + 1)
    ]


def examples_of(tree: Tree, top: int) -> list[int]:
    """The nouns that a noun is exemplified or explained by."""
    found: list[int] = []
    for child in tree.dependents(top, *EXEMPLIFYING):
        opens = tree.forms[min(tree.subtrees[child])].lower()
        if tree.forms[child].lower() == "including":
            found += tree.dependents(child, "obj", "nmod", "obl", "appos")
        elif tree.is_word[child] and (opens in EXAMPLES or tree.labels[child] == "appos"):
            found.append(child)
    return found


def as_element(tree: Tree, top: int, element: int) -> list[Mask]:
    """A phrase that says one element of its list, with what the list shares."""
    lead = led_by(tree, element) or led_by(tree, top)
    article = frozenset[int]()
    if not tree.has(element, "det"):
        article = all_below(tree, tree.dependents(top, "det"))
    own = without(tree, element, *LOOSE) | lead
    shared = shared_modifiers(tree, top, *MODIFIERS, "nmod:poss")
    found = [own | article, tied(tree, element) | lead]
    found += [
        own | article | below(tree, late)
        for late in tree.dependents(top, *COMPLEMENTS)
        if late > element
    ]
    if shared:
        found.append(own | article | shared)
    return found + [own | below(tree, i) for i in tree.dependents(element, "appos")[:1]]


def with_one_modifier(tree: Tree, top: int) -> list[Mask]:
    """The phrase with one of its adjectives and the like, with all but one, with none."""
    whole, each = light(tree, top), modifiers(tree, top, *MODIFIERS)
    tops = tree.dependents(top, *MODIFIERS)
    if len(each) == 1:
        return [] if tree.pos[top] == "PROPN" else [whole - below(tree, tops[0])]
    rest = whole - all_below(tree, tops)
    found = [rest] if each else []
    found += [rest | own for _, own in each]
    return found + [whole - below(tree, one) for one in tops]
