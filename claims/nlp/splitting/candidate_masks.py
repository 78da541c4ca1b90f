"""Several masks for each likely head, of which the chooser keeps the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.nlp.grammar.masks import apposition, phrase, titled_name
from claims.nlp.grammar.rule_claims import rule_claims
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.splitting.stray_words import without_strays
from claims.nlp.splitting.token_table import Floats

MAKERS = ("p50", "p35", "p65", "toggled", "joined", "renamed", "rule", "apposition", "title")
LIKELY_HEAD = 0.1
ANTECEDENT = frozenset({"acl", "acl:relcl", "appos", "parataxis", "nmod", "obl"})
TOGGLES = 5  # unsure constituents that are tried the other way round
UNSURE = (0.12, 0.88)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the models think of a tree of n tokens.

    chances: (n,) that each token heads a claim. heads: the m likely ones. keep: (m, n) that a
    token belongs to the claim of that head, below the head given that its governor does. odds:
    (m, n) the same given nothing. Both are 0 for marks.
    """

    tree: Tree
    chances: Floats
    heads: list[int]
    keep: Floats
    odds: Floats


def chained(tree: Tree, heads: Sequence[int], keep: Floats) -> Floats:
    """Chances given nothing: below its head a token needs all that stands between."""
    odds = keep.copy()
    order = sorted(tree.atom_words, key=tree.depths.__getitem__)
    for row, head in enumerate(heads):
        odds[row, tree.atom_words[tree.atoms[head]]] = 1
        for top in order:
            if top in tree.subtrees[head] and tree.atoms[head] != top:
                above = tree.atoms[tree.heads[top]]
                odds[row, tree.atom_words[top]] *= odds[row, above] if tree.is_word[above] else 1
    return odds


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
        sharing = first_conjunct(tree, head)
        ways_to: dict[Mask, set[str]] = {}  # many ways lead to the same mask
        for maker, mask in masks_of_head(guess, row):
            ways_to.setdefault(mask, set()).add(maker)
        for mask, ways in ways_to.items():
            whole = tree.tidied(without_strays(tree, head, mask), sharing)
            makers.setdefault(whole, set()).update(ways)
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
    tree, head = guess.tree, guess.heads[row]
    masks = [
        (name, below(guess, row, bar) | beside(guess, row, bar))
        for name, bar in (("p50", 0.5), ("p35", 0.35), ("p65", 0.65))
    ]
    base = masks[0][1]
    masks += [("toggled", mask) for mask in toggled(guess, row, base)]
    inside = below(guess, row, 0.5)
    masks += [("joined", inside | outside) for outside in outsides(tree, head)]
    masks += [("renamed", mask) for mask in renamed(tree, head, base)]
    return masks


def below(guess: Guess, row: int, bar: float) -> Mask:
    """The head with what hangs on it, as far down as every link is likely enough."""
    tree = guess.tree
    return grown(guess, row, guess.heads[row], bar) | frozenset(
        tree.atom_words.get(tree.atoms[guess.heads[row]], [])
    )


def grown(guess: Guess, row: int, top: int, bar: float) -> Mask:
    """A word's short phrase with its likely dependents."""
    tree, keep = guess.tree, guess.keep[row]
    found: set[int] = set()
    waiting = [tree.atoms[top]] if tree.atoms[top] in tree.subtrees[top] else [top]
    while waiting:
        atom = waiting.pop()
        words = tree.atom_words.get(atom, [atom])
        found.update(words)
        for word in {atom, *words}:
            waiting += [
                child
                for child in tree.children[word]
                if tree.atoms[child] == child and tree.is_word[child] and keep[child] >= bar
            ]
    return frozenset(found) & tree.words


def beside(guess: Guess, row: int, bar: float) -> Mask:
    """Likely words that don't hang on the head; gaps within a phrase are filled."""
    tree, odds = guess.tree, guess.odds[row]
    inner = tree.subtrees[guess.heads[row]]
    found = {i for i in tree.words if odds[i] >= bar and i not in inner}
    for word in list(found):
        path = tree.paths[word]
        last = max((k for k, above in enumerate(path) if above in found), default=0)
        found.update(i for i in path[:last] if i not in inner)
    return frozenset(found) & tree.words


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
    """A noun phrase with its complements, as its short phrase, as the name in it or beside it."""
    whole = frozenset(phrase(tree, noun)) & tree.words
    short = frozenset(tree.atom_words.get(tree.atoms[noun], []))
    names = [
        c
        for c in tree.children[noun]
        if tree.pos[c] == "PROPN" and c > noun and not tree.has(c, "case")
    ]
    bare = [tree.subtrees[names[0]] & whole] if names and tree.pos[noun] != "PROPN" else []
    return list(
        dict.fromkeys(mask for mask in (whole, short, *bare, *namesakes(tree, noun)) if mask)
    )


def namesakes(tree: Tree, noun: int) -> list[Mask]:
    """The name that stands beside a noun: "Il sindaco, Ada Brusco," is Ada Brusco."""
    if tree.pos[noun] == "PROPN":
        return []
    found: list[Mask] = []
    for beside in tree.dependents(noun, "appos"):
        names = [i for i in (beside, *tree.children[beside]) if tree.pos[i] == "PROPN"]
        if names:
            found.append(frozenset(tree.atom_words.get(tree.atoms[names[0]], [])) & tree.words)
    return found


def fronted(tree: Tree, clause: int, head: int) -> Mask:
    """Adjuncts at the beginning of a clause, which its conjoined clauses share."""
    if tree.labels[head] != "conj":
        return frozenset()
    found: set[int] = set()
    for child in tree.dependents(clause, "obl", "advmod"):
        if max(tree.subtrees[child]) < clause:
            found |= tree.subtrees[child]
    return frozenset(found) & tree.words


def toggled(guess: Guess, row: int, base: Mask) -> list[Mask]:
    """The base mask with the least sure constituents switched in or out, one and two at a time."""
    switches = [
        (word in base, unit_of(guess, row, word, base)) for word in unsure(guess, row, base)
    ]
    masks = [switch(base, *one) for one in switches]
    pairs = combinations(switches[:3], 2)
    return masks + [switch(switch(base, *one), *other) for one, other in pairs]


def switch(mask: Mask, is_in: bool, unit: Mask) -> Mask:
    """Take a unit out that was in, or in that was out."""
    return mask - unit if is_in else mask | unit


def unit_of(guess: Guess, row: int, word: int, base: Mask) -> Mask:
    """What goes out with a word, or comes in with it."""
    tree = guess.tree
    return tree.subtrees[word] if word in base else grown(guess, row, word, 0.5)


def unsure(guess: Guess, row: int, base: Mask) -> list[int]:
    """Phrases at the edge of the mask that the model is least sure of, least sure first."""
    tree, head, keep = guess.tree, guess.heads[row], guess.keep[row]
    low, high = UNSURE
    found: list[tuple[float, int]] = []
    for top in tree.atom_words:
        if not low < keep[top] < high or head in tree.subtrees[top] or tree.atoms[head] == top:
            continue
        governor = tree.heads[top]
        attached = governor in base or governor == head or top not in tree.subtrees[head]
        if top in base or attached:
            found.append((abs(float(keep[top]) - 0.5), top))
    return [top for _, top in sorted(found)[:TOGGLES]]
