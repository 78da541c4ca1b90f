"""Several masks for each likely head, of which the chooser keeps the best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.nlp.masks import apposition, phrase, titled_name
from claims.nlp.rule_claims import rule_claims
from claims.nlp.token_table import Floats
from claims.nlp.tree import SUBJECTS, Mask, Tree

MAKERS = (
    "p50",
    "p35",
    "p65",
    "smooth",
    "units",
    "toggled",
    "joined",
    "renamed",
    "rule",
    "apposition",
    "title",
)
LIKELY_HEAD = 0.1
ANTECEDENT = frozenset({"acl", "acl:relcl", "appos", "parataxis", "nmod", "obl"})
TOGGLES = 4  # unsure constituents that are tried the other way round
LONGEST_TOGGLE = 12
UNSURE = (0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the models think of a tree of n tokens.

    chances: (n,) that each token heads a claim. heads: the m likely ones. odds: (m, n) that each
    token belongs to the claim of that head; 0 for marks.
    """

    tree: Tree
    chances: Floats
    heads: list[int]
    odds: Floats


@dataclass(frozen=True, slots=True)
class CandidateMask:
    """`row` is the head's place in the guess; `makers` are the ways that led to this mask."""

    row: int
    head: int
    mask: Mask
    makers: frozenset[str]


def candidate_masks(guess: Guess) -> list[CandidateMask]:
    """All different masks, head by head."""
    tree = guess.tree
    by_rule = {claim.head: claim.mask for claim in rule_claims(tree)}
    found: list[CandidateMask] = []
    for row, head in enumerate(guess.heads):
        makers: dict[Mask, set[str]] = {}
        for maker, mask in masks_of_head(guess, row):
            makers.setdefault(tree.tidied(mask), set()).add(maker)
        if head in by_rule:
            makers.setdefault(by_rule[head], set()).add("rule")
        if tree.labels[head] in ("appos", "acl", "acl:relcl"):
            makers.setdefault(apposition(tree, head), set()).add("apposition")
        if tree.labels[head] == "compound":
            makers.setdefault(titled_name(tree, head), set()).add("title")
        found += [
            CandidateMask(row, head, mask, frozenset(ways)) for mask, ways in makers.items() if mask
        ]
    return found


def masks_of_head(guess: Guess, row: int) -> list[tuple[str, Mask]]:
    """Masks read off one head's token probabilities, with how each was made."""
    tree, odds = guess.tree, guess.odds[row]
    words = sorted(tree.words)
    masks = [
        (name, frozenset(i for i in words if odds[i] >= bar))
        for name, bar in (("p50", 0.5), ("p35", 0.35), ("p65", 0.65))
    ]
    base = smoothed(tree, masks[0][1], odds)
    masks.append(("smooth", base))
    masks.append(("units", whole_units(tree, masks[0][1], odds)))
    masks += [("toggled", mask) for mask in toggled(guess, row, base)]
    inside = base & tree.subtrees[guess.heads[row]]
    if inside:
        masks += [("joined", inside | outside) for outside in outsides(tree, guess.heads[row])]
    masks += [("renamed", mask) for mask in renamed(tree, guess.heads[row], base)]
    return masks


def renamed(tree: Tree, head: int, mask: Mask) -> list[Mask]:
    """The mask with its own subject cut down to the short phrase or the bare name."""
    found: list[Mask] = []
    for subject in tree.dependents(head, *SUBJECTS):
        rest = mask - tree.subtrees[subject]
        found += [rest | version for version in versions(tree, subject)]
    return found


def outsides(tree: Tree, head: int) -> list[Mask]:
    """What a head may borrow from above: nothing, an antecedent, a subject, what opens the clause.

    Each antecedent and subject comes long, short and as the bare name; an auxiliary or a fronted
    adjunct that conjoined predicates share may come with it.
    """
    first = first_conjunct(tree, head)
    governor = tree.heads[first]
    phrases: list[Mask] = []
    shared: Mask = frozenset()
    if governor != first and tree.labels[first] in ANTECEDENT:
        phrases += versions(tree, governor)
    if not tree.has_subject[head]:
        above = next((i for i in tree.paths[head][1:] if tree.has_subject[i]), None)
        if above is not None:
            for subject in tree.dependents(above, *SUBJECTS):
                phrases += versions(tree, subject)
            verbs = tree.dependents(above, "aux", "aux:pass", "cop")
            phrases += [mask | frozenset(verbs) for mask in phrases[-1:] if verbs]
            shared = fronted(tree, above, head)
    found = [frozenset[int](), *phrases]
    return found + [mask | shared for mask in (phrases[:1] or [frozenset()]) if shared]


