"""A chosen mask with the figure that its predicate tells, where a sign stands for the unit."""

from __future__ import annotations

from claims.nlp.grammar.masks import phrase
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Mask, Tree
from claims.nlp.splitting.english_masks import FIGURE, shares_of

AMOUNTS = frozenset(
    {"milioni", "miliardi", "migliaia", "centinaia", "decine", "milione", "miliardo"}
)
NEAR_FIGURE = 4  # words from a verb to the sign of the figure right behind it


def with_figures(tree: Tree, head: int, mask: Mask) -> Mask:
    """A predicate with the figure that it tells, where a sign stands for its unit ("il 2%").

    A sign may be the predicate itself: "l'affluenza è stata del 61%".
    """
    found = set(mask)
    sign = tree.heads[head]
    tells = tree.labels[head] in ("nummod", *SUBJECTS) and not tree.is_word[sign]
    if tree.language == "it" and tells and tree.has(sign, "cop"):
        own = FIGURE | VERBAL_CHILDREN
        found |= {i for i in tree.children[sign] if tree.labels[i] in own}
        for subject in tree.dependents(sign, *SUBJECTS):
            found |= phrase(tree, subject)
    for child in tree.dependents(head, "obj", "nsubj", "nsubj:pass"):
        if not tree.is_word[child] and tree.has(child, "nummod"):
            found |= {i for i in tree.children[child] if tree.labels[i] in FIGURE}
    for child in tree.dependents(head, "obj", "nsubj"):
        found |= what_a_share_is_of(tree, head, child, frozenset(found))
    for child in tree.dependents(head, "obl") if tree.language == "it" else ():
        close = not tree.is_word[child] and child <= head + NEAR_FIGURE
        if close and tree.has(child, "nummod") and not told_further(tree, head, mask):
            found |= {i for i in tree.children[child] if tree.labels[i] in FIGURE}
    if tree.language == "en":
        found |= shares_of(tree, head, mask)
    else:
        found |= amount_of(tree, tree.heads[head], mask)
    return frozenset(found) & tree.words


def amount_of(tree: Tree, noun: int, mask: Mask) -> Mask:
    """ "[1,3 milioni di] chilometri abitati da X": how many they are goes with them."""
    amount = tree.heads[noun]
    counted = tree.labels[noun] == "nmod" and tree.forms[amount].lower() in AMOUNTS
    if noun not in mask or amount in mask or not counted:
        return frozenset()
    return frozenset({amount, *tree.dependents(amount, "nummod"), *tree.dependents(noun, "case")})


def what_a_share_is_of(tree: Tree, head: int, sign: int, mask: Mask) -> Mask:
    """ "Il 30% [di probabilità] in più": no hole in what is told."""
    own = [tree.subtrees[i] & tree.words for i in tree.dependents(sign, "nmod") if i > sign]
    close = [words for words in own if min(words, default=-1) == sign + 1]
    if tree.is_word[sign] or not close or sign - 1 not in mask:
        return frozenset()
    behind = any(i > max(close[0]) for i in mask & tree.subtrees[head])
    return close[0] if behind else frozenset()


def told_further(tree: Tree, head: int, mask: Mask) -> bool:
    """Whether a verb has words behind it in a claim: "si è fermata" alone says little."""
    return any(i > head for i in mask)
