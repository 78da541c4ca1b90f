"""Whom a predicate tells something of, in every length that a proposition may name them."""

from __future__ import annotations

from dataclasses import dataclass

from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.propositions.phrase_parts import bare, distinct, elements, led_by, tied, unarticled
from claims.nlp.propositions.phrase_versions import PhraseVersions

OWN, BORROWED, NOUN, NOBODY = range(4)
ADNOMINAL = ("acl", "acl:relcl", "appos")
RELATIVES = frozenset({"which", "who", "that", "whom", "where"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """`role`: its own subject, another predicate's, the noun it hangs on. `version`: how named."""

    mask: Mask
    role: int
    version: int


NO_BEARER = Bearer(frozenset(), NOBODY, 0)


def bearers_of(versions: PhraseVersions, head: int) -> list[Bearer]:
    """All bearers of a predicate, likeliest first; one that is nobody where there is none."""
    tree = versions.tree
    found: dict[Mask, Bearer] = {}
    for top, role in bearing_words(tree, head):
        cut = frozenset[int]() if role == OWN else tree.subtrees[head]
        if role == NOUN:
            cut |= led_by(tree, top)
        for number, mask in enumerate(names_of(versions, top)):
            if mask - cut:
                found.setdefault(mask - cut, Bearer(mask - cut, role, number))
    return list(found.values()) or [NO_BEARER]


def bearing_words(tree: Tree, head: int) -> list[tuple[int, int]]:
    """Words that name who a predicate is told of, with their role."""
    found = [(i, OWN) for i in tree.dependents(head, *SUBJECTS)[:2]]
    if not found:
        found = borrowed(tree, head)
    noun = noun_of(tree, head)
    return found if noun is None or (noun, NOUN) in found else [*found, (noun, NOUN)]


def borrowed(tree: Tree, head: int) -> list[tuple[int, int]]:
    """The nearest subject above, or the noun that stands between."""
    last = head
    for above in tree.paths[head][1:]:
        if tree.labels[last] in ADNOMINAL:
            return [(above, NOUN)]
        subjects = [i for i in tree.dependents(above, *SUBJECTS) if head not in tree.subtrees[i]]
        if subjects:
            return [(subjects[0], BORROWED)]
        last = above
    return []


def noun_of(tree: Tree, head: int) -> int | None:
    """The noun that a relative or participle, or one conjoined with it, hangs on."""
    for word in tree.paths[head][:-1]:
        if tree.labels[word] in ("acl:relcl", "acl"):
            return tree.heads[word]
        if tree.labels[word] != "conj":
            return None
    return None


def names_of(versions: PhraseVersions, top: int) -> list[Mask]:
    """A bearer's phrase, short phrase, bare name, list elements, the name beside it."""
    tree = versions.tree
    return distinct([
        versions.plain(top),
        tied(tree, top),
        tied(tree, top) - frozenset(tree.dependents(top, "det", "case")),
        bare(tree, top),
        *(tied(tree, i) for i in elements(tree, top)[:6]),
        versions.of(top)[0] if versions.of(top) else frozenset(),
        *(tied(tree, i) for i in tree.dependents(top, "appos")[:2]),
    ])  # fmt: skip


def is_relative(tree: Tree, word: int) -> bool:
    """Whether a word is a relative pronoun that its noun stands for."""
    return tree.forms[word].lower() in RELATIVES and tree.labels[word] != "mark"


def short_names(tree: Tree, word: int) -> list[Mask]:
    """A noun with what is tied to it, as its bare name, without its article."""
    lead = led_by(tree, word)
    return distinct([tied(tree, word) - lead, bare(tree, word), unarticled(tree, word)])