def first_conjunct(tree: Tree, word: int) -> int:
    """The predicate that a conjoined one stands beside."""
    while tree.labels[word] == "conj" and tree.is_clausal[tree.heads[word]]:
        word = tree.heads[word]
    return word


def versions(tree: Tree, noun: int) -> list[Mask]:
    """A noun phrase with its complements, as its short phrase, and as the name in it."""
    whole = frozenset(phrase(tree, noun)) & tree.words
    short = frozenset(tree.atom_words.get(tree.atoms[noun], []))
    names = [c for c in tree.children[noun] if tree.pos[c] == "PROPN" and c > noun]
    bare = [tree.subtrees[names[0]] & whole] if names and tree.pos[noun] != "PROPN" else []
    return list(dict.fromkeys(mask for mask in (whole, short, *bare) if mask))


def fronted(tree: Tree, clause: int, head: int) -> Mask:
    """Adjuncts at the beginning of a clause, which its conjoined clauses share."""
    if tree.labels[head] != "conj":
        return frozenset()
    found: set[int] = set()
    for child in tree.dependents(clause, "obl", "advmod"):
        if max(tree.subtrees[child]) < clause:
            found |= tree.subtrees[child]
    return frozenset(found) & tree.words


def smoothed(tree: Tree, mask: Mask, odds: Floats) -> Mask:
    """Fill holes of one and two words, drop lone words that the model isn't sure of."""
    words = sorted(tree.words)
    inside = [i in mask for i in words]
    for k in range(1, len(words) - 1):
        ahead = inside[k + 1] or (k + 2 < len(words) and inside[k + 2])
        if not inside[k] and inside[k - 1] and ahead and odds[words[k]] > 0.25:
            inside[k] = True
    for k, word in enumerate(words):
        before = k > 0 and inside[k - 1]
        after = k + 1 < len(words) and inside[k + 1]
        if inside[k] and not before and not after and odds[word] < 0.65:
            inside[k] = False
    return frozenset(word for word, kept in zip(words, inside, strict=True) if kept)


def whole_units(tree: Tree, mask: Mask, odds: Floats) -> Mask:
    """Short constituents go in or out as a whole when the model leans one way."""
    out = set(mask)
    for word in sorted(tree.words):
        unit = list(tree.subtrees[word] & tree.words)
        if 2 <= len(unit) <= 8:
            mean = float(odds[unit].mean())
            if mean > 0.75:
                out |= set(unit)
            elif mean < 0.25:
                out -= set(unit)
    return frozenset(out)


def toggled(guess: Guess, row: int, base: Mask) -> list[Mask]:
    """The base mask with the least sure constituents switched in or out, and the first two both."""
    units = unsure_units(guess, row)
    masks = [switch(base, unit) for unit in units]
    if len(units) > 1:
        masks.append(switch(switch(base, units[0]), units[1]))
    return masks


def switch(mask: Mask, unit: Mask) -> Mask:
    """In if it was mostly out, out if it was mostly in."""
    return mask | unit if 2 * len(mask & unit) < len(unit) else mask - unit


def unsure_units(guess: Guess, row: int) -> list[Mask]:
    """The topmost constituents that the model is least sure of, least sure first."""
    tree, head, odds = guess.tree, guess.heads[row], guess.odds[row]
    means = unit_means(tree, odds)
    low, high = UNSURE
    found: list[tuple[float, int, Mask]] = []
    for word in sorted(tree.words - {head}):
        subtree = tree.subtrees[word]
        unit = subtree & tree.words
        if head in subtree or len(unit) > LONGEST_TOGGLE or not low < means[word] < high:
            continue
        parent = tree.heads[word]
        if parent == head or head in tree.subtrees[parent] or not low < means[parent] < high:
            found.append((abs(means[word] - 0.5), word, unit))
    return [unit for _, _, unit in sorted(found, key=lambda item: item[:2])[:TOGGLES]]


def unit_means(tree: Tree, odds: Floats) -> list[float]:
    """Mean probability over the words of each subtree."""
    sums = np.array(odds, np.float64)
    counts = np.array(tree.is_word, np.float64)
    for word in sorted(range(tree.size), key=lambda i: -tree.depths[i]):
        if tree.heads[word] != word:
            sums[tree.heads[word]] += sums[word]
            counts[tree.heads[word]] += counts[word]
    means: list[float] = (sums / np.maximum(counts, 1)).tolist()
    return means
